import { expect, test } from 'vitest'
import type { CaseId, PersonId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import { openNameCards } from './name-cards.ts'

const caseId = (n: number) => `0192a000-0000-7000-8000-00000000000${n}` as CaseId
const person = (n: number, text: string): Person => ({
  id: `0192b000-0000-7000-8000-00000000000${n}` as PersonId,
  role: 'self',
  names: [{ text, script: 'hangul', kind: 'own' }],
  sex: 'F',
  births: [],
  ageStatements: [],
  nationalities: [],
  languages: [],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: false,
  submitter: false,
  note: null,
})
const named = (n: number, text: string, places: readonly string[] = []) => {
  const { id, sex } = person(n, text)
  return { caseId: caseId(n), key: id, names: [text], births: [], sex, places }
}
const asked = { text: '최영옥', birth: null, sex: null }

test('until all names are read a search is refused with how many are in, and nobody is told that there is no such person', () => {
  const names = openNameCards()
  names.take([named(1, '최영옥', [])])
  expect(() => names.cards.search(asked, 5)).toThrow(expect.objectContaining({ code: 'names-being-read', values: { count: '1' } }))
  names.done()
  expect(names.cards.search(asked, 5).map((hit) => [hit.caseId, hit.person])).toEqual([[caseId(1), person(1, '').id]])
})

test('what was changed or taken out while the names were being read is not brought back by what was read', () => {
  const names = openNameCards()
  names.take([named(1, '리명희', ['도문'])])
  names.cards.put(caseId(1), person(1, '최영옥'))
  names.cards.put(caseId(2), person(2, '최영옥'))
  names.take([named(2, '리명희', [])])
  names.cards.put(caseId(3), person(3, '최영옥'))
  names.cards.drop(person(3, '').id)
  names.take([named(3, '최영옥', [])])
  names.done()
  expect(new Set(names.cards.search(asked, 5).map((hit) => hit.caseId))).toEqual(new Set([caseId(1), caseId(2)]))
  expect(names.cards.search({ ...asked, text: '리명희' }, 5).filter((hit) => hit.answer === 'same')).toEqual([])
  // Where she was held is known still.
  expect(names.cards.search({ ...asked, place: '도문' }, 1)[0]?.caseId).toBe(caseId(1))
})

test('within some cases namesakes of other cases take no place', () => {
  const names = openNameCards()
  for (let n = 1; n <= 8; n++) names.take([named(n, '최영옥', [])])
  names.done()
  expect(names.cards.search(asked, 2, new Set([caseId(7)])).map((hit) => hit.caseId)).toEqual([caseId(7)])
  expect(names.cards.search(asked, 2, new Set())).toEqual([])
})

test('a reading that failed is told to every search', () => {
  const names = openNameCards()
  names.failed(new Error('tampered row'))
  expect(() => names.cards.search(asked, 5)).toThrow('tampered row')
})
