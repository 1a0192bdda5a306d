import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import type { CasePage } from '../domain/documents/desk-api.ts'
import { answerHeldTogether } from './answer-held-together.ts'
import { importPeopleList } from './import-people-list.ts'
import { openCase } from './open-case.ts'
import { recordAccount } from './record-account.ts'
import { recordFact } from './record-fact.ts'
import { seeToday } from './see-today.ts'
import { removeFact } from './strike-fact.ts'
import { seePeopleLists, undoPeopleList } from './take-out-people-list.ts'

let t: TestDesk
let lead: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer')
})
afterAll(() => t?.close())

const begin = async (): Promise<void> => {
  mine = await newCase(t.desk, lead)
}
const bring = (text = 'name\n김하나\n김둘', fileName = 'list.csv') =>
  importPeopleList(t.desk, lead, { case: mine.id, text, fileName, leaveOut: [] })
const page = (): Promise<CasePage> => openCase(t.desk, lead, { case: mine.id })
const lists = () => seePeopleLists(t.desk, lead, { case: mine.id })
const takeOut = (batch: string) => undoPeopleList(t.desk, lead, { case: mine.id, batch })
const answer = (of: string, persons: readonly string[], held: boolean) =>
  answerHeldTogether(t.desk, lead, { case: mine.id, answers: [{ of, persons, held }] })
const atRisk = async () => (await seeToday(t.desk, lead, {})).atRisk.find((row) => row.caseId === mine.id)!.who.count
const rawFact = (account: string, about: readonly string[], text: string) => ({
  case: mine.id,
  kind: 'host-detention',
  about,
  spans: [{ account, start: 0, end: text.length, quote: text }],
  exhibit: null,
  publicSources: [],
  actor: null,
  place: null,
  date: null,
  attrs: {},
  adverse: false,
  standing: 'open',
  disputedPart: null,
  twin: null,
  custody: null,
  hand: 'second',
  summary: null,
  sealed: false,
  note: null,
})

test('lists brought in are shown with who, when and how many; one is taken out whole at any later time, the other stays', async () => {
  await begin()
  const first = await bring()
  await bring('name\n김셋', '')
  expect(await lists()).toMatchObject([
    { batch: first.batch, by: lead.name, file: 'list.csv', people: 2, standing: [] },
    { by: lead.name, file: '', people: 1, standing: [] },
  ])
  expect(await takeOut(first.batch)).toEqual({ removed: 2 })
  expect((await page()).record.persons.map((person) => person.names[0]?.text)).toContain('김셋')
  expect(await lists()).toHaveLength(1)
  expect(await refusalOf(takeOut(first.batch))).toBe('not-found')
})

test('a list on whose people later work stands is refused whole, and the page names whom and what', async () => {
  await begin()
  const { batch, persons } = await bring()
  const one = persons[0]!.id
  const text = 'She told it on the telephone.'
  const { id: account } = await recordAccount(t.desk, lead, {
    case: mine.id,
    speaker: one,
    takenOn: '2026-11-20',
    zone: null,
    language: 'en',
    hand: 'first',
    interpreterCode: null,
    circumstances: null,
    text,
  })
  const fact = await recordFact(t.desk, lead, rawFact(account, [mine.person, persons[1]!.id], text))
  expect((await lists())[0]!.standing).toEqual([
    { person: one, on: [{ noun: 'account', label: 'A2' }] },
    { person: persons[1]!.id, on: [{ noun: 'fact', label: fact.label }] },
  ])
  expect(await refusalOf(takeOut(batch))).toBe('batch-in-use')
  expect((await page()).record.persons.filter((person) => persons.some((other) => other.id === person.id))).toHaveLength(2)
  await removeFact(t.desk, lead, { case: mine.id, fact: fact.id, reason: 'not hers' })
  expect((await lists())[0]!.standing.map((standing) => standing.person)).toEqual([one])
})

test('people pasted beside one who is held are not at risk through that custody until somebody says they are held together', async () => {
  await begin()
  expect(await atRisk()).toBe(1)
  const { persons } = await bring()
  const ids = persons.map((person) => person.id)
  expect(await atRisk()).toBe(1)
  const asked = (await page()).together
  const custody = asked.find((one) => one.kind === 'custody')!
  const transfer = asked.find((one) => one.kind === 'transfer')!
  for (const one of [custody, transfer]) expect(one).toMatchObject({ named: [mine.person], ask: ids })

  await answer(custody.of, [ids[0]!], true)
  await answer(custody.of, [ids[1]!], false)
  expect(await atRisk()).toBe(2)
  const after = await page()
  expect(after.together.find((one) => one.of === custody.of)).toMatchObject({ joined: [ids[0]], apart: [ids[1]], ask: [] })
  expect(after.record.custodies[0]!.persons).toEqual([mine.person, ids[0]])
  // The fact that tells of this custody speaks of who joined it, and of nobody else.
  expect(after.record.facts.find((fact) => fact.kind === 'host-detention')!.about).toEqual([mine.person, ids[0]])
  expect(after.record.facts.find((fact) => fact.kind === 'removal-announced')!.about).toEqual([mine.person])

  await answer(transfer.of, ids, true)
  expect(await atRisk()).toBe(3)
  await answer(transfer.of, [ids[1]!], false)
  await answer(custody.of, [ids[0]!], false)
  expect((await page()).record.custodies[0]!.persons).toEqual([mine.person])
  expect(await atRisk()).toBe(2)
})

test('who joined a custody by an answer leaves it with the list, and those named from the start stay in it', async () => {
  await begin()
  const { batch, persons } = await bring()
  const ids = persons.map((person) => person.id)
  for (const one of (await page()).together) await answer(one.of, ids, true)
  expect(await atRisk()).toBe(3)
  expect((await lists())[0]!.standing).toEqual([])
  await takeOut(batch)
  const { record, together } = await page()
  expect(record.custodies[0]!.persons).toEqual([mine.person])
  expect(record.facts.every((fact) => fact.about.join() === mine.person)).toBe(true)
  expect(together).toEqual([])
  expect(await atRisk()).toBe(1)
})

test('an answer about a danger or a person that nobody asked about is refused', async () => {
  await begin()
  const { persons } = await bring()
  const [custody] = (await page()).together
  expect(await refusalOf(answer('nothing', [persons[0]!.id], true))).toBe('not-found')
  expect(await refusalOf(answer(custody!.of, [mine.person], false))).toBe('not-found')
})
