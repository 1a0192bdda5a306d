/** Who is signed in: only hashes of tokens are kept, idle sessions end after 20 minutes and every session after 10 hours. */
import type { MemberId, OfficeId } from '../basics/id.ts'
import type { Tx } from './database.ts'

export type SessionRow = {
  id: string
  office: OfficeId
  member: MemberId
  authenticator: string
  createdAt: string
  seenAt: string
  provedAt: string
}
type Raw = {
  session_id: string
  office_id: OfficeId
  member_id: MemberId
  authenticator: string
  created_at: Date
  seen_at: Date
  proved_at: Date
}
const idleMinutes = 20
const hours = 10

const opened = (row: Raw): SessionRow => ({
  id: row.session_id,
  office: row.office_id,
  member: row.member_id,
  authenticator: row.authenticator,
  createdAt: row.created_at.toISOString(),
  seenAt: row.seen_at.toISOString(),
  provedAt: row.proved_at.toISOString(),
})

export const insertSession = async (
  tx: Tx,
  session: { id: string; tokenHash: Uint8Array; office: OfficeId; member: MemberId; authenticator: string; now: string },
): Promise<void> => {
  await tx.run(
    'insert into session (session_id, token_hash, office_id, member_id, authenticator, created_at, seen_at, proved_at) values ($1, $2, $3, $4, $5, $6, $6, $6)',
    [session.id, session.tokenHash, session.office, session.member, session.authenticator, session.now],
  )
}

/** Null when there is none or it has run out. Touches the time of last use at most once a minute. */
export const findSession = async (tx: Tx, tokenHash: Uint8Array, now: string): Promise<SessionRow | null> => {
  const row = await tx.one<Raw>(
    'select session_id, office_id, member_id, authenticator, created_at, seen_at, proved_at from session where token_hash = $1',
    [tokenHash],
  )
  if (!row) return null
  const age = (from: Date) => Date.parse(now) - from.getTime()
  if (age(row.seen_at) > idleMinutes * 60_000 || age(row.created_at) > hours * 3_600_000) {
    await tx.run('delete from session where token_hash = $1', [tokenHash])
    return null
  }
  if (age(row.seen_at) > 60_000) await tx.run('update session set seen_at = $2 where token_hash = $1', [tokenHash, now])
  return opened(row)
}

export const allSessions = async (tx: Tx, office: OfficeId, member: MemberId): Promise<SessionRow[]> =>
  (
    await tx.all<Raw>(
      'select session_id, office_id, member_id, authenticator, created_at, seen_at, proved_at from session where office_id = $1 and member_id = $2 order by created_at',
      [office, member],
    )
  ).map(opened)

/** One session, or every session of the member when id is null. */
export const endSessions = async (tx: Tx, office: OfficeId, member: MemberId, id: string | null): Promise<number> =>
  tx.run('delete from session where office_id = $1 and member_id = $2 and ($3::uuid is null or session_id = $3)', [office, member, id])

/** Every session of the office: who opens a sealed desk opens it for nobody else. */
export const endAllSessions = async (tx: Tx, office: OfficeId): Promise<number> =>
  tx.run('delete from session where office_id = $1', [office])

export const insertSignIn = async (tx: Tx, token: Uint8Array, office: OfficeId, member: MemberId): Promise<void> => {
  await tx.run('insert into sign_in (sign_in_token, office_id, member_id) values ($1, $2, $3)', [token, office, member])
}

export const findSignIn = async (
  tx: Tx,
  token: Uint8Array,
): Promise<{ office: OfficeId; member: MemberId; failures: number; blockedUntil: string | null } | null> => {
  const row = await tx.one<{ office_id: OfficeId; member_id: MemberId; failures: number; blocked_until: Date | null }>(
    'select office_id, member_id, failures, blocked_until from sign_in where sign_in_token = $1',
    [token],
  )
  return (
    row && { office: row.office_id, member: row.member_id, failures: row.failures, blockedUntil: row.blocked_until?.toISOString() ?? null }
  )
}

/** Waits double with each failure up to a minute, and never lock anybody out for good. */
export const noteSignIn = async (tx: Tx, token: Uint8Array, failures: number, now: string): Promise<void> => {
  const wait = failures < 3 ? 0 : Math.min(60, 2 ** (failures - 2))
  await tx.run('update sign_in set failures = $2, blocked_until = $3 where sign_in_token = $1', [
    token,
    failures,
    wait ? new Date(Date.parse(now) + wait * 1000).toISOString() : null,
  ])
}

export const insertInvitation = async (
  tx: Tx,
  tokenHash: Uint8Array,
  office: OfficeId,
  member: MemberId,
  expires: string,
): Promise<void> => {
  await tx.run('insert into invitation (token_hash, office_id, member_id, expires_at) values ($1, $2, $3, $4)', [
    tokenHash,
    office,
    member,
    expires,
  ])
}

/** Takes the invitation out: it opens once. */
export const takeInvitation = async (
  tx: Tx,
  tokenHash: Uint8Array,
  now: string,
): Promise<{ office: OfficeId; member: MemberId } | null> => {
  const row = await tx.one<{ office_id: OfficeId; member_id: MemberId; expires_at: Date }>(
    'delete from invitation where token_hash = $1 returning office_id, member_id, expires_at',
    [tokenHash],
  )
  return row && row.expires_at.toISOString() > now ? { office: row.office_id, member: row.member_id } : null
}
