/** Reads the sealed persons of every case of the office, for the index in memory; runs as a role that may read these rows and nothing else. */
import type { CaseId, OfficeId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import { type CaseKey, openCaseKey } from '../vault/case-key.ts'
import { openField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Database } from './database.ts'

const page = 2_000

/** Calls put for every person; keys opened on the way are wiped. */
export const readNamesOfOffice = async (
  database: Database,
  vault: OpenVault,
  office: OfficeId,
  put: (caseId: CaseId, person: Person) => void,
): Promise<void> => {
  const keys = new Map<CaseId, CaseKey>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await database.transaction({ office, member: null }, (tx) =>
      tx.all<{
        person_id: string
        case_id: CaseId
        row_version: number
        sealed: Uint8Array
        version: number
        recipient_id: string
        wrapped: Uint8Array
      }>(
        `select p.person_id, p.case_id, p.row_version, p.sealed, w.version, w.recipient_id, w.wrapped from person p join case_key_wrap w on w.office_id = $1 and w.case_id = p.case_id and w.version = p.key_version and w.recipient_kind = 'org' where p.office_id = $1 and p.person_id > $2 order by p.person_id limit ${page}`,
        [office, after],
      ),
    )
    for (const row of rows) {
      const key =
        keys.get(row.case_id) ??
        openCaseKey(vault, { officeId: office, caseId: row.case_id }, row.version, {
          recipientKind: 'org',
          recipientId: row.recipient_id,
          wrapped: row.wrapped,
        })
      keys.set(row.case_id, key)
      put(row.case_id, {
        ...(JSON.parse(
          openField(key, { table: 'person', row: row.person_id, column: 'sealed', rowVersion: row.row_version }, row.sealed)!,
        ) as Omit<Person, 'id'>),
        id: row.person_id as Person['id'],
      })
      after = row.person_id
    }
    if (rows.length < page) break
  }
  for (const key of keys.values()) key.close()
}
