import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, refusalOf, someone, standingClock, type TestDesk } from '../../test/desk.ts'
import { caseCode } from '../domain/documents/things.ts'
import { letIn, takeOff } from './change-team.ts'
import { listMembers, removeMember, seeOpened } from './members.ts'
import { openCase } from './open-case.ts'
import { attestAccount, changeAccount, readAccount, translateAccount } from './record-account.ts'
import { recordPerson } from './record-person.ts'
import { searchPeople } from './search-people.ts'
import { listCases } from './see-today.ts'
import { findSignedIn } from './sign-in.ts'

const clock = standingClock(new Date().toISOString())
let t: TestDesk
let lead: Member
let admin: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk({ clock })
  lead = await t.member('lawyer')
  admin = await t.member('administrator')
  mine = await newCase(t.desk, lead)
})
afterAll(() => t?.close())

const grant = (member: Member, role: string, more: object = {}) =>
  letIn(t.desk, lead, { case: mine.id, member: member.member, role, account: null, until: null, ...more })

test('a grant carries to its hour and not a moment longer', async () => {
  const helper = await t.member('caseworker')
  await grant(helper, 'member', { until: new Date(Date.parse(clock.now()) + 60_000).toISOString() })
  expect((await openCase(t.desk, helper, { case: mine.id })).header.myRole).toBe('member')
  clock.move(60_000)
  expect(await refusalOf(openCase(t.desk, helper, { case: mine.id }))).toBe('not-found')
  expect(await refusalOf(recordPerson(t.desk, helper, someone(mine.id)))).toBe('not-found')
  expect(await listCases(t.desk, helper, {})).toEqual([])
})

test('the database lets an expired grant carry nothing, whatever the application thinks', async () => {
  const helper = await t.member('caseworker')
  await grant(helper, 'member')
  const as = { office: t.desk.office, member: helper.member }
  expect(await t.app(as, 'select 1 from person where case_id = $1', [mine.id])).not.toEqual([])
  await t.app(
    { office: t.desk.office, member: lead.member },
    `select change_team($1, $2, $3, 'member', null, now() - interval '1 second')`,
    [t.desk.office, mine.id, helper.member],
  )
  await grant(helper, 'member', { until: new Date(Date.now() - 1_000).toISOString() })
  expect(await t.app(as, 'select 1 from person where case_id = $1', [mine.id])).toEqual([])
  expect(await t.app(as, 'select 1 from case_key_wrap')).toEqual([])
})

test('who leaves loses every case in one request, and what they opened can be listed', async () => {
  const helper = await t.member('lawyer')
  await grant(helper, 'member')
  await openCase(t.desk, helper, { case: mine.id })
  const theirs = await newCase(t.desk, helper)
  expect(await findSignedIn(t.desk, helper.token)).not.toBeNull()
  const { opened } = await removeMember(t.desk, admin, { member: helper.member, reason: 'moved on', successor: lead.member })
  // An administrator opens no case: kinds, counts, days and codes, and no name of anything.
  expect(opened.cases.map((one) => one.code)).toContain(caseCode(mine.id))
  expect(opened.cases.every((one) => one.codeName === null && one.caseId === null)).toBe(true)
  expect(opened.cases.flatMap((one) => one.things).every(({ thing }) => thing.label === null && thing.name === null)).toBe(true)
  expect(JSON.stringify(opened)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|홍길순|Heron/)
  expect(await findSignedIn(t.desk, helper.token)).toBeNull()
  // Even a session that was already in hand opens nothing.
  expect(await refusalOf(openCase(t.desk, helper, { case: mine.id }))).toBe('not-found')
  for (const table of ['person', 'case_file', 'case_key_wrap', 'case_grant'])
    expect(await t.app({ office: t.desk.office, member: helper.member }, `select 1 from ${table}`)).toEqual([])
  expect((await openCase(t.desk, lead, { case: theirs.id })).header.myRole).toBe('lead')
  expect(await seeOpened(t.desk, admin, { member: helper.member })).toEqual(opened)
  expect((await listMembers(t.desk, admin, {})).find((one) => one.id === helper.member)?.active).toBe(false)
})

test('the last administrator stays, and nobody but an administrator removes', async () => {
  expect(await refusalOf(removeMember(t.desk, admin, { member: admin.member, reason: 'x', successor: lead.member }))).toBe(
    'last-administrator',
  )
  expect(await refusalOf(removeMember(t.desk, lead, { member: admin.member, reason: 'x', successor: null }))).toBe('not-yours-to-do')
})

