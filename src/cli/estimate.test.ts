import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Refusal } from '../basics/refusal.ts'
import { captureHistoriesIn } from '../formats/capture-histories.ts'
import { run } from './estimate.ts'

const folder = mkdtempSync(join(tmpdir(), 'histories-'))
const fileOf = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const refusalOf = (file: string): Refusal => {
  try {
    captureHistoriesIn(file)
  } catch (error) {
    return error as Refusal
  }
  throw new Error('nothing was refused')
}
const answerOf = async (argv: string[]): Promise<{ text: string; code: number }> => {
  let text = ''
  const out = new Writable({
    write: (part, _encoding, done) => {
      text += part
      done()
    },
  })
  const code = await run(argv, out)
  return { text, code }
}

test('YAML without quotes keeps the zeros of a history', () => {
  const [set] = captureHistoriesIn(
    fileOf('bare.yaml', '- id: bare\n  lists: [police, church, clinic]\n  counts: {100: 12, 010: 9, 011: 8, 001: 3}\n'),
  )
  expect(set!.counts[2]).toBe(9)
  expect(set!.counts[6]).toBe(8)
  expect(set!.lists).toEqual(['police', 'church', 'clinic'])
})

test('three shapes of CSV read alike', () => {
  const a = captureHistoriesIn(fileOf('a.csv', 'history,count\n100,2\n011,1\n'))[0]!
  const b = captureHistoriesIn(fileOf('b.csv', 'police;church;clinic;count\n1;0;0;2\n0;1;1;1\n'))[0]!
  const c = captureHistoriesIn(fileOf('c.csv', 'police,church,clinic\n1,0,0\n1,0,0\n0,1,1\n'))[0]!
  const d = captureHistoriesIn(fileOf('d.csv', '1,0,0,2\n0,1,1,1\n'))[0]!
  for (const other of [b, c, d]) expect([...other.counts]).toEqual([...a.counts])
  expect(b.lists).toEqual(['police', 'church', 'clinic'])
})

test('a bad file is refused with line and reason', () => {
  expect(refusalOf(fileOf('e.csv', 'history,count\n100,2\n01x,1\n')).place?.line).toBe(3)
  expect(refusalOf(fileOf('f.csv', 'a,b,c,count\n1,0,0,2\n1,0,0,x\n')).place?.line).toBe(3)
  expect(refusalOf(fileOf('g.yaml', 'counts: {"100": 1\n  b: [\n')).code).toBe('bad-file')
  expect(refusalOf(join(folder, 'none.csv')).code).toBe('bad-file')
})

test('the command prints every model as JSON, and a refusal as JSON too', async () => {
  const good = await answerOf([
    fileOf('h.csv', 'history,count\n100,40\n010,30\n001,20\n110,12\n101,9\n011,8\n111,3\n'),
    '--json',
    '--no-latent',
    '--bootstraps',
    '20',
  ])
  const { models, refused } = JSON.parse(good.text) as { models: { terms: string; df: number }[]; refused: null }
  expect(models).toHaveLength(8)
  expect(refused).toBeNull()
  const poor = await answerOf([fileOf('i.csv', 'history,count\n10,40\n01,30\n11,20\n'), '--json'])
  expect(poor.code).toBe(2)
  expect(JSON.parse(poor.text)).toMatchObject({ models: [], refused: { code: 'too-few-lists' } })
})
