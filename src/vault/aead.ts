/** The two building blocks of every lock in the house: sealing bytes so that any change shows, and drawing one key from another. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { refuse } from '../basics/refusal.ts'

export const keyLength = 32
const nonceLength = 12
const tagLength = 16

export const randomKey = (): Buffer => randomBytes(keyLength)

/** AES-256-GCM as nonce(12) ‖ ciphertext ‖ tag(16), with a fresh random nonce: at most 2^32 messages under one key (NIST SP 800-38D 8.3). */
export const seal = (key: Uint8Array, bound: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Refuses with tampered when one bit of the bytes, of the key or of what it is bound to differs. */
export const open = (key: Uint8Array, bound: string, sealed: Uint8Array): Buffer => {
  if (sealed.length < nonceLength + tagLength) return refuse('tampered')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(bound, 'utf8'))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  try {
    const plain = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength))
    // Of this mode nothing is left to come; final() is where the tag is checked, and throws.
    decipher.final()
    return plain
  } catch {
    return refuse('tampered')
  }
}

/** HKDF-SHA256 (RFC 5869). The label keeps keys of different purposes apart; salt only where two parties meet. */
export const derive = (from: Uint8Array, label: string | Uint8Array, salt: Uint8Array = Buffer.alloc(0), length = keyLength): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, label, length))

/** What a ciphertext is bound to, as one line. A bar inside a part would let two places read the same, so it is refused. */
export const boundTo = (...parts: readonly (string | number)[]): string => {
  for (const part of parts) if (typeof part === 'string' && part.includes('|')) refuse('internal')
  return `article33|v1|${parts.join('|')}`
}
