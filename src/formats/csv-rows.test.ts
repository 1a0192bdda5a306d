import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachCsvRow } from './csv-rows.ts'

const file = join(mkdtempSync(join(tmpdir(), 'rows-')), 'rows.csv')
const rowsOf = (text: string | Buffer): string[][] => {
  writeFileSync(file, text)
  const rows: string[][] = []
  eachCsvRow(file, (cells) => rows.push([...cells]))
  return rows
}
const refusedAt = (text: string | Buffer): number | undefined => {
  try {
    rowsOf(text)
  } catch (error) {
    return (error as { place?: { line?: number } }).place?.line
  }
  throw new Error('nothing was refused')
}

test('reads what csv-parse reads, quotes, line ends in cells and Hangul included', () => {
  const cell = fc.stringMatching(/^[a-z가-힣",\n ;\r]{0,8}$/)
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, end) => {
        const text =
          [['a', 'b', 'c'], ...rows]
            .map((row) => row.map((one) => (/[",\n\r;]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(','))
            .join(end) + end
        expect(rowsOf(text)).toEqual(parse(text, { record_delimiter: end }))
      },
    ),
    { numRuns: 200 },
  )
})

test('rows longer than a piece, letters across pieces and a byte order mark are read whole', () => {
  const long = '가'.repeat(500_000)
  const rows = rowsOf(`\uFEFFname,note\n김,"${long}\n${long}"\n박,${long}\n`)
  expect(rows[0]).toEqual(['name', 'note'])
  expect(rows[1]![1]).toHaveLength(1_000_001)
  expect(rows[2]).toEqual(['박', long])
  expect(rowsOf('a;b\r\n1;2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a fault is told with its line', () => {
  expect(refusedAt('a,b\n1,2\n3\n')).toBe(3)
  expect(refusedAt('a,b\n"1\n1",2\n3,"4\n')).toBe(4)
  expect(refusedAt('a,b\n1,2"3\n')).toBe(2)
  expect(refusedAt('a,b\n"1"x,2\n')).toBe(2)
  expect(refusedAt(Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from([255, 44, 10])]))).toBe(3)
  expect(refusedAt('')).toBe(1)
})
