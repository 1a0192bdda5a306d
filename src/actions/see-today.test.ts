import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, someone, standingClock, type TestDesk } from '../../test/desk.ts'
import { placeOfAct } from '../domain/protection/place.ts'
import { letIn } from './change-team.ts'
import { composePaper } from './compose-paper.ts'
import { draftFinding, reviewFinding } from './draft-finding.ts'
import { correctAccount } from './record-account.ts'
import { recordAuthority } from './record-authority.ts'
import { recordConsent } from './record-consent.ts'
import { recordPerson } from './record-person.ts'
import { seeToday } from './see-today.ts'

const clock = standingClock()
let t: TestDesk
let lead: Member
let reviewer: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk({ clock })
  lead = await t.member('lawyer')
  reviewer = await t.member('reviewer')
  mine = await newCase(t.desk, lead)
  await letIn(t.desk, lead, { case: mine.id, member: reviewer.member, role: 'reader', account: null, until: null })
})
afterAll(() => t?.close())

const newest = async () => (await seeToday(t.desk, lead, {})).changed[0]!

test('a line of what changed leads to the very thing: account, finding, consent, paper, and to its line in the history where the thing is gone or of the team', async () => {
  expect((await newest()).leadsTo).toMatchObject({ at: 'history', thing: expect.stringMatching(/^line-\d+$/) })
  const account = await newAccount(t.desk, lead, mine.id, mine.person)
  expect((await newest()).leadsTo).toEqual({ at: 'account', thing: account })
  await correctAccount(t.desk, lead, { case: mine.id, account, reason: 'misheard', start: null, end: null, text: 'in spring' }).catch(
    () => null,
  )
  expect((await newest()).leadsTo).toEqual({ at: 'account', thing: account })
  const consent = await recordConsent(t.desk, lead, {
    case: mine.id,
    person: mine.person,
    by: mine.person,
    on: '2026-11-20',
    expires: '2026-12-10',
    words: null,
    recipients: {},
    transmit: {},
    publish: 'no',
    medical: 'no',
    limits: null,
  })
  expect((await newest()).leadsTo).toEqual({ at: 'protection', thing: consent.id })
  expect((await seeToday(t.desk, lead, {})).due).toContainEqual(
    expect.objectContaining({ waits: false, leadsTo: { at: 'protection', thing: consent.id } }),
  )
  const paper = await composePaper(t.desk, lead, { case: mine.id, body: 'sp_urgent_appeal', states: ['CHN'], persons: [mine.person] })
  expect((await newest()).leadsTo).toEqual({ at: 'paper', thing: paper.id })
  // As it stands once the gates have let it be asked for.
  await t.desk.database.transaction({ office: t.desk.office, member: lead.member }, (tx) =>
    tx.run("update paper set status = 'asked', asked_by = $2 where paper_id = $1", [paper.id, lead.member]),
  )
  await recordPerson(t.desk, lead, someone(mine.id) as never)
  const today = await seeToday(t.desk, reviewer, {})
  expect(today.due).toContainEqual(expect.objectContaining({ waits: true, leadsTo: { at: 'paper', thing: paper.id } }))
  expect(today.atRisk[0]!.next.leadsTo).toEqual({ at: 'paper', thing: paper.id })
  await t.desk.database.transaction({ office: t.desk.office, member: lead.member }, (tx) =>
    tx.run("update paper set status = 'draft', asked_by = null where paper_id = $1", [paper.id]),
  )
})

test('a finding and an authority that wait for a second person stand under due, lead to themselves, do not lapse, and go when signed', async () => {
  const finding = await draftFinding(t.desk, lead, {
    case: mine.id,
    element: 'cat3.absolute',
    person: mine.person,
    state: 'CHN',
    custody: null,
    answer: 'shown',
    reasons: 'A State party.',
  })
  const authority = await recordAuthority(t.desk, lead, {
    case: mine.id,
    for: mine.person,
    basis: 'unreachable-imminent-harm',
    who: null,
    on: '2026-11-24',
    evidence: 'the aunt’s call',
    twoPersons: { reason: 'held without contact', withheld: 'the names of relatives' },
  })
  const leads = async (): Promise<unknown[]> =>
    (await seeToday(t.desk, reviewer, {})).due.filter((row) => row.waits).map((row) => [row.leadsTo.at, row.leadsTo.thing])
  const both = [
    ['assessment', finding.id],
    ['protection', authority.id],
  ]
  expect(await leads()).toEqual(both)
  clock.move(50 * 86_400_000)
  expect(await leads()).toEqual(both)
  expect((await seeToday(t.desk, reviewer, {})).due.find((row) => row.waits)).toMatchObject({ overdueDays: 0 })
  await reviewFinding(t.desk, reviewer, { case: mine.id, finding: finding.id })
  expect(await leads()).toEqual([both[1]])
})

test('every act that changes a case has a place to lead to; only what is gone, or of the team, is told in the history', () => {
  const folder = join(process.cwd(), 'src/actions')
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/changingAct\(\{\s+name: '([a-z-]+)'/g)].map((one) => one[1]!))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => placeOfAct(name, 'thing', 1).at === 'history').sort()).toEqual(['remove-fact', 'undo-people-list'])
})
