/** Turns what is known of a person into 1,024 bits that two organisations with one secret key can compare, and that say little to anyone without it. */
import { createCipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Min-hashing under a key, one bit a place (Li and König 2010; Smith 2017 for linkage), twice over: every token has 2 × 1,024 secret 32-bit words, AES-256-CTR
 * under HMAC-SHA-256(key, token), stirred with as many secret words of the part of mankind (the year of birth) the person is in; in each place the token with the smallest word wins, once for each half, and the bit is one when the two winning words
 * together (exclusive or) are a multiple of four. Two persons who share J of their tokens agree in a place with certainty J², else by chance: their Dice
 * coefficient is about J² + (1 − J²) / 4. Two winners, because with one a bit follows its token: a linear reader that knew 2,000 people then read the surname
 * of 93 of 100 others, and one that knew nobody sorted the file by surname and syllable (test/bench/encode-attack.ts keeps that as its control).
 * About a quarter of the bits are ones whatever was encoded; a quarter, not a half, because strangers then stand at .25 and not at .5, which leaves room for a
 * threshold and makes the exact comparison many times faster.
 * What remains visible is how alike two encodings are. Whoever has the key can encode a guess and compare: the key is as secret as the list.
 */
const lanes = 1024
const zeros = Buffer.alloc(lanes * 8)
export const encodingRecipe = 'min-hash-pair-quarter-2 of name, birth and sex within a year of birth'

export type Encoder = {
  /** Which key, without telling it: equal for equal keys. */
  keyId: string
  /** 128 bytes. Tokens are a set: order and repetition do not matter. Encodings of two parts have nothing in common but chance. Refuses to encode nothing. */
  encode(tokens: readonly string[], part?: string): Uint8Array
  /** Forgets the key and the words derived from it. */
  close(): void
}

export const newEncodingKey = (): Buffer => randomBytes(32)

/** As people exchange it: 64 hexadecimal digits or more. null = it is not one, or nobody drew it: 32 drawn bytes hold 16 different ones, but for once in a billion billions. */
export const encodingKeyFrom = (text: string): Buffer | null => {
  const digits = text.replace(/\s/g, '')
  if (!/^([0-9a-f]{2}){32,}$/i.test(digits)) return null
  const key = Buffer.from(digits, 'hex')
  const steps = key.map((byte, at) => byte - key[(at + 1) % key.length]!)
  return new Set(key).size >= 16 && new Set(steps).size >= 12 ? key : null
}

/** The key has 32 bytes or more. Words of at most `kept` tokens stay in memory (8 kB each). */
export const openEncoder = (key: Uint8Array, kept = 8000): Encoder => {
  if (key.length < 32) throw new RangeError('an encoding key has 32 bytes or more')
  const secret = Buffer.from(key)
  const known = new Map<string, Uint32Array>()
  const wordsOf = (kind: 'token' | 'part', token: string): Uint32Array => {
    const found = known.get(`${kind} ${token}`)
    if (found) return found
    const own = createHmac('sha256', secret).update(`article33 encoding ${kind}\0`).update(token, 'utf8').digest()
    const stream = createCipheriv('aes-256-ctr', own, Buffer.alloc(16)).update(zeros)
    const words = new Uint32Array(stream.buffer.slice(stream.byteOffset, stream.byteOffset + stream.length))
    own.fill(0)
    if (known.size >= kept) known.delete(known.keys().next().value!)
    known.set(`${kind} ${token}`, words)
    return words
  }
  const least = new Uint32Array(lanes * 2)
  return {
    keyId: createHmac('sha256', secret).update('article33 encoding key id').digest('hex').slice(0, 16),
    encode: (tokens, part = '') => {
      if (tokens.length === 0) throw new RangeError('there is nothing to encode')
      least.fill(0xffffffff)
      const within = wordsOf('part', part)
      for (const token of tokens) {
        const words = wordsOf('token', token)
        for (let at = 0; at < least.length; at++) {
          // MurmurHash3's last step. It need not be a cipher: both words are secret, and nobody sees what comes out, only which token won.
          let word = words[at]! ^ within[at]!
          word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
          word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
          word = (word ^ (word >>> 16)) >>> 0
          if (word < least[at]!) least[at] = word
        }
      }
      const bits = new Uint8Array(lanes / 8)
      for (let lane = 0; lane < lanes; lane++) if (((least[lane]! ^ least[lanes + lane]!) & 3) === 0) bits[lane >> 3]! |= 1 << (lane & 7)
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
