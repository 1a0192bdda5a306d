/** The backup as one age file: named parts, each with its hash, a manifest over all, signed by the desk that made it. */
import { createHash, randomBytes } from 'node:crypto'
import { Refusal, refuse } from '../basics/refusal.ts'
import { ageKeyFrom } from './age-key.ts'
import { type Frame, frame, framesOf } from './archive-frames.ts'
import { type Canonical, canonical } from './canonical.ts'
import { ed25519Verify } from './ed25519.ts'
import { decryptFile, encryptFile } from './files.ts'
import type { OpenVault } from './open-vault.ts'
import { keyFromWords, wordsFromKey } from './recovery-words.ts'

export type Part = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
/** about: what the maker says of it — when, which schema, which signed head. */
export type Manifest = { about: Canonical; parts: readonly { name: string; size: number; sha256: string }[] }
/** signedBy: the raw log key that signed the manifest, in hex; null when made while sealed. Age itself names no sender: compare it with the key you know. */
export type VerifiedArchive = { manifest: Manifest; signedBy: string | null }

/** Made once, its secret kept off the machine: as the identity a stock age program reads, or as 24 words on paper. */
export const newBackupIdentity = (): { recipient: string; identity: string; words: string[] } => {
  const key = randomBytes(32)
  return { ...ageKeyFrom(key), words: wordsFromKey(key) }
}
export const backupIdentityFromWords = (words: readonly string[] | string): { recipient: string; identity: string } => {
  const key = keyFromWords(words)
  return key ? ageKeyFrom(key) : refuse('unlock-refused')
}

const magic = Buffer.from('article33-archive-1')
const signedText = (manifest: Uint8Array): Buffer => Buffer.concat([Buffer.from('article33|archive|v1\n'), manifest])
/** Relative, plain, and no way out of a folder. */
const goodName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(name) && name.length <= 300 && !name.includes('..')

/** The parts are read one after another as the archive is read; memory stays flat. */
export const writeArchive = async (of: {
  recipients: readonly string[]
  about: Canonical
  parts: AsyncIterable<Part> | Iterable<Part>
  vault: OpenVault | null
}): Promise<ReadableStream<Uint8Array>> => {
  const plain = plainArchive(of.about, of.parts, of.vault)
  const source = new ReadableStream<Uint8Array>({
    async pull(out) {
      const next = await plain.next()
      if (next.done) out.close()
      else out.enqueue(next.value)
    },
    async cancel() {
      await plain.return(undefined)
    },
  })
  return (await encryptFile(of.recipients, source)).stream
}

async function* plainArchive(
  about: Canonical,
  parts: AsyncIterable<Part> | Iterable<Part>,
  vault: OpenVault | null,
): AsyncGenerator<Uint8Array> {
  yield frame('M', magic)
  const listed: { name: string; size: number; sha256: string }[] = []
  const names = new Set<string>()
  for await (const part of parts) {
    if (!goodName(part.name) || names.has(part.name)) refuse('internal')
    names.add(part.name)
    yield frame('N', Buffer.from(part.name))
    const hash = createHash('sha256')
    let size = 0
    for await (const bytes of part.bytes)
      for (let at = 0; at < bytes.length; at += 65_536) {
        const chunk = bytes.subarray(at, at + 65_536)
        hash.update(chunk)
        size += chunk.length
        yield frame('C', chunk)
      }
    const sha256 = hash.digest('hex')
    listed.push({ name: part.name, size, sha256 })
    yield frame('H', Buffer.from(sha256, 'hex'))
  }
  const manifest = Buffer.from(canonical({ about, parts: listed }), 'utf8')
  yield frame('E', manifest)
  yield frame('S', vault ? Buffer.concat([vault.logPublicKey, vault.signWithLogKey(signedText(manifest))]) : Buffer.alloc(0))
}

/** Reads all of it and keeps nothing. Refuses with tampered when it is torn, changed, for another key, or its signature is wrong. */
export const verifyArchive = (identity: string, source: ReadableStream<Uint8Array>): Promise<VerifiedArchive> =>
  walked(identity, source, async () => {})

/**
 * Twice through: everything is verified before the first part is handed over, and the second reading must be the same archive.
 * `take` gets each part in order and must have stored it when it answers; should the second reading fail, throw away what was taken.
 */
export const readArchive = async (
  identity: string,
  source: () => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>,
  take: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<VerifiedArchive> => {
  const first = await verifyArchive(identity, await source())
  const second = await walked(identity, await source(), take)
  return canonical(second.manifest as unknown as Canonical) === canonical(first.manifest as unknown as Canonical) &&
    first.signedBy === second.signedBy
    ? second
    : refuse('tampered')
}

const walked = async (
  identity: string,
  source: ReadableStream<Uint8Array>,
  take: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<VerifiedArchive> => {
  const frames = framesOf((await decryptFile(identity, source)).stream)
  try {
    const start = await frames.next()
    if (start.done || start.value.kind !== 'M' || !magic.equals(start.value.bytes)) return refuse('tampered')
    const listed: { name: string; size: number; sha256: string }[] = []
    const names = new Set<string>()
    for (;;) {
      const next = (await frames.next()).value as Frame | undefined
      if (next?.kind === 'N') {
        const name = next.bytes.toString('utf8')
        if (!goodName(name) || names.has(name)) return refuse('tampered')
        names.add(name)
        const part = partBytes(frames)
        await take(name, part.bytes)
        for await (const _ of part.bytes);
        listed.push({ name, ...part.result() })
      } else if (next?.kind === 'E') return await ending(next.bytes, listed, frames)
      else return refuse('tampered')
    }
  } finally {
    await frames.return(undefined)
  }
}

/** One part's bytes; ends well only at a hash that fits. */
const partBytes = (frames: AsyncGenerator<Frame>) => {
  const hash = createHash('sha256')
  let size = 0
  let sha256: string | null = null
  async function* bytes(): AsyncGenerator<Uint8Array> {
    while (sha256 === null) {
      const next = (await frames.next()).value as Frame | undefined
      if (next?.kind === 'C') {
        hash.update(next.bytes)
        size += next.bytes.length
        yield next.bytes
      } else if (next?.kind === 'H') {
        sha256 = hash.digest('hex')
        if (next.bytes.toString('hex') !== sha256) refuse('tampered')
      } else refuse('tampered')
    }
  }
  return { bytes: { [Symbol.asyncIterator]: bytes }, result: () => (sha256 === null ? refuse('tampered') : { size, sha256 }) }
}

const ending = async (manifest: Buffer, listed: Manifest['parts'], frames: AsyncGenerator<Frame>): Promise<VerifiedArchive> => {
  const signature = (await frames.next()).value as Frame | undefined
  const after = await frames.next()
  if (signature?.kind !== 'S' || !after.done) return refuse('tampered')
  const read = manifestFrom(manifest)
  if (canonical(read.parts) !== canonical(listed)) return refuse('tampered')
  if (signature.bytes.length === 0) return { manifest: read, signedBy: null }
  const key = signature.bytes.subarray(0, 32)
  return ed25519Verify(key, signedText(manifest), signature.bytes.subarray(32))
    ? { manifest: read, signedBy: key.toString('hex') }
    : refuse('tampered')
}

const manifestFrom = (bytes: Buffer): Manifest => {
  try {
    const read = JSON.parse(bytes.toString('utf8')) as Manifest
    if (Array.isArray(read.parts) && canonical(read as unknown as Canonical) === bytes.toString('utf8')) return read
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
  }
  return refuse('tampered')
}
