/** The second proof at sign-in: a six-digit code from the member's phone, each code once, and ten printed codes for the day the phone is gone. */
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../basics/clock.ts'
import { sameBytes } from './token.ts'

const period = 30

/** 160 bits in base32; keep it sealed. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period })

/** otpauth://… for the QR code; issuer and label are read aloud by every phone, so they name neither a person nor the work. */
export const provisioningUri = (secret: string, label: string, issuer: string): string => totp(secret, label, issuer).toString()

/** The step of the code to store as last used, or null when it is wrong, older than one step, or already used. */
export const checkCode = (secret: string, code: string, now: Instant, lastStep: number | null): number | null => {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = Date.parse(now)
  const delta = totp(secret).validate({ token, timestamp, window: 1 })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Ten codes of 79 bits, shown once; only hashes are kept, and so much chance needs no slow hash. */
export const newRecoveryCodes = (): { codes: string[]; hashes: string[] } => {
  const codes = Array.from({ length: 10 }, () => Array.from({ length: 4 }, fourLetters).join('-'))
  return { codes, hashes: codes.map(hashRecoveryCode) }
}

/** The place of the matching hash, to strike it out, or null. Every hash is looked at. */
export const findRecoveryCode = (hashes: readonly string[], code: string): number | null => {
  const given = Buffer.from(hashRecoveryCode(code), 'hex')
  return hashes.reduce<number | null>((found, hash, at) => (sameBytes(Buffer.from(hash, 'hex'), given) ? at : found), null)
}

const hashRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    )
    .digest('hex')

const fourLetters = (): string => {
  let text = ''
  // Bytes past the last whole multiple are thrown away, or the first letters would come more often.
  while (text.length < 4) for (const byte of randomBytes(8)) if (byte < 248 && text.length < 4) text += letters[byte % letters.length]
  return text
}
