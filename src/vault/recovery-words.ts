/** The recovery kit: 24 plain words that carry one 256-bit key, and six words for a passphrase a person can keep in mind. */
import { createHash, randomInt } from 'node:crypto'
import { words } from './words.ts'

const place = new Map(words.map((word, at) => [word, at]))

/** BIP-39: 256 bits and the first 8 bits of their SHA-256 as 24 words of 11 bits. */
export const wordsFromKey = (key: Uint8Array): string[] => {
  if (key.length !== 32) throw new RangeError('a recovery kit carries exactly 32 bytes')
  const check = createHash('sha256').update(key).digest()[0]!
  const bits = [...key, check].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: 24 }, (_, at) => words[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)]!)
}

/** Null when a word is unknown, the count is wrong or the checksum fails. The first four letters of a word are enough. */
export const keyFromWords = (given: readonly string[] | string): Buffer | null => {
  const list = (typeof given === 'string' ? given.split(/[\s,.0-9]+/) : given).map((word) => word.trim().toLowerCase()).filter(Boolean)
  if (list.length !== 24) return null
  const places = list.map(
    (word) =>
      place.get(word) ??
      (word.length >= 4 ? words.findIndex((known) => known.slice(0, 4) === word.slice(0, 4) && known.startsWith(word)) : -1),
  )
  if (places.some((at) => at < 0)) return null
  const bits = places.map((at) => at.toString(2).padStart(11, '0')).join('')
  const bytes = Buffer.from(Array.from({ length: 33 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)))
  const key = bytes.subarray(0, 32)
  return createHash('sha256').update(key).digest()[0] === bytes[32] ? key : null
}

/** Six of 2048 words: 66 bits, behind argon2id. */
export const generatePassphrase = (): string => Array.from({ length: 6 }, () => words[randomInt(words.length)]!).join(' ')
