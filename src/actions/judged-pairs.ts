/** What members judged of pairs of records, folded into what stands today: the one place where acts become "held to be one person". */
import type { CaseId } from '../basics/id.ts'
import type { PairJudgement } from '../domain/documents/duplicates-view.ts'
import { pairKey } from '../domain/people/duplicates.ts'
import { type Clusters, type Edge, foldJudgements, type JudgementAct } from '../domain/people/judgements.ts'
import { openCaseKeys } from '../store/cards.ts'
import { type JudgementRow, judgementsAmong } from '../store/judgements.ts'
import type { CaseKey } from '../vault/case-key.ts'
import type { Acting } from './action.ts'

export type Judged = {
  rows: ReadonlyMap<string, JudgementRow>
  clusters: Clusters
  /** Not taken back, by pairKey of the two persons; at most one a pair. */
  standing: ReadonlyMap<string, Edge>
}

/** Only cases that the office can open enter: one that is closed to all but named people is not there, whoever asks. */
export const judgedAmong = async ({ tx, desk }: Pick<Acting, 'tx' | 'desk'>, cases: readonly CaseId[]): Promise<Judged> => {
  const open = await openCaseKeys(tx, desk.vault, desk.office, cases, desk.caseKeys)
  const keys = new Map<CaseId, CaseKey>(open.map((caseId) => [caseId, desk.caseKeys.get(caseId)!]))
  const rows = await judgementsAmong(tx, desk.office, keys)
  const clusters = foldJudgements(rows.map(actOf))
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    clusters,
    standing: new Map(clusters.edges.filter((edge) => !edge.revoked).map((edge) => [pairKey(edge.a, edge.b), edge])),
  }
}

const actOf = (row: JudgementRow): JudgementAct => {
  const { id, a, b, body } = row
  const by = row.by.member
  if (row.act === 'judge') return { id, act: 'judge', a, b, verdict: body.verdict!, by, reason: body.reason }
  return row.act === 'confirm' ? { id, act: 'confirm', of: row.of!, by } : { id, act: 'revoke', of: row.of!, by, reason: body.reason }
}

export const judgementView = (judged: Judged, edge: Edge, me: string, names: ReadonlyMap<string, string>): PairJudgement => {
  const row = judged.rows.get(edge.id)!
  return {
    id: edge.id,
    caseId: row.caseA,
    verdict: edge.verdict,
    reason: edge.reason,
    by: names.get(edge.by) ?? '—',
    byMe: edge.by === me,
    at: row.body.at as PairJudgement['at'],
    confirmedBy: edge.confirmedBy === null ? null : (names.get(edge.confirmedBy) ?? '—'),
  }
}

/** Two people held them to be different, and a chain of "same" joins them all the same. */
export const isContradicted = ({ clusters }: Judged, a: string, b: string): boolean =>
  clusters.contradictions.some(({ chain }) => chain.includes(a) && chain.includes(b))
