/** Files on disk, each an ordinary age file under an opaque name; written beside, synced, then renamed. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refuse } from '../basics/refusal.ts'

export type Blobs = {
  folder: string
  /** Nothing stands under the name until every byte is on the disk. */
  write(id: string, stream: ReadableStream<Uint8Array>): Promise<void>
  read(id: string): ReadableStream<Uint8Array>
  remove(id: string): Promise<void>
  /** Ids of all files, for backup. */
  all(): Promise<string[]>
}

export const openBlobs = async (folder: string): Promise<Blobs> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = (id: string) => join(folder, id.slice(0, 2), `${id}.age`)
  return {
    folder,
    write: async (id, stream) => {
      const to = path(id)
      const half = `${to}.half`
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      try {
        await pipeline(Readable.fromWeb(stream as never), createWriteStream(half, { mode: 0o600, flush: true }))
        await rename(half, to)
        await syncFolder(dirname(to))
      } catch (error) {
        await rm(half, { force: true })
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? refuse('disk-full') : error
      }
    },
    read: (id) => Readable.toWeb(createReadStream(path(id))) as ReadableStream<Uint8Array>,
    remove: (id) => rm(path(id), { force: true }),
    all: async () => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.age')).map((name) => name.slice(3, -4)),
  }
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
