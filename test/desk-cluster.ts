/** Lends one real PostgreSQL to a whole test run: it starts when the first test file asks for it and ends with the run. */
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster, ClusterSecrets } from '../src/store/cluster.ts'
import type { LogIn } from '../src/store/migrate.ts'

/** Where test files and this process leave each other word. */
export const variable = 'ARTICLE33_TEST_CLUSTER'
export type Lent = { socket: string; secrets: ClusterSecrets }
export const as = (lent: Lent, user: 'boot' | 'migrate' | 'app' | 'keeper' | 'index', database: string): LogIn => ({
  host: lent.socket,
  database,
  user: `article33_${user}`,
  password: lent.secrets[user],
})

export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'a33-test-'))
  // PostgreSQL's own user passes through to its folder inside.
  chmodSync(folder, 0o711)
  process.env[variable] = folder
  let cluster: Promise<Cluster> | null = null
  const watch = setInterval(() => {
    if (cluster || !existsSync(join(folder, 'wanted'))) return
    cluster = begin(folder)
    cluster.catch((error) => say(folder, { failed: String(error) }))
  }, 20)
  watch.unref()
  return async () => {
    clearInterval(watch)
    await (await cluster?.catch(() => null))?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const begin = async (folder: string): Promise<Cluster> => {
  const { startCluster } = await import('../src/store/cluster.ts')
  const { makeRoles, migrate } = await import('../src/store/migrate.ts')
  const { newMachineSecret } = await import('../src/vault/new-id.ts')
  const cluster = await startCluster(join(folder, 'data'), process.cwd(), newMachineSecret, () => {})
  const lent: Lent = { socket: cluster.socket, secrets: cluster.secrets }
  await makeRoles(as(lent, 'boot', 'postgres'), cluster.secrets)
  // The migrated database is only ever a pattern: each test file works on a copy.
  await migrate(as(lent, 'migrate', 'article33'))
  say(folder, lent)
  return cluster
}

const say = (folder: string, word: object): void => {
  writeFileSync(join(folder, 'ready.half'), JSON.stringify(word), { mode: 0o600 })
  renameSync(join(folder, 'ready.half'), join(folder, 'ready'))
}
