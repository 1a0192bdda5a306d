import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsIn, type Member, newCase, openTestDesk, refusalOf, someone, type TestDesk } from '../../test/desk.ts'
import { letIn } from './change-team.ts'
import { seal, unlock } from './house.ts'
import { confirmJudgement, judgePair, revokeJudgement } from './judge-pair.ts'
import { openCase } from './open-case.ts'
import { changePerson, recordPerson } from './record-person.ts'
import { searchPeople } from './search-people.ts'
import { seeDuplicates } from './see-duplicates.ts'

let t: TestDesk
beforeAll(async () => {
  t = await openTestDesk()
})
afterAll(() => t?.close())

type Made = { id: string; person: string }
const hangul = { codeName: 'Hangul', names: [{ text: '최영옥', script: 'hangul' }] }
const latin = { codeName: 'Latin', names: [{ text: 'Choe Yong Ok', script: 'latin' }] }
const onTeam = (lead: Member, one: Made, member: Member, role = 'member') =>
  letIn(t.desk, lead, { case: one.id, member: member.member, role, account: null, until: null })
const twoCases = async (): Promise<{ lead: Member; second: Member; one: Made; two: Made }> => {
  const [lead, second] = [await t.member('lawyer'), await t.member('caseworker')]
  const [one, two] = [await newCase(t.desk, lead, hangul), await newCase(t.desk, lead, latin)]
  await onTeam(lead, one, second)
  await onTeam(lead, two, second)
  return { lead, second, one, two }
}
const judge = (by: Member, one: Made, two: Made, verdict = 'same') =>
  judgePair(t.desk, by, { case: one.id, person: one.person, otherCase: two.id, otherPerson: two.person, verdict, reason: 'one scar' })
const heldIn = async (by: Member, one: Made) => (await openCase(t.desk, by, { case: one.id })).heldToBeOne
const people = async (by: Member, one: Made) => JSON.stringify((await openCase(t.desk, by, { case: one.id })).record.persons)

test('two spellings of one woman in two cases are a pair to judge, with a reason for every field', async () => {
  const { lead } = await twoCases()
  const { toJudge } = await seeDuplicates(t.desk, lead, {})
  expect(toJudge).toHaveLength(1)
  expect([toJudge[0]!.left.codeName, toJudge[0]!.right.codeName].sort()).toEqual(['Hangul', 'Latin'])
  expect(toJudge[0]!.table.map((row) => [row.field, row.answer])).toEqual([
    ['name', 'agrees'],
    ['birth', 'close'],
    ['sex', 'agrees'],
    ['place', 'agrees'],
    ['kin', 'unknown'],
  ])
  expect(toJudge[0]!.judgement).toBeNull()
})

test('one member’s judgement joins nothing, and they cannot confirm it: not from the door, not in the database', async () => {
  const { lead, one, two } = await twoCases()
  const made = await judge(lead, one, two)
  expect(await heldIn(lead, one)).toEqual([])
  expect(await refusalOf(confirmJudgement(t.desk, lead, { case: one.id, judgement: made.id }))).toBe('needs-second-person')
  const again = { ...lead, id: lead.id.replace(/^./, '0'), authenticator: 'another' }
  expect(await refusalOf(confirmJudgement(t.desk, again, { case: one.id, judgement: made.id }))).toBe('needs-second-person')
  // Past the door: a row that says it was judged by somebody else has no row to refer to.
  const [row] = await t.keeper('select * from judgement where judgement_id = $1', [made.id])
  const confirm = (judgedBy: unknown) =>
    t.app(
      { office: t.desk.office, member: lead.member },
      `set constraints all immediate; insert into judgement select * from json_populate_record(null::judgement, '${JSON.stringify({
        ...row,
        sealed: '\\x00',
        kept: 900_000,
        judgement_id: '00000000-0000-4000-8000-000000000001',
        act: 'confirm',
        of_id: made.id,
        judged_by: judgedBy,
        judged_session: row!.by_session,
        judged_authenticator: row!.by_authenticator,
      })}')`,
    )
  await expect(confirm(lead.member)).rejects.toMatchObject({ code: '23514' })
  await expect(confirm('00000000-0000-4000-8000-000000000002')).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
  expect(await heldIn(lead, one)).toEqual([])
})

