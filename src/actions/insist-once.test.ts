import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newAccount, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import { openCase } from './open-case.ts'
import { attestAccount, correctAccount, translateAccount } from './record-account.ts'

let t: TestDesk
let lead: Member
let mine: { id: string; person: string }
beforeAll(async () => {
  t = await openTestDesk()
  lead = await t.member('lawyer')
  mine = await newCase(t.desk, lead)
})
afterAll(() => t?.close())

const clean = '나는 강을 건넜다.'
const number = '전화는 010-1234-5678입니다.'
const account = async (id: string) => (await openCase(t.desk, lead, { case: mine.id })).record.accounts.find((one) => one.id === id)!

test('an account with a telephone number is attested only by who insists once, and its words stay as they were said', async () => {
  const id = await newAccount(t.desk, lead, mine.id, mine.person, `${clean} ${number}`)
  expect(await refusalOf(attestAccount(t.desk, lead, { case: mine.id, account: id }))).toBe('insist-once')
  expect((await account(id)).attestedAt).toBeNull()
  await attestAccount(t.desk, lead, { case: mine.id, account: id, insisted: true })
  expect(await account(id)).toMatchObject({ text: `${clean} ${number}` })
})

test('what is found is never said in the refusal, only how often', async () => {
  const id = await newAccount(t.desk, lead, mine.id, mine.person, number)
  const refused = await attestAccount(t.desk, lead, { case: mine.id, account: id }).catch((error: unknown) => error)
  expect(JSON.stringify(refused) + String(refused)).not.toMatch(/1234/)
})

test('a correction and a translation, which never change either, ask in the same way', async () => {
  const id = await newAccount(t.desk, lead, mine.id, mine.person, clean)
  await attestAccount(t.desk, lead, { case: mine.id, account: id })
  const correction = { case: mine.id, account: id, reason: 'she said so', start: null, end: null, text: number }
  const translation = { case: mine.id, account: id, language: 'en', translatorCode: 'T-1', text: 'Her number is 010-1234-5678.' }
  expect(await refusalOf(correctAccount(t.desk, lead, correction))).toBe('insist-once')
  expect(await refusalOf(translateAccount(t.desk, lead, translation))).toBe('insist-once')
  expect(await account(id)).toMatchObject({ corrections: [], translations: [] })
  await correctAccount(t.desk, lead, { ...correction, insisted: true })
  await translateAccount(t.desk, lead, { ...translation, text: 'I crossed the river.' })
  expect((await account(id)).corrections).toHaveLength(1)
  expect((await account(id)).translations).toHaveLength(1)
})
