/** The opened vault: while it lives the desk can read; close() wipes its keys and every act afterwards is refused as sealed. */
import { refuse } from '../basics/refusal.ts'
import { derive } from './aead.ts'
import { type AgeKey, ageKeyFrom } from './age-key.ts'
import { ed25519PublicOf, ed25519Signer } from './ed25519.ts'

/** Keys are kept as plain buffers so that they can be wiped; strings and key objects of the runtime cannot be. The one exception, the log's signer, goes with the process, which sealing ends. */
export class OpenVault {
  /** A public name of this installation; it is the origin of its log. */
  readonly origin: string
  readonly logPublicKey: Buffer
  readonly #root: Buffer
  readonly #logSeed: Buffer
  readonly #keks: Map<number, Buffer>
  readonly #drawn = new Map<string, Buffer>()
  #sign: ((text: Uint8Array) => Buffer) | null = null
  #closed = false

  constructor(origin: string, root: Buffer, keks: ReadonlyMap<number, Buffer>, logSeed: Buffer) {
    this.origin = origin
    this.#root = root
    this.#keks = new Map(keks)
    this.#logSeed = logSeed
    this.logPublicKey = ed25519PublicOf(logSeed)
  }

  get closed(): boolean {
    return this.#closed
  }
  /** The newest key-encryption key; new case keys are wrapped under it. */
  get kekVersion(): number {
    return Math.max(...this.#keks.keys())
  }
  /** Only for this room. Refuses with tampered when the version is not known. */
  kek(version: number): Buffer {
    this.#mustBeOpen()
    return this.#keks.get(version) ?? refuse('tampered')
  }
  /** Only for this room: a key drawn from a key-encryption key, once; it is wiped with the rest. */
  drawnFromKek(version: number, label: string): Buffer {
    const kek = this.kek(version)
    const name = `${version}|${label}`
    let drawn = this.#drawn.get(name)
    if (!drawn) {
      drawn = derive(kek, label)
      this.#drawn.set(name, drawn)
    }
    return drawn
  }
  /** Only for this room: a key for one purpose, drawn from ROOT. */
  purposeKey(label: string): Buffer {
    this.#mustBeOpen()
    return derive(this.#root, `article33|v1|${label}`)
  }
  /** Only for this room: ROOT, to wrap it anew. */
  rootKey(): Buffer {
    this.#mustBeOpen()
    return this.#root
  }
  addKek(version: number, key: Buffer): void {
    this.#mustBeOpen()
    this.#keks.set(version, key)
  }
  /** Copies of the key-encryption keys, each in memory of its own, for a thread of this process; it wipes them when it is done. */
  lend(): (readonly [number, Uint8Array])[] {
    this.#mustBeOpen()
    return [...this.#keks].map(([version, key]) => [version, Uint8Array.from(key)] as const)
  }
  /** Ed25519 with the log key; its purpose is heads and manifests, nothing else. */
  signWithLogKey(text: Uint8Array): Buffer {
    this.#mustBeOpen()
    this.#sign ??= ed25519Signer(this.#logSeed)
    return this.#sign(text)
  }
  /** What devices seal to; only an opened desk can read it. */
  intakeKey(): AgeKey {
    return ageKeyFrom(this.purposeKey('intake|1'))
  }
  close(): void {
    this.#closed = true
    this.#root.fill(0)
    this.#logSeed.fill(0)
    this.#sign = null
    for (const key of [...this.#keks.values(), ...this.#drawn.values()]) key.fill(0)
    this.#keks.clear()
    this.#drawn.clear()
  }
  #mustBeOpen(): void {
    if (this.#closed) refuse('sealed')
  }
}

/** A vault out of what another lent: it opens what is wrapped for the office and can do nothing else; closing it wipes what was lent. */
export const lentVault = (keks: readonly (readonly [number, Uint8Array])[]): OpenVault =>
  new OpenVault(
    'lent',
    Buffer.alloc(32),
    new Map(keks.map(([version, key]) => [version, Buffer.from(key.buffer, key.byteOffset, key.byteLength)])),
    Buffer.alloc(32),
  )
