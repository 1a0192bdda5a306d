/** Which instrument binds which State on which day, with its source and the day up to which that is good. */
import type { Day } from '../../basics/clock.ts'
import { type Citation, weakest } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound } from './assessment.ts'
import { startOf } from './entry-into-force.ts'
import type { Instrument, LawPack, TreatyStatus } from './pack.ts'

export type BoundNarrower = { article?: string | null; territory?: string | null }

const nowhere: Citation = { source: 'RECALL', at: null, certainty: 'unverified', readOn: null }

/** The law of the day asked answers, not today's. Unknown is an answer; nothing is guessed from silence. */
export const isBound = (pack: LawPack, state: StateCode, id: string, on: Day, narrower: BoundNarrower = {}): Bound => {
  const instrument = pack.instruments.find((one) => one.id === id) ?? null
  const lines = pack.status.filter((one) => one.state === state && one.instrument === id)
  const line = lines.find((one) => one.territory === (narrower.territory ?? null)) ?? null
  if (!line) return unlisted(instrument, lines, on)
  const answer = answerOn(line, instrument, on)
  const reservation = answer.answer === 'bound' && narrower.article ? reservationOn(line, narrower.article, on) : null
  const elsewhere = lines.filter((one) => one.territory !== line.territory).map((one) => one.territory ?? 'the State as a whole')
  const start = startOf(line, instrument)
  // Between its act and its entry into force the rule decides, and the answer is only as sure as the rule was read.
  const between = start?.rule && line.since !== null && on >= line.since && on < start.on ? start.rule : null
  const certainty = weakest([
    line.citation.certainty,
    ...(reservation?.certainty ? [reservation.certainty] : []),
    ...(between ? [between.certainty] : []),
  ])
  return {
    answer: reservation?.answer ?? answer.answer,
    since: start?.on ?? null,
    joinedOn: start !== null && line.since !== null && line.since < start.on ? line.since : null,
    until: line.until,
    note: sentence([
      answer.note,
      reservation?.note ?? null,
      line.reservations,
      articleUnknown(instrument, narrower.article ?? null),
      elsewhere.length > 0 ? `another line speaks for ${elsewhere.join(', ')}` : null,
    ]),
    citation: between
      ? { ...line.citation, source: `${line.citation.source}+${between.source}`, at: between.at, certainty }
      : { ...line.citation, certainty },
    notCheckedSince: line.citation.readOn !== null && on > line.citation.readOn ? (line.citation.readOn as Day) : null,
    territory: line.territory,
  }
}

type Part = { answer: Bound['answer']; note: string | null }

const answerOn = (line: TreatyStatus, instrument: Instrument | null, on: Day): Part => {
  if (line.party === null) return { answer: 'unknown', note: null }
  const notYet: Part =
    line.signedOn !== null && line.signedOn <= on
      ? { answer: 'signed-only', note: `signed on ${line.signedOn}` }
      : { answer: 'not-bound', note: null }
  if (!line.party) return notYet
  const start = startOf(line, instrument)
  if (start === null)
    return line.citation.readOn !== null && on < line.citation.readOn
      ? { answer: 'unknown', note: 'the day of joining is not in the pack' }
      : { answer: 'bound', note: 'the day of joining is not in the pack' }
  if (on < start.on) {
    const joined = line.since !== null && line.since <= on && line.since < start.on ? `joined on ${line.since} and not yet bound` : null
    const by = start.rule
      ? ` (${instrument?.short ?? line.instrument}, ${start.rule.at}${start.rule.certainty === 'verified' ? '' : `, ${start.rule.certainty}`})`
      : ''
    return { ...notYet, note: sentence([notYet.note, joined, `bound from ${start.on}${by}`]) }
  }
  if (line.until !== null && on >= line.until) return { answer: 'not-bound', note: `no longer bound from ${line.until}` }
  const noRule = line.inForceOn === null && !instrument?.entry && daysBetween(start.on, on) < 100
  if (noRule) return { answer: 'bound', note: `${start.on} is the day of the act; entry into force may be some weeks later` }
  const { rule } = start
  return {
    answer: 'bound',
    note: rule && rule.certainty !== 'verified' ? `${start.on} is counted by ${rule.at} (${rule.certainty})` : null,
  }
}

const reservationOn = (
  line: TreatyStatus,
  article: string,
  on: Day,
): { answer: Bound['answer']; note: string; certainty: Citation['certainty'] | null } | null => {
  for (const one of line.reserved) {
    const whole = one.articles.some((reserved) => covers(reserved, article))
    const part = !whole && one.articles.some((reserved) => covers(article, reserved))
    if (!whole && !part) continue
    const withdrawn = one.until !== null && on > one.until
    if (withdrawn) return { answer: 'bound', note: `reserved until ${one.until}: ${one.what}`, certainty: one.certainty }
    return {
      answer: whole ? 'reserved' : 'bound',
      note: `${whole ? 'reserved' : 'reserved in part'} (${one.articles.join(', ')}): ${one.what}`,
      certainty: one.until === null ? null : one.certainty,
    }
  }
  return null
}

/** Article 29 covers 29(1); 2 does not cover 29. */
const covers = (wider: string, narrower: string): boolean => narrower === wider || narrower.startsWith(`${wider}(`)

const unlisted = (instrument: Instrument | null, lines: readonly TreatyStatus[], on: Day): Bound => {
  const base = { since: null, until: null, notCheckedSince: null, territory: null }
  if (instrument?.nature === 'custom') {
    return {
      ...base,
      answer: 'bound',
      note: sentence(['custom: whether and how far it binds is argued, not read from a list', instrument.note]),
      citation: instrument.citations[0] ?? nowhere,
    }
  }
  if (instrument?.nature === 'soft-law') {
    return {
      ...base,
      answer: 'not-bound',
      note: sentence([
        'not a treaty: it guides and does not bind',
        instrument.adopted !== null && on < instrument.adopted ? `adopted on ${instrument.adopted}` : null,
      ]),
      citation: instrument.citations[0] ?? nowhere,
    }
  }
  const territories = lines.flatMap((one) => (one.territory === null ? [] : [one.territory]))
  return {
    ...base,
    answer: 'unknown',
    note:
      territories.length > 0 ? `the pack speaks only for ${territories.join(', ')}` : 'the pack says nothing on this State and instrument',
    citation: nowhere,
  }
}

const articleUnknown = (instrument: Instrument | null, article: string | null): string | null =>
  article !== null &&
  instrument !== null &&
  !instrument.articles.some((one) => one.article.split(/,\s*/).some((part) => covers(part, article) || covers(article, part)))
    ? `article ${article} is not paraphrased in the pack`
    : null

/** Certainty of what an article says, where the pack paraphrases it. */
export const articleCertainty = (pack: LawPack, id: string, article: string): Citation['certainty'] =>
  pack.instruments
    .find((one) => one.id === id)
    ?.articles.find((one) => one.article.split(/,\s*/).some((part) => covers(part, article) || covers(article, part)))?.certainty ??
  'unverified'

const sentence = (parts: readonly (string | null)[]): string | null => parts.filter((one) => one !== null).join('; ') || null

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