test('an administrator without a grant opens no case, not by search and not by the database', async () => {
  expect(await refusalOf(openCase(t.desk, admin, { case: mine.id }))).toBe('not-found')
  expect(await refusalOf(searchPeople(t.desk, admin, { text: '홍길순', birth: null, sex: null }))).toBe('not-yours-to-do')
  expect(await t.app({ office: t.desk.office, member: admin.member }, 'select 1 from person')).toEqual([])
  expect(await refusalOf(letIn(t.desk, admin, { case: mine.id, member: admin.member, role: 'lead', account: null, until: null }))).toBe(
    'not-found',
  )
  const [forced] = await t.app(
    { office: t.desk.office, member: admin.member },
    `select change_team($1, $2, $3, 'lead', null, null) as done`,
    [t.desk.office, mine.id, admin.member],
  )
  expect(forced).toEqual({ done: false })
})

test('a case never loses its last lead', async () => {
  expect(await refusalOf(takeOff(t.desk, lead, { case: mine.id, member: lead.member }))).toBe('needs-a-lead')
  expect(await refusalOf(letIn(t.desk, lead, { case: mine.id, member: lead.member, role: 'reader', account: null, until: null }))).toBe(
    'needs-a-lead',
  )
})

test('an interpreter reads one account, translates and attests it, and sees nothing else of the case', async () => {
  const interpreter = await t.member('interpreter')
  const account = await newAccount(t.desk, lead, mine.id, mine.person, '첫째 이야기')
  const another = await newAccount(t.desk, lead, mine.id, mine.person, '둘째 이야기')
  await grant(interpreter, 'interpreter', { account })
  expect((await readAccount(t.desk, interpreter, { case: mine.id, account })).text).toBe('첫째 이야기')
  await translateAccount(t.desk, interpreter, { case: mine.id, account, language: 'en', translatorCode: 'I-2', text: 'The first story' })
  await attestAccount(t.desk, interpreter, { case: mine.id, account })
  expect(await refusalOf(readAccount(t.desk, interpreter, { case: mine.id, account: another }))).toBe('not-found')
  expect(
    await refusalOf(
      translateAccount(t.desk, interpreter, { case: mine.id, account: another, language: 'en', translatorCode: 'I-2', text: 'x' }),
    ),
  ).toBe('not-found')
  expect(await refusalOf(changeAccount(t.desk, interpreter, { case: mine.id, account, text: 'x', rowVersion: 1 }))).toBe('not-yours-to-do')
  expect(['not-found', 'not-yours-to-do']).toContain(await refusalOf(openCase(t.desk, interpreter, { case: mine.id })))
  const as = { office: t.desk.office, member: interpreter.member }
  expect((await t.app(as, 'select account_id from account')).map((row) => row.account_id)).toEqual([account])
  for (const table of ['person', 'fact', 'custody_period', 'authority', 'case_card', 'earlier_version', 'exhibit', 'paper'])
    expect(await t.app(as, `select 1 from ${table}`), table).toEqual([])
  // The lead sees what was translated; the case's card was not spoilt by somebody who sees a sliver of it.
  const page = await openCase(t.desk, lead, { case: mine.id })
  expect(page.record.accounts.find((one) => one.id === account)?.translations).toMatchObject([{ language: 'en', text: 'The first story' }])
  expect(page.header.person.label).toContain('홍길순')
})

test('who searches learns nothing of a case that is not theirs; its lead gets one question', async () => {
  const seeker = await t.member('caseworker')
  expect(await searchPeople(t.desk, seeker, { text: '홍길순', birth: null, sex: null })).toEqual([])
  expect(await searchPeople(t.desk, seeker, { text: '아무도아닌', birth: null, sex: null })).toEqual([])
  const asked = await t.keeper('select case_id, asked_by from lead_question where case_id = $1', [mine.id])
  expect(asked).toEqual([{ case_id: mine.id, asked_by: seeker.member }])
  expect(await t.app({ office: t.desk.office, member: seeker.member }, 'select 1 from lead_question')).toEqual([])
  expect(
    await t.app({ office: t.desk.office, member: lead.member }, 'select 1 from lead_question where case_id = $1', [mine.id]),
  ).toHaveLength(1)
})
