import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Member, newCase, openTestDesk, type TestDesk } from '../../test/desk.ts'
import { idFrom } from '../basics/id.ts'
import { newId } from '../vault/new-id.ts'
import { getCaseKey } from './cases.ts'
import { allRows, insertRow } from './sealed-rows.ts'

let t: TestDesk
let a: Member
let caseId: ReturnType<typeof idFrom<'case'>>
beforeAll(async () => {
  t = await openTestDesk()
  a = await t.member('lawyer')
  caseId = idFrom<'case'>((await newCase(t.desk, a)).id)
})
afterAll(() => t?.close())

const at = '2026-11-24T08:00:00.000Z'
const actor = () => ({ office: t.desk.office, member: a.member })
const exhibits = () =>
  t.desk.database.transaction(actor(), async (tx) => {
    const key = await getCaseKey(tx, t.desk.vault, t.desk.office, caseId)
    return (await allRows(tx, key, 'exhibit')).length
  })
/** Keeps one exhibit, then does what it is given. */
const keepAnd = (then: (tx: Parameters<Parameters<typeof t.desk.database.transaction>[1]>[0]) => unknown) =>
  t.desk.database.transaction(actor(), async (tx) => {
    const key = await getCaseKey(tx, t.desk.vault, t.desk.office, caseId)
    await insertRow(tx, key, 'exhibit', newId(), {}, at, { number: Math.floor(performance.now()), padded_bytes: 65_536 })
    await then(tx)
  })

test('a statement that is sent and not waited for stands with the others when all goes well', async () => {
  const before = await exhibits()
  await keepAnd(() => {})
  expect(await exhibits()).toBe(before + 1)
})

test('when the last statement sent fails, nothing of the transaction stands, though commit was asked in the same breath', async () => {
  const before = await exhibits()
  await expect(keepAnd((tx) => tx.send('select 1 / $1::int', [0]))).rejects.toMatchObject({ code: '22012' })
  expect(await exhibits()).toBe(before)
})

test('what failed first is told, not that the statements after it came too late', async () => {
  await expect(
    keepAnd(async (tx) => {
      tx.send('select 1 / $1::int', [0])
      await tx.one('select 1')
    }),
  ).rejects.toMatchObject({ code: '22012' })
})

test('after a failure the same connection serves the next act', async () => {
  for (let turn = 0; turn < 15; turn++) await keepAnd((tx) => tx.send('select 1 / $1::int', [0])).catch(() => {})
  expect(await exhibits()).toBeGreaterThan(0)
})
