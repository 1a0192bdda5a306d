/** Brings every name of the office into memory after unsealing: in this thread for an office of some thousand cases, in several for a large one. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { OfficeId } from '../basics/id.ts'
import { Refusal, type RefusalCode } from '../basics/refusal.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Database } from './database.ts'
import type { LogIn } from './migrate.ts'
import { type NamedPerson, readNamesOfOffice, type Share, shares } from './name-index.ts'

/** The built names-worker, and how it logs in: as the role that may read cards and keys of all cases and nothing else. */
export type NamesWorker = { url: URL; logIn: LogIn }
export type NamesStart = { logIn: LogIn; office: OfficeId; keks: readonly (readonly [number, Uint8Array])[]; share: Share }
/** people = a page of them as JSON: many small things cross a thread sooner as one text. */
export type NamesWord = { people: string } | { done: true } | { failed: RefusalCode }

/** Starting a thread takes longer than reading so many cases in this one. */
const worthThreads = 5_000
const mostThreads = 4

/** Calls take page by page. Refuses with tampered when a row does not open, with sealed when the desk was sealed meanwhile. */
export const readNames = async (
  database: Database,
  worker: NamesWorker | null,
  vault: OpenVault,
  office: OfficeId,
  take: (people: readonly NamedPerson[]) => void,
): Promise<void> => {
  const cases = await database.transaction({ office, member: null }, (tx) =>
    tx.one<{ count: string }>('select count(*) from case_key_wrap where office_id = $1', [office]),
  )
  if (worker === null || Number(cases?.count) < worthThreads) return readNamesOfOffice(database, vault, office, take)
  const readers = shares(Math.min(mostThreads, availableParallelism())).map((share) => readShare(worker, vault, office, share, take))
  try {
    await Promise.all(readers.map((reader) => reader.ended))
  } finally {
    // When one fails nobody waits for the others: no thread keeps keys for nothing.
    for (const reader of readers) void reader.thread.terminate()
  }
}

type Reader = { thread: Worker; ended: Promise<void> }
const readShare = (
  { url, logIn }: NamesWorker,
  vault: OpenVault,
  office: OfficeId,
  share: Share,
  take: (people: readonly NamedPerson[]) => void,
): Reader => {
  const keks = vault.lend()
  const start: NamesStart = { logIn, office, keks, share }
  // Handed over, not copied: this thread keeps nothing of what it lent.
  const thread = new Worker(url, { workerData: start, transferList: keks.map(([, key]) => key.buffer as ArrayBuffer) })
  const ended = new Promise<void>((done, fail) => {
    thread.on('message', (word: NamesWord) => {
      if (vault.closed) fail(new Refusal('sealed'))
      else if ('people' in word) {
        take(JSON.parse(word.people) as NamedPerson[])
        thread.postMessage('taken')
      } else if ('done' in word) done()
      else fail(new Refusal(word.failed))
    })
    thread.on('error', fail)
    // Does nothing when it has ended well.
    thread.on('exit', () => fail(new Refusal('internal')))
  })
  return { thread, ended }
}
