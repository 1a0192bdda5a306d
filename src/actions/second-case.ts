/** An act that reaches into a second case: the door is knocked at again there, and that case's history has a line of its own. */
import { appendLines } from '../store/audit.ts'
import type { ActingOnCase } from './action.ts'

/** object = opaque id. Only for the case that the door did not open: the first one's line is the door's own. */
export const alsoInHistory = async (
  { tx, desk, session, caseId, key, now }: ActingOnCase,
  action: string,
  object: string,
): Promise<void> => {
  await appendLines(tx, desk.vault, desk.office, [{ action, actor: session.member, caseId, key, object, code: null, details: null }], now)
}
