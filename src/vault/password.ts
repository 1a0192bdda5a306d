/** Passwords: what is too weak to accept, how one is kept, and how a try is checked without telling who exists. */
import { type Algorithm, hash, parseOptions, verify } from '@node-rs/argon2'
import { refuse } from '../basics/refusal.ts'
import { tooCommon } from './common-passwords.ts'
import { newGate } from './gate.ts'

/** memory in KiB. */
export type Cost = { memory: number; passes: number }
/** 64 MiB and three passes: about a fifth of a second on a small server. */
export const signInCost: Cost = { memory: 64 * 1024, passes: 3 }

/** Shared with unlocking: two cores, two computations of up to 128 MiB. */
export const costlyWork = newGate(2, 16)

const argon2id = 2 as Algorithm.Argon2id

/** The same password typed on two keyboards must be one password: Hangul may arrive composed or decomposed. */
export const asTyped = (password: string): string => password.normalize('NFKC')

/** Why this password is not accepted, or null. No rule about digits or signs: length is what holds (NIST SP 800-63B). */
export const passwordFault = (password: string): 'short' | 'long' | 'common' | null => {
  const typed = asTyped(password)
  const length = [...typed].length
  if (length < 12) return 'short'
  if (length > 256) return 'long'
  if (new Set(typed).size < 5 || tooCommon(typed)) return 'common'
  return null
}

const reasons = {
  short: 'at least 12 characters are needed',
  long: 'at most 256 characters can be kept',
  common: 'this is one of the first a stranger would try',
}

/** Refuses with bad-input and the reason. */
export const acceptPassword = (password: string, field = 'password'): string => {
  const fault = passwordFault(password)
  return fault ? refuse('bad-input', { field, reason: reasons[fault] }, { field }) : asTyped(password)
}

/** The record is a PHC string: it carries its own salt and cost. */
export const hashPassword = async (password: string, cost: Cost = signInCost): Promise<string> => {
  const typed = acceptPassword(password)
  return costlyWork.run(() => hash(typed, { algorithm: argon2id, memoryCost: cost.memory, timeCost: cost.passes, parallelism: 1 }))
}

let nobody: Promise<string> | null = null
const nobodys = (cost: Cost): Promise<string> => {
  if (!nobody) nobody = hash('nobody has this password', { algorithm: argon2id, memoryCost: cost.memory, timeCost: cost.passes })
  return nobody
}

/** With a null record it does the same work and answers no: an unknown name must take as long as a wrong password. */
export const verifyPassword = async (
  record: string | null,
  password: string,
  cost: Cost = signInCost,
): Promise<{ right: boolean; rehash: boolean }> => {
  const typed = asTyped(password).slice(0, 1024)
  const against = record ?? (await nobodys(cost))
  const right = await costlyWork.run(() => verify(against, typed).catch(() => false))
  if (record === null || !right) return { right: false, rehash: false }
  const kept = parseOptions(record)
  return { right, rehash: kept.memoryCost < cost.memory || kept.timeCost < cost.passes }
}
