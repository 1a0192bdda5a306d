import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupIdentityFromWords, newBackupIdentity, type Part, readArchive, verifyArchive, writeArchive } from './archive.ts'
import { frame } from './archive-frames.ts'
import { encryptFile } from './files.ts'
import { createRoot } from './root.ts'

const refused = (code: string) => expect.objectContaining({ code })
const { vault } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost: { memory: 1024, passes: 1 } })
const offline = newBackupIdentity()
const streamOf = (bytes: Uint8Array) => {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull(out) {
      if (at >= bytes.length) return out.close()
      out.enqueue(bytes.subarray(at, at + 30_000))
      at += 30_000
    },
  })
}
const all = async (stream: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const parts = (): Part[] => [
  { name: 'rows/person.jsonl', bytes: [randomBytes(100_000), randomBytes(3)] },
  { name: 'root.json', bytes: [Buffer.from('{}')] },
  { name: 'empty', bytes: [] },
  { name: 'blobs/0a', bytes: [randomBytes(200_000)] },
]
const made = async (of: Part[] = parts()) =>
  all(await writeArchive({ recipients: [offline.recipient], about: { at: '2026-11-24T01:55:00.000Z', head: 'x' }, parts: of, vault }))
/** A file that is truly encrypted to us but was made by another hand. */
const forged = async (...frames: Buffer[]) => all((await encryptFile([offline.recipient], streamOf(Buffer.concat(frames)))).stream)

describe('a backup', () => {
  it('comes back part by part, byte for byte, with who signed it', async () => {
    const given = parts()
    const archive = await made(given)
    const taken = new Map<string, Buffer>()
    const verified = await readArchive(
      offline.identity,
      () => streamOf(archive),
      async (name, bytes) => void taken.set(name, await all(bytes)),
    )
    expect([...taken.keys()]).toEqual(given.map((part) => part.name))
    for (const part of given) expect(taken.get(part.name)!.equals(Buffer.concat(part.bytes as Uint8Array[]))).toBe(true)
    expect(verified.signedBy).toBe(vault.logPublicKey.toString('hex'))
    expect(verified.manifest.about).toEqual({ at: '2026-11-24T01:55:00.000Z', head: 'x' })
  })
  it('opens with the 24 words of the offline key, and with nothing else', async () => {
    const archive = await made()
    expect(backupIdentityFromWords(offline.words)).toEqual({ identity: offline.identity, recipient: offline.recipient })
    expect(() => backupIdentityFromWords('not the words')).toThrow(refused('unlock-refused'))
    await expect(verifyArchive(newBackupIdentity().identity, streamOf(archive))).rejects.toEqual(refused('tampered'))
  })
  it('torn at 100 places and changed at 100 more is refused 200 times, and not one part is handed over', async () => {
    const archive = await made()
    let refusals = 0
    let handed = 0
    for (let n = 0; n < 200; n++) {
      const at = Math.floor((n / 200) * archive.length)
      let broken: Uint8Array = archive.subarray(0, at)
      if (n % 2) {
        broken = Uint8Array.from(archive)
        broken[at]! ^= 1 << (n % 8)
      }
      await readArchive(
        offline.identity,
        () => streamOf(broken),
        async () => void handed++,
      ).catch((fault) => (refusals += fault.code === 'tampered' ? 1 : 0))
    }
    expect([refusals, handed]).toEqual([200, 0])
    await readArchive(
      offline.identity,
      () => streamOf(archive),
      async () => void handed++,
    )
    expect(handed).toBe(4)
  })
  it('forged to our public key by another hand is refused where it lies about itself', async () => {
    const start = frame('M', Buffer.from('article33-archive-1'))
    const end = (manifest: string) => Buffer.concat([frame('E', Buffer.from(manifest)), frame('S', Buffer.alloc(0))])
    const none = '{"about":null,"parts":[]}'
    const hash = Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex')
    const good = await verifyArchive(offline.identity, streamOf(await forged(start, end(none))))
    expect(good.signedBy).toBeNull()
    const listed = `{"about":null,"parts":[{"name":"a","sha256":"${hash.toString('hex')}","size":0}]}`
    await verifyArchive(offline.identity, streamOf(await forged(start, frame('N', Buffer.from('a')), frame('H', hash), end(listed))))
    const lies = [
      [start, frame('N', Buffer.from('a')), frame('H', Buffer.alloc(32)), end(listed)],
      [start, frame('N', Buffer.from('a')), frame('C', Buffer.from('x')), frame('H', hash), end(listed)],
      [],
      [start],
      [frame('M', Buffer.from('other')), end(none)],
      [start, end('{"parts":[]}x')],
      [start, end('{"about":null,"parts":{}}')],
      [start, end('{"about":null,"parts":[{"name":"a","sha256":"","size":1}]}')],
      [start, frame('E', Buffer.from(none))],
      [start, end(none), start],
      [start, frame('N', Buffer.from('../../etc/passwd')), frame('H', hash), end(none)],
      [start, frame('N', Buffer.from('/etc/passwd')), frame('H', hash), end(none)],
      [start, frame('N', Buffer.from('a')), frame('H', Buffer.alloc(32)), end(none)],
      [start, frame('N', Buffer.from('a')), frame('C', Buffer.from('x')), end(none)],
      [start, Buffer.from([67, 255, 255, 255, 255])],
      [start, Buffer.from('Z0000')],
      [start, frame('E', Buffer.from(none)), frame('S', Buffer.concat([vault.logPublicKey, Buffer.alloc(64)]))],
    ]
    for (const lie of lies)
      await expect(verifyArchive(offline.identity, streamOf(await forged(...lie)))).rejects.toEqual(refused('tampered'))
  })
  it('exchanged between the two readings is refused', async () => {
    const [a, b] = [await made(), await made()]
    let reading = 0
    await expect(
      readArchive(
        offline.identity,
        () => streamOf(reading++ ? b : a),
        async () => {},
      ),
    ).rejects.toEqual(refused('tampered'))
  })
  it('is an ordinary age file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-test-'))
    try {
      execFileSync('age', ['--version'])
    } catch {
      return
    }
    writeFileSync(join(folder, 'key'), offline.identity)
    writeFileSync(join(folder, 'a.age'), await made())
    expect(
      execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, 'a.age')])
        .subarray(5, 24)
        .toString(),
    ).toBe('article33-archive-1')
    rmSync(folder, { recursive: true })
  })
  it('cannot be written with a part that would leave its folder or stands twice', async () => {
    for (const names of [['../x'], ['/x'], ['a', 'a'], ['A B']])
      await expect(made(names.map((name) => ({ name, bytes: [] })))).rejects.toEqual(refused('internal'))
  })
})
