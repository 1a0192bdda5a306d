import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseId, OfficeId } from '../basics/id.ts'
import { ageKeyFrom } from './age-key.ts'
import { newCaseKey } from './case-key.ts'
import { decryptFile, encryptFile } from './files.ts'
import { createRoot } from './root.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const streamOf = (bytes: Uint8Array, step = 10_000) => {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull(out) {
      if (at >= bytes.length) out.close()
      else out.enqueue(bytes.subarray(at, at + step))
      at += step
    },
  })
}
const all = async (stream: ReadableStream<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const hasAge = (() => {
  try {
    return execFileSync('age', ['--version']).length > 0
  } catch {
    return false
  }
})()
const { vault } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost: { memory: 1024, passes: 1 } })
const keyOf = () => newCaseKey(vault, { officeId: randomUUID() as OfficeId, caseId: randomUUID() as CaseId }).key.blobKey()
const mine = keyOf()

describe('a file', () => {
  it('comes back byte for byte, with the hash of the original taken on the way, at every size around the chunk', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
      const bytes = randomBytes(size)
      const locked = await encryptFile([mine.recipient], streamOf(bytes))
      const sealed = await all(locked.stream)
      expect(await locked.passed).toEqual({ sha256: sha256(bytes), size })
      const opened = await decryptFile(mine.identity, streamOf(sealed, 7777))
      expect((await all(opened.stream)).equals(bytes)).toBe(true)
      expect((await opened.passed).sha256).toBe(sha256(bytes))
    }
  })
  it('of another case, cut short or changed anywhere is refused as tampered', async () => {
    const sealed = await all((await encryptFile([mine.recipient], streamOf(randomBytes(150_000)))).stream)
    const tryOpen = async (bytes: Uint8Array, identity = mine.identity) => {
      const opened = await decryptFile(identity, streamOf(bytes))
      await all(opened.stream)
      await opened.passed
    }
    const refused = expect.objectContaining({ code: 'tampered' })
    await expect(tryOpen(sealed, keyOf().identity)).rejects.toEqual(refused)
    for (let n = 0; n < 60; n++) {
      const at = Math.floor((n / 60) * sealed.length)
      const flipped = Uint8Array.from(sealed)
      flipped[at]! ^= 1 << (n % 8)
      await expect(tryOpen(flipped)).rejects.toEqual(refused)
      await expect(tryOpen(sealed.subarray(0, at))).rejects.toEqual(refused)
    }
    await expect(tryOpen(sealed)).resolves.toBeUndefined()
  })
  it('has keys that the age library reads the same way', async () => {
    for (let n = 0; n < 20; n++) {
      const key = ageKeyFrom(randomBytes(32))
      expect(await identityToRecipient(key.identity)).toBe(key.recipient)
    }
  })
  it.skipIf(!hasAge)('opens with the age program of the system, and a file of that program opens here', async () => {
    const bytes = randomBytes(200_000)
    const sealed = await all(
      (await encryptFile([mine.recipient, await identityToRecipient(await generateX25519Identity())], streamOf(bytes))).stream,
    )
    writeFileSync(join(folder, 'key'), mine.identity)
    writeFileSync(join(folder, 'sealed.age'), sealed)
    expect(execFileSync('age', ['-d', '-i', join(folder, 'key'), join(folder, 'sealed.age')]).equals(bytes)).toBe(true)
    writeFileSync(join(folder, 'plain'), bytes)
    execFileSync('age', ['-r', mine.recipient, '-o', join(folder, 'theirs.age'), join(folder, 'plain')])
    expect((await all((await decryptFile(mine.identity, streamOf(readFileSync(join(folder, 'theirs.age'))))).stream)).equals(bytes)).toBe(
      true,
    )
  })
  it('of 400 MB passes through with flat memory', async () => {
    const size = 400 * 1024 * 1024
    const block = randomBytes(1024 * 1024)
    let left = size
    const source = new ReadableStream<Uint8Array>({
      pull(out) {
        if (left === 0) return out.close()
        left -= block.length
        out.enqueue(block)
      },
    })
    const locked = await encryptFile([mine.recipient], source)
    const before = process.memoryUsage().rss
    let most = 0
    let seen = 0
    for await (const chunk of locked.stream) {
      seen += chunk.length
      if (seen % (8 * 1024 * 1024) < chunk.length) most = Math.max(most, process.memoryUsage().rss - before)
    }
    expect((await locked.passed).size).toBe(size)
    expect(most).toBeLessThan(128 * 1024 * 1024)
  })
})
