/** Two records that may be of one person, as a member sees them: what each field says, and what was judged. */
import type { Instant } from '../../basics/clock.ts'
import type { FieldReason } from '../people/duplicates.ts'
import type { Verdict } from '../people/judgements.ts'

/** One record of a person, in a case that the reader may open. */
export type PersonRecord = { caseId: string; codeName: string; person: string; label: string }
/** What one member judged of a pair, and who confirmed it. id and caseId address it. */
export type PairJudgement = {
  id: string
  caseId: string
  verdict: Verdict
  reason: string
  by: string
  byMe: boolean
  at: Instant
  confirmedBy: string | null
}
/** table: left is of the left record, right of the right. contradicted: two people also held them to be different. */
export type PairView = {
  left: PersonRecord
  right: PersonRecord
  table: readonly FieldReason[]
  judgement: PairJudgement | null
  contradicted: boolean
  mayJudge: boolean
  mayConfirm: boolean
}
/** more = pairs that are not shown here because the list is long. */
export type Duplicates = { toJudge: readonly PairView[]; waiting: readonly PairView[]; judged: readonly PairView[]; more: number }
/** The other records that two people held to be of this person too. judgement null = only through a record between them. */
export type HeldToBeOne = {
  person: string
  others: readonly { record: PersonRecord; judgement: PairJudgement | null; contradicted: boolean }[]
}
