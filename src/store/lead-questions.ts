/** The question that a search elsewhere in the office puts to the lead of a case; who searched learns nothing of it. */
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { sealOfficeField } from '../vault/field.ts'
import { newId } from '../vault/new-id.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { eqToken } from '../vault/token.ts'
import type { Tx } from './database.ts'
import { hourOf } from './sealed-rows.ts'

/**
 * Once an hour for one asker is enough; with a pair of records, once for that pair and for ever: a lead who said no is not asked again.
 * What was searched for is not kept: a name belongs to the case in which it is recorded; a pair is kept as a keyed token of two random ids.
 */
export const askLeads = (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  by: MemberId,
  at: string,
  asked: readonly { caseId: CaseId; pair: string | null }[],
): void => {
  if (asked.length === 0) return
  const rows = asked.map(({ caseId, pair }) => {
    const id = newId<'question'>()
    const place = { table: 'lead_question', row: id, column: 'sealed', rowVersion: 1 }
    const sealed = sealOfficeField(vault, office, place, JSON.stringify({ at }))
    return { id, caseId, sealed, token: pair === null ? null : eqToken(vault, office, 'pair-of-records', pair) }
  })
  tx.send(
    'insert into lead_question (office_id, asked_by, created_hour, key_version, lead_question_id, case_id, sealed, pair_token) select $1, $2, $3, $4, * from unnest($5::uuid[], $6::uuid[], $7::bytea[], $8::bytea[]) on conflict do nothing',
    [
      office,
      by,
      hourOf(at),
      vault.kekVersion,
      rows.map((row) => row.id),
      rows.map((row) => row.caseId),
      rows.map((row) => row.sealed),
      rows.map((row) => row.token),
    ],
  )
}

/** Open questions to the lead of the case. */
export const openQuestions = async (tx: Tx, office: OfficeId, caseId: CaseId): Promise<{ id: string; askedBy: MemberId; hour: string }[]> =>
  (
    await tx.all<{ lead_question_id: string; asked_by: MemberId; created_hour: Date }>(
      'select lead_question_id, asked_by, created_hour from lead_question where office_id = $1 and case_id = $2 and answered_hour is null order by created_hour',
      [office, caseId],
    )
  ).map((row) => ({ id: row.lead_question_id, askedBy: row.asked_by, hour: row.created_hour.toISOString() }))

/** The asker of an open question, which is closed by this; null when there is none such. */
export const closeQuestion = async (tx: Tx, office: OfficeId, caseId: CaseId, question: string, at: string): Promise<MemberId | null> => {
  const row = await tx.one<{ asked_by: MemberId }>(
    'select asked_by from lead_question where office_id = $1 and case_id = $2 and lead_question_id = $3 and answered_hour is null',
    [office, caseId, question],
  )
  if (row)
    await tx.run('update lead_question set answered_hour = $4 where office_id = $1 and case_id = $2 and lead_question_id = $3', [
      office,
      caseId,
      question,
      hourOf(at),
    ])
  return row?.asked_by ?? null
}
