/** Rows of a case: clear ids and workflow, the rest sealed in one column; a changed row leaves its earlier version behind. */
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { CaseKey } from '../vault/case-key.ts'
import { openField, sealField } from '../vault/field.ts'
import { newId } from '../vault/new-id.ts'
import type { Tx } from './database.ts'

export type SealedTable =
  | 'account'
  | 'account_addition'
  | 'assessment'
  | 'authority'
  | 'case_card'
  | 'consent'
  | 'contradiction_note'
  | 'custody_period'
  | 'exhibit'
  | 'fact'
  | 'filing_event'
  | 'finding'
  | 'paper'
  | 'paper_note'
  | 'person'
/** Clear columns by name, besides those every table has. */
export type Clear = Readonly<Record<string, string | number | boolean | null>>
export type SealedRow<B> = { id: string; rowVersion: number; createdHour: string; body: B; clear: Readonly<Record<string, unknown>> }

/** Times in the clear are rounded down to the hour; the exact time stands in the sealed part and in the log. */
export const hourOf = (instant: string): string => `${instant.slice(0, 13)}:00:00.000Z`

const place = (table: string, row: string, rowVersion: number) => ({ table, row, column: 'sealed', rowVersion })

export const insertRow = async (
  tx: Tx,
  key: CaseKey,
  table: SealedTable,
  id: string,
  body: unknown,
  at: string,
  clear: Clear = {},
): Promise<void> => {
  const names = Object.keys(clear)
  const columns = ['office_id', `${table}_id`, 'case_id', 'key_version', 'created_hour', 'sealed', ...names]
  const values = [
    key.officeId,
    id,
    key.caseId,
    key.version,
    hourOf(at),
    sealField(key, place(table, id, 1), JSON.stringify(body)),
    ...names.map((name) => clear[name]),
  ]
  tx.send(`insert into ${table} (${columns.join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values)
}

/** Refuses with out-of-date when expected is given and another version stands there, with not-found when there is no row. */
export const changeRow = async (
  tx: Tx,
  key: CaseKey,
  table: SealedTable,
  id: string,
  expected: number | null,
  body: unknown,
  by: MemberId,
  at: string,
  clear: Clear = {},
): Promise<number> => {
  const old = await tx.one<{ row_version: number; key_version: number; sealed: Uint8Array }>(
    `select row_version, key_version, sealed from ${table} where office_id = $1 and ${table}_id = $2 and case_id = $3 for update`,
    [key.officeId, id, key.caseId],
  )
  if (!old) return refuse('not-found')
  if (expected !== null && old.row_version !== expected) refuse('out-of-date')
  tx.send(
    'insert into earlier_version (office_id, earlier_version_id, case_id, key_version, created_hour, sealed, noun, noun_id, noun_version, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [key.officeId, newId(), key.caseId, old.key_version, hourOf(at), old.sealed, table, id, old.row_version, by],
  )
  return overwriteRow(tx, key, table, id, old.row_version, body, clear)
}

/** Only for rows that are computed and may be computed again (the card): leaves no earlier version. */
export const overwriteRow = async (
  tx: Tx,
  key: CaseKey,
  table: SealedTable,
  id: string,
  rowVersion: number,
  body: unknown,
  clear: Clear = {},
): Promise<number> => {
  const names = Object.keys(clear)
  const next = rowVersion + 1
  const values = [
    key.officeId,
    id,
    key.caseId,
    next,
    key.version,
    sealField(key, place(table, id, next), JSON.stringify(body)),
    rowVersion,
    ...names.map((name) => clear[name]),
  ]
  const touched = await tx.run(
    `update ${table} set row_version = $4, key_version = $5, sealed = $6${names.map((name, index) => `, ${name} = $${index + 8}`).join('')} where office_id = $1 and ${table}_id = $2 and case_id = $3 and row_version = $7`,
    values,
  )
  if (touched !== 1) refuse('out-of-date')
  return next
}

/** Sets clear workflow columns without touching what is sealed. */
export const markRow = async (tx: Tx, key: CaseKey, table: SealedTable, id: string, clear: Clear): Promise<void> => {
  const names = Object.keys(clear)
  const touched = await tx.run(
    `update ${table} set ${names.map((name, index) => `${name} = $${index + 4}`).join(', ')} where office_id = $1 and ${table}_id = $2 and case_id = $3`,
    [key.officeId, id, key.caseId, ...names.map((name) => clear[name])],
  )
  if (touched !== 1) refuse('not-found')
}

/** Every row of the case in the order in which it was kept; only = those alone whose clear column has one of these values: the others are not even opened. */
export const allRows = async <B>(
  tx: Tx,
  key: CaseKey,
  table: SealedTable,
  order = 'kept',
  only: { column: string; values: readonly string[] } | null = null,
): Promise<SealedRow<B>[]> =>
  (
    await tx.all<RawRow>(
      `select *, ${table}_id as id from ${table} where office_id = $1 and case_id = $2${only ? ` and ${only.column} = any($3)` : ''} order by ${order}`,
      [key.officeId, key.caseId, ...(only ? [only.values] : [])],
    )
  ).map((row) => opened<B>(key, table, row))

/** Which clear columns a reader of the whole case wants, by table. */
export type Wanted = Readonly<Partial<Record<SealedTable | 'case_file', readonly string[]>>>
/** The rows of several tables of one case in one statement, each table in the order in which its rows were kept. Dates among the clear columns come as text. */
export const rowsOfCase = async <T extends Wanted>(
  tx: Tx,
  key: CaseKey,
  wanted: T,
): Promise<{ of: <B>(table: keyof T & string) => SealedRow<B>[] }> => {
  const tables = Object.keys(wanted) as (SealedTable | 'case_file')[]
  const rows = await tx.all<RawRow & { noun: string; clear: SealedRow<unknown>['clear'] }>(
    `${tables
      .map((table) => {
        const clear = wanted[table]!.map((name) => `'${name}', ${name}`).join(', ')
        // The file is the case itself: one row, under the id of the case.
        const id = table === 'case_file' ? 'case_id as id, 0 as kept' : `${table}_id as id, kept`
        return `select '${table}' as noun, ${id}, row_version, created_hour, sealed, jsonb_build_object(${clear}) as clear from ${table} where office_id = $1 and case_id = $2`
      })
      .join(' union all ')} order by noun, kept`,
    [key.officeId, key.caseId],
  )
  return {
    of: <B>(table: string) => rows.filter((row) => row.noun === table).map((row) => ({ ...opened<B>(key, table, row), clear: row.clear })),
  }
}

/** The rows of several cases at once, with the case of each; a case whose key is not given is left out. */
export const rowsOfCases = async <B>(
  tx: Tx,
  office: OfficeId,
  keys: ReadonlyMap<CaseId, CaseKey>,
  table: SealedTable,
): Promise<(SealedRow<B> & { caseId: CaseId })[]> =>
  (
    await tx.all<RawRow & { case_id: CaseId }>(
      `select *, ${table}_id as id from ${table} where office_id = $1 and case_id = any($2) order by kept`,
      [office, [...keys.keys()]],
    )
  ).map((row) => ({ ...opened<B>(keys.get(row.case_id)!, table, row), caseId: row.case_id }))

export const findRow = async <B>(tx: Tx, key: CaseKey, table: SealedTable, id: string): Promise<SealedRow<B> | null> => {
  const row = await tx.one<RawRow>(`select *, ${table}_id as id from ${table} where office_id = $1 and ${table}_id = $2 and case_id = $3`, [
    key.officeId,
    id,
    key.caseId,
  ])
  return row ? opened<B>(key, table, row) : null
}

export const getRow = async <B>(tx: Tx, key: CaseKey, table: SealedTable, id: string): Promise<SealedRow<B>> =>
  (await findRow<B>(tx, key, table, id)) ?? refuse('not-found')

type RawRow = { id: string; row_version: number; created_hour: Date; sealed: Uint8Array; [column: string]: unknown }

const opened = <B>(key: CaseKey, table: string, row: RawRow): SealedRow<B> => {
  const { id, row_version, created_hour, sealed, ...clear } = row
  return {
    id,
    rowVersion: row_version,
    createdHour: created_hour.toISOString(),
    body: JSON.parse(openField(key, place(table, id, row_version), sealed)!) as B,
    clear,
  }
}

/** The case of a row that is addressed without its case (papers, filings). Null reads like "not yours". */
export const findCaseOf = async (tx: Tx, office: OfficeId, table: 'paper', id: string): Promise<CaseId | null> =>
  (await tx.one<{ case_id: CaseId }>(`select case_id from ${table} where office_id = $1 and ${table}_id = $2`, [office, id]))?.case_id ??
  null
