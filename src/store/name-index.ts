/** Reads the sealed persons of every case of the office, and where they were held, for the index in memory; runs as a role that may read these rows and nothing else. */
import type { CaseId, OfficeId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { type CaseKey, openCaseKey } from '../vault/case-key.ts'
import { openField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Database } from './database.ts'

const page = 2_000

/** Calls put for every person; keys opened on the way are wiped. A case without the office's own wrap of its key is closed to all but named people and never comes. */
export const readNamesOfOffice = async (
  database: Database,
  vault: OpenVault,
  office: OfficeId,
  put: (caseId: CaseId, person: Person, places: readonly string[]) => void,
): Promise<void> => {
  const keys = new Map<CaseId, CaseKey>()
  const each = async <B>(table: 'person' | 'custody_period', take: (caseId: CaseId, id: string, body: B) => void): Promise<void> => {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const rows = await database.transaction({ office, member: null }, (tx) => tx.all<Raw>(pageOf(table), [office, after]))
      for (const row of rows) {
        const key = keys.get(row.case_id) ?? keyOf(vault, office, row)
        keys.set(row.case_id, key)
        const place = { table, row: row.id, column: 'sealed', rowVersion: row.row_version }
        take(row.case_id, row.id, JSON.parse(openField(key, place, row.sealed)!) as B)
        after = row.id
      }
      if (rows.length < page) break
    }
  }
  const places = new Map<string, string[]>()
  await each<CustodyPeriod>('custody_period', (_, __, custody) => {
    for (const person of custody.place === null ? [] : custody.persons) places.set(person, [...(places.get(person) ?? []), custody.place!])
  })
  await each<Omit<Person, 'id'>>('person', (caseId, id, body) => put(caseId, { ...body, id: id as Person['id'] }, places.get(id) ?? []))
  for (const key of keys.values()) key.close()
}

type Raw = {
  id: string
  case_id: CaseId
  row_version: number
  sealed: Uint8Array
  version: number
  recipient_id: string
  wrapped: Uint8Array
}
const pageOf = (table: string): string =>
  `select t.${table}_id as id, t.case_id, t.row_version, t.sealed, w.version, w.recipient_id, w.wrapped from ${table} t join case_key_wrap w on w.office_id = $1 and w.case_id = t.case_id and w.version = t.key_version and w.recipient_kind = 'org' where t.office_id = $1 and t.${table}_id > $2 order by t.${table}_id limit ${page}`

const keyOf = (vault: OpenVault, office: OfficeId, row: Raw): CaseKey =>
  openCaseKey(vault, { officeId: office, caseId: row.case_id }, row.version, {
    recipientKind: 'org',
    recipientId: row.recipient_id,
    wrapped: row.wrapped,
  })
