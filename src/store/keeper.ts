/** The keeper's way in: reads every row as it stands, ciphertext and all, beside a running desk or with a cluster of its own. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { refuse } from '../basics/refusal.ts'
import { type ClusterSecrets, startCluster } from './cluster.ts'
import type { Tx } from './database.ts'
import type { LogIn } from './migrate.ts'

/** A desk that runs is left running; a sleeping one is woken and put to sleep again. server: a team's own PostgreSQL instead of the cluster. */
export const withKeeper = async <T>(
  of: { dataFolder: string; projectRoot: string; server: LogIn | null; randomWord(): string; say(line: string): void },
  work: (logIn: LogIn) => Promise<T>,
): Promise<T> => {
  if (of.server) return work(of.server)
  const running = await runningCluster(of.dataFolder)
  if (running) return work(running)
  const cluster = await startCluster(of.dataFolder, of.projectRoot, of.randomWord, of.say)
  try {
    return await work(keeperOf(cluster.socket, cluster.secrets))
  } finally {
    await cluster.stop()
  }
}

/** One transaction that sees the database at one moment, however long it takes. */
export const snapshot = async <T>(logIn: LogIn, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(logIn, 'begin isolation level repeatable read read only', work)

export const inTransaction = async <T>(logIn: LogIn, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = new Client(logIn)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set timezone to 'UTC'`)
    await client.query(begin)
    const unwaited: Promise<unknown>[] = []
    const answer = await work({
      all: async (text, values) => (await client.query(text, values as unknown[])).rows,
      one: async (text, values) => (await client.query(text, values as unknown[])).rows[0] ?? null,
      run: async (text, values) => (await client.query(text, values as unknown[])).rowCount ?? 0,
      send: (text, values) => {
        const sent = client.query(text, values as unknown[])
        sent.catch(() => {})
        unwaited.push(sent)
      },
    })
    await Promise.all(unwaited)
    await client.query('commit')
    return answer
  } finally {
    await client.end().catch(() => {})
  }
}

export const keeperOf = (socket: string, secrets: ClusterSecrets): LogIn => ({
  host: socket,
  database: 'article33',
  user: 'article33_keeper',
  password: secrets.keeper,
})

/** PostgreSQL writes into its own lock file where its socket is (fifth line). Null when nobody answers there. */
const runningCluster = async (dataFolder: string): Promise<LogIn | null> => {
  const lockFile = join(dataFolder, 'cluster', 'postmaster.pid')
  const secretsFile = join(dataFolder, 'cluster.json')
  if (!existsSync(lockFile) || !existsSync(secretsFile)) return null
  const socket = readFileSync(lockFile, 'utf8').split('\n')[4]
  if (!socket) return null
  const logIn = keeperOf(socket, JSON.parse(readFileSync(secretsFile, 'utf8')) as ClusterSecrets)
  const client = new Client(logIn)
  try {
    await client.connect()
    await client.end()
    return logIn
  } catch (error) {
    // It answers and does not let us in: nothing that starting a second cluster would mend.
    const code = (error as { code?: string }).code ?? ''
    return code === '28P01' || code === '28000' || code === '53300' ? refuse('cluster-busy', { folder: join(dataFolder, 'cluster') }) : null
  }
}
