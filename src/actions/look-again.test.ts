import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsIn, type Member, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import type { LookedAgain } from '../domain/law/looked-again.ts'
import { newId } from '../vault/new-id.ts'
import { assessCase } from './assess-case.ts'
import { draftFinding } from './draft-finding.ts'
import { noteLawChange } from './law-change.ts'
import { lookAgain, seeLookedAgain } from './look-again.ts'
import { seeToday } from './see-today.ts'

let t: TestDesk
let lawyer: Member
let other: Member
let mine: { id: string; person: string }
let untouched: TestDesk['desk']['packs']
beforeAll(async () => {
  t = await openTestDesk()
  untouched = t.desk.packs
  lawyer = await t.member('lawyer')
  other = await t.member('lawyer')
  mine = await newCase(t.desk, lawyer)
  await newCase(t.desk, other)
})
afterAll(() => t?.close())

const done = async (member: Member): Promise<LookedAgain> => {
  for (let n = 0; n < 400; n++) {
    const seen = await seeLookedAgain(t.desk, member, {})
    if (seen.progress === null && seen.finishedAt !== null) return seen
    await new Promise((next) => setTimeout(next, 25))
  }
  throw new Error('it does not end')
}
const withLawBefore = (change: (law: ReturnType<TestDesk['desk']['packs']['forSituation']>['law']) => typeof law | null) => {
  const { packs } = t.desk
  t.desk.packs = { ...packs, former: (id) => (id === 'china-dprk' ? change(packs.forSituation(id).law) : null) }
}

test('lines that answer otherwise are told with before, after and what changed, of one’s own cases and no others', async () => {
  withLawBefore((law) => ({
    ...law,
    version: 'before',
    status: law.status.filter((one) => !(one.instrument === 'CAT' && one.state === 'CHN')),
  }))
  expect((await seeLookedAgain(t.desk, lawyer, {})).law[0]!.former?.version).toBe('before')
  await lookAgain(t.desk, lawyer, {})
  const seen = await done(lawyer)
  expect(seen).toMatchObject({ looked: 1, failed: false, more: 0 })
  expect(seen.cases.map((one) => one.case)).toEqual([mine.id])
  expect(seen.cases[0]!.changed).toContainEqual(
    expect.objectContaining({
      element: 'cat3.absolute',
      state: 'CHN',
      before: 'missing',
      after: 'shown',
      reasons: [expect.objectContaining({ what: 'law', from: 'CAT' })],
    }),
  )
  // What one session found is not read in another.
  expect((await seeLookedAgain(t.desk, other, {})).finishedAt).toBeNull()
})

test('with the same law every line answers as before; a member who reads no case is refused', async () => {
  withLawBefore((law) => ({ ...law, version: 'the same text' }))
  await lookAgain(t.desk, lawyer, {})
  expect(await done(lawyer)).toMatchObject({ looked: 1, cases: [] })
  expect(await refusalOf(lookAgain(t.desk, await t.member('auditor'), {}))).toBe('not-yours-to-do')
})

test('a finding stays as it was signed and says when its line reads otherwise', async () => {
  const finding = await draftFinding(t.desk, lawyer, {
    case: mine.id,
    element: 'cat3.absolute',
    person: mine.person,
    state: 'CHN',
    custody: null,
    answer: 'shown',
    reasons: 'A State party.',
  })
  expect((await assessCase(t.desk, lawyer, { case: mine.id })).moved).toEqual([])
  const { packs } = t.desk
  const { law } = packs.forSituation('china-dprk')
  const without = { ...law, version: 'after', status: law.status.filter((one) => !(one.instrument === 'CAT' && one.state === 'CHN')) }
  t.desk.packs = { ...packs, forSituation: (id) => ({ ...packs.forSituation(id), law: without }), former: () => law }
  const { moved, findings } = await assessCase(t.desk, lawyer, { case: mine.id })
  expect(moved).toEqual([expect.objectContaining({ finding: finding.id, before: 'shown', now: 'missing', otherLaw: law.version })])
  expect(findings).toContainEqual(finding)
  await lookAgain(t.desk, lawyer, {})
  expect((await done(lawyer)).cases[0]).toMatchObject({ findings: 1 })
})

test('Today says that the law has changed, with how much answers otherwise, until the member has looked; then for good, in every session', async () => {
  const member = await t.member('lawyer')
  const one = await newCase(t.desk, member)
  const packs = untouched
  const { law } = packs.forSituation('china-dprk')
  const without = (version: string) => ({
    ...law,
    version,
    status: law.status.filter((row) => !(row.instrument === 'CAT' && row.state === 'CHN')),
  })
  t.desk.packs = { ...packs, former: () => null }
  expect((await seeToday(t.desk, member, {})).law).toBeNull()
  await draftFinding(t.desk, member, {
    case: one.id,
    element: 'cat3.absolute',
    person: one.person,
    state: 'CHN',
    custody: null,
    answer: 'shown',
    reasons: 'As the law stands.',
  })
  t.desk.packs = { ...packs, forSituation: (id) => ({ ...packs.forSituation(id), law: without('later') }), former: () => law }
  const told = async (by: Member) => {
    for (let n = 0; n < 400; n++) {
      const { law: said } = await seeToday(t.desk, by, {})
      if (said === null || said.progress === null) return said
      await new Promise((next) => setTimeout(next, 25))
    }
    throw new Error('it does not end')
  }
  const said = await told(member)
  expect(said).toMatchObject({ cases: 1, findings: 1 })
  expect(said!.lines).toBeGreaterThan(0)
  expect((await seeLookedAgain(t.desk, member, {})).unread).toBe(true)
  // That the desk looked is told apart from a person's reading.
  const lines = (await actsIn(t)).filter((line) => line.actor === member.member).map((line) => line.action)
  expect(lines).toContain('look-again-at-case')
  expect(lines).not.toContain('assess-case')
  await noteLawChange(t.desk, member, {})
  expect(await told(member)).toBeNull()
  expect(await told({ ...member, id: newId() })).toBeNull()
  expect((await seeLookedAgain(t.desk, member, {})).unread).toBe(false)
  // The next change calls again; another member had their own notice all along.
  t.desk.packs = { ...packs, former: () => without('later') }
  expect(await told(member)).toMatchObject({ cases: 1 })
  expect(await told(other)).not.toBeNull()
  expect(await refusalOf(noteLawChange(t.desk, await t.member('auditor'), {}))).toBe('not-yours-to-do')
})
