/** Reads the facts of a plain case file and checks every kind, attribute and choice against the vocabulary of the pack. */
import type { CustodyId, ExhibitId, FactId } from '../basics/id.ts'
import type { LawPack } from '../domain/law/pack.ts'
import type { Person } from '../domain/people/person.ts'
import type { Account, Span } from '../domain/testimony/account.ts'
import { type CustodyPeriod, type Fact, standings } from '../domain/testimony/fact.ts'
import type { FactKind } from '../domain/testimony/vocabulary.ts'
import { caseKeys, hands, tris } from './case-file-keys.ts'
import { idOf, personIn, yesNo } from './case-file-people.ts'
import { findSpan, spanAt } from './case-file-span.ts'
import { stateCode } from './pack-status.ts'
import { dateOf, isGiven, onlyKeys } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export type CaseContext = {
  pack: LawPack
  kinds: ReadonlyMap<string, FactKind>
  persons: readonly Person[]
  accounts: readonly Account[]
  custodies: readonly CustodyPeriod[]
  sources: ReadonlySet<string>
  exhibits: ReadonlySet<string>
}

export const readFact = (at: Placed, around: CaseContext): Fact => {
  onlyKeys(at, caseKeys.fact)
  const id = idOf(at.at('id'))
  const kind =
    around.kinds.get(at.at('kind').text()) ??
    at
      .at('kind')
      .refuse(`“${at.at('kind').text()}” is no kind of fact of the vocabulary (${nearest(at.at('kind').text(), [...around.kinds.keys()])})`)
  const about = manyOf(at.at('about')).map((one) => personIn(one, around.persons))
  if (about.length === 0) at.refuse(`${id}: about is missing: whom does it concern?`)
  concerned(at, id, kind, about, around.persons)
  const spans = readSpans(at, around.accounts)
  const sources = at
    .at('sources')
    .list()
    .map((one) => (around.sources.has(one.text()) ? one.text() : one.refuse(`there is no source “${one.text()}” in this file`)))
  const exhibit = at.at('exhibit').maybe()
  if (exhibit !== null && !around.exhibits.has(exhibit)) at.at('exhibit').refuse(`there is no exhibit “${exhibit}” in this file`)
  if (spans.length === 0 && sources.length === 0 && exhibit === null)
    at.refuse(`${id}: a fact needs the words it comes from (statement and quote), an exhibit, or a public source`)
  const custody = at.at('custody').maybe()
  if (custody !== null && !around.custodies.some((one) => one.id === custody))
    at.at('custody').refuse(`there is no custody “${custody}” in this file`)
  const attrs = readAttrs(at.at('attrs'), kind, around)
  const { actor, place, date, ...rest } = attrs
  const hand = around.accounts.find((one) => one.id === spans[0]?.account)?.hand ?? (exhibit === null ? 'public-source' : 'first')
  return {
    id: id as FactId,
    label: id,
    kind: kind.id,
    about,
    spans,
    exhibit: exhibit as ExhibitId | null,
    publicSources: sources,
    actor: one(at, 'actor', actor),
    place: one(at, 'place', place),
    date: at.at('date').maybe() !== null ? dateOf(at.at('date')) : date === undefined ? null : dateOf(at.at('attrs').at('date')),
    attrs: rest,
    adverse: yesNo(at.at('adverse'), kind.leans === 'adverse'),
    standing: at.at('standing').oneOf(standings),
    disputedPart: at.at('disputedPart').maybe(),
    twin: at.at('twin').maybe() as FactId | null,
    custody: custody as CustodyId | null,
    hand: at.at('hand').maybe() === null ? hand : at.at('hand').oneOf(hands),
    summary: at.at('summary').maybe(),
    sealed: yesNo(at.at('sealed'), false),
    note: at.at('note').maybe(),
  }
}

/** The same thing may be given once, beside the fact or among its attributes. */
const one = (at: Placed, key: 'actor' | 'place', inAttrs: string | undefined): string | null => {
  const beside = at.at(key).maybe()
  if (beside !== null && inAttrs !== undefined && beside !== inAttrs)
    return at.at(key).refuse(`${key} is given twice, with different words`)
  return beside ?? inAttrs ?? null
}

const readSpans = (at: Placed, accounts: readonly Account[]): Span[] => [
  ...(at.at('quote').maybe() === null ? [] : [spanAt(at, accounts)]),
  ...(!isGiven(at.at('span')) ? [] : [findSpan(at.at('span'), accounts)]),
  ...at
    .at('spans')
    .list()
    .map((span) => findSpan(span, accounts)),
]

/** With several persons concerned, a fact about a relative alone would count for nobody or for all: say whose relative. */
const concerned = (at: Placed, id: string, kind: FactKind, about: readonly string[], persons: readonly Person[]): void => {
  const claimants = persons.filter((person) => person.role === 'self')
  const touches = persons.some((person) => about.includes(person.id) && (person.role === 'self' || person.role === 'child'))
  if (!touches && claimants.length > 1) at.at('about').refuse(`${id} (${kind.id}) is about a relative; name the person it concerns as well`)
}

/** One id or a list of ids. */
export const manyOf = (at: Placed): Placed[] =>
  Array.isArray(at.raw()) ? at.list() : at.raw() === null || at.raw() === undefined ? [] : [at]

const readAttrs = (at: Placed, kind: FactKind, around: CaseContext): Record<string, string> =>
  Object.fromEntries(
    at.keys().map((key) => {
      const type =
        kind.attrs[key] ?? at.at(key).refuse(`${kind.id} has no attribute “${key}”; it has ${Object.keys(kind.attrs).join(', ')}`)
      return [key, readValue(at.at(key), key, type, around)]
    }),
  )

const readValue = (at: Placed, key: string, type: string, around: CaseContext): string => {
  const value = at.text()
  const fits = (good: boolean, how: string): string => (good ? value : at.refuse(`“${value.slice(0, 40)}” is not ${how}`))
  const choices = around.pack.vocabulary.choices[type]
  if (choices) return fits(choices.includes(value), `a choice of ${key}: ${choices.join(', ')}`)
  switch (type) {
    case 'tri':
      return fits((tris as readonly string[]).includes(value), `one of ${tris.join(', ')}`)
    case 'state':
      return stateCode(at)
    case 'date':
    case 'interval':
      return dateOf(at)
    case 'duration':
      return fits(
        /^P(?=[\dT])(\d+[YMWD])*(T(\d+[HMS])+)?[~?%]?(\/P(\d+[YMWD])+[~?%]?)?$/.test(value),
        'a duration; write P3W, P2M~ (about), P6M',
      )
    case 'count':
      return fits(/^\d+(-\d+)?[~?]?$/.test(value), 'a number; write 12, 12~ (about) or 10-15')
    case 'language':
      return fits(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value), 'a language tag; write ko, zh, en')
    case 'person':
      return fits(
        value === 'self' || value === 'unknown' || around.persons.some((person) => person.id === value),
        'a person of this file, self or unknown',
      )
    default:
      return value
  }
}

const nearest = (word: string, words: readonly string[]): string => {
  const parts = word.split(/[-_ ]/).filter((part) => part.length > 3)
  const found = words.filter((one) => parts.some((part) => one.includes(part))).slice(0, 4)
  return found.length > 0 ? `near it: ${found.join(', ')}` : 'docs/case-file.md lists them'
}
