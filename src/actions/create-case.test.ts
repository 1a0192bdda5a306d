import { afterAll, beforeAll, expect, test } from 'vitest'
import { intake, type Member, openTestDesk, type TestDesk } from '../../test/desk.ts'
import type { CasePage } from '../domain/documents/desk-api.ts'
import { createCase } from './create-case.ts'
import { openCase } from './open-case.ts'

let t: TestDesk
let lead: Member
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer')
})
afterAll(() => t?.close())

const begun = async (askedBy: object, more: object = {}): Promise<CasePage['record']> => {
  const { id } = await createCase(t.desk, lead, { ...intake, ...more, askedBy: { words: null, ...askedBy } })
  return (await openCase(t.desk, lead, { case: id })).record
}

test('what a relative told is kept as the relative’s account at second hand, never as the words of the person at risk', async () => {
  const { persons, accounts, facts, authorities } = await begun({
    basis: 'relative',
    role: 'sibling',
    name: { text: '홍길자', script: 'hangul' },
  })
  const teller = persons.find((person) => person.role === 'sibling')!
  expect(teller).toMatchObject({ names: [{ text: '홍길자' }], thirdPerson: true, submitter: false })
  expect(accounts).toMatchObject([{ speaker: teller.id, hand: 'second' }])
  expect(facts.map((fact) => [fact.hand, fact.about])).toEqual(facts.map(() => ['second', [persons[0]!.id]]))
  expect(authorities).toMatchObject([{ for: persons[0]!.id, who: teller.id, basis: 'relative' }])
})

test('what the person told is the person’s own account at first hand', async () => {
  const { persons, accounts, authorities } = await begun({ basis: 'person' })
  expect(persons).toHaveLength(1)
  expect(accounts).toMatchObject([{ speaker: persons[0]!.id, hand: 'first' }])
  expect(authorities).toMatchObject([{ who: persons[0]!.id }])
})

test('when nobody asked who tells it, the speaker is somebody not named, and no authority is made of that', async () => {
  const { persons, accounts, authorities } = await begun({ basis: null })
  expect(accounts[0]!.speaker).toBe(persons[1]!.id)
  expect(persons[1]).toMatchObject({ role: 'other', names: [], thirdPerson: true })
  expect(authorities).toEqual([])
})

test('imminent harm stands on nobody’s word, and with nothing told nobody is made up', async () => {
  const { persons, accounts, authorities } = await begun(
    { basis: 'unreachable-imminent-harm' },
    { heldPlace: null, transferWords: null, feared: null },
  )
  expect(persons).toHaveLength(1)
  expect(accounts).toEqual([])
  expect(authorities).toMatchObject([{ who: null, basis: 'unreachable-imminent-harm' }])
})
