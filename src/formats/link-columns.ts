/** Reads two lists of people into the columns and blocking keys that linking compares; names are compared by what they can stand for, not by their letters. */
import { refuse } from '../basics/refusal.ts'
import type { LinkMeaning } from '../domain/documents/lists-api.ts'
import { dateCell, fieldOf } from '../domain/linkage/fields.ts'
import { Column, KeyNumbers } from '../domain/linkage/key-numbers.ts'
import { placeKey } from '../domain/linkage/place-key.ts'
import { Texts } from '../domain/linkage/texts.ts'
import { type ChosenColumns, headFinder, type LinkColumns, noNameHead } from './link-heads.ts'
import type { LinkInput } from './link-lists.ts'
import { nameKeysOf } from './link-names.ts'
import { eachListRow } from './list-rows.ts'
import { type ListFile, nameOf } from './list-source.ts'
import { birthsIn, isUnreadable, saysNothing, sexIn } from './people-list-values.ts'

/** What one row says, before it becomes numbers. birth as EDTF or empty, sex F, M, X or empty. */
export type LinkRow = { id: string; name: string; birth: string; sex: string; place: string }

/** A list and how it is to be read: which sheet of it (null = the first) and which columns, where a person said so. */
export type List = { file: ListFile; sheet?: string | null; columns?: ChosenColumns }

/**
 * Calls `take` for every person of a list (CSV or XLSX; plain, or as Kobo, ODK and Uwazi export it). Refuses bad-file with the line: headings that do not
 * name a name, a birth or a sex that cannot be read. Of a cell with several values (a|b) the first counts, of a value with its group (a::b) the value.
 */
export const eachPerson = (list: List, take: (row: LinkRow, line: number) => void, progress?: (share: number) => void): void => {
  let columns: LinkColumns | null = null
  let firstLine: number | null = null
  const headsOf = headFinder(list.columns)
  const file = nameOf(list.file)
  const bad = (line: number, reason: string): never => refuse('bad-file', { reason: `line ${line}: ${reason}` }, { file, line })
  eachListRow(
    list.file,
    list.sheet ?? null,
    (cells, line) => {
      if (!columns) {
        const found = headsOf(cells)
        firstLine ??= line
        if (found === 'above') return found
        if ('reason' in found) return bad(found.noHeads ? firstLine : line, found.reason)
        columns = found.columns
        return
      }
      const said = (meaning: LinkMeaning): string => {
        for (const at of columns![meaning]) {
          const cell = firstValue(cells[at]!)
          if (!saysNothing(cell)) return cell
        }
        return ''
      }
      const whole = said('name')
      const name = whole || [said('family'), said('given')].filter(Boolean).join(' ') || said('romanised')
      const births = birthsIn(said('birth').replace(/[T ]\d\d:\d\d.*$/, ''))
      if (isUnreadable(births)) return bad(line, births.unreadable)
      const sex = sexIn(said('sex'))
      if (isUnreadable(sex)) return bad(line, sex.unreadable)
      return take({ id: said('id'), name, birth: births[0] ?? '', sex: sex === 'unknown' ? '' : sex, place: said('place') }, line)
    },
    progress,
  )
  if (!columns) bad(firstLine ?? 1, noNameHead)
}

const firstValue = (cell: string): string => {
  const text = cell.trim()
  if (!text.includes('|') && !text.includes('::')) return text
  return text.split('|')[0]!.split('::').at(-1)!.trim()
}

/** lines[i] = the line on which record i stands in its own file. */
export type ListsToLink = { input: LinkInput; lines: Uint32Array; first: number }

/** Four rules put records side by side; each finds pairs that slips in other fields would hide from the rest. */
export const readListsToLink = (first: List, second: List | null, progress?: (file: string, share: number) => void): ListsToLink => {
  const fields = [
    fieldOf('family', 'text', true),
    fieldOf('given', 'text', true),
    fieldOf('birth', 'date'),
    fieldOf('sex', 'exact'),
    fieldOf('place', 'text', true),
  ]
  const texts = [new Texts(), new Texts(), null, new Texts(), new Texts()]
  const cells = fields.map(() => new Column())
  const skeletons = new Texts()
  const ruleFixes = [['family', 'given'], ['birth', 'sex'], ['given'], ['family']]
  const names = ['the whole name', 'birth day and sex', 'given name and birth year', 'family name, consonants and birth year']
  const numbers = ruleFixes.map(() => new KeyNumbers())
  const keys = ruleFixes.map(() => new Column())
  const lines = new Column()
  const take = ({ name, birth, sex, place }: LinkRow, line: number): void => {
    const { family, given, skeleton } = nameKeysOf(name)
    const [f, g, s, p] = [texts[0]!.add(family), texts[1]!.add(given), texts[3]!.add(sex), texts[4]!.add(placeKey(place))]
    const born = dateCell(birth)
    const year = born >>> 16
    ;[f, g, born, s, p].forEach((cell, i) => {
      cells[i]!.push(cell)
    })
    keys[0]!.push(f && g ? numbers[0]!.add(f, g) : 0)
    keys[1]!.push((born & 0xff) !== 0 && s ? numbers[1]!.add(s, born) : 0)
    keys[2]!.push(g && year ? numbers[2]!.add(g, year) : 0)
    keys[3]!.push(f && year ? numbers[3]!.add(f, skeletons.add(skeleton || '-') * 2 ** 16 + year) : 0)
    lines.push(line)
  }
  eachPerson(first, take, (share) => progress?.(nameOf(first.file), share))
  const many = lines.size
  if (second !== null) eachPerson(second, take, (share) => progress?.(nameOf(second.file), share))
  return {
    input: {
      columns: fields.map((field, i) => ({ field, cells: cells[i]!.cells, texts: texts[i]! })),
      rules: keys.map((column, i) => ({ name: names[i]!, keys: column.cells, keyCount: numbers[i]!.size, fixes: ruleFixes[i]! })),
      second: second === null ? null : many,
    },
    lines: lines.cells,
    first: many,
  }
}

/** The rows of some records, read a second time: only they are held. Refuses out-of-date when a file changed meanwhile. */
export const rowsOf = (
  first: List,
  second: List | null,
  { lines, first: many }: Pick<ListsToLink, 'lines' | 'first'>,
  wanted: ReadonlySet<number>,
): Map<number, LinkRow> => {
  const found = new Map<number, LinkRow>()
  const read = (list: List, from: number, to: number): void => {
    let record = from
    eachPerson(list, (row) => {
      if (wanted.has(record)) found.set(record, { ...row })
      record++
    })
    if (record !== to) refuse('out-of-date')
  }
  read(first, 0, many)
  if (second !== null) read(second, many, lines.length)
  return found
}
