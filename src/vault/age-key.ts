/** Age keys made from the house's own keys: the words by which a file is locked to a case and opened again, even by a stock age program. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** DER prefixes of a raw 32-byte key (RFC 8410). */
const pkcs8X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const spkiX25519 = Buffer.from('302a300506032b656e032100', 'hex')

export const x25519Private = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8X25519, raw]), format: 'der', type: 'pkcs8' })
export const x25519Public = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiX25519, raw]), format: 'der', type: 'spki' })
export const x25519PublicOf = (raw: Uint8Array): Buffer =>
  createPublicKey(x25519Private(raw)).export({ format: 'der', type: 'spki' }).subarray(spkiX25519.length)

/** identity = AGE-SECRET-KEY-1…, recipient = age1… (age specification, X25519). */
export type AgeKey = { identity: string; recipient: string }

export const ageKeyFrom = (raw: Uint8Array): AgeKey => ({
  identity: bech32('age-secret-key-', raw).toUpperCase(),
  recipient: bech32('age', x25519PublicOf(raw)),
})

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** Bech32 as BIP-173 has it. */
const bech32 = (prefix: string, bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2))
  const head = [...prefix].map((c) => c.charCodeAt(0))
  const sum = polymod([...head.map((c) => c >> 5), 0, ...head.map((c) => c & 31), ...fives, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31)
  return `${prefix}1${[...fives, ...check].map((at) => letters[at]).join('')}`
}

const polymod = (values: readonly number[]): number => {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    ;[0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, at) => {
      if ((top >> at) & 1) sum ^= generator
    })
  }
  return sum
}
