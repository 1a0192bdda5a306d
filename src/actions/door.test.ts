import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newCase, openTestDesk, refusalOf, type TestDesk } from '../../test/desk.ts'
import { openCase } from './open-case.ts'

let t: TestDesk
let lawyer: Member
let other: Member
beforeAll(async () => {
  t = await openTestDesk()
  lawyer = await t.member('lawyer')
  other = await t.member('lawyer')
})
afterAll(() => t?.close())

test('smoke', async () => {
  const { id } = await newCase(t.desk, lawyer)
  expect(await refusalOf(openCase(t.desk, other, { case: id }))).toBe('not-found')
})
