/** Reads a pasted or saved list of people, one a row, for preview before anything is kept; a bad row is named by line and column and spoils no other. */
import { refuse } from '../basics/refusal.ts'
import type { Person } from '../domain/people/person.ts'
import { type Column, columnsByContent, columnsByHead } from './people-list-columns.ts'
import { listRecords } from './people-list-records.ts'
import { ageIn, birthsIn, isUnreadable, namesIn, saysNothing, sexIn, type Unreadable } from './people-list-values.ts'

/** What a row says of a person, in the types of domain/people; sources and roles are the caller's to add. names may be empty: then note says why. */
export type ListedPerson = Pick<Person, 'names' | 'sex' | 'births' | 'ageStatements' | 'note'> & { place: string | null }
export type PeopleListRow = { line: number; values: ListedPerson }
/** Line and column count from 1; column is null when the whole row is at fault. */
export type PeopleListError = { line: number; column: number | null; reason: string }
export type PeopleList = {
  rows: PeopleListRow[]
  errors: PeopleListError[]
  /** Columns that this desk does not record (phones, addresses, routes, papers' numbers): said, so that nobody believes they were kept. */
  leftOut: { column: number; head: string }[]
}

const most = { bytes: 1024 * 1024, rows: 2000, columns: 50, cell: 2000 }

/** Refuses a file that is no list at all (too-large, bad-file). A row with a fault stands in errors and not in rows. */
export const readPeopleList = (text: string, fileName: string): PeopleList => {
  if (Buffer.byteLength(text, 'utf8') > most.bytes) refuse('too-large', { limit: '1 MiB' }, { file: fileName })
  if (text.includes('\u0000')) refuse('bad-file', { reason: 'it is not text' }, { file: fileName })
  const { records, brokenAt } = listRecords(text)
  if (records.length === 0 && brokenAt === null) refuse('bad-file', { reason: 'it holds no row' }, { file: fileName, line: 1 })
  const wide = records.find(({ cells }) => cells.length > most.columns)
  if (wide) refuse('bad-file', { reason: 'a row has more than 50 columns' }, { file: fileName, line: wide.line })
  const byHead = records[0] ? columnsByHead(records[0].cells) : null
  const people = byHead ? records.slice(1) : records
  if (people.length > most.rows) refuse('too-large', { limit: '2,000 rows' }, { file: fileName, line: people[most.rows]!.line })
  const columns = byHead ?? columnsByContent(people.map((one) => one.cells))
  const rows: PeopleListRow[] = []
  const errors: PeopleListError[] = []
  for (const { line, cells } of people) {
    const faults: PeopleListError[] = []
    const values = listed(cells, columns, (column, reason) => faults.push({ line, column, reason }))
    if (faults.length > 0) errors.push(...faults)
    else rows.push({ line, values })
  }
  if (brokenAt !== null)
    errors.push({
      line: brokenAt,
      column: null,
      reason: 'a quotation mark opens here and never closes; this row and those after it were not read',
    })
  const leftOut = columns.flatMap(({ meaning, head }, i) => (meaning === 'left-out' ? [{ column: i + 1, head: head ?? '' }] : []))
  return { rows, errors, leftOut }
}

type Draft = {
  names: Person['names'][number][]
  sex: Person['sex']
  births: Person['births']
  ageStatements: Person['ageStatements']
  place: string | null
  notes: string[]
}

const listed = (
  cells: readonly string[],
  columns: readonly Column[],
  fault: (column: number | null, reason: string) => void,
): ListedPerson => {
  const draft: Draft = { names: [], sex: 'unknown', births: [], ageStatements: [], place: null, notes: [] }
  for (const [i, cell] of cells.entries()) {
    const problem =
      cell.length > most.cell
        ? { unreadable: 'this cell is longer than 2,000 letters' }
        : enter(draft, columns[i] ?? { meaning: 'other', head: null }, cell)
    if (problem) fault(i + 1, problem.unreadable)
  }
  const { notes, ...person } = draft
  const says = person.names.length + person.births.length + person.ageStatements.length + notes.length > 0 || person.place !== null
  if (!says) fault(null, 'this row names nobody')
  return { ...person, note: notes.length > 0 ? notes.join('; ') : null }
}

/** Puts one cell where it belongs; answers what is wrong with it, or null. */
const enter = (draft: Draft, { meaning, head }: Column, cell: string): Unreadable | null => {
  const inNote = head ? `${head}: ${cell}` : cell
  if (meaning === 'name' || meaning === 'romanised' || meaning === 'alias') {
    const names = namesIn(cell, meaning === 'name' ? 'document' : meaning)
    if (isUnreadable(names)) return names
    draft.names.push(...names)
  } else if (meaning === 'sex') {
    const sex = sexIn(cell)
    if (isUnreadable(sex)) return sex
    draft.sex = sex
  } else if (meaning === 'birth') {
    const births = birthsIn(cell)
    if (isUnreadable(births)) return births
    draft.births = births.map((date) => ({ date, source: null }))
  } else if (meaning === 'age') {
    const age = ageIn(cell)
    if (isUnreadable(age)) return age
    if (age) draft.ageStatements = [{ low: age.low, high: age.high, on: null, source: null }]
    // "About 30" says less than 30: the words stay beside the number.
    if (age && !age.exact) draft.notes.push(inNote)
  } else if (meaning === 'place') draft.place = saysNothing(cell) ? null : cell
  else if (meaning === 'note' && cell !== '') draft.notes.push(cell)
  else if (meaning === 'other' && !saysNothing(cell)) draft.notes.push(inNote)
  return null
}
