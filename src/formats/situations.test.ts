import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Day } from '../basics/clock.ts'
import { assess } from '../domain/law/assess.ts'
import { isBound } from '../domain/law/is-bound.ts'
import { readCaseFile } from './case-file.ts'
import { readPack } from './pack.ts'

const pack = readPack('packs', 'uyghurs-in-thailand')
const text = readFileSync('examples/egret.yaml', 'utf8')
const { record } = readCaseFile(text, 'examples/egret.yaml', pack)
const lineOf = (of: typeof record, element: string, state: string | null = null) =>
  assess(of, pack).lines.find((line) => line.element === element && (state === null || line.state === state))!

test('a second situation runs on data alone: the removing State has joined CAT and not the Refugee Convention', () => {
  expect(lineOf(record, 'refugee.rc51_treaty_duty', 'THA').answer).toBe('contradicted')
  expect(lineOf(record, 'cat3.absolute', 'THA').answer).toBe('shown')
  expect(lineOf(record, 'nonref.breach', 'THA').answer).toBe('shown')
  expect(lineOf(record, 'nonref.host_statute_bar', 'THA')).toMatchObject({ answer: 'shown', certainty: 'partial' })
})

test('the statute of 2022 is no bar to the removals of 2015', () => {
  expect(assess(record, pack, { asOf: '2015-07-08' as Day }).lines.find((line) => line.element === 'nonref.host_statute_bar')!.answer).toBe(
    'missing',
  )
  expect(isBound(pack, 'THA', 'ICPPED', '2015-07-08' as Day).answer).not.toBe('bound')
})

test('without the group that was not heard of again the profile of that group falls away', () => {
  const without = { ...record, facts: record.facts.filter((fact) => fact.kind !== 'similar-cases') }
  expect(assess(record, pack).profiles.find((one) => one.profile === 'group-returned-no-news')?.match).toBe('yes')
  expect(assess(without, pack).profiles.find((one) => one.profile === 'group-returned-no-news')?.match).not.toBe('yes')
})

test('identity alone shows no ground by race; a measure of the State beside it does', () => {
  const bare = { ...record, facts: record.facts.filter((fact) => ['uyghur-identity', 'origin-nationality'].includes(fact.kind)) }
  expect(assess(bare, pack, { asOf: '2014-01-01' as Day }).lines.find((line) => line.element === 'grounds.race')!.answer).toBe('missing')
  expect(lineOf(record, 'grounds.race').answer).toBe('shown')
})

test('no source of the second situation says more than it has read', () => {
  const own = readFileSync('packs/situations/uyghurs-in-thailand/sources.yaml', 'utf8')
    .match(/key: (\w+)/g)!
    .map((one) => one.slice(5))
  for (const key of own) expect(pack.sources[key]!.certainty, key).not.toBe('verified')
})

test('nothing in src names a State of either situation', () => {
  const named = /\b(china|north korea\w*|dprk|thailand|thai|uyghurs?|songbun)\b/i
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !file.endsWith('.test.ts') &&
      /^(domain\/(law|proceedings|documents|testimony)|formats|server|store)\//.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => named.test(readFileSync(join('src', file), 'utf8')))).toEqual([])
})
