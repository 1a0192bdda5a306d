/** The gates before a paper leaves: authority, audience, a second person, comparison with what was sent. */
import type { Divergence, Gate } from '../domain/documents/desk-api.ts'
import type { Paper } from '../domain/documents/paper.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { PaperBody, PaperNoteBody } from './papers.ts'

export const gatesOf = async (_acting: ActingOnCase, _record: CaseRecord, _row: SealedRow<PaperBody>, _paper: Paper, _notes: readonly PaperNoteBody[], _stale: readonly string[]): Promise<{ gates: Gate[]; divergences: Divergence[] }> => ({ gates: [], divergences: [] })
