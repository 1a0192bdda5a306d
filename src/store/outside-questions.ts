/** Questions to and from other organisations about one person: kept so that neither sealing nor starting the desk anew lets anybody ask on. */
import type { MemberId, OfficeId } from '../basics/id.ts'
import { openOfficeField, sealOfficeField } from '../vault/field.ts'
import { newId } from '../vault/new-id.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Tx } from './database.ts'
import { hourOf } from './sealed-rows.ts'

const place = (row: string) => ({ table: 'outside_question', row, column: 'sealed', rowVersion: 1 })

/** One question or answer by this member, now. Whom it was about is not kept here: that stands in the log of the case. */
export const keepOutsideQuestion = async (tx: Tx, vault: OpenVault, office: OfficeId, by: MemberId, at: string): Promise<void> => {
  const id = newId<'question'>()
  await tx.run(
    'insert into outside_question (office_id, outside_question_id, asked_by, created_hour, key_version, sealed) values ($1, $2, $3, $4, $5, $6)',
    [office, id, by, hourOf(at), vault.kekVersion, sealOfficeField(vault, office, place(id), JSON.stringify({ at }))],
  )
}

/** The exact times of the member's own questions since then, oldest first. Holds the member's row until the transaction ends, so that two at once are counted one after the other. */
export const outsideQuestionsSince = async (tx: Tx, vault: OpenVault, office: OfficeId, by: MemberId, since: string): Promise<string[]> => {
  await tx.one('select 1 as one from member where office_id = $1 and member_id = $2 for update', [office, by])
  const rows = await tx.all<{ outside_question_id: string; sealed: Uint8Array }>(
    'select outside_question_id, sealed from outside_question where office_id = $1 and asked_by = $2 and created_hour >= $3',
    [office, by, hourOf(since)],
  )
  return rows
    .map((row) => (JSON.parse(openOfficeField(vault, office, place(row.outside_question_id), row.sealed)!) as { at: string }).at)
    .filter((at) => at > since)
    .sort()
}
