import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actsIn, type Member, newCase, openTestDesk, refusalOf, standingClock, type TestDesk } from '../../test/desk.ts'
import { encodedList } from '../formats/encode-list.ts'
import { answerOrganisation, askOrganisation } from './know-both.ts'
import { recordConsent, withdrawConsent } from './record-consent.ts'
import { recordPerson } from './record-person.ts'

const clock = standingClock()
const key = randomBytes(32).toString('hex')
let t: TestDesk
beforeAll(async () => {
  t = await openTestDesk({ clock })
})
afterAll(() => t?.close())

type Made = { id: string; person: string }
const her = { names: [{ text: '최영옥', script: 'hangul' }], birth: '1976-03-02' }
const consent = (by: Member, one: Made, askOrganisations: string, more: object = {}) =>
  recordConsent(t.desk, by, {
    case: one.id,
    person: one.person,
    by: one.person,
    on: '2026-11-20',
    expires: null,
    recipients: {},
    transmit: {},
    publish: 'no',
    medical: 'no',
    limits: null,
    words: null,
    askOrganisations,
    ...more,
  })
const withConsent = async (more: object = {}): Promise<{ lead: Member; one: Made }> => {
  const lead = await t.member('lawyer')
  const one = await newCase(t.desk, lead, { ...her, ...more })
  await consent(lead, one, 'yes')
  return { lead, one }
}
const ask = (by: Member, one: Made, with_ = key) => askOrganisation(t.desk, by, { case: one.id, person: one.person, key: with_ })
const answer = async (by: Member, one: Made, file: string, with_ = key) =>
  (await answerOrganisation(t.desk, by, { case: one.id, person: one.person, key: with_, file })).answer
/** A list of another organisation, encoded as the shell does it. */
const listOf = (rows: string): string =>
  encodedList(
    { file: { name: 'list.csv', bytes: Buffer.from(`name,birth,sex\n${rows}\n`) } } as never,
    Buffer.from(key, 'hex'),
    () => {},
  ).file.toString('base64')

test('without consent on file nothing is encoded or compared: not asked, refused, expired and withdrawn are no', async () => {
  const lead = await t.member('lawyer')
  const one = await newCase(t.desk, lead, her)
  const { lead: other, one: two } = await withConsent()
  const { file } = await ask(other, two)
  const both = async () => [await refusalOf(ask(lead, one)), await refusalOf(answer(lead, one, file))]
  const no = ['no-consent-to-ask', 'no-consent-to-ask']
  expect(await both()).toEqual(no)
  await consent(lead, one, 'yes', { expires: '2026-11-23' })
  expect(await both()).toEqual(no)
  const given = await consent(lead, one, 'yes')
  expect(await answer(lead, one, file)).toBe('yes')
  await consent(lead, one, 'refused', { on: '2026-11-21' })
  expect(await both()).toEqual(no)
  await consent(lead, one, 'yes', { on: '2026-11-22' })
  expect(await answer(lead, one, file)).toBe('yes')
  await withdrawConsent(t.desk, lead, { case: one.id, consent: given.id })
  expect(await answer(lead, one, file)).toBe('yes')
  const last = await consent(lead, one, 'yes', { on: '2026-11-23' })
  await withdrawConsent(t.desk, lead, { case: one.id, consent: last.id })
  await consent(lead, one, 'no', { on: '2026-11-24' })
  expect(await both()).toEqual(no)
})

test('one person in two scripts is known to both; a namesake of another birth is not; a name and a year never make a yes', async () => {
  const { lead, one } = await withConsent()
  const { file } = await ask(lead, one)
  const said = async (more: object) => {
    const { lead: other, one: two } = await withConsent(more)
    return answer(other, two, file)
  }
  expect(await said({ names: [{ text: 'Choi Young-ok', script: 'latin' }] })).toBe('yes')
  expect(await said({ names: [{ text: 'Choe Yong Ok', script: 'latin' }] })).toBe('possible')
  expect(await said({ birth: '1950-11-20' })).toBe('no')
  expect(await said({ names: [{ text: '박순덕', script: 'hangul' }], birth: '1961-07-07' })).toBe('no')
  const yearOnly = await withConsent({ birth: '1976' })
  const byYear = await ask(yearOnly.lead, yearOnly.one)
  const other = await withConsent({ birth: '1976' })
  expect(await answer(other.lead, other.one, byYear.file)).toBe('possible')
})

