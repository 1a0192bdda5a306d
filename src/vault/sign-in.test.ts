import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../basics/clock.ts'
import type { OfficeId } from '../basics/id.ts'
import { newGate } from './gate.ts'
import { checkCode, findRecoveryCode, newCodeSecret, newRecoveryCodes, provisioningUri } from './one-time-code.ts'
import type { OpenVault } from './open-vault.ts'
import { acceptPassword, hashPassword, passwordFault, verifyPassword } from './password.ts'
import { createRoot } from './root.ts'
import { eqToken, hashToken, newToken, sameBytes } from './token.ts'

const refused = (code: string) => expect.objectContaining({ code })
const cost = { memory: 1024, passes: 1 }

describe('a password', () => {
  it('is kept so that the right one opens and a wrong one does not', async () => {
    const record = await hashPassword('quiet river lamps', cost)
    expect(await verifyPassword(record, 'quiet river lamps', cost)).toEqual({ right: true, rehash: false })
    expect(await verifyPassword(record, 'quiet river lamp', cost)).toEqual({ right: false, rehash: false })
    expect(record).not.toContain('river')
  })
  it('kept at a lower cost asks to be hashed anew, at the shipped cost of 64 MiB', async () => {
    const record = await hashPassword('quiet river lamps', cost)
    expect(await verifyPassword(record, 'quiet river lamps')).toEqual({ right: true, rehash: true })
    const shipped = await hashPassword('quiet river lamps')
    expect(shipped).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
    expect(await verifyPassword(shipped, 'quiet river lamps')).toEqual({ right: true, rehash: false })
  })
  it('of nobody takes as long as a wrong one', async () => {
    const record = await hashPassword('quiet river lamps')
    const time = async (of: string | null) => {
      const start = performance.now()
      await verifyPassword(of, 'not the right one')
      return performance.now() - start
    }
    await time(null)
    const [wrong, nobody] = [[] as number[], [] as number[]]
    for (let turn = 0; turn < 4; turn++) {
      wrong.push(await time(record))
      nobody.push(await time(null))
    }
    // Without the work it would be a thousand times quicker; a busy machine makes either slower, never that much.
    expect(Math.max(...nobody)).toBeGreaterThan(Math.min(...wrong) / 10)
    expect(await verifyPassword('not a hash at all', 'x')).toEqual({ right: false, rehash: false })
  })
  it('is refused when short, common or a walk over the keys; any long one is welcome without rules about signs', () => {
    for (const bad of ['short', '12345678901', 'x'.repeat(300)]) expect(passwordFault(bad)).toMatch(/short|long/)
    for (const bad of [
      'password1234!',
      'P@ssw0rd2026!!',
      'aaaaaaaaaaaa',
      '123456789012',
      'qwertyuiopas',
      'abcabcabcabc',
      'Welcome!2026!',
      'Article33!!33',
      '비밀번호1234567890',
    ])
      expect([bad, passwordFault(bad)]).toEqual([bad, 'common'])
    for (const good of ['quiet river lamps', '고요한 강가의 등불 일곱', 'seven lamps over', 'kite-basket-olive'])
      expect([good, passwordFault(good)]).toEqual([good, null])
    expect(() => acceptPassword('short')).toThrow(refused('bad-input'))
  })
})

describe('the gate', () => {
  it('lets two through at once, keeps a short queue and refuses the rest', async () => {
    const gate = newGate(2, 3)
    let now = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++now)
      await new Promise((go) => setTimeout(go, 5))
      now--
    }
    const tries = await Promise.allSettled(Array.from({ length: 9 }, () => gate.run(work)))
    expect(most).toBe(2)
    expect(tries.filter((one) => one.status === 'rejected' && one.reason.code === 'too-many-tries')).toHaveLength(4)
    await gate.run(() => Promise.reject(new Error('x'))).catch(() => {})
    await expect(gate.run(async () => 'free again')).resolves.toBe('free again')
  })
})

