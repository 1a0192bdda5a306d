/** Cuts a pasted or saved list into rows and cells, with the line each row begins on; separators are found, not asked for. */
import { parse } from 'csv-parse/sync'
import { columnsByHead } from './people-list-columns.ts'
import { printable } from './printable.ts'

export type ListRecord = { line: number; cells: string[] }
/** brokenAt = the line where a quotation mark opens that never closes; what follows it could not be read. */
export type ListRecords = { records: ListRecord[]; brokenAt: number | null }

export const listRecords = (given: string): ListRecords => {
  const text = given.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/^\uFEFF/, '')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const oneLine = lines.length === 1 ? namesInOneLine(lines[0]!) : null
  if (oneLine) return { records: oneLine, brokenAt: null }
  const delimiter = delimiterOf(lines)
  const cut = recordsOf(text, delimiter)
  const names = delimiter === ',' ? namesWithComma(cut.records) : null
  return names ? { ...cut, records: names } : cut
}

type Parsed = { record: string[]; info: { lines: number }; raw: string }

const recordsOf = (text: string, delimiter: string | null): ListRecords => {
  let broken = false
  const parsed = parse(text, {
    delimiter: delimiter ?? '\t',
    // Where each line is one name, a quotation mark is part of the name.
    quote: delimiter === null ? false : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    raw: true,
    on_skip: () => {
      broken = true
      return undefined
    },
  } as const) as unknown as Parsed[]
  const records = parsed.flatMap(({ record, info, raw }): ListRecord[] => {
    // The parser counts to the end of a row; a person looks for its beginning.
    const inside = raw.replace(/^\n+/, '').replace(/\n$/, '').split('\n').length - 1
    const cells = record.map(cleaned)
    return cells.every((cell) => cell === '') ? [] : [{ line: info.lines - inside, cells }]
  })
  return { records, brokenAt: broken ? (parsed.at(-1)?.info.lines ?? 0) + 1 : null }
}

/** One line of several names, as a chat or a report gives them. */
const namesInOneLine = (line: string): ListRecord[] | null => {
  const cells = /["\t]/.test(line) ? [] : line.split(/[,;、，；]/).map(cleaned)
  if (cells.length < 2 || cells.some((cell) => /\d/.test(cell)) || columnsByHead(cells)) return null
  return cells.filter((cell) => cell !== '').map((cell) => ({ line: 1, cells: [cell] }))
}

/** "Choe, Yong Ok" on every line is a family name and a given name, not two columns. */
const namesWithComma = (records: readonly ListRecord[]): ListRecord[] | null => {
  const latinWord = /^[\p{Script=Latin}\p{M}'’ -]{2,}$/u
  const all = records.length > 0 && records.every(({ cells }) => cells.length === 2 && cells.every((cell) => latinWord.test(cell)))
  if (!all || columnsByHead(records[0]!.cells)) return null
  return records.map(({ line, cells }) => ({ line, cells: [cells.join(' ')] }))
}

/** The first separator that most early lines have; null when each line is one name. */
const delimiterOf = (lines: readonly string[]): string | null => {
  const early = lines.slice(0, 20).map((line) => line.slice(0, 2000).replace(/"[^"]*"/g, ''))
  return ['\t', ';', ',', '，'].find((mark) => early.filter((line) => line.includes(mark)).length > early.length / 2) ?? null
}

const cleaned = (cell: string): string => printable(cell).trim()
