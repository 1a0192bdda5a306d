/** Reads capture histories from YAML or CSV: which combination of lists saw how many people. */
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import { refuse } from '../basics/refusal.ts'
import { type CaptureSet, captureSetFrom } from '../domain/figures/capture-history.ts'
import { listTextIn } from '../domain/linkage/list-text.ts'
import { unknownText } from './csv-rows.ts'
import { allBytesOf, type ListFile, nameOf } from './list-source.ts'

/** Refuses bad-file with line and reason. YAML holds one set or several; CSV one. */
export const captureHistoriesIn = (list: ListFile): CaptureSet[] => {
  const file = nameOf(list)
  const read = listTextIn(allBytesOf(list, most))
  if (!read) return refuse('bad-file', { reason: unknownText }, { file })
  const text = read.text.replace(/^\uFEFF/, '')
  return /\.(ya?ml|json)$/i.test(file) || (!/\.[ct]sv$/i.test(file) && /^\s*(-\s|\w+:|\{|\[|#)/.test(text))
    ? fromYaml(text, file)
    : [fromCsv(text, file)]
}

const most = 16 * 2 ** 20

type Written = { id?: unknown; lists?: unknown; counts?: unknown; histories?: unknown }

const fromYaml = (text: string, file: string): CaptureSet[] => {
  let read: unknown
  try {
    // Histories such as 0110 must stay text: as numbers they lose their zeros or turn octal.
    read = parseYaml(text, { schema: 'failsafe', strict: true, uniqueKeys: true })
  } catch (error) {
    const at = error instanceof YAMLParseError ? error.linePos?.[0] : undefined
    const reason = (error as Error).message.split(/ at line|\n/)[0]!
    return refuse(
      'bad-file',
      { reason: at ? `line ${at.line}: ${reason}` : reason },
      at ? { file, line: at.line, column: at.col } : { file },
    )
  }
  const all = (Array.isArray(read) ? read : [read]) as Written[]
  return all.map((one, i) => {
    const id = typeof one?.id === 'string' && one.id !== '' ? one.id : `set ${i + 1}`
    // A file may be nothing but histories and their counts.
    const counts = one?.counts ?? one?.histories ?? (isTable(one) ? one : null)
    if (counts === null || typeof counts !== 'object')
      return refuse('bad-file', { reason: `${id}: no counts; write counts: {"100": 12, "110": 3, …}` }, { file })
    const names = Array.isArray(one.lists) && one.lists.every((name) => typeof name === 'string') ? (one.lists as string[]) : null
    return captureSetFrom(
      id,
      names,
      pairsIn(counts).map(([history, count]) => [history, numberOf(count)]),
    )
  })
}

const isTable = (one: unknown): boolean =>
  one !== null && typeof one === 'object' && !Array.isArray(one) && Object.keys(one).every((key) => /^[01]{2,}$/.test(key))

/** {"110": 3} or [{history: "110", count: 3}]. */
const pairsIn = (counts: object): [history: string, count: unknown][] =>
  Array.isArray(counts)
    ? counts.map((row) => [`${(row as { history?: unknown })?.history ?? ''}`, (row as { count?: unknown })?.count])
    : Object.entries(counts)

const numberOf = (value: unknown): number => (typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN)

/**
 * Three shapes: a history and a count · one 0/1 column a list and a count · one 0/1 column a list and one row a person. With or without headings, columns in any
 * order. R's row numbers, TRUE and FALSE, lines that begin with # and a history of zeros without a count (R writes NA) are read as they are meant.
 */
const fromCsv = (text: string, file: string): CaptureSet => {
  let rows: { record: string[]; line: number }[]
  try {
    const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
    const delimiter = [',', ';', '\t'].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best), ',')
    const parsed = parseCsv(text, { delimiter, comment: '#', comment_no_infix: true, skip_empty_lines: true, trim: true, info: true })
    rows = (parsed as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    return refuse('bad-file', { reason: `line ${line}: ${(error as Error).message}` }, { file, line })
  }
  const first = rows[0]
  if (!first) return refuse('bad-file', { reason: 'it is empty' }, { file })
  const headed = first.record.some((cell) => !/^\d+$/.test(cell))
  const body = headed ? rows.slice(1) : rows
  const id = file.replace(/^.*\//, '')
  const bad = (line: number, reason: string): never => refuse('bad-file', { reason: `line ${line}: ${reason}` }, { file, line })
  // A column without a heading that counts the rows is R's.
  const numbered = headed && first.record[0] === '' && body.every(({ record }, i) => record[0] === `${i + 1}`)
  const columns = first.record.map((_, i) => i).slice(numbered ? 1 : 0)
  const headings = headed ? first.record : first.record.map((_, i) => `${i + 1}`)
  const column = (at: number): string[] => body.map(({ record }) => record[at]!)
  const historyAt = historyColumn(columns, headed ? headings : [], column)
  const countAt = countColumn(columns, headed ? headings : [], column, historyAt)
  const listsAt = columns.filter((at) => at !== countAt && at !== historyAt)
  if (historyAt >= 0 && listsAt.length > 0)
    bad(first.line, `beside history and count there is a column “${headings[listsAt[0]!]!.slice(0, 40)}”`)
  const sums = new Map<string, number>()
  for (const { record, line } of body) {
    const history =
      historyAt >= 0
        ? checked(record[historyAt]!, /^[01]+$/, line, 'a history of 0 and 1', bad)
        : listsAt.map((at) => checked(digits[record[at]!.toLowerCase()] ?? record[at]!, /^[01]$/, line, '0 or 1', bad)).join('')
    if (countAt >= 0 && /^(NA|)$/i.test(record[countAt]!) && !history.includes('1')) continue
    const count = countAt < 0 ? 1 : Number(checked(record[countAt]!, /^\d+$/, line, 'a whole number', bad))
    if (countAt >= 0 && sums.has(history)) bad(line, `the history ${history} is given twice`)
    sums.set(history, (sums.get(history) ?? 0) + count)
  }
  return captureSetFrom(id, historyAt >= 0 ? null : listsAt.map((at) => headings[at]!), sums)
}

const digits: Record<string, string> = { true: '1', false: '0' }

/** Where a whole history stands in one cell: said by a heading, or told by two columns of which one holds 0 and 1 in equal length. −1: one column a list. */
const historyColumn = (columns: readonly number[], headings: readonly string[], cells: (at: number) => string[]): number => {
  const named = columns.find((at) => /^(capture.?)?(history|histories|pattern)$/i.test(headings[at] ?? ''))
  if (named !== undefined) return named
  if (columns.length !== 2) return -1
  const inTwo = (at: number): boolean => {
    const found = cells(at)
    return found.length > 0 && found.every((cell) => /^[01]{2,}$/.test(cell) && cell.length === found[0]!.length)
  }
  return columns.find(inTwo) ?? -1
}

/** Said by a heading, or the one column that is not all 0 and 1. −1: every row is a person. */
const countColumn = (
  columns: readonly number[],
  headings: readonly string[],
  cells: (at: number) => string[],
  historyAt: number,
): number => {
  const rest = columns.filter((at) => at !== historyAt)
  const named = rest.find((at) => /^(count|counts|freq|frequency|n|인원|인원수|명수|수|人数)$/i.test(headings[at] ?? ''))
  if (named !== undefined) return named
  if (historyAt >= 0) return rest[0] ?? -1
  const others = rest.filter((at) => cells(at).some((cell) => !/^([01]|true|false)$/i.test(cell)))
  return others.length === 1 && cells(others[0]!).some((cell) => /^\d{2,}$|^[2-9]$/.test(cell)) ? others[0]! : -1
}

const checked = (cell: string, shape: RegExp, line: number, wanted: string, bad: (line: number, reason: string) => never): string =>
  shape.test(cell) ? cell : bad(line, `“${cell.slice(0, 40)}” should be ${wanted}`)
