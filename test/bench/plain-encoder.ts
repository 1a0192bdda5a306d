/** The control of the attacks: an encoding under the same key that is not hardened (one winner a place, the year of birth no partition), which they must break. */
import { createCipheriv, createHmac } from 'node:crypto'

export const plainEncoder = (key: Uint8Array): ((tokens: readonly string[]) => Uint8Array) => {
  const known = new Map<string, Uint32Array>()
  const wordsOf = (token: string): Uint32Array => {
    const found = known.get(token)
    if (found) return found
    const own = createHmac('sha256', key).update(token, 'utf8').digest()
    const stream = createCipheriv('aes-256-ctr', own, Buffer.alloc(16)).update(Buffer.alloc(4096))
    const words = new Uint32Array(stream.buffer.slice(stream.byteOffset, stream.byteOffset + stream.length))
    known.set(token, words)
    return words
  }
  return (tokens) => {
    const least = new Uint32Array(1024).fill(0xffffffff)
    for (const token of tokens) {
      const words = wordsOf(token)
      for (let lane = 0; lane < 1024; lane++) if (words[lane]! < least[lane]!) least[lane] = words[lane]!
    }
    const bits = new Uint8Array(128)
    least.forEach((word, lane) => {
      if ((word & 3) === 0) bits[lane >> 3]! |= 1 << (lane & 7)
    })
    return bits
  }
}
