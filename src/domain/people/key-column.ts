/** The keys of the persons in a search index: UUIDs in sixteen bytes each, any other text as it is. */

export class KeyColumn {
  #words = new Uint32Array(4096)
  #count = 0
  #gone = 0
  readonly #others = new Map<number, string>()
  readonly #otherRows = new Map<string, number>()

  get size(): number {
    return this.#count - this.#gone
  }

  push(key: string): number {
    const row = this.#count++
    if (row * 4 + 4 > this.#words.length) {
      const next = new Uint32Array(this.#words.length * 2)
      next.set(this.#words)
      this.#words = next
    }
    const packed = pack(key)
    if (packed === null) {
      this.#others.set(row, key)
      this.#otherRows.set(key, row)
    } else this.#words.set(packed, row * 4)
    return row
  }

  /** A scan: removing is rare, and a table of a million texts is not. */
  find(key: string): number | null {
    const packed = pack(key)
    if (packed === null) return this.#otherRows.get(key) ?? null
    const [a, b, c, d] = packed
    for (let at = 0; at < this.#count * 4; at += 4)
      if (this.#words[at] === a && this.#words[at + 1] === b && this.#words[at + 2] === c && this.#words[at + 3] === d) return at / 4
    return null
  }

  at(row: number): string {
    const other = this.#others.get(row)
    if (other !== undefined) return other
    const hex = Array.from(this.#words.subarray(row * 4, row * 4 + 4), (word) => word.toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** The last 32 bits of the key at this row: enough to pass over nearly all that is not sought, without making its text. */
  tail(row: number): number {
    const other = this.#others.get(row)
    return other === undefined ? this.#words[row * 4 + 3]! : tailOf(other)
  }

  erase(row: number): void {
    const other = this.#others.get(row)
    if (other !== undefined) this.#otherRows.delete(other)
    this.#others.delete(row)
    this.#words.fill(0, row * 4, row * 4 + 4)
    this.#gone++
  }
}

/** Of a key that is no UUID, 0. */
export const tailOf = (key: string): number => pack(key)?.[3] ?? 0

const dash = 45
const pack = (key: string): readonly [number, number, number, number] | null => {
  if (key.length !== 36) return null
  for (const at of [8, 13, 18, 23]) if (key.charCodeAt(at) !== dash) return null
  const parts = [word(key, 0, 8, 0), word(key, 14, 18, word(key, 9, 13, 0)), word(key, 24, 28, word(key, 19, 23, 0)), word(key, 28, 36, 0)]
  return parts.includes(-1) ? null : (parts as unknown as readonly [number, number, number, number])
}
/** Hexadecimal digits from–to, put behind those of `begun`; -1 when one is none, or a capital. */
const word = (key: string, from: number, to: number, begun: number): number => {
  if (begun < 0) return -1
  let value = begun
  for (let at = from; at < to; at++) {
    const code = key.charCodeAt(at)
    const digit = code >= 48 && code < 58 ? code - 48 : code >= 97 && code < 103 ? code - 87 : -1
    if (digit < 0) return -1
    value = (value << 4) | digit
  }
  return value >>> 0
}
