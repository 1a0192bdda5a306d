/** Looks at a list before it is used: its sheets, its headings, what they were taken to mean, and the first thing that is wrong. */
import { Refusal } from '../basics/refusal.ts'
import { type LookedAt, linkMeanings } from '../domain/documents/lists-api.ts'
import { eachPerson, type List } from './link-columns.ts'
import { linkColumnsIn } from './link-heads.ts'
import { eachListRow, sheetsOf } from './list-rows.ts'

export const lookAtList = (list: List): LookedAt => {
  const looked = { sheets: [] as string[], heads: [] as string[], columns: {} as Record<string, string[]>, people: null as number | null }
  try {
    looked.sheets = sheetsOf(list.file)
    looked.heads = headsOf(list)
    const columns = linkColumnsIn(looked.heads, list.columns)
    if (!('reason' in columns))
      looked.columns = Object.fromEntries(linkMeanings.map((meaning) => [meaning, columns[meaning].map((at) => looked.heads[at]!)]))
    let people = 0
    eachPerson(list, () => people++)
    return { ...looked, people, fault: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...looked, fault: { code: error.code, values: error.values, line: error.place?.line ?? null } }
  }
}

/** Thrown to stop after the first row. */
class Enough extends Error {}

const headsOf = ({ file, sheet = null }: List): string[] => {
  let heads: string[] = []
  try {
    eachListRow(file, sheet, (cells) => {
      heads = cells.map((cell) => cell.trim())
      throw new Enough()
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return heads
}
