/** Turns what is known of a person into 1,024 bits that two organisations with one secret key can compare, and that say little to anyone without it. */
import { createCipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Min-hashing under a key, one bit a place (Li and König 2010; Smith 2017 for linkage): every token has 1,024 secret 32-bit words, AES-256-CTR under
 * HMAC-SHA-256(key, token); in each place the token with the smallest word decides, and the bit is one when that word is a multiple of four. Two persons who
 * share J of their tokens agree in a place with certainty J, else by chance: their Dice coefficient is about J + (1 − J) / 4. About a quarter of the bits are
 * ones whatever was encoded: unlike in a Bloom filter no bit stands for a letter pair, so bits cannot be mined for patterns; and a quarter, not a half, because
 * strangers then stand at .25 and not at .5, which leaves room for a threshold and makes the exact comparison many times faster.
 * What remains visible is how alike two encodings are. Whoever has the key can encode a guess and compare: the key is as secret as the list.
 */
const lanes = 1024
const zeros = Buffer.alloc(lanes * 4)
export const encodingRecipe = 'min-hash-quarter-1 of name, birth and sex'

export type Encoder = {
  /** Which key, without telling it: equal for equal keys. */
  keyId: string
  /** 128 bytes. Tokens are a set: order and repetition do not matter. Refuses to encode nothing. */
  encode(tokens: readonly string[]): Uint8Array
  /** Forgets the key and the words derived from it. */
  close(): void
}

export const newEncodingKey = (): Buffer => randomBytes(32)

/** As people exchange it: 64 hexadecimal digits or more. null = it is not one. */
export const encodingKeyFrom = (text: string): Buffer | null => {
  const digits = text.replace(/\s/g, '')
  return /^([0-9a-f]{2}){32,}$/i.test(digits) ? Buffer.from(digits, 'hex') : null
}

/** The key has 32 bytes or more. Words of at most `kept` tokens stay in memory (4 kB each). */
export const openEncoder = (key: Uint8Array, kept = 6000): Encoder => {
  if (key.length < 32) throw new RangeError('an encoding key has 32 bytes or more')
  const secret = Buffer.from(key)
  const known = new Map<string, Uint32Array>()
  const wordsOf = (token: string): Uint32Array => {
    const found = known.get(token)
    if (found) return found
    const own = createHmac('sha256', secret).update('article33 encoding token\0').update(token, 'utf8').digest()
    const stream = createCipheriv('aes-256-ctr', own, Buffer.alloc(16)).update(zeros)
    const words = new Uint32Array(stream.buffer.slice(stream.byteOffset, stream.byteOffset + stream.length))
    own.fill(0)
    if (known.size >= kept) known.delete(known.keys().next().value!)
    known.set(token, words)
    return words
  }
  const least = new Uint32Array(lanes)
  return {
    keyId: createHmac('sha256', secret).update('article33 encoding key id').digest('hex').slice(0, 16),
    encode: (tokens) => {
      if (tokens.length === 0) throw new RangeError('there is nothing to encode')
      least.fill(0xffffffff)
      for (const token of tokens) {
        const words = wordsOf(token)
        for (let lane = 0; lane < lanes; lane++) {
          const word = words[lane]!
          if (word < least[lane]!) least[lane] = word
        }
      }
      const bits = new Uint8Array(lanes / 8)
      for (let lane = 0; lane < lanes; lane++) if ((least[lane]! & 3) === 0) bits[lane >> 3]! |= 1 << (lane & 7)
      return bits
    },
    close: () => {
      secret.fill(0)
      for (const words of known.values()) words.fill(0)
      known.clear()
    },
  }
}

/** Whether two key ids name one key, in constant time. */
export const isSameKey = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