describe('a one-time code', () => {
  const now = '2026-11-24T01:55:10.000Z' as Instant
  const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant
  const codeAt = (secret: string, at: Instant) =>
    new TOTP({ secret: Secret.fromBase32(secret), period: 30, digits: 6 }).generate({ timestamp: Date.parse(at) })
  it('is the one of RFC 6238', () => {
    const secret = new Secret({ buffer: new Uint8Array(Buffer.from('12345678901234567890')).buffer }).base32
    expect(checkCode(secret, '287082', '1970-01-01T00:00:59.000Z' as Instant, null)).toBe(1)
    expect(checkCode(secret, '081804', '2005-03-18T01:58:29.000Z' as Instant, null)).toBe(37037036)
  })
  it('opens once and never again, even within its half minute', () => {
    const secret = newCodeSecret()
    const step = checkCode(secret, codeAt(secret, now), now, null)
    expect(step).not.toBeNull()
    expect(checkCode(secret, codeAt(secret, now), now, step)).toBeNull()
    expect(checkCode(secret, codeAt(secret, later(-30)), now, step)).toBeNull()
    expect(checkCode(secret, codeAt(secret, later(30)), later(30), step)).toBe(step! + 1)
  })
  it('is accepted one step early or late, not two; blanks and full-width digits are forgiven', () => {
    const secret = newCodeSecret()
    for (const [shift, right] of [
      [-30, true],
      [30, true],
      [-90, false],
      [90, false],
    ] as const)
      expect(checkCode(secret, codeAt(secret, later(shift)), now, null) !== null).toBe(right)
    const code = codeAt(secret, now)
    expect(checkCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, null)).not.toBeNull()
    expect(
      checkCode(secret, [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''), now, null),
    ).not.toBeNull()
    for (const bad of ['', '12345', '1234567', 'abcdef', '-12345']) expect(checkCode(secret, bad, now, null)).toBeNull()
    expect(provisioningUri(secret, 'desk', 'Desk')).toContain(`secret=${secret}`)
  })
  it('has ten printed codes, each found whatever the case and dashes, none found for a stranger', () => {
    const { codes, hashes } = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const [at, code] of codes.entries()) expect(findRecoveryCode(hashes, code.toUpperCase().replaceAll('-', ' '))).toBe(at)
    expect(findRecoveryCode(hashes, newRecoveryCodes().codes[0]!)).toBeNull()
    for (const code of codes) expect(hashes.join()).not.toContain(code)
  })
})

describe('a token', () => {
  let vault: OpenVault
  beforeAll(async () => {
    ;({ vault } = await createRoot({ passphrase: 'seven lamps over a quiet river', cost }))
  })
  it('is 256 bits, never twice, and only its hash is kept', () => {
    const all = Array.from({ length: 2000 }, newToken)
    expect(new Set(all.map((one) => one.token)).size).toBe(2000)
    for (const one of all.slice(0, 5)) {
      expect(Buffer.from(one.token, 'base64url')).toHaveLength(32)
      expect(sameBytes(hashToken(one.token), one.hash)).toBe(true)
      expect(sameBytes(hashToken(`${one.token}x`), one.hash)).toBe(false)
    }
    expect(sameBytes(Buffer.alloc(3), Buffer.alloc(4))).toBe(false)
  })
  it('for exact match is equal for equal identifiers of one office and one field only', () => {
    const [a, b] = [randomUUID() as OfficeId, randomUUID() as OfficeId]
    const token = eqToken(vault, a, 'registration-number', '123-45C67890')
    expect(eqToken(vault, a, 'registration-number', '123-45C67890')).toEqual(token)
    expect(eqToken(vault, a, 'imported-id', '123-45C67890')).not.toEqual(token)
    expect(eqToken(vault, b, 'registration-number', '123-45C67890')).not.toEqual(token)
    expect(token).toHaveLength(32)
  })
})
