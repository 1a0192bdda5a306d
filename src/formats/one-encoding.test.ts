import { expect, test } from 'vitest'
import { inventRecords } from '../../test/generator/people.ts'
import { partialDateFrom } from '../basics/partial-date.ts'
import { knownToBoth } from '../domain/linkage/both-known.ts'
import type { Person } from '../domain/people/person.ts'
import { openEncoder } from '../vault/encoding.ts'
import { comparedWithOne, questionFile } from './one-encoding.ts'

const encoder = openEncoder(Buffer.alloc(32, 9))
const person = (name: string, birth: string, sex = 'F'): Person =>
  ({
    id: 'p',
    names: [{ text: name, script: /[가-힣]/.test(name) ? 'hangul' : 'latin', kind: 'own' }],
    births: birth === '' ? [] : [{ date: partialDateFrom(birth), source: null }],
    sex: sex === '' ? 'unknown' : sex,
  }) as unknown as Person
const answer = (asked: Person, known: Person) => knownToBoth(comparedWithOne(encoder, known, questionFile(encoder, asked), 'x'))

test('of invented people no two different ones are known to both for sure, few are possible, and most of those recorded twice are not missed', () => {
  const records = [...inventRecords({ records: 500, seed: 331 })].filter((one) => one.birth !== '')
  const ask = records.map((one) => ({ entity: one.entity, person: person(one.name, one.birth, one.sex) }))
  const files = ask.map((one) => questionFile(encoder, one.person))
  const seen = { same: { yes: 0, possible: 0, no: 0 }, other: { yes: 0, possible: 0, no: 0 } }
  for (const [n, one] of ask.entries())
    for (const [m, other] of ask.entries())
      if (n < m && (one.entity === other.entity || (n + m) % 5 === 0))
        seen[one.entity === other.entity ? 'same' : 'other'][knownToBoth(comparedWithOne(encoder, other.person, files[n]!, 'x'))]++
  const { same, other } = seen
  expect(other.yes).toBe(0)
  expect(other.possible / (other.no + other.possible)).toBeLessThan(0.001)
  expect((same.yes + same.possible) / (same.yes + same.possible + same.no)).toBeGreaterThan(0.7)
})

test('a season is no month, and a date that is about or perhaps counts for its year: none of them makes a yes', () => {
  for (const birth of ['1976-21', '1976~', '1976-03-02~', '1976-03', '1976'])
    expect(answer(person('최영옥', birth), person('최영옥', birth)), birth).toBe('possible')
  expect(answer(person('최영옥', '1976-03-02'), person('최영옥', '1976-03-02'))).toBe('yes')
})

test('another family name with all else equal is possible and no yes', () => {
  expect(answer(person('최영옥', '1976-03-02'), person('김영옥', '1976-03-02'))).toBe('possible')
})

test('a year alone on one side is possible for a namesake of that year, and another year is no', () => {
  expect(answer(person('최영옥', '1976-03-02'), person('최영옥', '1976'))).toBe('possible')
  expect(answer(person('최영옥', '1976-03-02'), person('최영옥', '1976-11-20'))).toBe('no')
  expect(answer(person('최영옥', '1976-03-02'), person('최영옥', '1977-03-02'))).toBe('no')
  expect(answer(person('최영옥', '1976-03-02'), person('최영옥', '1976-03-02', ''))).toBe('yes')
})
