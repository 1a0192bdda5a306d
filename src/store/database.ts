/** The connection to PostgreSQL and the one way to begin and end a transaction; only the door and the start use it. */
import type { Socket } from 'node:net'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { Refusal } from '../basics/refusal.ts'
import type { LogIn } from './migrate.ts'

/** What a statement runs in. Every query names its office; parameters are never joined into the text. */
export type Tx = {
  all<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** First row or null. */
  one<T>(text: string, values?: readonly unknown[]): Promise<T | null>
  /** Number of rows touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
  /** Sent and not waited for: it runs in its turn, and when it fails nothing of the transaction stands. Only for what needs no look at its answer. */
  send(text: string, values: readonly unknown[]): void
}

export type Actor = { office: string | null; member: string | null }
export type Database = {
  /** Runs work in one transaction under the actor; commits when it returns, rolls back when it throws. */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export const openDatabase = (logIn: LogIn, size = 12): Database => {
  const pool = new Pool({
    ...logIn,
    max: size,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    application_name: 'article33',
    // A statement need not wait for the answer to the one before; the server still runs them one after another.
    pipeline: true,
  } as PoolConfig)
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    transaction: async (actor, work) => {
      const client = await pool.connect()
      const { tx, send, allDone } = txOf(client)
      let broken = false
      try {
        send(`begin; select app_act(${idText(actor.office)}, ${idText(actor.member)})`)
        const answer = await work(tx)
        // Asked in one breath with what was sent last: when any of that failed, the server makes of it a rollback.
        send('commit')
        await allDone()
        return answer
      } catch (error) {
        // The first failure is the cause: what came after it was only refused by an ended transaction.
        const cause = await allDone().then(
          () => error,
          (first: unknown) => (isOfDatabase(error) ? first : error),
        )
        await client.query('rollback').catch(() => {
          broken = true
        })
        throw mapped(cause)
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** The one value that is joined into a text, so that beginning takes one round trip: an id of our own making and nothing else. */
const idText = (id: string | null): string => {
  if (id === null) return 'null'
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('An actor is named by ids.')
  return `'${id}'`
}

type Sent = { tx: Tx; send(query: string): void; allDone(): Promise<void> }
const txOf = (client: PoolClient): Sent => {
  const unwaited: Promise<unknown>[] = []
  const ask = (query: string | Statement) => {
    inOneWrite(client)
    return client.query(query as Statement)
  }
  const send = (query: string | Statement): void => {
    const answer = ask(query)
    unwaited.push(answer)
    answer.catch(() => {})
  }
  return {
    send,
    allDone: async () => {
      for (const answer of unwaited) await answer
    },
    tx: {
      all: async (text, values) => (await ask(statement(text, values))).rows,
      one: async (text, values) => (await ask(statement(text, values))).rows[0] ?? null,
      run: async (text, values) => (await ask(statement(text, values))).rowCount ?? 0,
      send: (text, values) => {
        send(statement(text, values))
      },
    },
  }
}

/** Everything asked before the process next turns to the network leaves in one write: a system call costs more than most of our statements. */
const inOneWrite = (client: PoolClient): void => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Each text is parsed and planned once per connection: the walls make planning dearer than most of our statements. There are only as many texts as the house has. */
const names = new Map<string, string>()
type Statement = { name: string; text: string; values: unknown[] }
const statement = (text: string, values: readonly unknown[] = []): Statement => {
  let name = names.get(text)
  if (name === undefined) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return { name, text, values: values as unknown[] }
}

const isOfDatabase = (error: unknown): boolean => !(error instanceof Refusal) && typeof (error as { code?: unknown }).code === 'string'

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
