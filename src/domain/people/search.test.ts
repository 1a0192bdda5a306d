import { expect, test } from 'vitest'
import { inventRecords } from '../../../test/generator/people.ts'
import { buildNameIndex, type IndexedPerson } from './search.ts'

const person = (key: string, names: string[], more: Partial<IndexedPerson> = {}): IndexedPerson => ({
  key,
  names,
  births: [],
  sex: 'unknown',
  places: [],
  ...more,
})
const people = [
  person('a', ['최영옥'], { births: ['1976-03-02'], sex: 'F', places: ['Hyesan'] }),
  person('b', ['Kim Yong Chol'], { births: ['1981'], sex: 'M' }),
  person('c', ['崔永玉'], { births: ['1950'], sex: 'F' }),
  person('d', ['Neil Tsang']),
  person('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', ['남궁옥분', 'Namgung Ok Bun']),
]

test('a name is found in every script it was not written in, with the reason', () => {
  const index = buildNameIndex(people)
  for (const text of ['Choe Yong Ok', 'Choi Young-ok', 'Cui Yongyu', '최영옥', 'Ch’oe Yŏng-ok', 'Young-ok Choi']) {
    const keys = index.search({ text }, 10).map((found) => found.key)
    expect([text, keys.slice(0, 2).sort()]).toEqual([text, ['a', 'c']])
  }
  expect(index.search({ text: 'Choe Yong Ok' }, 1)[0]!.reasons[0]!.en).toContain('DPRK spelling of 최')
  expect(index.search({ text: '남궁 옥분' }, 5)[0]!.key).toBe('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d')
  expect(index.search({ text: 'Tsang Neil' }, 5)[0]?.key).toBe('d')
})

test('birth and sex order the answers; a birth that speaks against leaves the answer at possible', () => {
  const index = buildNameIndex(people)
  const found = index.search({ text: 'Choe Yong Ok', birth: '1976-03', sex: 'F' }, 10)
  expect(found[0]).toMatchObject({ key: 'a', answer: 'same' })
  expect(found.find((one) => one.key === 'c')).toMatchObject({ answer: 'possible' })
  expect(found[0]!.reasons.map((reason) => reason.code)).toContain('birth-may-be')
  expect(index.search({ text: 'Kim Yong Chol', sex: 'F' }, 1)[0]!.answer).toBe('possible')
})

test('who is removed is not found again, and who is added is found at once', () => {
  const index = buildNameIndex(people)
  index.remove('a')
  expect(index.search({ text: '최영옥' }, 10).map((one) => one.key)).toEqual(['c'])
  index.add(person('e', ['Choe Yong Ok']))
  index.add(person('e', ['Pak Chol Su']))
  expect(index.search({ text: '최영옥' }, 10).map((one) => one.key)).toEqual(['c'])
  expect(index.search({ text: '박철수' }, 10)[0]!.key).toBe('e')
  expect(index.size).toBe(5)
})

test('an empty index, an empty query and a family name alone are answered', () => {
  expect(buildNameIndex([]).search({ text: '김철수' }, 10)).toEqual([])
  const index = buildNameIndex(people)
  expect(index.search({ text: '  ' }, 10)).toEqual([])
  expect(index.search({ text: 'Kim' }, 10).map((one) => one.key)).toEqual(['b'])
})

test('of invented persons recorded twice nearly all are found from the other record', () => {
  const records = [...inventRecords({ records: 4000, seed: 21 })]
  const seen = new Map<number, (typeof records)[number]>()
  const pairs: [string, (typeof records)[number]][] = []
  for (const one of records) {
    const first = seen.get(one.entity)
    if (first === undefined) seen.set(one.entity, one)
    else pairs.push([first.id, one])
  }
  const index = buildNameIndex([...seen.values()].map((one) => person(one.id, [one.name], { births: one.birth === '' ? [] : [one.birth] })))
  const hits = pairs.filter(([key, one]) =>
    index.search({ text: one.name, ...(one.birth === '' ? {} : { birth: one.birth }) }, 20).some((found) => found.key === key),
  )
  expect(hits.length / pairs.length).toBeGreaterThan(0.95)
})