test('a second member confirms, both cases say so, and taking it back leaves every record as it was', async () => {
  const { lead, second, one, two } = await twoCases()
  const before = [await people(lead, one), await people(lead, two)]
  const made = await judge(lead, one, two)
  expect((await seeDuplicates(t.desk, second, {})).waiting.map((pair) => [pair.judgement!.by, pair.judgement!.byMe])).toEqual([
    [lead.name, false],
  ])
  await confirmJudgement(t.desk, second, { case: two.id, judgement: made.id })
  expect((await heldIn(lead, one))[0]!.others[0]).toMatchObject({
    record: { caseId: two.id, codeName: 'Latin', label: 'Choe Yong Ok' },
    judgement: { by: lead.name, confirmedBy: second.name, reason: 'one scar' },
  })
  expect((await heldIn(second, two))[0]!.others[0]!.record.caseId).toBe(one.id)
  const seen = await seeDuplicates(t.desk, lead, {})
  expect([seen.toJudge.length, seen.waiting.length, seen.judged.length]).toEqual([0, 0, 1])

  await revokeJudgement(t.desk, second, { case: one.id, judgement: made.id, reason: 'another birthplace' })
  expect(await heldIn(lead, one)).toEqual([])
  expect([await people(lead, one), await people(lead, two)]).toEqual(before)
  expect((await seeDuplicates(t.desk, lead, {})).toJudge).toHaveLength(1)
  // Nothing was overwritten: three acts stand, each with who and when.
  const rows = await t.keeper('select act, by_member from judgement where judgement_id = $1 or of_id = $1 order by kept', [made.id])
  expect(rows).toEqual([
    { act: 'judge', by_member: lead.member },
    { act: 'confirm', by_member: second.member },
    { act: 'revoke', by_member: second.member },
  ])
  expect(await refusalOf(confirmJudgement(t.desk, second, { case: one.id, judgement: made.id }))).toBe('out-of-date')
})

test('a judgement can be made anew after it was taken back, and the history of both cases has a line for each act', async () => {
  const { lead, second, one, two } = await twoCases()
  const first = await judge(lead, one, two)
  expect(await refusalOf(judge(second, two, one, 'different'))).toBe('judged-already')
  await revokeJudgement(t.desk, lead, { case: one.id, judgement: first.id, reason: '' })
  const anew = await judge(second, two, one, 'different')
  await confirmJudgement(t.desk, lead, { case: one.id, judgement: anew.id })
  expect(await heldIn(lead, one)).toEqual([])
  expect((await seeDuplicates(t.desk, lead, {})).judged[0]!.judgement!.verdict).toBe('different')
  const acts = (await actsIn(t)).filter((line) => [first.id, anew.id].includes(line.object ?? ''))
  const each = ['judge-pair', 'revoke-judgement', 'judge-pair', 'confirm-judgement']
  expect(acts.map((line) => line.action)).toEqual(each.flatMap((act) => [act, act]))
  const histories = await t.keeper(
    `select case_id, count(*)::int as lines from audit_entry where entry::jsonb ->> 'object' = any($1) group by 1`,
    [[first.id, anew.id]],
  )
  expect(new Map(histories.map((row) => [row.case_id, row.lines]))).toEqual(
    new Map([
      [one.id, 4],
      [two.id, 4],
    ]),
  )
})

