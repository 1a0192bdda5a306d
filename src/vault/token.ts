/** Session tokens and exact-match tokens: what the browser holds is never stored, and equal identifiers are found without being readable. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { OfficeId } from '../basics/id.ts'
import { boundTo } from './aead.ts'
import type { OpenVault } from './open-vault.ts'

/** 256 random bits for the cookie; only the hash is kept. */
export const newToken = (): { token: string; hash: Buffer } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** Takes the same time wherever the first difference stands. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

/** Only for identifiers nobody can guess (a registration number, an imported id, a file hash) — never for a name, a place, a sex or a year. */
export type EqField = 'registration-number' | 'imported-id' | 'file-sha256' | 'phone' | 'sign-in-name' | 'pair-of-records'
export const eqToken = (vault: OpenVault, officeId: OfficeId, field: EqField, normalised: string): Buffer =>
  createHmac('sha256', vault.purposeKey(boundTo('eq', officeId, field)))
    .update(normalised.normalize('NFKC'), 'utf8')
    .digest()
