import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { derive } from './aead.ts'
import type { OpenVault } from './open-vault.ts'
import { changePassphrase, createRoot, openRoot, type RootRecord, renewRecoveryKit, rotateKek } from './root.ts'

const cost = { memory: 1024, passes: 1 }
const passphrase = 'seven lamps over a quiet river'
const refused = (code: string) => expect.objectContaining({ code })
const sameVault = (a: OpenVault, b: OpenVault) => expect(a.purposeKey('x')).toEqual(b.purposeKey('x'))

let record: RootRecord
let recoveryWords: string[]
let vault: OpenVault
beforeAll(async () => {
  const made = await createRoot({ passphrase, cost })
  record = JSON.parse(JSON.stringify(made.record))
  recoveryWords = made.recoveryWords
  vault = made.vault
})
afterAll(() => vault.close())

describe('HKDF', () => {
  it('gives RFC 5869 test cases 1 and 3', () => {
    const ikm = Buffer.alloc(22, 0x0b)
    const [salt, info] = ['000102030405060708090a0b0c', 'f0f1f2f3f4f5f6f7f8f9'].map((hex) => Buffer.from(hex, 'hex'))
    expect(derive(ikm, info!, salt!, 42).toString('hex')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
    expect(derive(ikm, '', Buffer.alloc(0), 42).toString('hex')).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    )
  })
})

describe('the root', () => {
  it('opens by passphrase and by the 24 words to the same keys, from the record as JSON alone', async () => {
    expect(recoveryWords).toHaveLength(24)
    sameVault(await openRoot(record, { passphrase }), vault)
    sameVault(await openRoot(record, { recoveryWords }), vault)
    sameVault(await openRoot(record, { recoveryWords: recoveryWords.join(' ') }), vault)
    sameVault(await openRoot(record, { passphrase: `  ${passphrase.replace(' ', '  ')} ` }), vault)
  })
  it('opens with the shipped cost of 128 MiB and three passes', async () => {
    const made = await createRoot({ passphrase })
    expect(made.record.passphrase).toMatchObject({ kdf: 'argon2id', memory: 131_072, passes: 3 })
    sameVault(await openRoot(made.record, { passphrase }), made.vault)
  })
  it('opens a Korean passphrase typed composed or decomposed', async () => {
    const made = await createRoot({ passphrase: '고요한 강가의 등불 일곱 개를 켜다', cost })
    sameVault(await openRoot(made.record, { passphrase: '고요한 강가의 등불 일곱 개를 켜다'.normalize('NFD') }), made.vault)
  })
  it('refuses a wrong passphrase, wrong words and a damaged wrap with one and the same answer', async () => {
    await expect(openRoot(record, { passphrase: `${passphrase}s` })).rejects.toEqual(refused('unlock-refused'))
    await expect(openRoot(record, { passphrase: '' })).rejects.toEqual(refused('unlock-refused'))
    await expect(openRoot(record, { recoveryWords: recoveryWords.slice(0, 23) })).rejects.toEqual(refused('unlock-refused'))
    await expect(openRoot(record, { recoveryWords: [...recoveryWords].reverse() })).rejects.toEqual(refused('unlock-refused'))
    const damaged = { ...record, passphrase: { ...record.passphrase, wrapped: `A${record.passphrase.wrapped.slice(1)}` } }
    if (damaged.passphrase.wrapped !== record.passphrase.wrapped)
      await expect(openRoot(damaged, { passphrase })).rejects.toEqual(refused('unlock-refused'))
  })
  it('refuses a record whose inner keys were moved or whose cost would stop the machine', async () => {
    await expect(openRoot({ ...record, origin: 'article33/other' }, { passphrase })).rejects.toEqual(refused('unlock-refused'))
    await expect(openRoot({ ...record, keks: [{ ...record.keks[0]!, version: 2 }] }, { passphrase })).rejects.toEqual(refused('tampered'))
    await expect(openRoot({ ...record, passphrase: { ...record.passphrase, memory: 2 ** 30 } }, { passphrase })).rejects.toEqual(
      refused('tampered'),
    )
  })
  it('holds nothing of ROOT, the words or the passphrase in the record', () => {
    const text = JSON.stringify(record)
    for (const secret of [vault.rootKey(), vault.kek(1)])
      for (const how of ['hex', 'base64'] as const) expect(text).not.toContain(secret.toString(how))
    expect(text).not.toContain(passphrase)
  })
  it('changes the passphrase by re-wrapping: the old one stops, the kit and the keys stay', async () => {
    const changed = await changePassphrase(record, vault, 'nine boats beside the lantern', cost)
    sameVault(await openRoot(changed, { passphrase: 'nine boats beside the lantern' }), vault)
    sameVault(await openRoot(changed, { recoveryWords }), vault)
    await expect(openRoot(changed, { passphrase })).rejects.toEqual(refused('unlock-refused'))
    expect(changed.keks).toEqual(record.keks)
  })
  it('renews the kit: the printed old one stops', async () => {
    const renewed = renewRecoveryKit(record, vault)
    sameVault(await openRoot(renewed.record, { recoveryWords: renewed.recoveryWords }), vault)
    await expect(openRoot(renewed.record, { recoveryWords })).rejects.toEqual(refused('unlock-refused'))
  })
  it('refuses a weak passphrase at set-up', async () => {
    await expect(createRoot({ passphrase: 'password1234', cost })).rejects.toEqual(refused('bad-input'))
  })
  it('signs with the log key and, once closed, refuses every act as sealed and has wiped its keys', async () => {
    const again = await openRoot(record, { passphrase })
    const rotated = rotateKek(record, again)
    expect((await openRoot(rotated, { passphrase })).kekVersion).toBe(2)
    const signature = again.signWithLogKey(Buffer.from('head'))
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), again.logPublicKey])
    expect(verify(null, Buffer.from('head'), createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)).toBe(true)
    const held = again.rootKey()
    const kek = again.kek(2)
    again.close()
    expect(held.every((byte) => byte === 0) && kek.every((byte) => byte === 0)).toBe(true)
    for (const act of [() => again.kek(1), () => again.purposeKey('x'), () => again.signWithLogKey(Buffer.alloc(1)), () => again.rootKey()])
      expect(act).toThrow(refused('sealed'))
  })
})
