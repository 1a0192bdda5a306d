/** Reads capture histories from YAML or CSV: which combination of lists saw how many people. */
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import { refuse } from '../basics/refusal.ts'
import { type CaptureSet, captureSetFrom } from '../domain/figures/capture-history.ts'
import { allBytesOf, type ListFile, nameOf } from './list-source.ts'

/** Refuses bad-file with line and reason. YAML holds one set or several; CSV one. */
export const captureHistoriesIn = (list: ListFile): CaptureSet[] => {
  const file = nameOf(list)
  const text = allBytesOf(list, most)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return /\.(ya?ml|json)$/i.test(file) || /^\s*(-\s|\w+:|\{|\[|#)/.test(text) ? fromYaml(text, file) : [fromCsv(text, file)]
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
    const counts = one?.counts ?? one?.histories
    if (counts === null || typeof counts !== 'object')
      return refuse('bad-file', { reason: `${id}: no counts; write counts: {"100": 12, "110": 3, …}` }, { file })
    const names = Array.isArray(one.lists) && one.lists.every((name) => typeof name === 'string') ? (one.lists as string[]) : null
    return captureSetFrom(
      id,
      names,
      Object.entries(counts).map(([history, count]) => [history, numberOf(count)]),
    )
  })
}

const numberOf = (value: unknown): number => (typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN)

/** Three shapes: history,count · one 0/1 column a list and a count column · one 0/1 column a list and one row a person. With or without headings. */
const fromCsv = (text: string, file: string): CaptureSet => {
  let rows: { record: string[]; line: number }[]
  try {
    const delimiter = [',', ';', '\t'].reduce(
      (best, sign) => (text.split('\n', 1)[0]!.split(sign).length > text.split('\n', 1)[0]!.split(best).length ? sign : best),
      ',',
    )
    const parsed = parseCsv(text, { delimiter, skip_empty_lines: true, trim: true, info: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    rows = parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    return refuse('bad-file', { reason: `line ${line}: ${(error as Error).message}` }, { file, line })
  }
  const first = rows[0]
  if (!first) return refuse('bad-file', { reason: 'it is empty' }, { file })
  const headed = first.record.some((cell) => !/^\d+$/.test(cell))
  const headings = headed ? first.record : first.record.map((_, i) => `${i + 1}`)
  const body = headed ? rows.slice(1) : rows
  const id = file.replace(/^.*\//, '')
  const bad = (line: number, reason: string): never => refuse('bad-file', { reason: `line ${line}: ${reason}` }, { file, line })
  if (headings.length === 2 && !/^[01]$/.test(body[0]?.record[0] ?? '0')) {
    return captureSetFrom(
      id,
      null,
      body.map(({ record, line }) => [
        checked(record[0]!, /^[01]+$/, line, 'a history of 0 and 1', bad),
        Number(checked(record[1]!, /^\d+$/, line, 'a whole number', bad)),
      ]),
    )
  }
  const countAt = headed
    ? headings.findIndex((name) => /^(count|counts|freq|frequency|n)$/i.test(name))
    : body.some(({ record }) => !/^[01]$/.test(record.at(-1)!))
      ? headings.length - 1
      : -1
  const lists = headings.filter((_, i) => i !== countAt)
  const sums = new Map<string, number>()
  for (const { record, line } of body) {
    let history = ''
    record.forEach((cell, i) => {
      if (i !== countAt) history += checked(cell, /^[01]$/, line, '0 or 1', bad)
    })
    const count = countAt < 0 ? 1 : Number(checked(record[countAt]!, /^\d+$/, line, 'a whole number', bad))
    if (countAt >= 0 && sums.has(history)) bad(line, `the history ${history} is given twice`)
    sums.set(history, (sums.get(history) ?? 0) + count)
  }
  return captureSetFrom(id, lists, sums)
}

const checked = (cell: string, shape: RegExp, line: number, wanted: string, bad: (line: number, reason: string) => never): string =>
  shape.test(cell) ? cell : bad(line, `“${cell.slice(0, 40)}” should be ${wanted}`)
