import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFrom } from './csv.ts'

const back = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true }) as string[][]

test('no cell can begin as a formula, in half or full width, after spaces or a line break', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '|calc',
    '\u3000=1',
    '\u00a0=cmd',
  ]
  for (const [cell] of back(
    csvFrom(
      ['cell'],
      hostile.map((one) => [one]),
    ),
  ).slice(1))
    expect(cell!.startsWith("'")).toBe(true)
})

test('Hangul, quotation marks, separators and line breaks come back as they were', () => {
  const rows = [
    ['표은서', 'say "no"', 'a,b;c', 'two\nlines'],
    ['', '金哲洙', "o'clock", ' x '],
  ]
  expect(back(csvFrom(['a', 'b', 'c', 'd'], rows)).slice(1)).toEqual(rows)
})

test('a number stays a number, a missing value an empty cell, and no NaN leaves', () => {
  expect(csvFrom(['n'], [[-3], [null], [Number.NaN]])).toBe('\uFEFFn\r\n-3\r\n\r\n\r\n')
})

test('whatever the text, a reader gets it back, with at most one apostrophe before it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => text !== '' && !/\r/.test(text)),
      (text) => {
        const cell = back(csvFrom(['x', 'y'], [[text, 'end']]))[1]![0]!
        expect([text, `'${text}`]).toContain(cell)
      },
    ),
    { numRuns: 200 },
  )
})
