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

test('columns in any order, R’s row numbers, comments, TRUE and FALSE, and zeros that nobody counted are read as meant', () => {
  const told = (name: string, text: string): [lists: readonly string[], counts: number[]] => {
    const set = captureHistoriesIn(fileOf(name, text))[0]!
    return [set.lists, [...set.counts]]
  }
  const [, wanted] = told('a.csv', 'history,count\n100,2\n011,1\n')
  const alike: [string, string][] = [
    ['turned.csv', 'count,history\n2,100\n1,011\n'],
    ['other.csv', 'pattern,number\n100,2\n011,1\n'],
    ['comment.csv', '# by hand\nhistory,count\n100,2\n# more\n011,1\n'],
    ['r.csv', '"","A","B","C","people"\n"1",1,0,0,2\n"2",0,1,1,1\n'],
    ['true.csv', 'A,B,C,count\nTRUE,FALSE,FALSE,2\nFALSE,TRUE,TRUE,1\n'],
    ['unseen.csv', 'A,B,C,count\n0,0,0,NA\n1,0,0,2\n0,1,1,1\n'],
    ['bare.yaml', '"100": 2\n"011": 1\n'],
    ['rows.yaml', 'counts:\n  - {history: "100", count: 2}\n  - {history: "011", count: 1}\n'],
    ['bom.csv', '\uFEFFA;B;C;count\r\n1;0;0;2\r\n0;1;1;1\r\n'],
  ]
  for (const [name, text] of alike) expect(told(name, text)[1], name).toEqual(wanted)
  expect(told('r.csv', alike[3]![1])[0]).toEqual(['A', 'B', 'C'])
})

test('people whom no list saw are refused with a count and passed over without one', () => {
  expect(refusalOf(fileOf('zeros.csv', 'history,count\n000,55\n100,2\n')).message).toContain('no list saw')
  expect(captureHistoriesIn(fileOf('zero.csv', 'history,count\n000,0\n100,2\n'))[0]!.observed).toBe(2)
})

test('a bad file is refused with line and reason', () => {
  expect(refusalOf(fileOf('e.csv', 'history,count\n100,2\n01x,1\n')).place?.line).toBe(3)
  expect(refusalOf(fileOf('f.csv', 'a,b,c,count\n1,0,0,2\n1,0,0,x\n')).place?.line).toBe(3)
  expect(refusalOf(fileOf('twice.csv', 'history,count\n100,2\n010,3\n100,5\n')).place?.line).toBe(4)
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
