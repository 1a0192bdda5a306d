/** What every answer carries and what every request must show before anything looks at it. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../basics/refusal.ts'
import { newMachineSecret } from '../vault/new-id.ts'
import type { AppParts, Env } from './request.ts'

const safe = ['GET', 'HEAD', 'OPTIONS']

export const guard =
  (parts: AppParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const nonce = newMachineSecret().slice(0, 32)
    c.set('nonce', nonce)
    // Set before the work, so that refusals carry them too.
    const headers: Record<string, string> = {
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; connect-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
      ...(parts.secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      ...(c.req.path.startsWith('/assets/') ? {} : { 'cache-control': 'no-store' }),
    }
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    const host = c.req.header('host') ?? ''
    // A page elsewhere that resolves its own name to this machine must not reach the desk (DNS rebinding).
    if (!parts.origins.some((origin) => new URL(origin).host === host)) refuse('foreign-request')
    if (!safe.includes(c.req.method) && c.req.path.startsWith('/api/')) {
      const origin = c.req.header('origin')
      const site = c.req.header('sec-fetch-site')
      if (
        c.req.header('x-article33') !== '1' ||
        (origin !== undefined && !parts.origins.includes(origin)) ||
        (site !== undefined && site !== 'same-origin')
      )
        refuse('foreign-request')
    }
    await next()
  }
