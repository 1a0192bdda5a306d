/** Lets a member into a case, for a time where that is enough, or takes them off it. Only the lead does this. */
import { z } from 'zod'
import type { MemberId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { TeamView } from '../domain/documents/desk-api.ts'
import { changeTeam, teamOf } from '../store/cases.ts'
import { findMember } from '../store/members.ts'
import { caseAct } from './action.ts'
import { id, instant } from './inputs.ts'
import { teamView } from './open-case.ts'

export const letIn = caseAct({
  name: 'change-team',
  may: 'team.change',
  input: z.object({
    case: z.string(),
    member: id<'member'>(),
    role: z.enum(['lead', 'member', 'reader', 'interpreter']),
    account: z.union([id<'account'>(), z.null()]),
    until: z.union([instant, z.null()]),
  }),
  do: async (acting, given): Promise<{ answer: readonly TeamView[]; object: string; details: { role: string; until: string | null } }> => {
    const member = await findMember(acting.tx, acting.desk.vault, acting.desk.office, given.member)
    if (!member?.active) refuse('not-found')
    if ((given.role === 'interpreter') !== (given.account !== null))
      refuse(
        'bad-input',
        { field: 'account', reason: 'an interpreter is let into one account, others into the case' },
        { field: 'account' },
      )
    if (given.role !== 'lead') await mustKeepLead(acting, given.member)
    await changeTeam(acting.tx, acting.desk.office, acting.caseId, given.member, given.role, given.account, given.until)
    return { answer: await teamView(acting), object: given.member, details: { role: given.role, until: given.until } }
  },
})

export const takeOff = caseAct({
  name: 'leave-team',
  may: 'team.change',
  input: z.object({ case: z.string(), member: id<'member'>() }),
  do: async (acting, { member }): Promise<{ answer: readonly TeamView[]; object: string }> => {
    await mustKeepLead(acting, member)
    await changeTeam(acting.tx, acting.desk.office, acting.caseId, member, null, null, null)
    return { answer: member === acting.session.member ? [] : await teamView(acting), object: member }
  },
})

/** A case without a lead would be out of everybody's reach. */
const mustKeepLead = async (acting: Parameters<typeof teamView>[0], leaving: MemberId): Promise<void> => {
  const team = await teamOf(acting.tx, acting.desk.office, acting.caseId)
  if (!team.some((one) => one.role === 'lead' && one.member !== leaving && one.until === null)) refuse('needs-a-lead')
}
