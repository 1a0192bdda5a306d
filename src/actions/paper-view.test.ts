import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import { assessCase } from './assess-case.ts'
import { letIn } from './change-team.ts'
import { composePaper } from './compose-paper.ts'
import { draftFinding, reviewFinding } from './draft-finding.ts'
import { openCase } from './open-case.ts'
import { openPaper } from './open-paper.ts'
import { attestAccount } from './record-account.ts'
import { recordConsent, withdrawConsent } from './record-consent.ts'
import { changeFact, recordFact } from './record-fact.ts'

let t: TestDesk
let lead: Member
let reviewer: Member
let mine: { id: string; person: string }
let account: string
const words = '나는 강을 건넜다. 다시 잡히면 죽는다.'
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer', 'reviewer')
  reviewer = await t.member('reviewer')
  mine = await newCase(t.desk, lead)
  account = await newAccount(t.desk, lead, mine.id, mine.person, words)
  await attestAccount(t.desk, lead, { case: mine.id, account })
})
afterAll(() => t?.close())

const fact = (over: object = {}) => ({
  case: mine.id,
  kind: 'return-detention',
  about: [mine.person],
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
  ...over,
})
const consent = () => ({
  case: mine.id,
  person: mine.person,
  by: mine.person,
  on: '2026-01-02',
  expires: null,
  recipients: { 'special-procedures': 'yes' },
  transmit: { CHN: 'yes' },
  publish: 'no',
  medical: 'not-asked',
  limits: null,
  words: null,
})
const drafted = () => composePaper(t.desk, lead, { case: mine.id, body: 'sp_urgent_appeal', states: ['CHN'], persons: [mine.person] })
const now = (paper: string) => openPaper(t.desk, lead, { paper })

test('a withdrawn consent is named as what changed, and a changed fact by its label', async () => {
  const told = await recordFact(t.desk, lead, fact())
  const given = await recordConsent(t.desk, lead, consent())
  const paper = await drafted()
  expect((await now(paper.id)).changes).toEqual([])

  await withdrawConsent(t.desk, lead, { case: mine.id, consent: given.id as never })
  const withdrawn = await now(paper.id)
  expect(withdrawn.stale.length).toBeGreaterThan(0)
  expect(new Set(withdrawn.changes.flatMap((one) => one.causes))).toEqual(new Set(['consent']))
  expect(withdrawn.changes.flatMap((one) => one.facts)).toEqual([])

  await recordConsent(t.desk, lead, consent())
  const again = await drafted()
  await changeFact(t.desk, lead, { ...fact({ standing: 'open' }), fact: told.id, reason: 'asked again' })
  const changed = await now(again.id)
  expect(changed.changes).toContainEqual({ key: expect.stringMatching(/^fact:return-detention/), causes: ['fact'], facts: [told.label] })
  expect(changed.changes.every((one) => !one.causes.includes('consent'))).toBe(true)
})

test('letters that no font can print stop a paper, and are named with the fact they stand in', async () => {
  const told = await recordFact(t.desk, lead, fact({ kind: 'host-detention', place: 'ตู', attrs: { currentlyHeld: 'yes' } }))
  const paper = await drafted()
  const letters = paper.gates.find((one) => one.id === 'letters')!
  expect(letters).toMatchObject({ state: 'blocks', facts: [told.id] })
  expect(letters.detail[0]).toMatch(new RegExp(`^ต \\(${told.label}, № \\d+\\)`))
  await changeFact(t.desk, lead, {
    ...fact({ kind: 'host-detention', place: 'Tumen', attrs: { currentlyHeld: 'yes' } }),
    fact: told.id,
    reason: 'in Latin letters',
  })
  expect((await drafted()).gates.find((one) => one.id === 'letters')!.state).toBe('passed')
})

test('who found is not offered the second signature and reads who may give it', async () => {
  const { assessment } = await assessCase(t.desk, lead, { case: mine.id, asOf: null })
  const line = assessment.lines.find((one) => one.person === mine.person)!
  const found = await draftFinding(t.desk, lead, {
    case: mine.id,
    element: line.element,
    person: mine.person as never,
    state: line.state,
    custody: line.custody as never,
    answer: 'left-open',
    reasons: 'to be asked',
  })
  const reviews = async (who: Member) => (await assessCase(t.desk, who, { case: mine.id, asOf: null })).reviews[found.id]
  // A lawyer who is also a reviewer may do both in general, and never both to one finding.
  expect(await reviews(lead)).toEqual({ mine: false, others: [] })
  expect(await refusalOf(reviewFinding(t.desk, lead, { case: mine.id, finding: found.id as never }))).toBe('needs-second-person')
  await letIn(t.desk, lead, { case: mine.id, member: reviewer.member, role: 'reader', account: null, until: null })
  expect(await reviews(lead)).toEqual({ mine: false, others: [reviewer.name] })
  expect(await reviews(reviewer)).toEqual({ mine: true, others: [] })
  await reviewFinding(t.desk, reviewer, { case: mine.id, finding: found.id as never })
  expect(await reviews(lead)).toBeUndefined()
  expect((await openCase(t.desk, lead, { case: mine.id })).record.findings.find((one) => one.id === found.id)!.reviewedBy).toBe(
    reviewer.member,
  )
})
