/** An act that reaches into a second case: the door is knocked at again there, and that case's history has a line of its own. */
import type { Instant } from '../basics/clock.ts'
import type { AccountId, CaseId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { appendLines } from '../store/audit.ts'
import { findGrant, getCaseKey } from '../store/cases.ts'
import { mustBeAllowed, type Verb } from '../vault/may.ts'
import type { Acting, ActingOnCase } from './action.ts'

/** Refuses with not-found when the case is not the caller's, as the first door does. */
export const alsoOnCase = async (acting: Acting, may: Verb, caseId: CaseId): Promise<ActingOnCase> => {
  const { desk, session, tx, now } = acting
  const grant = await findGrant(tx, desk.office, caseId, session.member, now)
  if (!grant) return refuse('not-found')
  const standing = { standing: grant.role, until: grant.until as Instant | null, account: grant.account as AccountId | null }
  mustBeAllowed(
    { member: session.member, office: desk.office, roles: session.roles },
    may,
    { kind: 'case', office: desk.office, grant: standing, account: null },
    now,
  )
  const key = desk.caseKeys.get(caseId) ?? (await getCaseKey(tx, desk.vault, desk.office, caseId))
  desk.caseKeys.set(caseId, key)
  return { ...acting, caseId, key, grant }
}

/** object = opaque id. Only for the case that the door did not open: the first one's line is the door's own. */
export const alsoInHistory = async (
  { tx, desk, session, caseId, key, now }: ActingOnCase,
  action: string,
  object: string,
): Promise<void> => {
  await appendLines(tx, desk.vault, desk.office, [{ action, actor: session.member, caseId, key, object, code: null, details: null }], now)
}
