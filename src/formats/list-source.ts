/** A list as it comes to the desk: a file on a disk, or bytes that are held in memory and never written down. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { refuse } from '../basics/refusal.ts'

export type ListFile = string | { name: string; bytes: Uint8Array }
/** read() goes on where the last one ended and answers 0 at the end. */
export type OpenList = { size: number; read(into: Uint8Array, at: number, most: number): number; close(): void }

export const nameOf = (file: ListFile): string => (typeof file === 'string' ? file : file.name)

/** Refuses bad-file. */
export const openList = (file: ListFile): OpenList => {
  if (typeof file !== 'string') {
    let from = 0
    return {
      size: file.bytes.length,
      read: (into, at, most) => {
        const part = file.bytes.subarray(from, from + most)
        into.set(part, at)
        from += part.length
        return part.length
      },
      close: () => {},
    }
  }
  const handle = opened(file)
  return {
    size: fstatSync(handle).size,
    read: (into, at, most) => readSync(handle, into, at, most, null),
    close: () => closeSync(handle),
  }
}

/** The first bytes say what a file is; its name may lie. */
export const firstBytesOf = (file: ListFile, many: number): Buffer => {
  const list = openList(file)
  try {
    const bytes = Buffer.alloc(many)
    return bytes.subarray(0, list.read(bytes, 0, many))
  } finally {
    list.close()
  }
}

/** Refuses too-large, so that one file never fills the memory. */
export const allBytesOf = (file: ListFile, most: number): Buffer => {
  const list = openList(file)
  try {
    if (list.size > most) refuse('too-large', { limit: `${Math.round(most / 2 ** 20)} MiB` }, { file: nameOf(file) })
    const bytes = Buffer.alloc(list.size)
    let held = 0
    for (let many = -1; many !== 0 && held < bytes.length; held += many) many = list.read(bytes, held, bytes.length - held)
    return bytes.subarray(0, held)
  } finally {
    list.close()
  }
}

const opened = (file: string): number => {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    return refuse(
      'bad-file',
      { reason: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'it cannot be opened' },
      { file },
    )
  }
  if (!fstatSync(handle).isDirectory()) return handle
  closeSync(handle)
  return refuse('bad-file', { reason: 'it is a folder' }, { file })
}
