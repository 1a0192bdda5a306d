/** One key per case, wrapped for each who may open it: the office, later a named member, or an age key kept elsewhere. */
import { diffieHellman, generateKeyPairSync } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { boundTo, derive, open, randomKey, seal } from './aead.ts'
import { type AgeKey, ageKeyFrom, x25519Private, x25519Public, x25519PublicOf } from './age-key.ts'
import type { OpenVault } from './open-vault.ts'

export type CaseOf = { officeId: OfficeId; caseId: CaseId }
/** org: recipientId is the version of the office's key; member: the member; age: the recipient age1…. */
export type KeyWrap = { recipientKind: 'org' | 'member' | 'age'; recipientId: string; wrapped: Uint8Array }

/** An opened case key. Everything of the case is drawn from it, so deleting its wraps erases the case. */
export class CaseKey {
  readonly officeId: OfficeId
  readonly caseId: CaseId
  readonly version: number
  readonly #vault: OpenVault | null
  readonly #key: Buffer
  readonly #drawn = new Map<string, Buffer>()
  #closed = false

  constructor(of: CaseOf, version: number, key: Buffer, vault: OpenVault | null) {
    this.officeId = of.officeId
    this.caseId = of.caseId
    this.version = version
    this.#key = key
    this.#vault = vault
  }
  /** Only for this room. */
  keyFor(purpose: 'field' | 'search-card' | 'blob' | 'log-salt' | 'whole'): Buffer {
    if (this.#vault?.closed) this.close()
    if (this.#closed) refuse('sealed')
    if (purpose === 'whole') return this.#key
    let drawn = this.#drawn.get(purpose)
    if (!drawn) {
      drawn = derive(this.#key, `article33|v1|case|${purpose}`)
      this.#drawn.set(purpose, drawn)
    }
    return drawn
  }
  /** The age key of this case's files: a stock age program opens them with it. */
  blobKey(): AgeKey {
    return ageKeyFrom(this.keyFor('blob'))
  }
  close(): void {
    this.#closed = true
    this.#key.fill(0)
    for (const drawn of this.#drawn.values()) drawn.fill(0)
    this.#drawn.clear()
  }
}

export const newCaseKey = (vault: OpenVault, of: CaseOf, version = 1): { version: number; key: CaseKey; wraps: KeyWrap[] } => {
  const key = new CaseKey(of, version, randomKey(), vault)
  return { version, key, wraps: [wrapForOffice(vault, key)] }
}

/** Under the newest key of the office. Also the way to re-wrap after rotateKek. */
export const wrapForOffice = (vault: OpenVault, key: CaseKey): KeyWrap => {
  const recipientId = String(vault.kekVersion)
  return {
    recipientKind: 'org',
    recipientId,
    wrapped: seal(vault.kek(vault.kekVersion), wrapBound(key, key.version, 'org', recipientId), key.keyFor('whole')),
  }
}

/** Refuses with tampered when the wrap belongs to another case, version or office, or was changed. */
export const openCaseKey = (vault: OpenVault, of: CaseOf, version: number, wrap: KeyWrap): CaseKey => {
  if (wrap.recipientKind !== 'org') return refuse('tampered')
  const bytes = open(vault.kek(Number(wrap.recipientId)), wrapBound(of, version, 'org', wrap.recipientId), wrap.wrapped)
  return new CaseKey(of, version, bytes, vault)
}

/** A member's own key pair, raw X25519; the secret half is kept under the member's password or passkey, not by this room. */
export const newMemberKey = (): { publicKey: Buffer; secretKey: Buffer } => {
  const secretKey = generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(16)
  return { publicKey: x25519PublicOf(secretKey), secretKey }
}

/** Ephemeral X25519 and HKDF over both public keys, as in age's X25519 stanza: the wrap is the ephemeral key and the sealed case key. */
export const wrapForMember = (key: CaseKey, member: MemberId, publicKey: Uint8Array): KeyWrap => {
  const once = newMemberKey()
  const shared = agree(once.secretKey, publicKey)
  const wrapKey = derive(shared, 'article33|v1|member-wrap', Buffer.concat([once.publicKey, publicKey]))
  const sealed = seal(wrapKey, wrapBound(key, key.version, 'member', member), key.keyFor('whole'))
  for (const secret of [shared, wrapKey, once.secretKey]) secret.fill(0)
  return { recipientKind: 'member', recipientId: member, wrapped: Buffer.concat([once.publicKey, sealed]) }
}

export const openCaseKeyAsMember = (of: CaseOf, version: number, wrap: KeyWrap, secretKey: Uint8Array): CaseKey => {
  if (wrap.recipientKind !== 'member' || wrap.wrapped.length < 32) return refuse('tampered')
  const theirs = wrap.wrapped.subarray(0, 32)
  const wrapKey = derive(agree(secretKey, theirs), 'article33|v1|member-wrap', Buffer.concat([theirs, x25519PublicOf(secretKey)]))
  return new CaseKey(of, version, open(wrapKey, wrapBound(of, version, 'member', wrap.recipientId), wrap.wrapped.subarray(32)), null)
}

/** To an age key kept elsewhere, as an ordinary age file. Age binds nothing beside its text, so what the key belongs to stands in the text. */
export const wrapForAge = async (key: CaseKey, recipient: string): Promise<KeyWrap> => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const bound = Buffer.from(`${wrapBound(key, key.version, 'age', recipient)}\n`)
  return { recipientKind: 'age', recipientId: recipient, wrapped: await encrypter.encrypt(Buffer.concat([bound, key.keyFor('whole')])) }
}

export const openCaseKeyWithAge = async (of: CaseOf, version: number, wrap: KeyWrap, identity: string): Promise<CaseKey> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const text = Buffer.from(await decrypter.decrypt(wrap.wrapped).catch(() => refuse('tampered')))
  const bound = Buffer.from(`${wrapBound(of, version, 'age', wrap.recipientId)}\n`)
  if (wrap.recipientKind !== 'age' || text.length !== bound.length + 32 || !text.subarray(0, bound.length).equals(bound))
    return refuse('tampered')
  return new CaseKey(of, version, text.subarray(bound.length), null)
}

/** A public key of low order would make the shared secret known to all; OpenSSL refuses it and so do we. */
const agree = (secretKey: Uint8Array, publicKey: Uint8Array): Buffer => {
  try {
    return diffieHellman({ privateKey: x25519Private(secretKey), publicKey: x25519Public(publicKey) })
  } catch {
    return refuse('tampered')
  }
}

const wrapBound = (of: CaseOf, version: number, kind: KeyWrap['recipientKind'], recipientId: string): string =>
  boundTo('case-key', of.officeId, of.caseId, version, kind, recipientId)
