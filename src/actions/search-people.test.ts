import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCase, openTestDesk, someone, type TestDesk } from '../../test/desk.ts'
import { seal, unlock } from './house.ts'
import { openCase } from './open-case.ts'
import { recordCustody } from './record-custody.ts'
import { recordPerson } from './record-person.ts'
import { searchPeople } from './search-people.ts'

let t: TestDesk
const look = (by: Awaited<ReturnType<TestDesk['member']>>, more: object = {}) =>
  searchPeople(t.desk, by, { text: 'Hong Kil Sun', birth: '1990', sex: 'F', ...more })
beforeAll(async () => {
  t = await openTestDesk()
})
afterAll(() => t?.close())

test('each candidate says field by field what agrees, what differs and what nobody knows', async () => {
  const lead = await t.member('lawyer')
  const { id } = await newCase(t.desk, lead)
  await recordPerson(t.desk, lead, someone(id, '홍길남'))
  const table = async (more: object) => {
    const [found] = await look(lead, more)
    return Object.fromEntries(found!.table.map((row) => [row.field, [row.answer, row.right]]))
  }
  expect(await table({})).toEqual({
    name: ['agrees', '홍길순'],
    birth: ['close', '1990'],
    sex: ['agrees', 'F'],
    place: ['unknown', 'a county detention house'],
    kin: ['unknown', '홍길남'],
  })
  expect(await table({ place: 'A county detention house', relative: 'Hong Kil Nam', sex: 'M', birth: '1960' })).toMatchObject({
    birth: ['disagrees', '1990'],
    sex: ['disagrees', 'F'],
    place: ['agrees', 'a county detention house'],
    kin: ['agrees', '홍길남'],
  })
})

test('the name of the relative and the place decide which of two namesakes comes first', async () => {
  const lead = await t.member('caseworker')
  await newCase(t.desk, lead, { codeName: 'Far', heldPlace: 'elsewhere' })
  const near = await newCase(t.desk, lead, { codeName: 'Near', heldPlace: 'the town by the lake' })
  await recordPerson(t.desk, lead, someone(near.id, '홍길남'))
  expect((await look(lead, { place: 'The town by the lake', relative: 'Hong Gil-nam' }))[0]!.codeName).toBe('Near')
})

test('where a person was held is in the index at once, after more is recorded, and after the desk was sealed and opened', async () => {
  const lead = await t.member('lawyer')
  const namesakes = []
  for (const n of [1, 2, 3]) namesakes.push(await newCase(t.desk, lead, { codeName: `N${n}`, names: [kang], heldPlace: `town ${n}` }))
  const first = (place: string) => t.desk.names.search({ text: '강복순', birth: null, sex: null, place }, 60)[0]!
  expect(first('Town 2').caseId).toBe(namesakes[1]!.id)
  const custody = { case: namesakes[2]!.id, persons: [namesakes[2]!.person], state: 'CHN', authority: null, period: '2026-11/..' }
  await recordCustody(t.desk, lead, { ...custody, place: 'the island', sources: [], note: null })
  const codes = () => first('The island').reasons.map((reason) => reason.code)
  expect(first('The island').caseId).toBe(namesakes[2]!.id)
  expect(codes()).toContain('same-place')
  await seal(t.house, null)
  await unlock(t.house, { passphrase: t.passphrase })
  expect(first('The island').caseId).toBe(namesakes[2]!.id)
  expect(first('Town 3').caseId).toBe(namesakes[2]!.id)
  expect(codes()).toContain('same-place')
})
const kang = { text: '강복순', script: 'hangul' }

test('many namesakes in cases of others do not crowd out one’s own, and none of theirs is shown', async () => {
  const other = await t.member('lawyer')
  const theirs = await newCase(t.desk, other, { codeName: 'Theirs' })
  for (let n = 0; n < 25; n++) await recordPerson(t.desk, other, someone(theirs.id, '홍길순'))
  const mine = await t.member('lawyer')
  await newCase(t.desk, mine, { codeName: 'Mine', names: [{ text: 'Hong Gilsun', script: 'latin' }] })
  const found = await look(mine)
  expect(found.map((one) => one.codeName)).toEqual(['Mine'])
  expect((await openCase(t.desk, other, { case: theirs.id })).questions).toHaveLength(1)
})
