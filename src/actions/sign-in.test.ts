import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../test/desk.ts'
import { unlock } from './house.ts'
import { endSession } from './settings.ts'
import { findSignedIn, signOut } from './sign-in.ts'

let t: TestDesk
beforeAll(async () => {
  t = await openTestDesk()
})
afterAll(() => t?.close())

test('a session that has just been used is gone at once when its member signs out or ends it from another device', async () => {
  for (const end of [signOut, (desk: TestDesk['desk'], one: { id: string }) => endSession(desk, one as never, { session: one.id })]) {
    const member = await t.member('lawyer')
    expect(await findSignedIn(t.desk, member.token)).toMatchObject({ member: member.member })
    // From memory this time.
    expect(await findSignedIn(t.desk, member.token)).toMatchObject({ id: member.id })
    await end(t.desk, member)
    expect(await findSignedIn(t.desk, member.token)).toBeNull()
  }
})

test('a reading under way while the session ends does not bring it back', async () => {
  const member = await t.member('lawyer')
  const [, ended] = await Promise.all([findSignedIn(t.desk, member.token), signOut(t.desk, member)])
  expect(ended).toBeUndefined()
  expect(await findSignedIn(t.desk, member.token)).toBeNull()
})

test('who unlocks a desk that was not sealed by its button, but killed, opens it for nobody else', async () => {
  const member = await t.member('lawyer')
  expect(await findSignedIn(t.desk, member.token)).not.toBeNull()
  // As a new process finds it: nothing in memory, the session still in its table.
  t.house.desk = null
  await unlock(t.house, { passphrase: t.passphrase })
  expect(await findSignedIn(t.desk, member.token)).toBeNull()
})
