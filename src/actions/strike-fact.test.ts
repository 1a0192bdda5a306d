import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import type { CasePage } from '../domain/documents/desk-api.ts'
import { assessCase } from './assess-case.ts'
import { letIn } from './change-team.ts'
import { composePaper } from './compose-paper.ts'
import { importPeopleList } from './import-people-list.ts'
import { openCase } from './open-case.ts'
import { openPaper } from './open-paper.ts'
import { readHistory } from './read-history.ts'
import { attestAccount } from './record-account.ts'
import { changeFact, recordFact } from './record-fact.ts'
import { putBackFact, removeFact } from './strike-fact.ts'
import { undoPeopleList } from './take-out-people-list.ts'

let t: TestDesk
let lead: Member
let mine: { id: string; person: string }
let account: string
const words = '나는 강을 건넜다. 다시 잡히면 죽는다.'
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer')
  mine = await newCase(t.desk, lead)
  account = await newAccount(t.desk, lead, mine.id, mine.person, words)
  await attestAccount(t.desk, lead, { case: mine.id, account })
})
afterAll(() => t?.close())

const fields = (about: readonly string[] = [mine.person]) => ({
  case: mine.id,
  kind: 'return-detention',
  about,
  spans: [{ account, start: 11, end: words.length, quote: words.slice(11) }],
  exhibit: null,
  publicSources: [],
  actor: null,
  place: null,
  date: null,
  attrs: {},
  adverse: false,
  standing: 'accepted',
  disputedPart: null,
  twin: null,
  custody: null,
  hand: 'first',
  summary: null,
  sealed: false,
  note: null,
})
const page = (): Promise<CasePage> => openCase(t.desk, lead, { case: mine.id })
const assessment = async () => (await assessCase(t.desk, lead, { case: mine.id, asOf: null })).assessment

test('a struck fact is put back as it was, and what rests on it reads as before', async () => {
  const host = (await page()).record.facts.find((one) => one.kind === 'host-detention')!
  const paper = await composePaper(t.desk, lead, { case: mine.id, body: 'sp_urgent_appeal', states: ['CHN'], persons: [mine.person] })
  const stale = async () => (await openPaper(t.desk, lead, { paper: paper.id })).stale
  const before = await assessment()
  expect(await stale()).toEqual([])

  await removeFact(t.desk, lead, { case: mine.id, fact: host.id, reason: 'told twice' })
  const struck = await page()
  expect(struck.record.facts.map((one) => one.id)).not.toContain(host.id)
  expect(struck.struck).toMatchObject([{ fact: { id: host.id, label: host.label, kind: host.kind }, by: lead.name, reason: 'told twice' }])
  expect((await stale()).length).toBeGreaterThan(0)
  expect(JSON.stringify(await assessment())).not.toBe(JSON.stringify(before))

  await putBackFact(t.desk, lead, { case: mine.id, fact: host.id, reason: 'told once after all' })
  const back = await page()
  expect(back.struck).toEqual([])
  expect(back.record.facts.find((one) => one.id === host.id)).toEqual(host)
  expect(await stale()).toEqual([])
  expect(await assessment()).toEqual(before)
})

test('striking and putting back are both in the history, and no version of the fact is lost', async () => {
  const { id: fact } = await recordFact(t.desk, lead, fields())
  await removeFact(t.desk, lead, { case: mine.id, fact, reason: 'a slip' })
  await putBackFact(t.desk, lead, { case: mine.id, fact, reason: 'no slip' })
  await changeFact(t.desk, lead, { ...fields(), fact, standing: 'open', reason: 'asked again' })
  await removeFact(t.desk, lead, { case: mine.id, fact, reason: 'a slip after all' })
  expect((await readHistory(t.desk, lead, { case: mine.id, object: fact })).map((line) => line.act).reverse()).toEqual(
    expect.arrayContaining(['remove-fact', 'put-back-fact']),
  )
  expect((await page()).struck.find((one) => one.fact.id === fact)!.reason).toBe('a slip after all')
  expect(await t.keeper('select 1 from earlier_version where noun_id = $1', [fact])).toHaveLength(4)
})

test('a fact that stands is not put back, and a struck one is not struck again or corrected', async () => {
  const { id: fact } = await recordFact(t.desk, lead, fields())
  expect(await refusalOf(putBackFact(t.desk, lead, { case: mine.id, fact, reason: 'x' }))).toBe('not-found')
  await removeFact(t.desk, lead, { case: mine.id, fact, reason: 'x' })
  expect(await refusalOf(removeFact(t.desk, lead, { case: mine.id, fact, reason: 'x' }))).toBe('not-found')
  expect(await refusalOf(changeFact(t.desk, lead, { ...fields(), fact, reason: 'x' }))).toBe('not-found')
})

test('a fact about somebody who was taken out of the case meanwhile is not put back', async () => {
  const { batch, persons } = await importPeopleList(t.desk, lead, { case: mine.id, text: 'name\n김하나', fileName: 'a.csv', leaveOut: [] })
  const { id: fact } = await recordFact(t.desk, lead, fields([persons[0]!.id]))
  await removeFact(t.desk, lead, { case: mine.id, fact, reason: 'x' })
  await undoPeopleList(t.desk, lead, { case: mine.id, batch })
  expect(await refusalOf(putBackFact(t.desk, lead, { case: mine.id, fact, reason: 'x' }))).toBe('fact-of-nobody')
})

test('a struck fact that is sealed shows to nobody but a lawyer', async () => {
  const helper = await t.member('caseworker')
  await letIn(t.desk, lead, { case: mine.id, member: helper.member, role: 'member', account: null, until: null })
  const { id: fact } = await recordFact(t.desk, lead, { ...fields(), sealed: true })
  await removeFact(t.desk, lead, { case: mine.id, fact, reason: 'x' })
  expect((await page()).struck.map((one) => one.fact.id)).toContain(fact)
  expect((await openCase(t.desk, helper, { case: mine.id })).struck.map((one) => one.fact.id)).not.toContain(fact)
})
