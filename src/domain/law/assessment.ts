/** What an assessment answers: per element and unit, never a score, never a verdict. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import type { Certainty, Citation } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { StateCode } from '../people/person.ts'

/** not-in-issue = nothing in the file raises the point; not-reached = an earlier element bars it or there is no such forum. */
export type Answer = 'shown' | 'contradicted' | 'disputed' | 'missing' | 'not-reached' | 'not-in-issue'

export type Line = {
  element: string
  test: string
  person: PersonId
  state: StateCode | null
  custody: string | null
  answer: Answer
  /** A named officer must still find; the answer lays the line out and is never a finding. */
  officer: boolean
  for: readonly FactId[]
  against: readonly FactId[]
  authorities: readonly Citation[]
  /** Certainty of the law relied on; null when the line rests on facts alone. */
  certainty: Certainty | null
  question: { to: 'person' | 'family' | 'file' | 'officer'; words: Words } | null
  notes: readonly string[]
}

export type ProfileMatch = {
  profile: string
  person: PersonId
  match: 'yes' | 'partly'
  facts: readonly FactId[]
  missing: readonly string[]
}

export type Assessment = {
  asOf: Day
  packVersion: string
  situation: string
  forum: string | null
  lines: readonly Line[]
  profiles: readonly ProfileMatch[]
  /** Elements whose answers would settle most others, first first. */
  openQuestions: readonly { element: string; person: PersonId; settles: number; to: string; words: Words }[]
}

export type BoundAnswer = 'bound' | 'not-bound' | 'signed-only' | 'reserved' | 'unknown'
/** readOn is before the day asked: then the answer is good up to readOn and "not checked since". */
export type Bound = {
  answer: BoundAnswer
  /** First day on which it binds. */
  since: Day | null
  /** Day of ratification or accession, where it lies before. */
  joinedOn?: Day | null
  until: Day | null
  note: string | null
  citation: Citation
  notCheckedSince: Day | null
  territory: string | null
}