test('a pair follows what is recorded: a name or a place that is changed changes its reasons at the next look', async () => {
  const { lead, one, two } = await twoCases()
  const reasons = async () => (await seeDuplicates(t.desk, lead, {})).toJudge.map((pair) => pair.table.map((row) => row.answer).join(' '))
  expect(await reasons()).toEqual(['agrees close agrees agrees unknown'])
  const { id: _, ...her } = (await openCase(t.desk, lead, { case: one.id })).record.persons[0]!
  await changePerson(t.desk, lead, { ...her, case: one.id, person: one.person, sex: 'M', reason: 'misread' })
  expect(await reasons()).toEqual(['agrees close disagrees agrees unknown'])
  await recordPerson(t.desk, lead, someone(one.id, '최영희'))
  await recordPerson(t.desk, lead, someone(two.id, 'Choe Yong Hui'))
  expect((await reasons()).filter((row) => row.endsWith('disagrees agrees agrees'))).toHaveLength(1)
  await changePerson(t.desk, lead, {
    ...her,
    case: one.id,
    person: one.person,
    names: [{ text: '박순덕', script: 'hangul', kind: 'own' }],
    reason: 'another woman',
  })
  expect((await reasons()).some((row) => row.includes('disagrees'))).toBe(false)
})

test('nothing is held to be one by itself: recorded twice, found, searched, looked at and only proposed, records stay two', async () => {
  const { lead, second, one, two } = await twoCases()
  await searchPeople(t.desk, lead, { text: '최영옥', birth: '1990', sex: 'F' })
  await seeDuplicates(t.desk, lead, {})
  await seeDuplicates(t.desk, second, {})
  await judge(second, one, two)
  await recordPerson(t.desk, lead, someone(one.id, '최영옥'))
  expect(await heldIn(lead, one)).toEqual([])
  expect(await heldIn(lead, two)).toEqual([])
})

