/** The HTTP face of the desk: headers, sessions, routes and answers; it holds no rule and no SQL. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { findSignedIn } from '../actions/sign-in.ts'
import { Refusal, refuse } from '../basics/refusal.ts'
import { cases } from './cases.ts'
import { enter } from './enter.ts'
import { files } from './files.ts'
import { guard } from './guard.ts'
import { law } from './law.ts'
import { listFiles, lists } from './lists.ts'
import { office } from './office.ts'
import { proceedings } from './proceedings.ts'
import { type AppParts, bodyOf, cookieName, type Env, inside, queryOf } from './request.ts'
import { screens } from './screens.ts'
import { testimony } from './testimony.ts'

export const routes = [...cases, ...testimony, ...law, ...proceedings, ...office, ...lists]
const jsonLimit = 4 * 1024 * 1024

export const buildApp = (parts: AppParts): Hono<Env> => {
  const app = new Hono<Env>()
  app.use('*', guard(parts))
  app.use('/api/*', async (c, next) => {
    const { house } = parts
    const token = getCookie(c, cookieName(parts.secure))
    c.set('house', house)
    c.set('session', house.desk && token ? await findSignedIn(house.desk, token) : null)
    await next()
  })
  app.use('/calendar/*', (c, next) => {
    c.set('house', parts.house)
    return next()
  })
  // Files stream past and have a limit of their own.
  app.use('/api/*', (c, next) =>
    c.req.method === 'PUT' ? next() : bodyLimit({ maxSize: jsonLimit, onError: () => refuse('too-large', { limit: '4 MiB' }) })(c, next),
  )
  enter(app, parts)
  files(app)
  listFiles(app)
  for (const { method, path, act } of routes) {
    app.on(method, path, async (c) => {
      const { desk, session } = inside(c.get('house'), c.get('session'))
      const given = method === 'GET' ? queryOf(c.req.query()) : await bodyOf(c.req.raw)
      return c.json((await act(desk, session, { ...given, ...c.req.param() })) as object)
    })
  }
  app.all('/api/*', () => refuse('not-found'))
  screens(app, parts)
  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('internal')
    // The error's own words may hold what a person said: only its kind and place in our code are printed.
    if (!(error instanceof Refusal))
      parts.say(
        `${c.req.method} ${c.req.routePath}: ${error.name} ${(error as { code?: string }).code ?? ''} ${
          error.stack
            ?.split('\n')
            .filter((row) => /^\s+at /.test(row))
            .slice(0, 5)
            .map((row) => row.trim())
            .join(' < ') ?? ''
        }`,
      )
    return c.json(
      { code: refusal.code, what: refusal.message, todo: refusal.todo, place: refusal.place, values: refusal.values },
      refusal.status as 400,
    )
  })
  return app
}
