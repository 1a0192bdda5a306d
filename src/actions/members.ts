/** Who belongs to the office: inviting, listing, and ending a member's access in one request. */
import { z } from 'zod'
import type { Instant } from '../basics/clock.ts'
import type { MemberId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { DeskApi, MemberRole, MemberView } from '../domain/documents/desk-api.ts'
import { historyOfMember } from '../store/audit.ts'
import { endGrants } from '../store/cases.ts'
import { allMembers, changeMember, findMember, insertMember, type MemberRow } from '../store/members.ts'
import { endSessions, findSignIn, insertInvitation, insertSignIn } from '../store/sessions.ts'
import { newId } from '../vault/new-id.ts'
import { eqToken, newToken } from '../vault/token.ts'
import { type Acting, officeAct } from './action.ts'
import { id, shortText, someWords } from './inputs.ts'

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
  may: 'member.remove',
  reads: true,
  input: z.object({ member: id<'member'>() }),
  do: async (acting, { member }) => ({ answer: await openedBy(acting, member), object: member }),
})

/** Code names are of cases the administrator may not open: only ids and acts are told. */
const openedBy = async (acting: Acting, member: MemberId): Promise<DeskApi['GET /api/members/:member/opened']['out']> => {
  const since = new Date(Date.parse(acting.now) - openedDays * 86_400_000).toISOString() as Instant
  return (await historyOfMember(acting.tx, acting.desk.vault, acting.desk.office, member, since))
    .filter((line) => line.caseId !== null && line.outcome === 'done')
    .map((line) => ({ caseId: line.caseId!, codeName: null, at: line.at as Instant, act: line.action }))
}