test('a list is not answered person by person, a file of another key or a torn one not at all', async () => {
  const { lead, one } = await withConsent()
  expect(await answer(lead, one, listOf('최영옥,1976-03-02,F'))).toBe('yes')
  expect(await refusalOf(answer(lead, one, listOf('최영옥,1976-03-02,F\n박순덕,1961-07-07,F')))).toBe('bad-file')
  const { file } = await ask(lead, one)
  expect(await refusalOf(answer(lead, one, file, randomBytes(32).toString('hex')))).toBe('bad-file')
  expect(await refusalOf(answer(lead, one, Buffer.from(file, 'base64').subarray(0, -1).toString('base64')))).toBe('bad-file')
  expect(await refusalOf(ask(lead, one, 'abc'))).toBe('bad-input')
})

test('ten questions an hour and member, asked or answered, tried in a row or all at once; the next hour begins anew', async () => {
  const { lead, one } = await withConsent()
  const { file } = await ask(lead, one)
  const tried = await Promise.allSettled(Array.from({ length: 14 }, (_, n) => (n % 2 === 0 ? ask(lead, one) : answer(lead, one, file))))
  expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(9)
  expect(await refusalOf(ask(lead, one))).toBe('too-many-tries')
  const another = await withConsent()
  expect(await answer(another.lead, another.one, file)).toBe('yes')
  clock.move(3_600_001)
  expect(await answer(lead, one, file)).toBe('yes')
})

test('starting the desk anew gives nobody ten more: the count stands in the store, sealed to the second, a failed try with it', async () => {
  const { lead, one } = await withConsent()
  const { file } = await ask(lead, one)
  for (let n = 0; n < 8; n += 1) await answer(lead, one, file)
  expect(await refusalOf(ask(lead, one, 'not a key'))).toBe('bad-input')
  // A desk that has just been opened remembers nothing.
  const anew = { ...t.desk }
  expect(await refusalOf(askOrganisation(anew, lead, { case: one.id, person: one.person, key }))).toBe('too-many-tries')
  const rows = await t.keeper('select created_hour, encode(sealed, $2) as sealed from outside_question where asked_by = $1', [
    lead.member,
    'escape',
  ])
  expect(rows).toHaveLength(10)
  for (const row of rows) {
    expect((row.created_hour as Date).toISOString()).toMatch(/:00:00.000Z$/)
    expect(row.sealed).not.toContain(clock.now().slice(0, 10))
  }
  // Nobody counts what another asked.
  const other = await t.member('lawyer')
  expect(await t.app({ office: t.desk.office, member: other.member }, 'select 1 from outside_question')).toEqual([])
})

test('each question and each answer has its line, the refused ones too; the key, the file and the answer are in none of them in the clear', async () => {
  const { lead, one } = await withConsent()
  const { file, key: keyId } = await ask(lead, one)
  await answer(lead, one, file)
  const nobody = (await recordPerson(t.desk, lead, { ...bare, case: one.id })).id
  expect(await refusalOf(ask(lead, { id: one.id, person: nobody }))).toBe('no-consent-to-ask')
  const lines = (await actsIn(t)).filter((line) => line.actor === lead.member && line.action.endsWith('-organisation'))
  expect(lines.map((line) => [line.action, line.outcome])).toEqual([
    ['ask-organisation', 'done'],
    ['answer-organisation', 'done'],
    ['ask-organisation', 'refused'],
  ])
  const dump = JSON.stringify(await t.keeper('select entry, encode(details, $1) as details from audit_entry', ['escape']))
  for (const secret of [key, keyId, file.slice(0, 40), '"yes"']) expect(dump).not.toContain(secret)
})

test('a person without a year of birth is not asked about: a name alone stands for too many', async () => {
  const { lead, one } = await withConsent({ birth: null })
  expect(await refusalOf(ask(lead, one))).toBe('bad-input')
})

const bare = {
  role: 'sibling',
  names: [],
  sex: 'unknown',
  births: [],
  ageStatements: [],
  nationalities: [],
  languages: [],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: true,
  submitter: false,
  note: null,
}
