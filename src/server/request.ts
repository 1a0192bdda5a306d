/** What a request brings and what the routes share in reading it. */
import type { Session } from '../actions/desk.ts'
import type { House } from '../actions/house.ts'
import { refuse } from '../basics/refusal.ts'

export type Env = { Variables: { house: House; session: Session | null; nonce: string } }
/** webFolder = built screens. secure = served over TLS. onSealed ends the process once the answer has left. */
export type AppParts = {
  house: House
  webFolder: string
  secure: boolean
  origins: readonly string[]
  onSealed(): void
  say(line: string): void
}

export const cookieName = (secure: boolean): string => (secure ? '__Host-session' : 'session')

/** Refuses with not-set-up, sealed or not-signed-in. */
export const inside = (house: House, session: Session | null) => {
  if (!house.desk) return refuse(house.record ? 'sealed' : 'not-set-up')
  if (!session) return refuse('not-signed-in')
  return { desk: house.desk, session }
}

/** An empty body is no input; anything else must be a JSON object. */
export const bodyOf = async (request: Request): Promise<Record<string, unknown>> => {
  const text = await request.text()
  if (text === '') return {}
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    return refuse('bad-input', { field: 'content-type', reason: 'application/json expected' })
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Falls through to the refusal.
  }
  return refuse('bad-input', { field: 'body', reason: 'a JSON object expected' })
}

/** Query values come as text; "null" and an absent value are the same. */
export const queryOf = (query: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value === 'null' || value === '' ? null : value]))
