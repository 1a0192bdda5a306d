/** Who may take the second step on a case: asked before it is offered, so that nobody is shown a button that will refuse them. */
import type { Second } from '../domain/documents/desk-api.ts'
import { teamOf } from '../store/cases.ts'
import { allMembers } from '../store/members.ts'
import { can, type Role, type Verb } from '../vault/may.ts'
import type { ActingOnCase } from './action.ts'

/** first = members who took the first step and may not take the second. others are the names of those who may. The acts themselves look once more. */
export const secondPerson = async (acting: ActingOnCase, verb: Verb, first: readonly unknown[]): Promise<Second> => {
  const { office } = acting.desk
  const members = await allMembers(acting.tx, acting.desk.vault, office)
  const able = (await teamOf(acting.tx, office, acting.caseId)).flatMap((grant) => {
    const member = members.find((one) => one.id === grant.member && one.active)
    const standing = { standing: grant.role, until: grant.until as never, account: grant.account as never }
    const resource = { kind: 'case' as const, office, grant: standing, account: null }
    return member &&
      !first.includes(member.id) &&
      can({ member: member.id, office, roles: member.roles as readonly Role[] }, verb, resource, acting.now)
      ? [member]
      : []
  })
  return {
    mine: able.some((one) => one.id === acting.session.member),
    others: able.filter((one) => one.id !== acting.session.member).map((one) => one.body.name),
  }
}
