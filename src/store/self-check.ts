/** Before it serves, the desk looks whether the walls stand: forced row security on every table, an application role that owns and bypasses nothing. */
import { Client } from 'pg'
import { refuse } from '../basics/refusal.ts'
import { manifest } from './manifest.ts'
import type { LogIn } from './migrate.ts'

/** Refuses with house-not-safe and the first reason found. Runs as the application's own role. */
export const checkTheWalls = async (app: LogIn): Promise<void> => {
  const client = new Client(app)
  await client.connect()
  try {
    const first = async (text: string): Promise<string | null> => (await client.query(text)).rows[0]?.what ?? null
    const role = await first(
      `select rolname as what from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    if (role) refuse('house-not-safe', { reason: `the role ${role} may bypass row-level security` })
    const open = await first(
      `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    )
    if (open) refuse('house-not-safe', { reason: `row-level security is not forced on the table ${open}` })
    const owned = await first(
      `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and pg_get_userbyid(c.relowner) = current_user`,
    )
    if (owned) refuse('house-not-safe', { reason: `the application’s role owns ${owned}` })
    const member = await first(
      `select r.rolname as what from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles me on me.oid = m.member where me.rolname = current_user`,
    )
    if (member) refuse('house-not-safe', { reason: `the application’s role may become ${member}` })
    const view = await first(
      `select c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v', 'm')`,
    )
    if (view) refuse('house-not-safe', { reason: `there is a view (${view}) that could look past row-level security` })
    const create = await first(`select 'public' as what where has_schema_privilege(current_user, 'public', 'create')`)
    if (create) refuse('house-not-safe', { reason: 'the application’s role may create tables' })
    const tables = (
      await client.query(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`,
      )
    ).rows.map((row) => row.name as string)
    const unclassified = tables.find((name) => !manifest[name]) ?? Object.keys(manifest).find((name) => !tables.includes(name))
    const earlier = await first(`select 'case_card' as what where not has_table_privilege('article33_index', 'case_card', 'select')`)
    if (unclassified || earlier)
      refuse('house-not-safe', {
        reason: `the table ${unclassified ?? earlier} and the manifest do not agree; a data folder of an earlier unreleased version is left as it is and must be set up anew in another folder (--data)`,
      })
  } finally {
    await client.end()
  }
}
