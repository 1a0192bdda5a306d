/** Brings the schema forward, one statement at a time, never back; the owner of the tables cannot log in. */
import { Client } from 'pg'
import { statements as theHouse } from './migrations/0001-the-house.ts'

const migrations: readonly (readonly string[])[] = [theHouse]
export const schemaVersion = migrations.length

export type LogIn = { host: string; port?: number; database: string; user: string; password: string }

/** Roles are made once by the boot role: the owner has no log-in, the application owns nothing and bypasses nothing. */
export const makeRoles = async (boot: LogIn, passwords: { migrate: string; app: string; keeper: string; index: string }): Promise<void> => {
  const client = new Client(boot)
  await client.connect()
  try {
    const has = async (text: string) => (await client.query(text)).rowCount! > 0
    const logIn = (name: string, password: string) =>
      client.query(
        `create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${client.escapeLiteral(password)}`,
      )
    if (!(await has(`select 1 from pg_roles where rolname = 'article33_owner'`))) {
      await client.query('create role article33_owner nologin')
      await client.query('create role article33_team nologin')
      await logIn('article33_migrate', passwords.migrate)
      await client.query('grant article33_owner, article33_team to article33_migrate')
      await client.query('grant article33_team to article33_owner')
      await logIn('article33_app', passwords.app)
      await logIn('article33_keeper', passwords.keeper)
      await logIn('article33_index', passwords.index)
    }
    if (!(await has(`select 1 from pg_database where datname = 'article33'`)))
      await client.query('create database article33 owner article33_owner')
  } finally {
    await client.end()
  }
}

/** Applies what is missing up to a version, each migration in one transaction. */
export const migrate = async (logIn: LogIn, upTo = migrations.length): Promise<void> => {
  const client = new Client(logIn)
  await client.connect()
  try {
    await client.query('set role article33_owner')
    const known = await client.query(`select to_regclass('public.migration') is not null as made`)
    const at = known.rows[0].made
      ? Number((await client.query('select coalesce(max(version), 0) as version from migration')).rows[0].version)
      : 0
    if (at === 0) {
      await client.query('revoke all on schema public from public')
      await client.query('grant usage on schema public to article33_app, article33_keeper, article33_index, article33_team')
      await client.query('grant create on schema public to article33_team')
    }
    for (let version = at + 1; version <= upTo; version++) {
      await client.query('begin')
      for (const statement of migrations[version - 1]!) await client.query(statement)
      // FORCE binds the owner too: the bookkeeping line goes in under a policy of its own that ends with the transaction.
      await client.query('create policy bookkeeping on migration for all to article33_owner using (true) with check (true)')
      await client.query('insert into migration (version, applied_at) values ($1, now())', [version])
      await client.query('drop policy bookkeeping on migration')
      await client.query('commit')
    }
    await client.query('revoke create on schema public from article33_team')
  } finally {
    await client.end()
  }
}
