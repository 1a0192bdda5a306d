/** Persons taken in together can be taken back together. */
import type { CaseId, OfficeId } from '../basics/id.ts'
import type { Tx } from './database.ts'

export const removeBatch = async (tx: Tx, office: OfficeId, caseId: CaseId, batch: string): Promise<number> =>
  tx.run('delete from person where office_id = $1 and case_id = $2 and batch_id = $3', [office, caseId, batch])
