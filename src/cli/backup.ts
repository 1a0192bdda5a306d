/** Makes one encrypted file of everything, while the desk runs or sleeps; no passphrase is needed because everything is ciphertext already. */
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { machineClock } from '../basics/clock.ts'
import { Refusal, refuse } from '../basics/refusal.ts'
import { type About, aboutOf, keptTables, linesIn, linesOf } from '../store/backup.ts'
import { openBlobs } from '../store/blobs.ts'
import type { Tx } from '../store/database.ts'
import { snapshot, withKeeper } from '../store/keeper.ts'
import { backupIdentityFromWords, type Manifest, newBackupIdentity, type Part, readArchive, writeArchive } from '../vault/archive.ts'
import type { Canonical } from '../vault/canonical.ts'
import { newMachineSecret } from '../vault/new-id.ts'
import { dataFolderOf, teamKeeper } from './data-folder.ts'
import { projectRoot } from './project-root.ts'
import { verifyExport } from './verify.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { to: { type: 'string' }, recipient: { type: 'string', multiple: true }, data: { type: 'string' }, key: { type: 'string' } },
  })
  const say = (line: string) => void out.write(`${line}\n`)
  const [word, file] = positionals
  if (word === 'new-key' && !file) return newKey(say)
  if (word === 'make' && !file) return make(values, say)
  if (word === 'verify' && file) return check(file, values.key ?? refuse('bad-command', { reason: 'backup verify needs --key FILE' }), say)
  return refuse('bad-command', { reason: 'backup takes one of: new-key, make, verify FILE' })
}

const newKey = (say: (line: string) => void): number => {
  const { recipient, identity, words } = newBackupIdentity()
  say(`Recipient (give it to backup make; it opens nothing):\n  ${recipient}\n`)
  say(`Key (print it or write it down, keep it away from this machine; it is shown this once and stored nowhere):\n  ${identity}\n`)
  say(
    `The same key as 24 words:\n${[0, 6, 12, 18]
      .map(
        (at) =>
          `  ${words
            .slice(at, at + 6)
            .map((one, index) => `${at + index + 1} ${one}`)
            .join('  ')}`,
      )
      .join('\n')}`,
  )
  return 0
}

const make = async (
  given: { to?: string | undefined; recipient?: string[] | undefined; data?: string | undefined },
  say: (line: string) => void,
): Promise<number> => {
  if (!given.to || !given.recipient?.length) return refuse('bad-command', { reason: 'backup make needs --to FILE and --recipient age1…' })
  const to = resolve(given.to)
  if (!given.recipient.every((one) => /^age1[a-z0-9]{58}$/.test(one)))
    refuse('bad-command', { reason: 'a recipient begins with age1; ./article33 backup new-key makes one' })
  if (existsSync(to)) refuse('file-exists', { file: to })
  const dataFolder = dataFolderOf(given.data)
  const about = await withKeeper(
    { dataFolder, projectRoot: projectRoot(), server: teamKeeper(), randomWord: newMachineSecret, say },
    (logIn) =>
      snapshot(logIn, async (tx) => {
        const about = await aboutOf(tx, machineClock.now())
        await keepFile(
          to,
          await writeArchive({
            recipients: given.recipient!,
            about: about as unknown as Canonical,
            parts: partsOf(tx, join(dataFolder, 'blobs')),
            vault: null,
          }),
        )
        return about
      }),
  )
  say(
    `Backup: ${to} (${Math.ceil((await stat(to)).size / 1024)} KiB), ${rowsOf(about)} rows.\n${headLine(about)}\nVerify it with the offline key: ./article33 backup verify ${basename(to)} --key FILE`,
  )
  return 0
}

/** Rows first, of one moment; then the files, of which every one that a row names was there before the row. */
async function* partsOf(tx: Tx, blobFolder: string): AsyncGenerator<Part> {
  for (const table of keptTables) yield { name: `tables/${table}.jsonl`, bytes: linesOf(tx, table) }
  if (!existsSync(blobFolder)) return
  const blobs = await openBlobs(blobFolder)
  for (const id of (await blobs.all()).sort())
    yield { name: `blobs/${id}.age`, bytes: createReadStream(join(blobFolder, id.slice(0, 2), `${id}.age`)) }
}

