/** Keeps every text of a column once, under a number: records then hold numbers, and equal texts are equal numbers. */

/** Number 0 = not known. Grows as a file is read; two lists share one. */
export class Texts {
  readonly #numbers = new Map<string, number>()
  #counts = new Uint32Array(1024)

  /** The number of this text, counted once more. Empty is not known. */
  add(text: string): number {
    if (text === '') return 0
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#numbers.size + 1
      this.#numbers.set(text, number)
      if (number >= this.#counts.length) {
        const larger = new Uint32Array(this.#counts.length * 2)
        larger.set(this.#counts)
        this.#counts = larger
      }
    }
    this.#counts[number]! += 1
    return number
  }

  get size(): number {
    return this.#numbers.size
  }

  /** texts[number]; [0] is empty. */
  get all(): string[] {
    return ['', ...this.#numbers.keys()]
  }

  /** counts[number] = how often the text was added. */
  get counts(): Uint32Array {
    return this.#counts.subarray(0, this.#numbers.size + 1)
  }

  /** For comparing letter by letter: the bytes behind one another, where each ends (ends[0] = 0), and which letters each holds. */
  packed(): { bytes: Uint8Array; ends: Uint32Array; masks: BigUint64Array } {
    const parts = [...this.#numbers.keys()].map(letterBytes)
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    const ends = new Uint32Array(parts.length + 1)
    const masks = new BigUint64Array(parts.length + 1)
    parts.forEach((part, i) => {
      bytes.set(part, ends[i]!)
      ends[i + 1] = ends[i]! + part.length
      masks[i + 1] = maskOf(part)
    })
    return { bytes, ends, masks }
  }
}

/** One byte a letter: Latin as it is; Hangul taken apart into its letters, which lie above 128; anything else one byte of its code. At most 255 letters. */
export const letterBytes = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const letter of text.normalize('NFD')) {
    const code = letter.codePointAt(0)!
    if (code < 128) bytes.push(code)
    else if (code >= 0x1100 && code < 0x1200)
      bytes.push(128 + (code <= 0x1112 ? code - 0x1100 : code <= 0x1175 ? code - 0x1161 + 19 : Math.min(code - 0x11a7, 27) + 40))
    else if (code >= 0x300 && code < 0x370) continue
    else bytes.push(200 + (code % 55))
  }
  return Uint8Array.from(bytes.slice(0, 255))
}

/** Two bits for each of 32 classes of letters: there once, there twice. A letter that the other text lacks cannot be matched. */
const maskOf = (bytes: Uint8Array): bigint => {
  let once = 0
  let twice = 0
  for (const byte of bytes) {
    const bit = 1 << (byte & 31)
    if (once & bit) twice |= bit
    once |= bit
  }
  return (BigInt(twice >>> 0) << 32n) | BigInt(once >>> 0)
}
