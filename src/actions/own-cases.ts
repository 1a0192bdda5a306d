/** The cases in which this member may open the records of people; an interpreter's one account opens none. */
import type { CaseId } from '../basics/id.ts'
import { allGrants, type Grant } from '../store/cases.ts'
import type { Acting } from './action.ts'

export const ownCases = async ({ tx, desk, session, now }: Acting): Promise<Map<CaseId, Grant>> =>
  new Map([...(await allGrants(tx, desk.office, session.member, now))].filter(([, grant]) => grant.role !== 'interpreter'))
