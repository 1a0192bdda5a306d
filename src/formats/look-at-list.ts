/** Looks at a list before it is used: its sheets, its headings, what they were taken to mean, and the first thing that is wrong. */
import { Refusal, refuse } from '../basics/refusal.ts'
import { type LookedAt, linkMeanings } from '../domain/documents/lists-api.ts'
import { eachPerson, type List } from './link-columns.ts'
import { headFinder } from './link-heads.ts'
import { eachListRow, encodingOf, sheetsOf } from './list-rows.ts'
import { nameOf } from './list-source.ts'

export const lookAtList = (list: List): LookedAt => {
  const looked: Omit<LookedAt, 'fault'> = { sheets: [], heads: [], columns: {}, encoding: null, people: null }
  try {
    // The sheets are told first: an empty cover must not hide the sheet with the people.
    Object.assign(looked, { sheets: sheetsOf(list.file) })
    Object.assign(looked, { ...headsOf(list), encoding: encodingOf(list.file) })
    let people = 0
    eachPerson(list, () => {
      people++
    })
    if (people === 0) refuse('bad-file', { reason: 'it holds headings and nobody below them' }, { file: nameOf(list.file) })
    return { ...looked, people, fault: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...looked, fault: { code: error.code, values: error.values, line: error.place?.line ?? null } }
  }
}

/** Thrown to stop after the headings. */
class Enough extends Error {}

/** The headings and what they mean; of a list whose headings are not found, its first row. */
const headsOf = ({ file, sheet = null, columns: chosen }: List): Pick<LookedAt, 'heads' | 'columns'> => {
  const find = headFinder(chosen)
  let first: readonly string[] = []
  let found: Pick<LookedAt, 'heads' | 'columns'> | null = null
  try {
    eachListRow(file, sheet, (cells) => {
      if (first.length === 0) first = cells.map((cell) => cell.trim())
      const one = find(cells)
      if (one === 'above') return one
      if ('reason' in one) {
        if (!one.noHeads) found = { heads: cells.map((cell) => cell.trim()), columns: {} }
      } else {
        const heads = one.heads.map((cell) => cell.trim())
        found = {
          heads,
          columns: Object.fromEntries(linkMeanings.map((meaning) => [meaning, one.columns[meaning].map((at) => heads[at]!)])),
        }
      }
      throw new Enough()
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return found ?? { heads: first, columns: {} }
}