/** Nothing stands under the name until all of it is on the disk. */
const keepFile = async (to: string, stream: ReadableStream<Uint8Array>): Promise<void> => {
  const half = `${to}.half`
  try {
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(half, { mode: 0o600, flush: true }))
    await rename(half, to)
  } catch (error) {
    await rm(half, { force: true })
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ENOSPC'
      ? new Refusal('disk-full')
      : code === 'ENOENT' || code === 'EACCES'
        ? new Refusal('bad-command', { reason: `${to} cannot be written (${code})` })
        : error
  }
  const folder = await open(dirname(to), 'r')
  await folder.sync()
  await folder.close()
}

const check = async (file: string, keyFile: string, say: (line: string) => void): Promise<number> => {
  const counted = new Map<string, number>()
  const log: string[] = []
  const { manifest } = await readBackup(file, keyFile, async (name, bytes) => {
    const table = tableOf(name)
    if (!table) return
    let rows = 0
    for await (const line of linesIn(bytes)) {
      const row = JSON.parse(line) as { seq?: number; entry?: string }
      if (table === 'audit_entry') log.push(row.entry!)
      rows += 1
    }
    counted.set(table, rows)
  })
  const about = aboutFrom(manifest)
  if (Object.entries(about.tables).some(([table, rows]) => counted.get(table) !== rows)) refuse('backup-damaged')
  const verdict =
    about.head && about.logKey
      ? verifyExport({
          log: log.map((line) => `${line}\n`).join(''),
          head: about.head,
          publicKey: about.logKey,
          heads: [],
          kept: [],
          openings: '',
          files: [],
        })
      : null
  if (verdict && !verdict.ok) {
    say(`BAD: the log in this backup: ${verdict.kind} at entry ${verdict.seq ?? '?'}.`)
    return 2
  }
  say(
    `OK: made ${about.made}, ${rowsOf(about)} rows, ${manifest.parts.filter((part) => part.name.startsWith('blobs/')).length} files, every part as it was written${verdict ? '; its log is chained and signed' : ''}.\n${headLine(about)}`,
  )
  return 0
}

/** Reads all of it before the first part is handed over. */
export const readBackup = (
  file: string,
  keyFile: string,
  take: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<{ manifest: Manifest }> => openArchive(file, keyFile, (identity, source) => readArchive(identity, source, take))

/** Whatever is wrong with the file is one refusal. */
export const openArchive = async <T>(
  file: string,
  keyFile: string,
  read: (identity: string, source: () => ReadableStream<Uint8Array>) => Promise<T>,
): Promise<T> => {
  if (!existsSync(file)) refuse('bad-command', { reason: `there is no file ${file}` })
  try {
    return await read(identityFrom(keyFile), () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>)
  } catch (error) {
    throw error instanceof Refusal && error.code === 'tampered' ? new Refusal('backup-damaged') : error
  }
}

/** The line of a stock age key file, or the 24 words. */
export const identityFrom = (keyFile: string): string => {
  if (!existsSync(keyFile)) refuse('bad-command', { reason: `there is no file ${keyFile}` })
  const text = readFileSync(keyFile, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
  const line = /AGE-SECRET-KEY-1[A-Z0-9]{58}/.exec(text)
  if (line) return line[0]
  try {
    return backupIdentityFromWords(text).identity
  } catch {
    return refuse('bad-key-file', { file: keyFile })
  }
}

export const aboutFrom = (manifest: Manifest): About => {
  const about = manifest.about as unknown as About
  return about?.format === 'article33-backup-1' ? about : refuse('backup-damaged')
}

export const tableOf = (name: string): string | null => /^tables\/([a-z_]+)\.jsonl$/.exec(name)?.[1] ?? null
export const rowsOf = (about: About): number => Object.values(about.tables).reduce((sum, rows) => sum + rows, 0)
export const headLine = (about: About): string =>
  about.head
    ? `Log head: ${about.logHash.slice(0, 16)}, entry ${about.logSize}. Keep it: compare it with what a restored desk shows.`
    : 'The desk was not set up yet; there is no log.'
