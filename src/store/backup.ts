/** Every row of every table as one line of JSON, ciphertext as it stands, and back again; a table that came back reads line for line as it left. */
import { refuse } from '../basics/refusal.ts'
import { digestOfAll } from '../vault/digest.ts'
import type { Tx } from './database.ts'
import { manifest } from './manifest.ts'
import { schemaVersion } from './migrate.ts'

/** Rows that others point to go in first. The count of migrations is not data: restoring makes its own. */
const first = ['case_file', 'paper']
export const keptTables: readonly string[] = [
  ...first,
  ...Object.keys(manifest)
    .filter((name) => name !== 'migration' && !first.includes(name))
    .sort(),
]
const rowsAtOnce = 500

/** office: null when the desk was never set up. logKey: the text of public-key.txt. */
export type About = {
  format: 'article33-backup-1'
  made: string
  schema: number
  tables: Record<string, number>
  office: string | null
  logKey: string | null
  logSize: number
  logHash: string
  head: string | null
}

export const aboutOf = async (tx: Tx, made: string): Promise<About> => {
  const tables: Record<string, number> = {}
  for (const name of keptTables) tables[name] = Number((await tx.one<{ rows: string }>(`select count(*) as rows from ${name}`))!.rows)
  const desk = await tx.one<{ office: string; key: string | null }>(
    `select record ->> 'office' as office, record ->> 'logPublicKey' as key from vault_record where vault_record_id = 1`,
  )
  const head =
    desk &&
    (await tx.one<{ seq: string; hash: Buffer; note: string | null }>('select seq, hash, note from audit_head where office_id = $1', [
      desk.office,
    ]))
  return {
    format: 'article33-backup-1',
    made,
    schema: schemaVersion,
    tables,
    office: desk?.office ?? null,
    logKey: desk?.key ?? null,
    logSize: Number(head?.seq ?? 0),
    logHash: head?.hash.toString('hex') ?? '',
    head: head?.note ?? null,
  }
}

/** In the order of the key, so that the same rows always give the same bytes. */
export async function* linesOf(tx: Tx, table: string): AsyncGenerator<Buffer> {
  const order = await keyOf(tx, table)
  await tx.run(`declare leaving no scroll cursor for select row_to_json(t)::text as line from ${table} t order by ${order}`)
  for (;;) {
    const rows = await tx.all<{ line: string }>(`fetch ${rowsAtOnce} from leaving`)
    if (rows.length === 0) break
    yield Buffer.from(rows.map((row) => `${row.line}\n`).join(''), 'utf8')
  }
  await tx.run('close leaving')
}

const keyOf = async (tx: Tx, table: string): Promise<string> =>
  (await tx.one<{ columns: string }>(
    `select string_agg(quote_ident(a.attname) || case when a.atttypid = 'text'::regtype then ' collate "C"' else '' end, ', ' order by k.place) as columns from pg_index i cross join unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number where i.indisprimary and i.indrelid = $1::regclass`,
    [table],
  ))!.columns

/** Puts the lines in; answers how many. */
export const putLines = async (tx: Tx, table: string, bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  if (!keptTables.includes(table)) refuse('tampered')
  let count = 0
  let lines: string[] = []
  const put = async () => {
    if (lines.length > 0)
      await tx.run(`insert into ${table} select * from json_populate_recordset(null::public.${table}, $1::json)`, [`[${lines.join(',')}]`])
    count += lines.length
    lines = []
  }
  for await (const line of linesIn(bytes)) if (lines.push(line) >= rowsAtOnce) await put()
  await put()
  return count
}

/** Refuses with tampered when the last line is cut. */
export async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of bytes) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop()!
    yield* parts
  }
  if (rest + decoder.decode() !== '') refuse('tampered')
}

/** SHA-256 of the table as it would leave now: equal to the archive's own when every row came back as it was. */
export const hashOfTable = (tx: Tx, table: string): Promise<string> => digestOfAll(linesOf(tx, table))

/** Numbers that the database gives by itself go on after the last one that came back. */
export const countOn = async (tx: Tx): Promise<void> => {
  const counted = await tx.all<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and a.attidentity <> ''`,
  )
  for (const { table, column } of counted)
    await tx.run(
      `select setval(pg_get_serial_sequence('public.${table}', '${column}'), max(${column})) from ${table} having max(${column}) is not null`,
    )
}
