/** The addresses before somebody is signed in: state, set-up, unlocking, signing in and out, sealing. */
import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { seal, stateOf, unlock } from '../actions/house.ts'
import { exampleMembers, openExample } from '../actions/open-example.ts'
import { setUpDesk } from '../actions/set-up-desk.ts'
import { acceptInvitation, type SignedIn, signIn, signInToExample, signOut } from '../actions/sign-in.ts'
import { idFrom } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { type AppParts, bodyOf, cookieName, type Env, inside } from './request.ts'

const hours = 10

export const enter = (app: Hono<Env>, parts: AppParts): void => {
  const { house } = parts
  const answer = async (c: Context<Env>, session = c.get('session')) =>
    c.json({ ...(await stateOf(house, session)), exampleMembers: await exampleMembers(house) })
  const begin = (c: Context<Env>, signedIn: SignedIn) => {
    setCookie(c, cookieName(parts.secure), signedIn.token, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: parts.secure,
      path: '/',
      maxAge: hours * 3600,
    })
    return answer(c, signedIn.session)
  }
  app.get('/api/state', (c) => answer(c))
  app.post('/api/set-up', async (c) => c.json(await setUpDesk(house, await bodyOf(c.req.raw))))
  app.post('/api/set-up/example', async (c) => begin(c, await openExample(house)))
  app.post('/api/unlock', async (c) => {
    const { passphrase, recoveryWords } = await bodyOf(c.req.raw)
    if (typeof passphrase === 'string' && passphrase.length <= 1_024) await unlock(house, { passphrase })
    else if (Array.isArray(recoveryWords) && recoveryWords.length === 24 && recoveryWords.every((word) => typeof word === 'string'))
      await unlock(house, { recoveryWords })
    else refuse('bad-input', { field: 'passphrase', reason: 'the passphrase, or the 24 words of the kit in order' })
    return answer(c, null)
  })
  app.post('/api/sign-in', async (c) => begin(c, await signIn(house.desk ?? refuse('sealed'), await bodyOf(c.req.raw))))
  app.post('/api/sign-in/example', async (c) =>
    begin(c, await signInToExample(house.desk ?? refuse('sealed'), idFrom<'member'>((await bodyOf(c.req.raw)).member))),
  )
  app.post('/api/accept-invitation', async (c) => c.json(await acceptInvitation(house.desk ?? refuse('sealed'), await bodyOf(c.req.raw))))
  app.post('/api/sign-out', async (c) => {
    const { desk, session } = inside(house, c.get('session'))
    await signOut(desk, session)
    deleteCookie(c, cookieName(parts.secure), { path: '/', secure: parts.secure })
    c.header('clear-site-data', '"cache", "storage"')
    return c.json({ signedOut: true })
  })
  app.post('/api/seal', async (c) => {
    const { session } = inside(house, c.get('session'))
    await seal(house, session)
    parts.onSealed()
    return c.json({ sealed: true })
  })
}
