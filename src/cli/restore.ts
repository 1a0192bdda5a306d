/** Brings a desk back from one backup and the offline key alone, into an empty folder; nothing is touched before all of the file has proved whole. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { Refusal, refuse } from '../basics/refusal.ts'
import { countOn, hashOfTable, keptTables, putLines } from '../store/backup.ts'
import { openBlobs } from '../store/blobs.ts'
import { startCluster } from '../store/cluster.ts'
import { inTransaction, keeperOf } from '../store/keeper.ts'
import { makeRoles, migrate, schemaVersion } from '../store/migrate.ts'
import { leaveRestoredMark } from '../store/restored-mark.ts'
import { verifyArchive } from '../vault/archive.ts'
import { newMachineSecret } from '../vault/new-id.ts'
import { aboutFrom, headLine, openArchive, readBackup, rowsOf, tableOf } from './backup.ts'
import { projectRoot } from './project-root.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { key: { type: 'string' }, data: { type: 'string' } },
  })
  const [file] = positionals
  if (!file || !values.key || !values.data) return refuse('bad-command', { reason: 'restore needs FILE, --key FILE and --data FOLDER' })
  if (process.env.DATABASE_URL) refuse('bad-command', { reason: 'restore makes a database of its own; unset DATABASE_URL' })
  const say = (line: string) => void out.write(`${line}\n`)
  const folder = resolve(values.data)
  if (existsSync(folder) && readdirSync(folder).length > 0) refuse('folder-not-empty', { folder })
  say('Reading the backup …')
  const { manifest } = await openArchive(file, values.key, (identity, source) => verifyArchive(identity, source()))
  const about = aboutFrom(manifest)
  if (about.schema > schemaVersion) refuse('backup-newer')
  // Under the name asked for stands a whole desk or nothing.
  const half = `${folder}.half-restored`
  rmSync(half, { recursive: true, force: true })
  try {
    await fill(half, file, values.key, about.schema, say)
    if (about.head) leaveRestoredMark(half, { made: about.made, size: about.logSize, head: about.logHash })
    rmSync(folder, { recursive: true, force: true })
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    throw error instanceof Refusal || !code || !/^E[A-Z]+$/.test(code)
      ? error
      : new Refusal(code === 'ENOSPC' ? 'disk-full' : 'data-folder-unreachable', { folder, reason: code })
  }
  say(
    `Restored ${rowsOf(about)} rows and ${manifest.parts.filter((part) => part.name.startsWith('blobs/')).length} files of ${about.made}, compared row by row with the backup.\n${headLine(about)}\nStart it with ./article33 start --data ${folder}; it opens with the passphrase of that day.`,
  )
  return 0
}

const fill = async (folder: string, file: string, keyFile: string, schema: number, say: (line: string) => void): Promise<void> => {
  const cluster = await startCluster(folder, projectRoot(), newMachineSecret, say)
  try {
    const as = (user: 'migrate' | 'boot', database: string) => ({
      host: cluster.socket,
      database,
      user: `article33_${user}`,
      password: cluster.secrets[user],
    })
    await makeRoles(as('boot', 'postgres'), cluster.secrets)
    await migrate(as('migrate', 'article33'), schema)
    const blobs = await openBlobs(join(folder, 'blobs'))
    await inTransaction(keeperOf(cluster.socket, cluster.secrets), 'begin', async (tx) => {
      const { manifest } = await readBackup(file, keyFile, async (name, bytes) => {
        const table = tableOf(name)
        const blob = /^blobs\/([0-9a-f-]{36})\.age$/.exec(name)?.[1]
        if (table) await putLines(tx, table, bytes)
        else if (blob) await blobs.write(blob, Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>)
        else refuse('backup-damaged')
      })
      await countOn(tx)
      for (const table of keptTables) {
        const sent = manifest.parts.find((part) => part.name === `tables/${table}.jsonl`)
        if (sent && sent.sha256 !== (await hashOfTable(tx, table))) refuse('backup-damaged')
      }
    })
    await migrate(as('migrate', 'article33'))
  } finally {
    await cluster.stop()
  }
}
