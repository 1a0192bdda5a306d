/** What the screens ask of the desk about "the same person?": pairs to judge here, and one person at a time with another organisation. */
import type { Verdict } from '../people/judgements.ts'
import type { Duplicates, PairJudgement } from './duplicates-view.ts'

/** What one organisation may hear of another's list about one person; never more, and never which record. */
export type KnownElsewhere = 'yes' | 'possible' | 'no'

type Row<I, O> = { in: I; out: O }
type None = null
export type SamePersonApi = {
  /** Records that may be of one person. A POST, for the lead of a case that the asker may not open is asked by it. */
  'POST /api/duplicates': Row<None, Duplicates>
  /** case and person: one record; other…: the other. A second member confirms it. */
  'POST /api/cases/:case/persons/:person/judgements': Row<
    { otherCase: string; otherPerson: string; verdict: Verdict; reason: string },
    PairJudgement
  >
  'POST /api/cases/:case/judgements/:judgement/confirm': Row<None, { confirmed: true }>
  'POST /api/cases/:case/judgements/:judgement/revoke': Row<{ reason: string }, { revoked: true }>
  /** key: the hexadecimal digits that two organisations share; used once and kept nowhere. file: the encoding of this one person, in base64. */
  'POST /api/cases/:case/persons/:person/ask-organisation': Row<{ key: string }, { file: string; key: string }>
  /** file: the encoding that the other organisation sent, in base64. */
  'POST /api/cases/:case/persons/:person/answer-organisation': Row<{ key: string; file: string }, { answer: KnownElsewhere }>
}
