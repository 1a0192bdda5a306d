/** Who belongs to the office: inviting, listing, and ending a member's access in one request. */
import { z } from 'zod'
import { dayIn, type Instant } from '../basics/clock.ts'
import type { MemberId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { DeskApi, MemberRole, MemberView } from '../domain/documents/desk-api.ts'
import { type Opened, openedFrom } from '../domain/documents/things.ts'
import { historyOfMember, mostLinesOfMember } from '../store/audit.ts'
import { endGrants } from '../store/cases.ts'
import { allMembers, changeMember, findMember, insertMember, type MemberRow } from '../store/members.ts'
import { endSessions, findSignIn, insertInvitation, insertSignIn } from '../store/sessions.ts'
import { idsRoot } from '../vault/audit.ts'
import { can } from '../vault/may.ts'
import { newId } from '../vault/new-id.ts'
import { eqToken, newToken } from '../vault/token.ts'
import { type Acting, officeAct, onCase, whoActs } from './action.ts'
import { id, shortText, someWords } from './inputs.ts'
import { nameThings } from './name-things.ts'
import { ownCases } from './own-cases.ts'

const roles = z
  .array(z.enum(['administrator', 'caseworker', 'lawyer', 'reviewer', 'interpreter', 'auditor']))
  .min(1)
  .max(6)
const invitationHours = 72
const openedDays = 90

export const memberView = (member: MemberRow, me: MemberId | null): MemberView => ({
  id: member.id,
  name: member.body.name,
  signInName: member.body.signInName,
  roles: member.roles as MemberRole[],
  active: member.active,
  me: member.id === me,
})

export const listMembers = officeAct({
  name: 'list-members',
  may: 'member.list',
  reads: true,
  input: z.object({}),
  do: async (acting) => ({
    answer: (await allMembers(acting.tx, acting.desk.vault, acting.desk.office)).map((member) => memberView(member, acting.session.member)),
  }),
})

/** The invitation is shown once to the administrator, who hands it over by a way of their own; it opens once, within three days. */
export const inviteMember = officeAct({
  name: 'invite-member',
  may: 'member.invite',
  input: z.object({ name: shortText, signInName: z.string().min(2).max(60), roles }),
  do: async (acting, given): Promise<{ answer: DeskApi['POST /api/members']['out']; object: string; details: { roles: MemberRole[] } }> => {
    const { tx, desk, now } = acting
    const memberId = newId<'member'>()
    const token = eqToken(desk.vault, desk.office, 'sign-in-name', given.signInName.toLowerCase())
    if (await findSignIn(tx, token)) refuse('bad-input', { field: 'signInName', reason: 'this name is taken' }, { field: 'signInName' })
    await insertMember(tx, desk.vault, desk.office, memberId, given.roles, {
      name: given.name,
      signInName: given.signInName,
      password: null,
      totp: null,
      lastStep: null,
      recoveryHashes: [],
    })
    await insertSignIn(tx, token, desk.office, memberId)
    const invitation = newToken()
    const expires = new Date(Date.parse(now) + invitationHours * 3_600_000).toISOString() as Instant
    await insertInvitation(tx, invitation.hash, desk.office, memberId, expires)
    const member = (await findMember(tx, desk.vault, desk.office, memberId))!
    return {
      answer: { member: memberView(member, null), invitation: invitation.token, expires },
      object: memberId,
      details: { roles: given.roles },
    }
  },
})

/** One request: sessions end, grants end, a successor leads what this member led; what they opened lately is answered. */
export const removeMember = officeAct({
  name: 'remove-member',
  may: 'member.remove',
  input: z.object({ member: id<'member'>(), reason: someWords(500), successor: z.union([id<'member'>(), z.null()]) }),
  do: async (
    acting,
    given,
  ): Promise<{ answer: DeskApi['POST /api/members/:member/remove']['out']; object: string; details: { reason: string } }> => {
    const { tx, desk, session } = acting
    const member = await findMember(tx, desk.vault, desk.office, given.member)
    if (!member?.active) return refuse('not-found')
    const others = (await allMembers(tx, desk.vault, desk.office)).filter((one) => one.active && one.id !== member.id)
    if (member.roles.includes('administrator') && !others.some((one) => one.roles.includes('administrator'))) refuse('last-administrator')
    if (
      given.successor &&
      !others.some((one) => one.id === given.successor && one.roles.some((role) => role === 'caseworker' || role === 'lawyer'))
    )
      refuse('bad-input', { field: 'successor', reason: 'an active caseworker or lawyer expected' }, { field: 'successor' })
    if (given.successor === null && session.member === member.id)
      refuse('bad-input', { field: 'successor', reason: 'name who goes on with your cases' }, { field: 'successor' })
    const opened = await openedBy(acting, member.id)
    await changeMember(tx, desk.vault, desk.office, member, { ...member.body, password: null, totp: null, recoveryHashes: [] }, false)
    await endSessions(tx, desk.office, member.id, null)
    desk.lists.dropMember(member.id)
    desk.lookedAgain.dropMember(member.id)
    await endGrants(tx, desk.office, member.id, given.successor)
    return { answer: { opened }, object: member.id, details: { reason: given.reason } }
  },
})

export const seeOpened = officeAct({
  name: 'see-opened',
  may: 'member.opened',
  reads: true,
  input: z.object({ member: id<'member'>() }),
  do: async (acting, { member }): Promise<{ answer: Opened; object: string; details: string }> => {
    const answer = await openedBy(acting, member)
    return { answer, object: member, details: idsRoot(answer.cases.flatMap((one) => one.caseId ?? [])) }
  },
})

/** Cases that are the reader's own are told in words. Of the others an administrator, who opens no case, reads kinds, counts, days and codes: no name. */
const openedBy = async (acting: Acting, member: MemberId): Promise<Opened> => {
  const since = new Date(Date.parse(acting.now) - openedDays * 86_400_000).toISOString() as Instant
  const all = await historyOfMember(acting.tx, acting.desk.vault, acting.desk.office, member, since)
  const lines = all.flatMap((line) =>
    line.caseId === null || line.outcome !== 'done'
      ? []
      : [{ caseId: line.caseId, act: line.action, object: line.object, at: line.at as Instant }],
  )
  const touched = new Set<string>(lines.map((line) => line.caseId))
  const own = new Map<string, Awaited<ReturnType<typeof nameThings>>>()
  for (const [caseId, grant] of await ownCases(acting)) {
    if (!touched.has(caseId)) continue
    const standing = { standing: grant.role, until: grant.until as Instant | null, account: null }
    const resource = { kind: 'case', office: acting.desk.office, grant: standing, account: null } as const
    if (can(whoActs(acting.desk, acting.session), 'case.history', resource, acting.now))
      own.set(caseId, await nameThings(await onCase(acting, 'case.history', caseId)))
  }
  return { since: dayIn(since, 'UTC'), cut: all.length === mostLinesOfMember, cases: openedFrom(lines, own) }
}
