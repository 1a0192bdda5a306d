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
    ['kin', 'unknown'],
  ])
  expect(found.some((one) => one.a === 'd' || one.b === 'd')).toBe(false)
})

test('a pair that was judged does not come back', () => {
  expect(findDuplicates(people, new Set([pairKey('b', 'a')])).some((one) => pairKey(one.a, one.b) === 'a b')).toBe(false)
})

test('a relative of one name who stands the same way to both is a reason, and comparing is symmetric in rank', () => {
  const kin = (name: string, as = 'sibling') => ({ relatives: [{ as, names: [name] }] })
  const [a, b] = [person('a', ['김영희'], [], kin('김철수')), person('b', ['Kim Yong Hui'], [], kin('Kim Chol Su'))]
  expect(comparePersons(a, b)!.table.at(-1)).toMatchObject({ field: 'kin', answer: 'agrees', left: '김철수', right: 'Kim Chol Su' })
  expect(comparePersons(a, b)!.rank).toBe(comparePersons(b, a)!.rank)
  const uncle = person('b', ['Kim Yong Hui'], [], kin('Kim Chol Su', 'uncle-aunt'))
  expect(comparePersons(a, uncle)!.table.at(-1)).toMatchObject({ field: 'kin', answer: 'unknown' })
  const said = person('b', ['Kim Yong Hui'], [], kin('Kim Chol Su', 'any'))
  expect(comparePersons(a, said)!.table.at(-1)).toMatchObject({ field: 'kin', answer: 'agrees' })
})

test('relatives of another name speak against nothing: families are never recorded whole', () => {
  const [a, b] = [
    person('a', ['김영희'], ['1980'], { relatives: [{ as: 'sibling', names: ['김철수'] }] }),
    person('b', ['김영희'], ['1980'], { relatives: [{ as: 'sibling', names: ['한순복'] }] }),
  ]
  expect(comparePersons(a, b)!.table.at(-1)).toMatchObject({ answer: 'unknown' })
  expect(comparePersons(a, b)!.rank).toBe(comparePersons({ ...a, relatives: [] }, b)!.rank)
})

test('a place is one in Hangul and in Latin letters, and places in Han letters beside others are left to the eye', () => {
  const placeOf = (left: string, right: string) =>
    comparePersons(person('a', ['최영옥'], [], { places: [left] }), person('b', ['최영옥'], [], { places: [right] }))!.table.find(
      (row) => row.field === 'place',
    )!
  expect(placeOf('회령', 'Hoeryŏng')).toMatchObject({ answer: 'agrees' })
  expect(placeOf('회령', '무산')).toMatchObject({ answer: 'disagrees' })
  expect(placeOf('투먼', '图们')).toMatchObject({ answer: 'unknown', reason: { code: 'place-scripts' } })
})
