/** Sealed fields: what a person said or is called, bound to its row, column and case, so that moved or changed bytes never open. */
import type { OfficeId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { boundTo, open, seal } from './aead.ts'
import type { CaseKey } from './case-key.ts'
import type { OpenVault } from './open-vault.ts'

/** rowVersion grows with every change of the row: an older ciphertext of the same place does not open in it. */
export type FieldPlace = { table: string; row: string; column: string; rowVersion: number }

/** A null is sealed too: that a field is empty is also a fact about a person. */
export const sealField = (key: CaseKey, place: FieldPlace, plain: string | null): Uint8Array =>
  encode(key.version, key.keyFor('field'), caseBound(key, place), plain)

/** Refuses with tampered. */
export const openField = (key: CaseKey, place: FieldPlace, sealed: Uint8Array): string | null =>
  decode(
    sealed,
    (version) => (version === key.version ? key.keyFor('field') : refuse('tampered')),
    () => caseBound(key, place),
  )

/** Fields of the office that belong to no case: names of members, the organisation's own name. Under the newest key of the office. */
export const sealOfficeField = (vault: OpenVault, officeId: OfficeId, place: FieldPlace, plain: string | null): Uint8Array => {
  const version = vault.kekVersion
  return encode(version, officeKey(vault, officeId, version), officeBound(officeId, version, place), plain)
}

export const openOfficeField = (vault: OpenVault, officeId: OfficeId, place: FieldPlace, sealed: Uint8Array): string | null =>
  decode(
    sealed,
    (version) => officeKey(vault, officeId, version),
    (version) => officeBound(officeId, version, place),
  )

/** Which key a sealed field needs, before any key is there. */
export const keyVersionOf = (sealed: Uint8Array): number =>
  sealed[0] === 1 && sealed.length > 3 ? (sealed[1]! << 8) | sealed[2]! : refuse('tampered')

const officeKey = (vault: OpenVault, officeId: OfficeId, version: number): Buffer =>
  vault.drawnFromKek(version, boundTo('office-field', officeId))

const caseBound = (key: CaseKey, at: FieldPlace): string =>
  boundTo(key.officeId, at.table, at.row, at.column, key.caseId, key.version, at.rowVersion)
const officeBound = (officeId: OfficeId, version: number, at: FieldPlace): string =>
  boundTo(officeId, at.table, at.row, at.column, '-', version, at.rowVersion)

/** 0x01 ‖ key version (2 bytes) ‖ nonce ‖ ciphertext ‖ tag. */
const encode = (version: number, key: Uint8Array, bound: string, plain: string | null): Uint8Array =>
  Buffer.concat([Buffer.from([1, version >> 8, version & 255]), seal(key, bound, padded(plain))])

const decode = (sealed: Uint8Array, keyOf: (version: number) => Uint8Array, boundOf: (version: number) => string): string | null => {
  const version = keyVersionOf(sealed)
  return unpadded(open(keyOf(version), boundOf(version), sealed.subarray(3)))
}

const headLength = 5
/** 256 B, 1 KiB, 4 KiB … 256 KiB, then whole steps of 256 KiB: the size tells roughly how much was said, never how much exactly. */
const bucket = (length: number): number => {
  for (let size = 256; size <= 262_144; size *= 4) if (length <= size) return size
  return Math.ceil(length / 262_144) * 262_144
}

/** kind ‖ length ‖ bytes ‖ zeros. Kind 0 null, 1 UTF-8, 2 UTF-16: half a surrogate pair would not survive UTF-8, and what was given is never changed. */
const padded = (plain: string | null): Buffer => {
  const utf16 = plain !== null && /\p{Surrogate}/u.test(plain)
  const bytes = Buffer.from(plain ?? '', utf16 ? 'utf16le' : 'utf8')
  const out = Buffer.alloc(bucket(headLength + bytes.length))
  out[0] = plain === null ? 0 : utf16 ? 2 : 1
  out.writeUInt32BE(bytes.length, 1)
  bytes.copy(out, headLength)
  return out
}

const unpadded = (bytes: Buffer): string | null => {
  if (bytes[0] === 0) return null
  return bytes.subarray(headLength, headLength + bytes.readUInt32BE(1)).toString(bytes[0] === 2 ? 'utf16le' : 'utf8')
}
