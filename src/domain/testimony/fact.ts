/** A fact: what happened, drawn from a span of an account or an exhibit, for or against, with its standing. It is never true or false by itself. */
import type { CustodyId, ExhibitId, FactId, PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { StateCode } from '../people/person.ts'
import type { Span } from './account.ts'

export const standings = ['accepted', 'benefit-of-doubt', 'disputed', 'not-accepted', 'open'] as const
export type Standing = (typeof standings)[number]

export type Fact = {
  id: FactId
  /** Short label shown to people: F12. Unique within the case. */
  label: string
  /** Id in the pack's vocabulary. */
  kind: string
  about: readonly PersonId[]
  /** Where it is taken from. A fact without either is refused. */
  spans: readonly Span[]
  exhibit: ExhibitId | null
  /** Public sources of the file (ids of CaseRecord.sources). */
  publicSources: readonly string[]
  actor: string | null
  /** Coarse: State, province, county or city. */
  place: string | null
  date: PartialDate | null
  /** Only the attributes that the vocabulary gives this kind; values as the vocabulary types say, all as text. */
  attrs: Readonly<Record<string, string>>
  adverse: boolean
  standing: Standing
  /** Names an immaterial part that is disputed (e.g. date): then the rest of the fact still carries. */
  disputedPart: string | null
  /** The version of the same event that contradicts this one. */
  twin: FactId | null
  custody: CustodyId | null
  hand: 'first' | 'second' | 'public-source'
  /** Short own words of the person who recorded it, in English, third person, fit for a document; null = the kind's sentence is used. */
  summary: string | null
  sealed: boolean
  note: string | null
}

/** Who held the person, where, from when to when. */
export type CustodyPeriod = {
  id: CustodyId
  persons: readonly PersonId[]
  state: StateCode
  authority: string | null
  place: string | null
  period: PartialDate
  sources: readonly string[]
  note: string | null
}

export type Exhibit = {
  id: ExhibitId
  label: string
  title: string
  receivedFrom: string
  receivedOn: PartialDate
  sha256: string
  bytes: number
}

/** Two versions of one thing. Both stay; no document silently picks one. */
export type Contradiction = {
  id: string
  between: readonly [FactId, FactId]
  about: string
  /** Element ids it reaches; empty = where both facts bear. */
  reaches: readonly string[]
  explanation: string | null
}
