/** What the screens ask of the desk when a list of people is brought into a case, looked at first, and taken out again. */
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

type Row<I, O> = { in: I; out: O }
type None = null
export type PeopleListApi = {
  'POST /api/cases/:case/people-list/preview': Row<{ text: string; fileName: string }, PeopleListPreview>
  'POST /api/cases/:case/people-list': Row<
    { text: string; fileName: string; leaveOut: readonly number[] },
    { batch: string; persons: readonly Person[] }
  >
  'POST /api/cases/:case/people-list/:batch/undo': Row<None, { removed: number }>
}
