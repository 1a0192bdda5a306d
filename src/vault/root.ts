/** The one key of the desk: made once at set-up, opened by the passphrase or by the 24 words of the recovery kit, never stored bare. */
import { randomBytes } from 'node:crypto'
import { type Algorithm, hashRaw } from '@node-rs/argon2'
import { refuse } from '../basics/refusal.ts'
import { boundTo, derive, open, randomKey, seal } from './aead.ts'
import { OpenVault } from './open-vault.ts'
import { acceptPassword, asTyped, type Cost, costlyWork } from './password.ts'
import { keyFromWords, wordsFromKey } from './recovery-words.ts'

/** Everything here may lie open: it is worth nothing without the passphrase or the words. Bytes are base64. */
export type RootRecord = {
  format: 'article33-root-1'
  origin: string
  passphrase: { kdf: 'argon2id'; memory: number; passes: number; salt: string; wrapped: string }
  recovery: { wrapped: string }
  keks: readonly { version: number; wrapped: string }[]
  logKey: { wrapped: string }
}
export type Opener = { passphrase: string } | { recoveryWords: readonly string[] | string }

/** 128 MiB and three passes, once per unlocking. */
export const unlockCost: Cost = { memory: 128 * 1024, passes: 3 }
/** A doctored record must not make the machine swap itself to death. */
const mostMemory = 1024 * 1024

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const raw = (text: string): Buffer => Buffer.from(text, 'base64')

/** The words are shown once and kept nowhere. Refuses a weak passphrase with bad-input. */
export const createRoot = async (given: {
  passphrase: string
  cost?: Cost
}): Promise<{ record: RootRecord; recoveryWords: string[]; vault: OpenVault }> => {
  acceptPassword(given.passphrase, 'passphrase')
  const origin = `article33/${randomBytes(8).toString('hex')}`
  const root = randomKey()
  const logSeed = randomKey()
  const kek = randomKey()
  const vault = new OpenVault(origin, root, new Map([[1, kek]]), logSeed)
  const { recovery, recoveryWords } = recoveryWrap(vault)
  const record: RootRecord = {
    format: 'article33-root-1',
    origin,
    passphrase: await passphraseWrap(vault, given.passphrase, given.cost ?? unlockCost),
    recovery,
    keks: [{ version: 1, wrapped: b64(seal(vault.purposeKey('kek-wrap'), boundTo('kek', origin, 1), kek)) }],
    logKey: { wrapped: b64(seal(vault.purposeKey('log-wrap'), boundTo('log-key', origin), logSeed)) },
  }
  return { record, recoveryWords, vault }
}

/** Refuses with unlock-refused, the same for a wrong passphrase, wrong words and a damaged wrap; the work is done either way. */
export const openRoot = async (record: RootRecord, opener: Opener): Promise<OpenVault> => {
  const { origin } = record
  const root = 'passphrase' in opener ? await byPassphrase(record, opener.passphrase) : byWords(record, opener.recoveryWords)
  const keks = new Map<number, Buffer>()
  for (const kek of record.keks)
    keks.set(kek.version, open(derive(root, 'article33|v1|kek-wrap'), boundTo('kek', origin, kek.version), raw(kek.wrapped)))
  if (keks.size === 0) refuse('tampered')
  const logSeed = open(derive(root, 'article33|v1|log-wrap'), boundTo('log-key', origin), raw(record.logKey.wrapped))
  return new OpenVault(origin, root, keks, logSeed)
}

/** Only the wrap changes; nothing is encrypted anew. An old copy of the record still opens with the old passphrase. */
export const changePassphrase = async (
  record: RootRecord,
  vault: OpenVault,
  passphrase: string,
  cost: Cost = unlockCost,
): Promise<RootRecord> => {
  acceptPassword(passphrase, 'passphrase')
  return { ...record, passphrase: await passphraseWrap(vault, passphrase, cost) }
}

/** A new kit makes the printed old one worthless for this record. */
export const renewRecoveryKit = (record: RootRecord, vault: OpenVault): { record: RootRecord; recoveryWords: string[] } => {
  const { recovery, recoveryWords } = recoveryWrap(vault)
  return { record: { ...record, recovery }, recoveryWords }
}

/** Adds the next key-encryption key to the record and to the opened vault; case keys are re-wrapped one by one afterwards. */
export const rotateKek = (record: RootRecord, vault: OpenVault): RootRecord => {
  const version = vault.kekVersion + 1
  const kek = randomKey()
  vault.addKek(version, kek)
  const wrapped = b64(seal(vault.purposeKey('kek-wrap'), boundTo('kek', record.origin, version), kek))
  return { ...record, keks: [...record.keks, { version, wrapped }] }
}

const passphraseWrap = async (vault: OpenVault, passphrase: string, cost: Cost): Promise<RootRecord['passphrase']> => {
  const salt = randomBytes(16)
  const key = await stretched(passphrase, salt, cost)
  const wrapped = b64(seal(key, boundTo('root', vault.origin, 'passphrase'), vault.rootKey()))
  key.fill(0)
  return { kdf: 'argon2id', memory: cost.memory, passes: cost.passes, salt: b64(salt), wrapped }
}

const recoveryWrap = (vault: OpenVault): { recovery: RootRecord['recovery']; recoveryWords: string[] } => {
  const kit = randomKey()
  const wrapped = b64(seal(derive(kit, 'article33|v1|recovery'), boundTo('root', vault.origin, 'recovery'), vault.rootKey()))
  const recoveryWords = wordsFromKey(kit)
  kit.fill(0)
  return { recovery: { wrapped }, recoveryWords }
}

const byPassphrase = async (record: RootRecord, passphrase: string): Promise<Buffer> => {
  const { memory, passes, salt, wrapped } = record.passphrase
  if (!(memory <= mostMemory && passes <= 20)) return refuse('tampered')
  const key = await stretched(passphrase, raw(salt), { memory, passes })
  return unwrapRoot(key, boundTo('root', record.origin, 'passphrase'), wrapped)
}

const byWords = (record: RootRecord, given: readonly string[] | string): Buffer => {
  const kit = keyFromWords(given) ?? randomKey()
  return unwrapRoot(derive(kit, 'article33|v1|recovery'), boundTo('root', record.origin, 'recovery'), record.recovery.wrapped)
}

const unwrapRoot = (key: Buffer, bound: string, wrapped: string): Buffer => {
  try {
    return open(key, bound, raw(wrapped))
  } catch {
    return refuse('unlock-refused')
  } finally {
    key.fill(0)
  }
}

/** Blanks at the ends and doubled between words are slips of the hand, not part of the secret. */
const stretched = (passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  costlyWork.run(() =>
    hashRaw(asTyped(passphrase).trim().replace(/\s+/g, ' '), {
      algorithm: 2 as Algorithm.Argon2id,
      memoryCost: cost.memory,
      timeCost: cost.passes,
      parallelism: 1,
      outputLen: 32,
      salt,
    }),
  )
