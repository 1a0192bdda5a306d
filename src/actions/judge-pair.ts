/** Judges whether two records are of one person; a second member confirms; either may be taken back. Nothing is joined, deleted or overwritten by it. */
import { z } from 'zod'
import { type CaseId, idFrom } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { PairJudgement } from '../domain/documents/duplicates-view.ts'
import { pairKey } from '../domain/people/duplicates.ts'
import type { Edge } from '../domain/people/judgements.ts'
import { takeTurn } from '../store/cases.ts'
import { findJudgementPlace, insertJudgement, type JudgementBody, type JudgementRow, pairOf } from '../store/judgements.ts'
import { getRow } from '../store/sealed-rows.ts'
import type { Verb } from '../vault/may.ts'
import { newId } from '../vault/new-id.ts'
import { type ActingOnCase, caseAct, onCase } from './action.ts'
import { id, words } from './inputs.ts'
import { type Judged, judgedAmong, judgementView } from './judged-pairs.ts'
import { memberNames } from './open-case.ts'
import { alsoInHistory } from './second-case.ts'

const why = words(1_000)

export const judgePair = caseAct({
  name: 'judge-pair',
  may: 'person.merge.ask',
  input: z.object({
    case: z.string(),
    person: id<'person'>(),
    otherCase: id<'case'>(),
    otherPerson: id<'person'>(),
    verdict: z.enum(['same', 'different', 'unsure']),
    reason: why,
  }),
  do: async (acting, given): Promise<{ answer: PairJudgement; object: string }> => {
    if (given.person === given.otherPerson)
      refuse('bad-input', { field: 'otherPerson', reason: 'another record expected' }, { field: 'otherPerson' })
    const other = await onCase(acting, 'person.merge.ask', given.otherCase)
    await getRow(acting.tx, acting.key, 'person', given.person)
    await getRow(other.tx, other.key, 'person', given.otherPerson)
    await takeTurns(acting, other)
    const before = await judgedAmong(acting, [acting.caseId, other.caseId])
    if (before.standing.has(pairKey(given.person, given.otherPerson))) refuse('judged-already')
    const pair = pairOf({ person: given.person, caseId: acting.caseId }, { person: given.otherPerson, caseId: other.caseId })
    const judgement = newId<'judgement'>() as string
    await keep(acting, other, { id: judgement, pair, act: 'judge', of: null }, { verdict: given.verdict, reason: given.reason })
    if (other.caseId !== acting.caseId) await alsoInHistory(other, 'judge-pair', judgement)
    const now = await judgedAmong(acting, [acting.caseId, other.caseId])
    const edge = now.clusters.edges.find((one) => one.id === judgement)!
    return { answer: judgementView(now, edge, acting.session.member, await memberNames(acting)), object: judgement }
  },
})

/** The second of two people: another member, another session, another authenticator. The database refuses the first one once more. */
export const confirmJudgement = caseAct({
  name: 'confirm-judgement',
  may: 'person.merge.confirm',
  input: z.object({ case: z.string(), judgement: id<'judgement'>() }),
  do: async (acting, given): Promise<{ answer: { confirmed: true }; object: string }> => {
    const { edge, row, other } = await standingOf(acting, given.judgement, 'person.merge.confirm')
    if (edge.confirmedBy !== null) refuse('out-of-date')
    const { session } = acting
    if (row.by.member === session.member || row.by.session === session.id || row.by.authenticator === session.authenticator)
      refuse('needs-second-person')
    await keep(acting, other, { id: newId<'judgement'>(), pair: row, act: 'confirm', of: row }, { verdict: null, reason: '' })
    if (other.caseId !== acting.caseId) await alsoInHistory(other, 'confirm-judgement', given.judgement)
    return { answer: { confirmed: true }, object: given.judgement }
  },
})

/** Whoever may confirm in both cases may take back, at any time: what was held together stands apart again as if it had never been judged. */
export const revokeJudgement = caseAct({
  name: 'revoke-judgement',
  may: 'person.merge.confirm',
  input: z.object({ case: z.string(), judgement: id<'judgement'>(), reason: why }),
  do: async (acting, given): Promise<{ answer: { revoked: true }; object: string }> => {
    const { row, other } = await standingOf(acting, given.judgement, 'person.merge.confirm')
    await keep(acting, other, { id: newId<'judgement'>(), pair: row, act: 'revoke', of: row }, { verdict: null, reason: given.reason })
    if (other.caseId !== acting.caseId) await alsoInHistory(other, 'revoke-judgement', given.judgement)
    return { answer: { revoked: true }, object: given.judgement }
  },
})

/** The judgement while it stands, and its other case; not-found when one of the two cases is not the caller's, or the judgement is not of this case. */
const standingOf = async (
  acting: ActingOnCase,
  judgement: string,
  may: Verb,
): Promise<{ judged: Judged; edge: Edge; row: JudgementRow; other: ActingOnCase }> => {
  const found = await findJudgementPlace(acting.tx, acting.desk.office, judgement)
  if (!found || ![found.caseA, found.caseB].includes(acting.caseId)) return refuse('not-found')
  const other = await onCase(acting, may, found.caseA === acting.caseId ? found.caseB : found.caseA)
  await takeTurns(acting, other)
  const judged = await judgedAmong(acting, [found.caseA, found.caseB])
  const edge = judged.clusters.edges.find((one) => one.id === judgement)
  if (!edge) return refuse('not-found')
  if (edge.revoked) refuse('out-of-date')
  return { judged, edge, row: judged.rows.get(judgement)!, other }
}

const keep = (
  acting: ActingOnCase,
  other: ActingOnCase,
  row: Pick<Parameters<typeof insertJudgement>[2], 'id' | 'pair' | 'act' | 'of'>,
  said: Pick<JudgementBody, 'verdict' | 'reason'>,
): Promise<void> => {
  const { session, now, tx } = acting
  const by = { member: session.member, session: session.id, authenticator: session.authenticator }
  return insertJudgement(tx, row.pair.caseA === acting.caseId ? acting.key : other.key, { ...row, by, body: { ...said, at: now } })
}

/** Two members judging one pair at once take turns; always in the order of the cases, so that neither waits for the other for ever. */
const takeTurns = async (acting: ActingOnCase, other: ActingOnCase): Promise<void> => {
  const cases: CaseId[] = [...new Set([acting.caseId, other.caseId])].sort()
  for (const caseId of cases) takeTurn(acting.tx, acting.desk.office, idFrom<'case'>(caseId))
}
