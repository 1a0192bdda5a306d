/** The audit log's arithmetic: each act is one line bound to the line before, and a signed head stands for all of them. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Instant } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { type Canonical, canonical } from './canonical.ts'
import type { CaseKey } from './case-key.ts'
import { ed25519Verify } from './ed25519.ts'
import { merkleRoot } from './merkle.ts'
import type { OpenVault } from './open-vault.ts'

/** seq counts from 1 without a gap. actor and object are ids, never names. details: commitment in hex, or null when there are none. */
export type AuditEntry = {
  seq: number
  at: Instant
  actor: string | null
  action: string
  object: string | null
  outcome: 'done' | 'refused' | 'failed'
  details: string | null
}
/** As it stands in the log and in log.jsonl; hashes in hex. */
export type ChainedEntry = AuditEntry & { prev: string; hash: string }

/** What stands before the first entry. */
export const genesis = '0'.repeat(64)

/** SHA-256 of a label, the hash before and the canonical entry; in hex. */
export const entryHash = (prev: string, entry: AuditEntry): string => {
  const { seq, at, actor, action, object, outcome, details } = entry
  return createHash('sha256')
    .update('article33|log|v1\n')
    .update(Buffer.from(prev, 'hex'))
    .update(canonical({ seq, at, actor, action, object, outcome, details }), 'utf8')
    .digest('hex')
}

export const chained = (prev: string, entry: AuditEntry): ChainedEntry => {
  const { seq, at, actor, action, object, outcome, details } = entry
  return { seq, at, actor, action, object, outcome, details, prev, hash: entryHash(prev, entry) }
}
/** One line of log.jsonl, without the line break. */
export const logLine = (entry: ChainedEntry): string => canonical(entry)

/** The salt of one entry's details. It hangs on the case's key: when that is erased, the commitment can no longer be linked to anything. */
export const detailsSalt = (key: CaseKey, entryId: string): Buffer =>
  createHmac('sha256', key.keyFor('log-salt')).update(entryId, 'utf8').digest()
/** For acts without a case; kept beside the sealed details. */
export const freshSalt = (): Buffer => randomBytes(32)
/** SHA-256(salt ‖ canonical details) in hex. */
export const detailsCommitment = (salt: Uint8Array, details: Canonical): string =>
  createHash('sha256').update(salt).update(canonical(details), 'utf8').digest('hex')

const roots = new Map<string, string>()
/** One commitment for the many ids that a list showed, so that a list read is one entry. The same list, read again, is not hashed again. */
export const idsRoot = (ids: readonly string[]): string => {
  const list = ids.join()
  let root = roots.get(list)
  if (root === undefined) {
    root = merkleRoot(ids.map((id) => Buffer.from(id, 'utf8'))).toString('hex')
    if (roots.size >= 100) roots.clear()
    roots.set(list, root)
  }
  return root
}

/** What the tree holds of an entry: its hash, as bytes. */
export const leafOf = (entry: { hash: string }): Buffer => Buffer.from(entry.hash, 'hex')

export type Head = { origin: string; size: number; root: Buffer }

/** name+keyid+key as C2SP signed-note writes a verifier key; this is public-key.txt. */
export const publicKeyText = (origin: string, publicKey: Uint8Array): string =>
  `${origin}+${keyId(origin, publicKey).toString('hex')}+${Buffer.concat([Buffer.from([1]), publicKey]).toString('base64')}`

/** A checkpoint as a signed note: origin, size, root; an empty line; the signature. */
export const signHead = (vault: OpenVault, head: { size: number; root: Uint8Array; origin?: string }): string => {
  const origin = head.origin ?? vault.origin
  const text = `${origin}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`
  const signature = Buffer.concat([keyId(origin, vault.logPublicKey), vault.signWithLogKey(Buffer.from(text, 'utf8'))])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

/** Refuses with tampered when the note is malformed or the signature is not of this key. publicKey: raw 32 bytes, or the text of public-key.txt. */
export const verifyHead = (publicKey: Uint8Array | string, note: string): Head => {
  const found = /^([^\s+]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/.exec(note)
  if (!found) return refuse('tampered')
  const [, origin, size, root, name, signed] = found as unknown as [string, string, string, string, string, string]
  const key = typeof publicKey === 'string' ? keyFrom(publicKey, origin) : Buffer.from(publicKey)
  const signature = Buffer.from(signed, 'base64')
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const right =
    name === origin &&
    signature.toString('base64') === signed &&
    signature.length === 68 &&
    signature.subarray(0, 4).equals(keyId(origin, key)) &&
    ed25519Verify(key, Buffer.from(text, 'utf8'), signature.subarray(4))
  return right ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : refuse('tampered')
}

const keyFrom = (text: string, origin: string): Buffer => {
  const [name, , key] = text.trim().split(/\+(.{8})\+/)
  const bytes = Buffer.from(key ?? '', 'base64')
  return name === origin && bytes.length === 33 && bytes[0] === 1 && publicKeyText(origin, bytes.subarray(1)) === text.trim()
    ? bytes.subarray(1)
    : refuse('tampered')
}

const keyId = (origin: string, publicKey: Uint8Array): Buffer =>
  createHash('sha256')
    .update(`${origin}\n`)
    .update(Buffer.from([1]))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
