import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Day } from '../basics/clock.ts'
import { bindsTable } from '../domain/law/binds-table.ts'
import { readPack } from '../formats/pack.ts'
import { run as assess } from './assess.ts'
import { run as checkPack } from './check-pack.ts'
import { run as law } from './law.ts'

const told = async (
  run: (argv: string[], out: NodeJS.WritableStream) => Promise<number>,
  ...argv: string[]
): Promise<{ text: string; code: number }> => {
  let text = ''
  const out = new Writable({
    write: (part, _encoding, done) => {
      text += part
      done()
    },
  })
  return { code: await run(argv, out), text }
}

test('assess prints a table that says it is no finding, and nine alike people once', async () => {
  const { text, code } = await told(assess, 'examples/laos-nine-2013.yaml')
  expect(code).toBe(0)
  expect(text).toContain('a named officer finds')
  expect(text).toContain('p1, p2, p3, p4, p5, p6, p7, p8, p9 (alike on every line)')
  expect(text).not.toMatch(/\d ?%|score/i)
})

test('assess --json --as-of answers with the law of that day', async () => {
  const { text } = await told(assess, 'examples/heron.yaml', '--json', '--as-of', '1981-01-01')
  const answer = JSON.parse(text) as { asOf: string; lines: { element: string; answer: string }[] }
  expect(answer.asOf).toBe('1981-01-01')
  expect(answer.lines.find((line) => line.element === 'cat3.absolute')!.answer).toBe('contradicted')
})

test('a bad case file answers 2 and names the line', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'case-')), 'bad.yaml')
  const lines = readFileSync('examples/heron.yaml', 'utf8').replace('kind: recruited', 'kind: recruitment')
  writeFileSync(file, lines)
  const { text, code } = await told(assess, file)
  expect(code).toBe(2)
  expect(text).toContain(`bad.yaml:${lines.split('\n').findIndex((line) => line.includes('recruitment')) + 1}: `)
})

test('law bound says signed only where a State only signed, and since when nobody checked', async () => {
  const { text } = await told(law, 'bound', '--state', 'CHN', '--on', '2026-11-24', '--instrument', 'ICCPR')
  expect(text).toContain('signed-only')
  expect(text).toContain('not checked since')
})

test('check-pack finds no fault in the packs of the house', async () => {
  const { text, code } = await told(checkPack)
  expect(text).toContain('No fault found.')
  expect(code).toBe(0)
})

test('law bound gives the column of the screen for that State, treaties apart from custom and soft law', async () => {
  const pack = readPack('packs', 'china-dprk')
  for (const on of ['1981-01-01', '2009-12-31', '2026-11-24'] as Day[]) {
    const { text } = await told(law, 'bound', '--state', 'CHN', '--on', on, '--situation', 'china-dprk', '--json')
    const { answers } = JSON.parse(text) as { answers: { instrument: string; answer: string; nature: string; since: string | null }[] }
    const column = bindsTable(pack, Object.keys(pack.states), on, true).map((row) => ({
      row,
      bound: row.rows.find((one) => one.state === 'CHN')!.bound,
    }))
    for (const { row, bound } of column) {
      const own = answers.find((one) => one.instrument === row.instrument)
      if (own) expect([own.answer, own.since, own.nature]).toEqual([bound.answer, bound.since, row.nature])
      else expect(bound.answer).toBe('unknown')
    }
  }
  const { text } = await told(law, 'bound', '--state', 'CHN', '--on', '2026-11-24', '--situation', 'china-dprk')
  expect(text.indexOf('Treaties')).toBeLessThan(text.indexOf('Custom (argued'))
  expect(text.indexOf('Custom (argued')).toBeLessThan(text.indexOf('Soft law (guides, does not bind)'))
})
