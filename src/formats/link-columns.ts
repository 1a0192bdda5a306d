/** Reads two lists of people into the columns and blocking keys that linking compares; names are compared by what they can stand for, not by their letters. */
import { refuse } from '../basics/refusal.ts'
import { dateCell, fieldOf } from '../domain/linkage/fields.ts'
import { Column, KeyNumbers } from '../domain/linkage/key-numbers.ts'
import { Texts } from '../domain/linkage/texts.ts'
import { eachCsvRow } from './csv-rows.ts'
import type { LinkInput } from './link-lists.ts'
import { nameKeysOf } from './link-names.ts'
import { type ColumnMeaning, columnsByHead } from './people-list-columns.ts'
import { birthsIn, isUnreadable, saysNothing, sexIn } from './people-list-values.ts'

/** What one row says, before it becomes numbers. birth as EDTF or empty, sex F, M, X or empty. */
export type LinkRow = { id: string; name: string; birth: string; sex: string; place: string }

/** Calls `take` for every person of a CSV file. Refuses bad-file: no heading that names a name, a birth or a sex that cannot be read, a row without a name. */
export const eachPerson = (file: string, take: (row: LinkRow, line: number) => void, progress?: (bytes: number) => void): void => {
  let meanings: (ColumnMeaning | 'own id')[] | null = null
  const bad = (line: number, reason: string): never => refuse('bad-file', { reason: `line ${line}: ${reason}` }, { file, line })
  eachCsvRow(
    file,
    (cells, line) => {
      if (!meanings) {
        const columns = columnsByHead(cells)
        if (!columns) return bad(line, 'the first row must hold headings, one of them “name”')
        meanings = columns.map(({ meaning, head }) => (/^(id|_id|uuid|_uuid|record)$/i.test(head ?? '') ? 'own id' : meaning))
        const { length } = meanings.filter((meaning) => meaning === 'name' || meaning === 'romanised')
        return length === 0 ? bad(line, 'no heading says which column holds the name') : undefined
      }
      const said = (meaning: ColumnMeaning | 'own id'): string => {
        const at = meanings!.indexOf(meaning)
        const cell = at < 0 ? '' : cells[at]!.trim()
        return saysNothing(cell) ? '' : cell
      }
      const name = said('name') || said('romanised')
      const births = birthsIn(said('birth'))
      if (isUnreadable(births)) return bad(line, births.unreadable)
      const sex = sexIn(said('sex'))
      if (isUnreadable(sex)) return bad(line, sex.unreadable)
      take(
        { id: said('own id') || said('number'), name, birth: births[0] ?? '', sex: sex === 'unknown' ? '' : sex, place: said('place') },
        line,
      )
    },
    progress,
  )
}

/** lines[i] = the line on which record i stands in its own file. */
export type ListsToLink = { input: LinkInput; lines: Uint32Array; first: number }

/** Four rules put records side by side; each finds pairs that slips in other fields would hide from the rest. */
export const readListsToLink = (first: string, second: string | null, progress?: (file: string, bytes: number) => void): ListsToLink => {
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
    const [f, g, s, p] = [texts[0]!.add(family), texts[1]!.add(given), texts[3]!.add(sex), texts[4]!.add(place.toLowerCase())]
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
  eachPerson(first, take, (bytes) => progress?.(first, bytes))
  const many = lines.size
  if (second !== null) eachPerson(second, take, (bytes) => progress?.(second, bytes))
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
