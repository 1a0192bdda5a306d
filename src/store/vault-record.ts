/** The wrapped root of the desk: it may lie open, it is worth nothing without the passphrase or the recovery kit. */
import type { OfficeId } from '../basics/id.ts'
import type { RootRecord } from '../vault/root.ts'
import type { Tx } from './database.ts'

/** logPublicKey: the text of public-key.txt, in the clear, so that the log can be taken out and verified while the desk is sealed. */
export type DeskRecord = { root: RootRecord; office: OfficeId; example: boolean; logPublicKey: string }

export const findDeskRecord = async (tx: Tx): Promise<DeskRecord | null> =>
  (await tx.one<{ record: DeskRecord }>('select record from vault_record where vault_record_id = 1'))?.record ?? null

export const insertDeskRecord = async (tx: Tx, record: DeskRecord): Promise<void> => {
  await tx.run('insert into vault_record (vault_record_id, record) values (1, $1)', [JSON.stringify(record)])
}
