/** Signing in with name, password and a one-time code; every failure looks and takes the same. */
import { z } from 'zod'
import type { Instant } from '../basics/clock.ts'
import type { MemberId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { DeskApi, MemberRole } from '../domain/documents/desk-api.ts'
import { appendLines } from '../store/audit.ts'
import { changeMember, findMember, insertMember, type MemberRow } from '../store/members.ts'
import { endSessions, findSession, findSignIn, insertSession, insertSignIn, noteSignIn, takeInvitation } from '../store/sessions.ts'
import { newId } from '../vault/new-id.ts'
import { checkCode, findRecoveryCode, newCodeSecret, newRecoveryCodes, provisioningUri } from '../vault/one-time-code.ts'
import { hashPassword, verifyPassword } from '../vault/password.ts'
import { eqToken, hashToken, newToken } from '../vault/token.ts'
import { parsed } from './action.ts'
import type { Desk, Session } from './desk.ts'

const signInInput = z.object({
  signInName: z.string().min(1).max(60),
  password: z.string().min(1).max(1_024),
  code: z.string().min(1).max(60),
})
export type SignedIn = { token: string; session: Session }
const office = (desk: Desk, member: MemberId | null = null) => ({ office: desk.office, member })
const note = (action: string, actor: MemberId | null, code: string | null = null) => ({
  action,
  actor,
  caseId: null,
  key: null,
  object: actor,
  code,
  details: null,
})

export const signIn = async (desk: Desk, raw: unknown): Promise<SignedIn> => {
  const given = parsed(signInInput, raw)
  const now = desk.clock.now()
  const token = eqToken(desk.vault, desk.office, 'sign-in-name', given.signInName.toLowerCase())
  const found = await desk.database.transaction(office(desk), async (tx) => {
    const known = await findSignIn(tx, token)
    const member = known && (await findMember(tx, desk.vault, desk.office, known.member))
    return { known, member: member?.active ? member : null }
  })
  const wait = found.known?.blockedUntil ? Date.parse(found.known.blockedUntil) - Date.parse(now) : 0
  if (wait > 0) refuse('too-many-tries', { seconds: String(Math.ceil(wait / 1000)) })
  const { right } = await verifyPassword(found.member?.body.password ?? null, given.password)
  const proof = right && found.member ? proofOf(found.member, given.code, now) : null
  if (!found.member || !proof) {
    await desk.database.transaction(office(desk), async (tx) => {
      if (found.known) await noteSignIn(tx, token, found.known.failures + 1, now)
      await appendLines(tx, desk.vault, desk.office, [note('sign-in', found.known?.member ?? null, 'sign-in-refused')], now)
    })
    return refuse('sign-in-refused')
  }
  const { member } = found
  return desk.database.transaction(office(desk, member.id), async (tx) => {
    await changeMember(tx, desk.vault, desk.office, member, { ...member.body, ...proof.body })
    await noteSignIn(tx, token, 0, now)
    const begun = newToken()
    const sessionId = newId<'session'>()
    await insertSession(tx, {
      id: sessionId,
      tokenHash: begun.hash,
      office: desk.office,
      member: member.id,
      authenticator: proof.authenticator,
      now,
    })
    await appendLines(tx, desk.vault, desk.office, [note('sign-in', member.id)], now)
    return { token: begun.token, session: sessionFrom(sessionId, member, proof.authenticator) }
  })
}

/** A code from the phone, each once; or one of the printed codes, which is struck out. */
const proofOf = (member: MemberRow, code: string, now: Instant): { authenticator: string; body: Partial<MemberRow['body']> } | null => {
  const { totp, lastStep, recoveryHashes } = member.body
  const step = totp ? checkCode(totp, code, now, lastStep) : null
  if (step !== null) return { authenticator: `code:${member.id}`, body: { lastStep: step } }
  const at = findRecoveryCode(recoveryHashes, code)
  return at === null
    ? null
    : { authenticator: `printed-code:${member.id}`, body: { recoveryHashes: recoveryHashes.filter((_, index) => index !== at) } }
}

export const sessionFrom = (id: string, member: MemberRow, authenticator: string): Session => ({
  id,
  member: member.id,
  name: member.body.name,
  roles: member.roles as MemberRole[],
  authenticator,
})

const rememberedSeconds = 30
/** The session behind a cookie, or null: ended, run out, or of a member who has left. */
export const findSignedIn = async (desk: Desk, token: string): Promise<Session | null> => {
  const now = desk.clock.now()
  const hash = hashToken(token)
  const key = Buffer.from(hash).toString('hex')
  const known = desk.signedIn.find(key)
  if (known && now < known.until) return known.session
  const seen = desk.signedIn.timesForgotten(key)
  return desk.database.transaction(office(desk), async (tx) => {
    const row = await findSession(tx, hash, now)
    const member = row && (await findMember(tx, desk.vault, desk.office, row.member))
    if (!row || !member?.active) return null
    const session = sessionFrom(row.id, member, row.authenticator)
    desk.signedIn.keep(key, seen, { session, until: new Date(Date.parse(now) + rememberedSeconds * 1000).toISOString() })
    return session
  })
}

export const signOut = async (desk: Desk, session: Session): Promise<void> => {
  await desk.database.transaction(office(desk, session.member), async (tx) => {
    await endSessions(tx, desk.office, session.member, session.id)
    desk.lists.drop(session.id)
    desk.lookedAgain.drop(session.id)
    await appendLines(tx, desk.vault, desk.office, [note('sign-out', session.member)], desk.clock.now())
  })
  desk.signedIn.forgetAll()
}

/** In the worked example only: becomes one of its invented members without a password. */
export const signInToExample = async (desk: Desk, memberId: MemberId): Promise<SignedIn> => {
  if (!desk.example) refuse('not-found')
  return desk.database.transaction(office(desk, memberId), async (tx) => {
    const member = await findMember(tx, desk.vault, desk.office, memberId)
    if (!member?.active) return refuse('not-found')
    const begun = newToken()
    const sessionId = newId<'session'>()
    const authenticator = `example:${member.id}`
    await insertSession(tx, {
      id: sessionId,
      tokenHash: begun.hash,
      office: desk.office,
      member: member.id,
      authenticator,
      now: desk.clock.now(),
    })
    await appendLines(tx, desk.vault, desk.office, [note('sign-in', member.id)], desk.clock.now())
    return { token: begun.token, session: sessionFrom(sessionId, member, authenticator) }
  })
}

export type Enrolled = { totpUri: string; totpSecret: string; recoveryCodes: readonly string[] }

/** The first member, made at set-up. */
export const enrolFirst = async (
  desk: Desk,
  given: { name: string; signInName: string; password: string; roles: readonly MemberRole[] },
): Promise<Enrolled & { member: MemberId }> => {
  const password = await hashPassword(given.password)
  const { secret, codes, hashes } = newProof()
  const memberId = newId<'member'>() as MemberId
  await desk.database.transaction(office(desk, memberId), async (tx) => {
    await insertMember(tx, desk.vault, desk.office, memberId, given.roles, {
      name: given.name,
      signInName: given.signInName,
      password,
      totp: secret,
      lastStep: null,
      recoveryHashes: hashes,
    })
    await insertSignIn(tx, eqToken(desk.vault, desk.office, 'sign-in-name', given.signInName.toLowerCase()), desk.office, memberId)
    await appendLines(tx, desk.vault, desk.office, [note('enrol', memberId)], desk.clock.now())
  })
  return { member: memberId, totpSecret: secret, totpUri: provisioningUri(secret, 'desk', 'A33'), recoveryCodes: codes }
}

const invitationInput = z.object({ invitation: z.string().min(20).max(200), password: z.string().min(1).max(1_024) })

export const acceptInvitation = async (desk: Desk, raw: unknown): Promise<DeskApi['POST /api/accept-invitation']['out']> => {
  const given = parsed(invitationInput, raw)
  const password = await hashPassword(given.password)
  const now = desk.clock.now()
  return desk.database.transaction(office(desk), async (tx) => {
    const invited = await takeInvitation(tx, hashToken(given.invitation), now)
    const member = invited && (await findMember(tx, desk.vault, desk.office, invited.member))
    if (!member?.active || member.body.password !== null) return refuse('invitation-refused')
    const { secret, codes, hashes } = newProof()
    await changeMember(tx, desk.vault, desk.office, member, {
      ...member.body,
      password,
      totp: secret,
      lastStep: null,
      recoveryHashes: hashes,
    })
    await appendLines(tx, desk.vault, desk.office, [note('enrol', member.id)], now)
    return { totpSecret: secret, totpUri: provisioningUri(secret, 'desk', 'A33'), recoveryCodes: codes }
  })
}

const newProof = () => {
  const { codes, hashes } = newRecoveryCodes()
  return { secret: newCodeSecret(), codes, hashes }
}
