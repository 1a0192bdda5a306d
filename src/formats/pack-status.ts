/** Reads sources, instruments and treaty status of a pack: what exists, what it says, who is bound since when. */
import type { Citation } from '../basics/source.ts'
import type { ComplaintStatus, EntryRule, Instrument, LawSource, TreatyStatus } from '../domain/law/pack.ts'
import { certaintyOf, dateOf, dayOf, markOf, maybeDayOf, onlyKeys, textsOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export type ReadSource = LawSource & { key: string; citedAs: readonly string[] }

export const readSource = (at: Placed): ReadSource => {
  onlyKeys(at, ['key', 'v', 'issued', 'read', 'cited_as', 'short', 'title', 'where', 'note'])
  return {
    key: at.at('key').text(),
    title: at.at('title').text(),
    where: at.at('where').maybe(),
    certainty: certaintyOf(at.at('v')),
    readOn: maybeDayOf(at.at('read')),
    issuedOn: at.at('issued').maybe() === null ? null : dateOf(at.at('issued')),
    citedAs: textsOf(at.at('cited_as')),
    short: at.at('short').maybe() ?? textsOf(at.at('cited_as'))[0]?.trim() ?? null,
  }
}

export const readInstrument = (at: Placed, sources: Readonly<Record<string, LawSource>>): Instrument => {
  onlyKeys(at, ['id', 'short', 'title', 'nature', 'adopted', 'in_force', 'entry', 'v', 'sources', 'note', 'articles'])
  const certainty = certaintyOf(at.at('v'))
  return {
    id: at.at('id').text(),
    short: at.at('short').text(),
    title: at.at('title').text(),
    nature: at.at('nature').oneOf(['treaty', 'custom', 'soft-law', 'domestic', 'agreement']),
    adopted: maybeDayOf(at.at('adopted')),
    inForce: maybeDayOf(at.at('in_force')),
    note: at.at('note').maybe(),
    entry: at.has('entry') ? readEntry(at.at('entry'), sources) : null,
    articles: at
      .at('articles')
      .list()
      .map((one) => {
        onlyKeys(one, ['art', 'v', 'gist'])
        return { article: one.at('art').text(), gist: one.at('gist').text(), certainty: certaintyOf(one.at('v')) }
      }),
    citations: at
      .at('sources')
      .list()
      .map((one) => {
        const key = one.text()
        return { source: key, at: null, certainty, readOn: (sources[key] ?? one.refuse(`“${key}” is not in sources.yaml`)).readOn }
      }),
  }
}

const readEntry = (at: Placed, sources: Readonly<Record<string, LawSource>>): EntryRule => {
  onlyKeys(at, ['days', 'months', 'starts', 'art', 'v', 'source'])
  const count = (key: string): number => {
    const text = at.at(key).maybe() ?? '0'
    return /^\d{1,3}$/.test(text) ? Number(text) : at.at(key).refuse('write a number of days or months')
  }
  if (!at.has('days') && !at.has('months')) at.refuse('a rule of entry into force counts days or months')
  const key = at.at('source').text()
  const source = sources[key] ?? at.at('source').refuse(`“${key}” is not in sources.yaml`)
  return {
    days: count('days'),
    months: count('months'),
    starts: at.has('starts') ? at.at('starts').oneOf(['first-of-next-month']) : null,
    citation: { source: key, at: `Art ${at.at('art').text()}`, certainty: certaintyOf(at.at('v')), readOn: source.readOn },
  }
}

const citationFor = (at: Placed, sources: Readonly<Record<string, LawSource>>): Citation => {
  const key = at.at('source').text()
  for (const one of key.split('+')) if (!sources[one]) at.at('source').refuse(`“${one}” is not in sources.yaml`)
  return { source: key, at: null, certainty: certaintyOf(at.at('v')), readOn: maybeDayOf(at.at('checked')) }
}

export const readStatus = (
  at: Placed,
  sources: Readonly<Record<string, LawSource>>,
  instruments: ReadonlyMap<string, Instrument>,
): TreatyStatus => {
  onlyKeys(at, [
    'state',
    'territory',
    'instrument',
    'party',
    'since',
    'in_force',
    'until',
    'act',
    'signed',
    'v',
    'source',
    'checked',
    'reserved',
    'note',
  ])
  const instrument = at.at('instrument').text()
  if (!instruments.has(instrument)) at.at('instrument').refuse(`“${instrument}” is not in instruments.yaml`)
  const since = maybeDayOf(at.at('since'))
  const until = maybeDayOf(at.at('until'))
  if (since && until && until < since) at.at('until').refuse('ends before it begins')
  return {
    state: stateCode(at.at('state')),
    instrument,
    party: yesNoUnknown(at.at('party')),
    since,
    inForceOn: maybeDayOf(at.at('in_force')),
    until,
    signedOn: maybeDayOf(at.at('signed')),
    reservations: at.at('note').maybe(),
    reserved: at
      .at('reserved')
      .list()
      .map((one) => {
        onlyKeys(one, ['articles', 'what', 'until', 'v'])
        return {
          articles: textsOf(one.at('articles')),
          what: one.at('what').text(),
          until: maybeDayOf(one.at('until')),
          certainty: one.has('v') ? certaintyOf(one.at('v')) : markOf(at.at('v')),
        }
      }),
    act: at.at('act').maybe(),
    territory: at.at('territory').maybe(),
    citation: citationFor(at, sources),
  }
}

export const readComplaint = (at: Placed, sources: Readonly<Record<string, LawSource>>): ComplaintStatus => {
  onlyKeys(at, ['state', 'procedure', 'accepted', 'since', 'v', 'source', 'checked', 'basis'])
  return {
    state: stateCode(at.at('state')),
    procedure: at.at('procedure').text(),
    accepted: yesNoUnknown(at.at('accepted')),
    since: at.at('since').maybe() === null ? null : dayOf(at.at('since')),
    basis: at.at('basis').text(),
    citation: citationFor(at, sources),
  }
}

export const stateCode = (at: Placed): string => {
  const code = at.text()
  return /^[A-Z]{3}$/.test(code)
    ? code
    : at.refuse(`“${code.slice(0, 40)}” is not a State; write the three capital letters of ISO 3166-1 alpha-3`)
}

const yesNoUnknown = (at: Placed): boolean | null => {
  const value = at.maybe()
  if (value === null) return null
  return value === 'true' ? true : value === 'false' ? false : at.refuse('write true, false or null (unknown)')
}
