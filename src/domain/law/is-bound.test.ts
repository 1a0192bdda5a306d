import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import { readPack } from '../../formats/pack.ts'
import { isBound } from './is-bound.ts'
import type { LawPack } from './pack.ts'

let pack: LawPack
beforeAll(() => {
  pack = readPack('packs', 'china-dprk')
})
const asked = (state: string, instrument: string, on: string, article?: string, territory?: string) =>
  isBound(pack, state, instrument, on as Day, { article: article ?? null, territory: territory ?? null })

test.each([
  ['CHN', 'RC51', '1982-09-23', 'not-bound'],
  ['CHN', 'RC51', '1982-09-24', 'bound'],
  ['CHN', 'ICCPR', '2013-05-27', 'signed-only'],
  ['CHN', 'ICCPR', '1998-10-04', 'not-bound'],
  ['PRK', 'ICCPR', '2026-11-24', 'bound'],
  ['PRK', 'CAT', '2026-11-24', 'not-bound'],
  ['LAO', 'RC51', '2013-05-27', 'not-bound'],
  ['LAO', 'CAT', '2013-05-27', 'bound'],
  ['MNG', 'RC51', '2020-01-01', 'not-bound'],
  ['VNM', 'CAT', '2020-01-01', 'bound'],
  ['MMR', 'ICCPR', '2020-01-01', 'not-bound'],
  ['THA', 'ICPPED', '2024-06-12', 'signed-only'],
  ['THA', 'ICPPED', '2024-06-13', 'bound'],
  ['KOR', 'ICPPED', '2023-01-15', 'not-bound'],
  ['KOR', 'RC51', '2020-01-01', 'bound'],
  ['CHN', 'CN95', '1995-11-30', 'not-bound'],
  ['CHN', 'CN95', '1995-12-01', 'bound'],
  ['FRA', 'RC51', '2020-01-01', 'unknown'],
  ['CHN', 'UDHR', '2020-01-01', 'not-bound'],
  ['LAO', 'CUSTOM-NONREF', '2013-05-27', 'bound'],
] as const)('%s and %s on %s: %s', (state, instrument, on, answer) => {
  expect(asked(state, instrument, on).answer).toBe(answer)
})

test('a reserved article does not bind, another of the same treaty does', () => {
  expect(asked('CHN', 'RP67', '2020-01-01', 'IV').answer).toBe('reserved')
  expect(asked('CHN', 'RC51', '2020-01-01', '33(1)').answer).toBe('bound')
  expect(asked('CHN', 'RC51', '2020-01-01', '16(3)').answer).toBe('reserved')
})

test('a value is good up to the day it was checked', () => {
  const bound = asked('CHN', 'CAT', '2026-11-24')
  expect(bound.notCheckedSince).toBe('2015-03-14')
  expect(asked('CHN', 'CAT', '2014-01-01').notCheckedSince).toBeNull()
})

test('a territory has its own line and never speaks for the State', () => {
  expect(asked('CHN', 'ICCPR', '2020-01-01', undefined, 'Hong Kong')).toMatchObject({
    answer: 'bound',
    territory: 'Hong Kong',
    citation: { certainty: 'unverified' },
  })
  expect(asked('CHN', 'ICCPR', '2020-01-01').note).toContain('Hong Kong')
})

test('a withdrawal that is only reported lowers the certainty of the answer', () => {
  expect(asked('THA', 'CRC', '2020-01-01', '22').answer).toBe('reserved')
  const later = asked('THA', 'CRC', '2026-01-01', '22')
  expect(later.answer).toBe('bound')
  expect(later.citation.certainty).toBe('unverified')
})
