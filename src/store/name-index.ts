/** Reads the names that the sealed card of every case of the office carries, for the index in memory; runs as a role that may read cards and keys and nothing else. */
import type { CaseId, OfficeId } from '../basics/id.ts'
import type { IndexedPerson } from '../domain/people/search.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Database } from './database.ts'

/** What the index keeps of a person: the key is the person’s id. */
export type NamedPerson = IndexedPerson & { caseId: CaseId }
/** What a card says of its people; the rest of it is not looked at here. */
export type NamesOnCard = { people: readonly Omit<IndexedPerson, 'caseId'>[] }
/** Of several readers each takes the cases whose ids stand after `after`, up to and with `upTo`. */
export type Share = { after: string; upTo: string }
const all: Share = { after: '00000000-0000-0000-0000-000000000000', upTo: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Ids are chance (new-id.ts), so equal ranges of ids hold about as many cases each; at most 256. */
export const shares = (of: number): Share[] => {
  const bound = (part: number): string =>
    `${Math.floor((part * 256) / of)
      .toString(16)
      .padStart(2, '0')}${all.after.slice(2)}`
  return Array.from({ length: of }, (_, part) => ({ after: bound(part), upTo: part + 1 === of ? all.upTo : bound(part + 1) }))
}

/** So many cases at a time: between them the desk answers others. */
const page = 250

/** Calls take for the persons of a page of cases, and waits for it; a case's key is wiped before the next is opened. A case without the office's own wrap of its key is closed to all but named people and never comes. */
export const readNamesOfOffice = async (
  database: Database,
  vault: OpenVault,
  office: OfficeId,
  take: (people: readonly NamedPerson[]) => void | Promise<void>,
  share: Share = all,
): Promise<void> => {
  const pageAfter = (after: string): Promise<Row[]> =>
    database.transaction({ office, member: null }, (tx) => tx.all<Row>(cardsAfter, [office, after, share.upTo]))
  let coming = pageAfter(share.after)
  for (;;) {
    const read = await coming
    const last = read.at(-1)
    if (last === undefined) return
    // The database looks for the next page while this one is opened.
    coming = pageAfter(last.case_id)
    coming.catch(() => {})
    // Between two changes of the office's key a case may be wrapped under both.
    await take(read.filter((row, at) => row.case_id !== read[at + 1]?.case_id).flatMap((row) => namesOf(vault, office, row)))
  }
}

type Row = { case_id: CaseId; row_version: number; sealed: Uint8Array; version: number; recipient_id: string; wrapped: Uint8Array }
// The range stands on both tables: joined from the first id of the office on, every page would be dearer than the one before.
const cardsAfter = `select c.case_id, c.row_version, c.sealed, w.version, w.recipient_id, w.wrapped from case_card c join case_key_wrap w on w.office_id = c.office_id and w.case_id = c.case_id and w.version = c.key_version and w.recipient_kind = 'org' and w.case_id > $2 and w.case_id <= $3 where c.office_id = $1 and c.case_id > $2 and c.case_id <= $3 order by c.case_id limit ${page}`

const namesOf = (vault: OpenVault, officeId: OfficeId, row: Row): NamedPerson[] => {
  const caseId = row.case_id
  const key = openCaseKey(vault, { officeId, caseId }, row.version, {
    recipientKind: 'org',
    recipientId: row.recipient_id,
    wrapped: row.wrapped,
  })
  const place = { table: 'case_card', row: caseId, column: 'sealed', rowVersion: row.row_version }
  const card = JSON.parse(openField(key, place, row.sealed)!) as NamesOnCard
  key.close()
  return card.people.map((person) => ({ ...person, caseId }))
}
