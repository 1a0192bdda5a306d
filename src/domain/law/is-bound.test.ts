import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import { readPack } from '../../formats/pack.ts'
import { startOf } from './entry-into-force.ts'
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
  ['CHN', 'RC51', '1982-12-22', 'not-bound'],
  ['CHN', 'RC51', '1982-12-23', 'bound'],
  ['CHN', 'RP67', '1982-09-24', 'bound'],
  ['CHN', 'CAT', '1988-10-04', 'signed-only'],
  ['CHN', 'CAT', '1988-11-02', 'signed-only'],
  ['CHN', 'CAT', '1988-11-03', 'bound'],
  ['KOR', 'ICCPR', '1990-07-09', 'not-bound'],
  ['KOR', 'ICCPR', '1990-07-10', 'bound'],
  ['CHN', 'TIP', '2010-02-08', 'not-bound'],
  ['CHN', 'TIP', '2010-03-10', 'bound'],
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

test('between joining and being bound the rule of the treaty is named, and the answer is as sure as it was read', () => {
  const cat = asked('CHN', 'CAT', '1988-10-20')
  expect(cat).toMatchObject({
    answer: 'signed-only',
    since: '1988-11-03',
    joinedOn: '1988-10-04',
    citation: { at: 'Art 27(2)', certainty: 'verified' },
  })
  expect(cat.citation.source).toBe('UNTC15+CAT27TXT')
  expect(cat.note).toMatch(/joined on 1988-10-04 and not yet bound; bound from 1988-11-03 \(.*Art 27\(2\)\)/)
  const convention = asked('CHN', 'RC51', '1982-10-01')
  expect(convention.citation.certainty).toBe('unverified')
  expect(convention.note).toMatch(/Art 43\(2\), unverified/)
  // A day that a source gives itself is not counted, and after it the rule is not needed.
  expect(asked('THA', 'ICPPED', '2024-06-13').citation.source).toBe('THAI24')
  expect(asked('CHN', 'CAT', '2000-01-01').citation).toMatchObject({ source: 'UNTC15', certainty: 'verified' })
})

test('months and days are counted as the treaties say', () => {
  const line = {
    state: 'XXX',
    instrument: 'T',
    party: true,
    inForceOn: null,
    until: null,
    signedOn: null,
    reservations: null,
    reserved: [],
  }
  const on = (since: string, entry: { days: number; months: number; starts: 'first-of-next-month' | null }, act = 'accession') =>
    startOf(
      { ...line, since: since as Day, act, territory: null, citation },
      {
        ...pack.instruments[0]!,
        inForce: null,
        entry: { ...entry, citation },
      },
    )!.on
  const citation = { source: 'X', at: null, certainty: 'verified' as const, readOn: null }
  expect(on('2019-11-30', { days: 0, months: 3, starts: null })).toBe('2020-02-29')
  expect(on('2023-01-04', { days: 30, months: 0, starts: null })).toBe('2023-02-03')
  expect(on('2002-04-11', { days: 60, months: 0, starts: 'first-of-next-month' })).toBe('2002-07-01')
  // Signature and continued application are no deposits.
  expect(on('1997-07-01', { days: 0, months: 3, starts: null }, 'continued application')).toBe('1997-07-01')
})
