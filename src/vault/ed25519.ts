/** Signing with raw Ed25519 keys (RFC 8032): the seal under heads and manifests. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** DER prefixes of a raw 32-byte key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')

const privateOf = (seed: Uint8Array) => createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })

/** The raw 32-byte public key. */
export const ed25519PublicOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateOf(seed)).export({ format: 'der', type: 'spki' }).subarray(spki.length)
/** Signs many texts with one key. The runtime's own object of the key lives as long as the answer does, and cannot be wiped: let go of it when the desk is sealed. */
export const ed25519Signer = (seed: Uint8Array): ((text: Uint8Array) => Buffer) => {
  const key = privateOf(seed)
  return (text) => sign(null, text, key)
}
export const ed25519Sign = (seed: Uint8Array, text: Uint8Array): Buffer => ed25519Signer(seed)(text)
export const ed25519Verify = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === 32 &&
  verify(null, text, createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }), signature)
