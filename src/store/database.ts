/** The connection to PostgreSQL and the one way to begin and end a transaction; only the door and the start use it. */
import { Pool, type PoolClient } from 'pg'
import { Refusal } from '../basics/refusal.ts'
import type { LogIn } from './migrate.ts'

/** What a statement runs in. Every query names its office; parameters are never joined into the text. */
export type Tx = {
  all<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** First row or null. */
  one<T>(text: string, values?: readonly unknown[]): Promise<T | null>
  /** Number of rows touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
}

export type Actor = { office: string | null; member: string | null }
export type Database = {
  /** Runs work in one transaction under the actor; commits when it returns, rolls back when it throws. */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export const openDatabase = (logIn: LogIn, size = 12): Database => {
  const pool = new Pool({ ...logIn, max: size, idleTimeoutMillis: 30_000, statement_timeout: 30_000, application_name: 'article33' })
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    transaction: async (actor, work) => {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('begin')
        await client.query('select app_act($1, $2)', [actor.office, actor.member])
        const answer = await work(txOf(client))
        await client.query('commit')
        return answer
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true
        })
        throw mapped(error)
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

const txOf = (client: PoolClient): Tx => ({
  all: async (text, values) => (await client.query(text, values as unknown[])).rows,
  one: async (text, values) => (await client.query(text, values as unknown[])).rows[0] ?? null,
  run: async (text, values) => (await client.query(text, values as unknown[])).rowCount ?? 0,
})

/** A part of a transaction that may fail without ending it: what it did is undone, the rest stands. */
export const savepoint = async <T>(tx: Tx, work: () => Promise<T>): Promise<T> => {
  await tx.run('savepoint attempt')
  try {
    const answer = await work()
    await tx.run('release savepoint attempt')
    return answer
  } catch (error) {
    await tx.run('rollback to savepoint attempt')
    throw mapped(error)
  }
}

/** Errors of the database by their SQLSTATE (SCHEMA-RULES rule 12). Its own words never leave: they can hold values. */
const mapped = (error: unknown): unknown => {
  const code = (error as { code?: string }).code
  if (error instanceof Refusal || typeof code !== 'string') return error
  if (code === '23514') return new Refusal('needs-second-person')
  if (code === '42501') return new Refusal('not-found')
  if (code === '23505' || code === '40001' || code === '40P01') return new Refusal('out-of-date')
  if (code === '53100' || code === 'ENOSPC') return new Refusal('disk-full')
  return error
}
