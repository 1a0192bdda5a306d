import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import { openCase } from './open-case.ts'
import { recordCustody } from './record-custody.ts'
import { recordSubmitter } from './record-submitter.ts'
import { seeProceedings } from './see-proceedings.ts'

let t: TestDesk
let lead: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer')
  mine = await newCase(t.desk, lead)
})
afterAll(() => t?.close())

const submitter = (id: string, over: object = {}) => ({
  case: id,
  name: '김하나',
  organisation: 'Legal aid for all',
  contact: 'desk@legal-aid.example',
  relationship: 'sister',
  agreedFor: [],
  requestedMeasures: [],
  given: {},
  otherProcedures: null,
  ...over,
})
const offered = async (id: string) => (await openCase(t.desk, lead, { case: id })).submitterOffered

test('the office’s own name is offered at first, and what it signs with once somebody said to keep it; a person’s name never is', async () => {
  expect(await offered(mine.id)).toEqual({ organisation: 'Test office', contact: null })
  await recordSubmitter(t.desk, lead, submitter(mine.id, { organisation: 'Not to be kept' }))
  const second = await newCase(t.desk, lead)
  expect(await offered(second.id)).toEqual({ organisation: 'Test office', contact: null })
  await recordSubmitter(t.desk, lead, submitter(second.id, { remember: true }))
  const third = await newCase(t.desk, lead)
  expect(await offered(third.id)).toEqual({ organisation: 'Legal aid for all', contact: 'desk@legal-aid.example' })
  // A case with a submitter of its own keeps it.
  expect(await offered(mine.id)).toBeNull()
  expect((await openCase(t.desk, lead, { case: mine.id })).record.submitter).toMatchObject({ organisation: 'Not to be kept' })
})

test('what the office signs with is nowhere in the clear', async () => {
  const rows = await t.keeper('select sealed from office')
  expect(Buffer.from(rows[0]!.sealed as Uint8Array).toString('utf8')).not.toContain('legal-aid')
})

test('a procedure elsewhere warns of the same matter with its day and reference, and only for a person of the case', async () => {
  const other = await newCase(t.desk, lead)
  await recordCustody(t.desk, lead, {
    case: mine.id,
    persons: [mine.person],
    state: 'CHN',
    authority: null,
    place: null,
    period: '2026-10/..',
    sources: [],
    note: null,
  })
  const pending = { procedure: 'ced_urgent', person: mine.person, filedOn: '2026-03-01', status: 'pending', reference: 'WG/12' }
  expect(
    await refusalOf(recordSubmitter(t.desk, lead, submitter(mine.id, { otherProcedures: [{ ...pending, person: other.person }] }))),
  ).toBe('not-found')
  await recordSubmitter(t.desk, lead, submitter(mine.id, { otherProcedures: [pending] }))
  const warned = (await seeProceedings(t.desk, lead, { case: mine.id })).bodies.filter((one) =>
    one.warnings.some((words) => words.en.includes('since 2026-03-01, reference WG/12')),
  )
  expect(warned.map((one) => one.body)).toContain('wgeid_risk')
  await recordSubmitter(t.desk, lead, submitter(mine.id, { otherProcedures: [{ ...pending, status: 'withdrawn' }] }))
  expect(JSON.stringify((await seeProceedings(t.desk, lead, { case: mine.id })).bodies)).not.toContain('WG/12')
})
