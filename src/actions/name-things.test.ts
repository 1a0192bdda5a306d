import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, type TestDesk } from '../../test/desk.ts'
import { caseCode } from '../domain/documents/things.ts'
import { composePaper } from './compose-paper.ts'
import { seeOpened } from './members.ts'
import { openPaper } from './open-paper.ts'
import { readHistory } from './read-history.ts'

let t: TestDesk
let lead: Member
let administrator: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer', 'administrator')
  administrator = await t.member('administrator')
  mine = await newCase(t.desk, lead)
  await newAccount(t.desk, lead, mine.id, mine.person)
})
afterAll(() => t?.close())

test('who may open the case reads the paper’s body, draft and day; an administrator and an auditor read its kind and code, and both codes agree with the history', async () => {
  const paper = await composePaper(t.desk, lead, { case: mine.id, body: 'sp_urgent_appeal', states: ['CHN'], persons: [mine.person] })
  await openPaper(t.desk, lead, { paper: paper.id })
  await openPaper(t.desk, lead, { paper: paper.id })
  const history = await readHistory(t.desk, lead, { case: mine.id })
  const line = history.find((one) => one.act === 'open-paper')!
  expect(line.thing).toMatchObject({ kind: 'paper', number: 1, name: paper.bodyName, on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect(history.find((one) => one.act === 'record-account')!.thing).toMatchObject({
    kind: 'account',
    label: expect.stringMatching(/^A\d$/),
  })

  const own = (await seeOpened(t.desk, lead, { member: lead.member })).cases[0]!
  expect(own).toMatchObject({ caseId: mine.id, codeName: 'Heron', code: caseCode(mine.id) })
  expect(own.things.find((one) => one.act === 'open-paper')).toMatchObject({ times: 2, thing: line.thing })

  for (const stranger of [administrator, await t.member('auditor')]) {
    const seen = await seeOpened(t.desk, stranger, { member: lead.member })
    expect(seen.cases[0]).toMatchObject({ caseId: null, codeName: null, code: caseCode(mine.id) })
    expect(seen.cases[0]!.things.find((one) => one.act === 'open-paper')).toMatchObject({
      times: 2,
      thing: { kind: 'paper', code: line.thing.code, label: null, name: null, number: null, on: null },
    })
    expect(JSON.stringify(seen)).not.toMatch(/Heron|홍길순|Urgent|[0-9a-f]{8}-[0-9a-f]{4}/i)
  }
})
