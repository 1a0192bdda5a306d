/** What the screens ask of the desk when a list of people is brought into a case, looked at first, and taken out again. */
import type { Instant } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { Person, Sex } from '../people/person.ts'
import type { SearchCandidate } from './desk-api.ts'

export type PeopleListPreview = {
  rows: readonly {
    line: number
    names: readonly string[]
    sex: Sex
    birth: string | null
    ageLow: number | null
    ageHigh: number | null
    place: string | null
    note: string | null
    candidates: readonly SearchCandidate[]
  }[]
  errors: readonly { line: number; column: string | null; reason: string }[]
}

/** What was built on a person since: the fact, account … by its label where it has one. */
export type StandsOn = {
  noun: 'fact' | 'account' | 'custody' | 'authority' | 'consent' | 'finding' | 'paper' | 'judgement'
  label: string | null
}
/** One list that was brought in and is still there. standing: its people on whom later work stands; while there is one it cannot be taken out. */
export type PeopleBatch = {
  batch: string
  at: Instant
  by: string
  file: string
  people: number
  standing: readonly { person: PersonId; on: readonly StandsOn[] }[]
}

type Row<I, O> = { in: I; out: O }
type None = null
export type PeopleListApi = {
  'POST /api/cases/:case/people-list/preview': Row<{ text: string; fileName: string }, PeopleListPreview>
  'POST /api/cases/:case/people-list': Row<
    { text: string; fileName: string; leaveOut: readonly number[] },
    { batch: string; persons: readonly Person[] }
  >
  'GET /api/cases/:case/people-lists': Row<None, readonly PeopleBatch[]>
  'POST /api/cases/:case/people-list/:batch/undo': Row<None, { removed: number }>
}
