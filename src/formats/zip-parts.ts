/** Opens the parts of a zip that somebody else made, and unpacks no more of them than a limit allows: a small file can hold a flood. */
import * as zlib from 'node:zlib'
import { refuse } from '../basics/refusal.ts'

export type ZipParts = { names: readonly string[] /** null when there is no such part. */; read(name: string): Buffer | null }
type Entry = { method: number; packed: number; size: number; crc: number; local: number }

const endOfDirectory = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** most = bytes that all parts read together may fill. Refuses by `bad`, and with too-large. */
export const zipPartsOf = (zip: Buffer, most: number, bad: (reason: string) => never): ZipParts => {
  const end = zip.lastIndexOf(endOfDirectory)
  if (end < 0 || end + 22 > zip.length) return bad('it was cut off, or it is not a zip')
  const entries = new Map<string, Entry>()
  const begin = zip.readUInt32LE(end + 16)
  let at = begin
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return bad('its directory is damaged')
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
    const [crc, packed, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
    const nameLength = zip.readUInt16LE(at + 28)
    if (flags & 1) return bad('it is locked by a password; save it without one')
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), { method, packed, size, crc, local: zip.readUInt32LE(at + 42) })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  let left = most
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      const tooLarge = (): never => refuse('too-large', { limit: `${Math.round(most / 2 ** 20)} MiB once unpacked` })
      if (entry.size > left) return tooLarge()
      const { local } = entry
      if (local + 30 > begin || zip.readUInt32LE(local) !== 0x04034b50) return bad('it is damaged')
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(from, from + entry.packed)
      const bytes =
        entry.method === 0
          ? packed
          : entry.method === 8
            ? unpacked(packed, left, tooLarge, bad)
            : bad('it is packed in a way that this desk does not read')
      if (bytes.length !== entry.size || zlib.crc32(bytes) !== entry.crc) return bad('a part of it is damaged')
      left -= bytes.length
      return bytes
    },
  }
}

const unpacked = (packed: Buffer, most: number, tooLarge: () => never, bad: (reason: string) => never): Buffer => {
  try {
    return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    // The directory may say a small size and the part hold a large one.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : bad('a part of it is damaged')
  }
}