test('a pair of which a member may open one case alone is not there for them; the other case’s lead is asked once', async () => {
  const [lead, other] = [await t.member('lawyer'), await t.member('lawyer')]
  const one = await newCase(t.desk, lead, { ...hangul, names: [{ text: '박순덕', script: 'hangul' }] })
  const two = await newCase(t.desk, other, { ...latin, names: [{ text: 'Pak Sun Dok', script: 'latin' }] })
  const seen = await seeDuplicates(t.desk, lead, {})
  await seeDuplicates(t.desk, lead, {})
  // Not in another hour either, nor at a desk that was started anew: the pair is remembered in the store, and not readable there.
  const later = { ...t.desk, clock: { now: () => new Date(Date.now() + 5 * 3_600_000).toISOString() as never } }
  await seeDuplicates(later, lead, {})
  const asked = await t.keeper('select encode(pair_token, $2) as token from lead_question where case_id = $1', [two.id, 'hex'])
  expect(asked).toHaveLength(1)
  expect(asked[0]!.token).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Pak Sun Dok|Latin|${two.id}|${two.person}`))
  expect(seen.toJudge).toEqual([])
  const { questions } = await openCase(t.desk, other, { case: two.id })
  expect(questions.map((question) => question.by)).toEqual([lead.name])
  expect(await refusalOf(judge(lead, one, two))).toBe('not-found')
  expect(await refusalOf(judge(lead, one, { id: one.id, person: two.person }))).toBe('not-found')
  // Once let into both, the pair is there; taken off one, it is gone again with what two people held of it.
  await onTeam(other, two, lead, 'reader')
  const [pair] = (await seeDuplicates(t.desk, lead, {})).toJudge
  expect([pair!.mayJudge, pair!.mayConfirm]).toEqual([false, true])
  expect(await refusalOf(judge(lead, one, two))).toBe('not-yours-to-do')
  await onTeam(lead, one, other)
  const made = await judge(other, two, one)
  await confirmJudgement(t.desk, lead, { case: one.id, judgement: made.id })
  expect(await heldIn(lead, one)).toHaveLength(1)
  await letIn(t.desk, other, { case: two.id, member: lead.member, role: 'reader', account: null, until: '2020-01-01T00:00:00.000Z' })
  expect(await heldIn(lead, one)).toEqual([])
  const after = await seeDuplicates(t.desk, lead, {})
  expect([after.toJudge, after.waiting, after.judged]).toEqual([[], [], []])
  expect(await refusalOf(revokeJudgement(t.desk, lead, { case: one.id, judgement: made.id, reason: '' }))).toBe('not-found')
  // Past the door row security says the same, to whoever has either one of the two cases alone.
  const alone = await t.member('lawyer')
  await onTeam(other, two, alone)
  const [row] = await t.keeper('select * from judgement where judgement_id = $1', [made.id])
  for (const [member, rows] of [
    [lead, 0],
    [alone, 0],
    [other, 2],
  ] as const) {
    const as = { office: t.desk.office as string, member: member.member as string }
    expect(await t.app(as, 'select 1 from judgement where judgement_id = $1 or of_id = $1', [made.id])).toHaveLength(rows)
    const anew = { ...row, sealed: '\\x00', kept: 900_001, judgement_id: '00000000-0000-4000-8000-000000000003', by_member: member.member }
    const insert = t.app(as, 'insert into judgement select * from json_populate_record(null::judgement, $1) returning 1', [
      JSON.stringify(anew),
    ])
    if (rows === 0) await expect(insert).rejects.toMatchObject({ code: '42501' })
    else expect(await insert).toHaveLength(1)
  }
})

test('a chain of two judgements holds three records to be one; a "different" between its ends is said and joins or parts nothing', async () => {
  const { lead, second, one, two } = await twoCases()
  const three = await newCase(t.desk, lead, { ...hangul, codeName: 'Third' })
  await onTeam(lead, three, second)
  const agree = async (a: Made, b: Made, verdict = 'same') =>
    confirmJudgement(t.desk, second, { case: a.id, judgement: (await judge(lead, a, b, verdict)).id })
  await agree(one, two)
  await agree(two, three)
  const held = (await heldIn(lead, one))[0]!.others
  expect(held.map((other) => [other.record.codeName, other.judgement === null]).sort()).toEqual([
    ['Latin', false],
    ['Third', true],
  ])
  expect((await seeDuplicates(t.desk, lead, {})).toJudge).toEqual([])
  await agree(one, three, 'different')
  expect((await heldIn(lead, one))[0]!.others.every((other) => other.contradicted)).toBe(true)
})

test('a case closed to all but named people enters neither the search, nor a pair, nor what is held to be one', async () => {
  const { lead, second, one, two } = await twoCases()
  const made = await judge(lead, one, two)
  await confirmJudgement(t.desk, second, { case: one.id, judgement: made.id })
  expect(await heldIn(lead, one)).toHaveLength(1)
  // What closing a case does (phase 2): the office's own wrap of its key goes.
  await t.owner('create policy closing on case_key_wrap for all to article33_owner using (true) with check (true)')
  await t.owner(`delete from case_key_wrap where case_id = $1 and recipient_kind = 'org'`, [two.id])
  await t.owner('drop policy closing on case_key_wrap')
  const nowhere = async () => {
    expect(await heldIn(lead, one)).toEqual([])
    const seen = await seeDuplicates(t.desk, lead, {})
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Choe Yong Ok|${two.id}`))
    const found = await searchPeople(t.desk, lead, { text: 'Choe Yong Ok', birth: null, sex: null })
    expect(found.map((hit) => hit.caseId)).not.toContain(two.id)
    expect(found.map((hit) => hit.caseId)).toContain(one.id)
  }
  await nowhere()
  await seal(t.house, null)
  await unlock(t.house, { passphrase: t.passphrase })
  await nowhere()
  expect(t.desk.names.search({ text: 'Choe Yong Ok', birth: null, sex: null }, 60).some((hit) => hit.caseId === two.id)).toBe(false)
})
