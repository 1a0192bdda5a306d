/** The door: every act of a person goes through here — standing, allowed, do, the audit line, commit; a refusal leaves its own line. */
import type { z } from 'zod'
import type { Instant } from '../basics/clock.ts'
import { type AccountId, type CaseId, idFrom } from '../basics/id.ts'
import { Refusal, refuse } from '../basics/refusal.ts'
import { appendLines, type LogLine } from '../store/audit.ts'
import { findGrant, type Grant, getCaseKey } from '../store/cases.ts'
import type { Tx } from '../store/database.ts'
import type { Canonical } from '../vault/canonical.ts'
import type { CaseKey } from '../vault/case-key.ts'
import { type Actor, mustBeAllowed, type Verb } from '../vault/may.ts'
import { actorOf, type Desk, type Session } from './desk.ts'

/** What an act of the office works with. */
export type Acting = { desk: Desk; session: Session; tx: Tx; now: Instant }
/** What an act on a case works with: its key is open and the caller's grant is known. */
export type ActingOnCase = Acting & { caseId: CaseId; key: CaseKey; grant: Grant }
/** object = opaque id; details are sealed and only committed to in the log. */
export type Done<O> = { answer: O; object?: string | null; details?: Canonical }
export type Act<O> = { name: string; reads: boolean; (desk: Desk, session: Session, input: unknown): Promise<O> }

type Spec<A, I, O> = {
  name: string
  may: Verb
  input: z.ZodType<I> /** Reading only: the line is written before the answer leaves, not with a change. */
  reads?: boolean /** Reads nothing about a person (the law, one's own sessions): no line is written. */
  ofNobody?: boolean
  do(acting: A, input: I): Promise<Done<O>>
}

/** An act of the office: no case is opened. */
export const officeAct = <I, O>(spec: Spec<Acting, I, O>): Act<O> =>
  named(spec, async (desk, session, raw) => {
    const input = parsed(spec.input, raw)
    return through(desk, session, spec, null, async (tx, now) => {
      mustBeAllowed(whoActs(desk, session), spec.may, { kind: 'office', office: desk.office }, now)
      return spec.do({ desk, session, tx, now }, input)
    })
  })

/** An act on the case named in input.case. "No such case" and "not yours" are one answer: existence is itself a secret. */
export const caseAct = <I, O>(spec: Spec<ActingOnCase, I, O>): Act<O> =>
  named(spec, async (desk, session, raw) => {
    const caseId = idFrom<'case'>((raw as { case?: unknown } | null)?.case)
    // What is wrong with the input is told only to those who may open the case.
    return through(desk, session, spec, caseId, async (tx, now) => {
      const acting = await onCase({ desk, session, tx, now }, spec.may, caseId, accountOf(raw))
      return spec.do(acting, parsed(spec.input, raw))
    })
  })

/** The knock at one case: the caller's grant, whether it carries this act, the key. Refuses with not-found when the case is not theirs. */
export const onCase = async (acting: Acting, may: Verb, caseId: CaseId, account: AccountId | null = null): Promise<ActingOnCase> => {
  const { desk, session, tx, now } = acting
  const grant = await findGrant(tx, desk.office, caseId, session.member, now)
  if (!grant) return refuse('not-found')
  const standing = { standing: grant.role, until: grant.until as Instant | null, account: grant.account as AccountId | null }
  mustBeAllowed(whoActs(desk, session), may, { kind: 'case', office: desk.office, grant: standing, account }, now)
  return { ...acting, caseId, key: await openedKey(desk, tx, caseId), grant }
}

export const whoActs = (desk: Desk, session: Session): Actor => ({ member: session.member, office: desk.office, roles: session.roles })

/** An interpreter's grant carries to one account: the act says which account it touches. */
const accountOf = (raw: unknown): AccountId | null => {
  const account = (raw as { account?: unknown } | null)?.account
  return typeof account === 'string' ? idFrom<'account'>(account) : null
}

/** Input as the act declares it. The refusal names the field and the reason, never the value: values can be names. */
export const parsed = <I>(schema: z.ZodType<I>, raw: unknown): I => {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const first = result.error.issues[0]!
  const field = first.path.join('.') || 'input'
  return refuse('bad-input', { field, reason: reasonOf(first) }, { field })
}

/** In words for a person, without the value. A refusal thrown by a transform of the schema (a date, an id) passes as it is. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.expected} expected`
    case 'invalid_union':
      return 'missing, or not of the kind expected'
    case 'invalid_value':
      return `one of: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'too_small':
      return `at least ${issue.minimum}`
    default:
      return issue.message
  }
}

const through = async <O>(
  desk: Desk,
  session: Session,
  spec: { name: string; reads?: boolean; ofNobody?: boolean },
  caseId: CaseId | null,
  work: (tx: Tx, now: Instant) => Promise<Done<O>>,
): Promise<O> => {
  const now = desk.clock.now()
  const line = (code: string | null, done: { object?: string | null; details?: Canonical }): LogLine => ({
    action: spec.name,
    actor: session.member,
    caseId,
    key: caseId ? (desk.caseKeys.get(caseId) ?? null) : null,
    object: done.object ?? caseId,
    code,
    details: done.details ?? null,
  })
  const log = (tx: Tx, one: LogLine) => appendLines(tx, desk.vault, desk.office, [one], now)
  const done = await desk.database
    .transaction(actorOf(desk, session), async (tx) => {
      const done = await work(tx, now)
      if (!spec.reads) await log(tx, line(null, done))
      return done
    })
    .catch(async (error: unknown) => {
      // Nothing of the act stands; that it was tried does.
      if (error instanceof Refusal) await desk.database.transaction(actorOf(desk, session), (tx) => log(tx, line(error.code, {})))
      throw error
    })
    .finally(() => {
      if (spec.reads) return
      if (caseId) desk.cards.forget(caseId)
      else {
        desk.signedIn.forgetAll()
        desk.memberNames.forgetAll()
      }
    })
  if (spec.reads && !spec.ofNobody) await desk.readLog.note(line(null, done))
  return done.answer
}

const openedKey = async (desk: Desk, tx: Tx, caseId: CaseId): Promise<CaseKey> => {
  const known = desk.caseKeys.get(caseId)
  if (known) return known
  const key = await getCaseKey(tx, desk.vault, desk.office, caseId)
  desk.caseKeys.set(caseId, key)
  return key
}

const named = <O>(spec: { name: string; reads?: boolean }, run: (desk: Desk, session: Session, input: unknown) => Promise<O>): Act<O> =>
  Object.defineProperty(Object.assign(run, { reads: spec.reads ?? false }), 'name', { value: spec.name }) as Act<O>
