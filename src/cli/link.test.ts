import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { Refusal } from '../basics/refusal.ts'
import { run as encode } from './encode.ts'
import { run as link } from './link.ts'
import { run as overlap } from './overlap.ts'

const folder = mkdtempSync(join(tmpdir(), 'link-'))
const at = (name: string): string => join(folder, name)
type Run = (argv: string[], out: NodeJS.WritableStream) => Promise<number>
const told = async (run: Run, argv: string[]): Promise<string> => {
  let text = ''
  await run(
    argv,
    new Writable({
      write: (part, _encoding, done) => {
        text += part
        done()
      },
    }),
  )
  return text
}
const refused = async (run: Run, argv: string[]): Promise<Refusal> => {
  try {
    await told(run, argv)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const families = [
  ['김', 'Kim'],
  ['리', 'Ri'],
  ['박', 'Pak'],
  ['최', 'Choe'],
  ['정', 'Jong'],
  ['강', 'Kang'],
  ['조', 'Jo'],
  ['윤', 'Yun'],
  ['장', 'Jang'],
  ['림', 'Rim'],
] as const
const given = [
  ['철수', 'Chol Su'],
  ['은희', 'Un Hui'],
  ['미란', 'Mi Ran'],
  ['성일', 'Song Il'],
  ['혜산', 'Hye San'],
  ['금옥', 'Kum Ok'],
  ['명국', 'Myong Guk'],
  ['순자', 'Sun Ja'],
  ['봄이', 'Pom I'],
  ['광진', 'Kwang Jin'],
] as const
const people = Array.from({ length: 100 }, (_, i) => ({
  family: families[i % 10]!,
  given: given[Math.floor(i / 10)]!,
  birth: `19${50 + ((i * 7) % 45)}-${`${1 + (i % 12)}`.padStart(2, '0')}-${`${1 + ((i * 5) % 28)}`.padStart(2, '0')}`,
  sex: i % 3 ? 'F' : 'M',
}))
writeFileSync(
  at('a.csv'),
  `id,name,birth,sex\n${people
    .slice(0, 60)
    .map((one, i) => `a${i},${one.family[0]}${one.given[0]},${one.birth},${one.sex}`)
    .join('\n')}\n`,
)
writeFileSync(
  at('b.csv'),
  `No,Romanised name,Date of birth,Gender\r\n${people
    .slice(30)
    .map((one, i) => `${i + 1},"${one.family[1].toUpperCase()} ${one.given[1]}",${one.birth},${one.sex === 'F' ? 'female' : 'male'}`)
    .join('\r\n')}\r\n`,
)

test('people written in Hangul are found in a list in Latin letters', async () => {
  await told(link, [at('a.csv'), at('b.csv'), '--out', at('out'), '--quiet', '--threads', '1'])
  const rows = readFileSync(at('out/links.csv'), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 2).map(Number))
  // Record i of both: line 2 + i of a, line 2 + i − 30 of b.
  const right = rows.filter(([a, b]) => a! - 2 === b! - 2 + 30)
  expect(right.length).toBeGreaterThanOrEqual(27)
  expect(rows.length - right.length).toBeLessThanOrEqual(1)
  expect(JSON.parse(readFileSync(at('out/weights.json'), 'utf8')).fields[0].field).toBe('family')
})

test('a form export in a sheet is linked with an archive export, and a heading can be named', async () => {
  const lists = ['test/data/lists/kobo-roster.xlsx', 'test/data/lists/uwazi.csv']
  await told(link, [...lists, '--out', at('sheet'), '--quiet', '--threads', '1', '--sheet', 'a:roster', '--least', '0.01'])
  expect(readFileSync(at('sheet/links.csv'), 'utf8')).toContain('2,2,1,,김은희,김은희,1987-03-09,1987-03-09')
  expect((await refused(link, [...lists, '--out', at('sheet'), '--column', 'colour=x'])).code).toBe('bad-input')
  expect((await refused(link, [...lists, '--out', at('sheet'), '--sheet', 'a:none'])).message).toContain('no sheet called none')
})

test('a bad file is refused with line and reason', async () => {
  const bad = async (text: string): Promise<Refusal> => {
    writeFileSync(at('bad.csv'), text)
    return refused(link, [at('bad.csv'), '--out', at('none'), '--quiet'])
  }
  expect((await bad('name,birth\nKim,1990\nPak,31/12/1990\n')).place?.line).toBe(3)
  expect((await bad('name,birth\nKim,1990\nPak\n')).place?.line).toBe(3)
  expect((await bad('name,birth\n"Kim\nfoo",1990\n"Pak,1990\n')).place?.line).toBe(4)
  expect((await bad('colour,size\nred,3\n')).place?.line).toBe(1)
  expect((await bad('')).code).toBe('bad-file')
  writeFileSync(at('bytes.csv'), Buffer.from([110, 97, 109, 101, 10, 255, 254, 10]))
  expect((await refused(link, [at('bytes.csv'), '--out', at('none'), '--quiet'])).message).toContain('UTF-8')
})

test('a file in the place of the folder is refused before any reading, and what stood there before is replaced whole and for the owner alone', async () => {
  expect((await refused(link, [at('nowhere.csv'), '--out', at('a.csv')])).code).toBe('bad-input')
  mkdirSync(at('before'))
  writeFileSync(at('before/links.csv'), 'of last year')
  chmodSync(at('before/links.csv'), 0o644)
  await told(link, [at('a.csv'), at('b.csv'), '--out', at('before'), '--quiet'])
  expect(readdirSync(at('before')).sort()).toEqual(['clusters.csv', 'links.csv', 'weights.json'])
  expect(readFileSync(at('before/links.csv'), 'utf8')).not.toContain('of last year')
  expect(statSync(at('before/links.csv')).mode & 0o077).toBe(0)
})

test('two lists encoded under one key are counted, and small counts are not shown', async () => {
  await told(encode, ['--new-key', at('key')])
  await told(encode, [at('a.csv'), '--key', at('key'), '--out', at('a.enc')])
  await told(encode, [at('b.csv'), '--key', at('key'), '--out', at('b.enc')])
  const answer = JSON.parse(await told(overlap, [at('a.enc'), at('b.enc'), '--json', '--threads', '1'])) as {
    a: { people: number; alsoInB: number }
  }
  expect(answer.a.people).toBe(60)
  expect(answer.a.alsoInB).toBeGreaterThanOrEqual(26)
  writeFileSync(at('few.csv'), readFileSync(at('a.csv'), 'utf8').split('\n').slice(0, 36).join('\n'))
  await told(encode, [at('few.csv'), '--key', at('key'), '--out', at('few.enc')])
  const few = JSON.parse(await told(overlap, [at('few.enc'), at('b.enc'), '--json', '--threads', '1'])) as {
    a: { people: number | null; alsoInB: number | null }
  }
  expect(few.a.alsoInB).toBeNull()
})

test('another key, a cut file and a key that exists are refused', async () => {
  await told(encode, ['--new-key', at('other')])
  await told(encode, [at('b.csv'), '--key', at('other'), '--out', at('other.enc')])
  expect((await refused(overlap, [at('a.enc'), at('other.enc')])).message).toContain('another key')
  writeFileSync(at('cut.enc'), readFileSync(at('b.enc')).subarray(0, 500))
  expect((await refused(overlap, [at('a.enc'), at('cut.enc')])).code).toBe('bad-file')
  expect((await refused(encode, ['--new-key', at('key')])).code).toBe('bad-input')
})
