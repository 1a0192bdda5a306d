/** Reads the sealed persons of every case of the office, and where they were held, for the index in memory; runs as a role that may read these rows and nothing else. */
import type { CaseId, OfficeId, PersonId } from '../basics/id.ts'
import type { Person, Sex } from '../domain/people/person.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { type CaseKey, openCaseKey } from '../vault/case-key.ts'
import { openField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Database } from './database.ts'

/** What the index keeps of a person. places = where the person was held, as it was written. */
export type NamedPerson = {
  caseId: CaseId
  id: PersonId
  names: readonly string[]
  births: readonly string[]
  sex: Sex
  places: readonly string[]
}
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

/** Calls take for the persons of a page of cases; the keys of the cases are wiped before the next. A case without the office's own wrap of its key is closed to all but named people and never comes. */
export const readNamesOfOffice = async (
  database: Database,
  vault: OpenVault,
  office: OfficeId,
  take: (people: readonly NamedPerson[]) => void,
  share: Share = all,
): Promise<void> => {
  const pageAfter = (after: string): Promise<Page> =>
    database.transaction({ office, member: null }, async (tx) => {
      const wraps = await tx.all<Wrap>(wrapsAfter, [office, after, share.upTo])
      const cases = [...new Set(wraps.map((wrap) => wrap.case_id))]
      const [custodies, persons] = await Promise.all([
        tx.all<Row>(rowsOf('custody_period'), [office, cases]),
        tx.all<Row>(rowsOf('person'), [office, cases]),
      ])
      return { wraps, cases, custodies, persons }
    })
  let coming = pageAfter(share.after)
  for (;;) {
    const read = await coming
    const last = read.cases.at(-1)
    if (last === undefined) return
    // The database looks for the next page while this one is opened.
    coming = pageAfter(last)
    coming.catch(() => {})
    take(openPage(vault, office, read))
  }
}

type Wrap = { case_id: CaseId; version: number; recipient_id: string; wrapped: Uint8Array }
type Row = { id: string; case_id: CaseId; key_version: number; row_version: number; sealed: Uint8Array }
type Page = { wraps: readonly Wrap[]; cases: readonly CaseId[]; custodies: readonly Row[]; persons: readonly Row[] }

const wrapsAfter = `select w.case_id, w.version, w.recipient_id, w.wrapped from (select distinct case_id from case_key_wrap where office_id = $1 and recipient_kind = 'org' and case_id > $2 and case_id <= $3 order by case_id limit ${page}) c join case_key_wrap w on w.office_id = $1 and w.case_id = c.case_id and w.recipient_kind = 'org' order by w.case_id, w.version`
const rowsOf = (table: string): string =>
  `select ${table}_id as id, case_id, key_version, row_version, sealed from ${table} where office_id = $1 and case_id = any($2)`

const openPage = (vault: OpenVault, office: OfficeId, { wraps, custodies, persons }: Page): NamedPerson[] => {
  const keys = new Map<string, CaseKey>()
  for (const { case_id: caseId, version, recipient_id: recipientId, wrapped } of wraps) {
    const name = `${caseId} ${version}`
    if (!keys.has(name))
      keys.set(name, openCaseKey(vault, { officeId: office, caseId }, version, { recipientKind: 'org', recipientId, wrapped }))
  }
  const opened = <B>(table: string, row: Row): B | null => {
    const key = keys.get(`${row.case_id} ${row.key_version}`)
    return key === undefined
      ? null
      : (JSON.parse(openField(key, { table, row: row.id, column: 'sealed', rowVersion: row.row_version }, row.sealed)!) as B)
  }
  const places = new Map<string, string[]>()
  for (const row of custodies) {
    const custody = opened<CustodyPeriod>('custody_period', row)
    for (const person of custody?.place ? custody.persons : []) places.set(person, [...(places.get(person) ?? []), custody!.place!])
  }
  const people = persons.flatMap((row): NamedPerson[] => {
    const body = opened<Person>('person', row)
    if (body === null) return []
    const id = row.id as PersonId
    const names = body.names.map((name) => name.text)
    return [{ caseId: row.case_id, id, names, births: body.births.map((birth) => birth.date), sex: body.sex, places: places.get(id) ?? [] }]
  })
  for (const key of keys.values()) key.close()
  return people
}
