import { expect, test } from 'vitest'
import { type ComparedPerson, comparePersons, findDuplicates, pairKey } from './duplicates.ts'

const person = (key: string, names: string[], births: string[] = [], more: Partial<ComparedPerson> = {}): ComparedPerson => ({
  key,
  names,
  births,
  sex: 'F',
  places: [],
  ...more,
})
const people = [
  person('a', ['최영옥'], ['1976-03-02']),
  person('b', ['Choe Yong Ok'], ['1976-03-02']),
  person('c', ['Cui Yongyu'], ['1950-01-01']),
  person('d', ['박철수'], ['1976-03-02']),
]

test('the same woman in two spellings comes first, each field with its reason', () => {
  const found = findDuplicates(people)
  expect([found[0]!.a, found[0]!.b].sort()).toEqual(['a', 'b'])
  expect(found[0]!.table.map((row) => [row.field, row.answer])).toEqual([
    ['name', 'agrees'],
    ['birth', 'agrees'],
    ['sex', 'agrees'],
    ['place', 'unknown'],
  ])
  expect(found.some((one) => one.a === 'd' || one.b === 'd')).toBe(false)
})

test('a pair that was judged does not come back', () => {
  expect(findDuplicates(people, new Set([pairKey('b', 'a')])).some((one) => pairKey(one.a, one.b) === 'a b')).toBe(false)
})

test('a shared relative is a reason, and comparing is symmetric in rank', () => {
  const [a, b] = [person('a', ['김영희'], [], { kin: ['k'] }), person('b', ['Kim Yong Hui'], [], { kin: ['k'] })]
  expect(comparePersons(a, b)!.table.at(-1)).toMatchObject({ field: 'kin', answer: 'agrees' })
  expect(comparePersons(a, b)!.rank).toBe(comparePersons(b, a)!.rank)
})
