/** Looks for many words at once in many bytes, in every writing in which a word may lie about. */
export class Needles {
  readonly #byPrefix = new Map<number, { needle: Buffer; place: string }[]>()
  /** One bit for each possible first three bytes: most of what is looked at is dismissed here. */
  readonly #first = new Uint8Array(1 << 24)

  constructor(words: ReadonlyMap<string, string | Buffer>) {
    for (const [place, word] of words) for (const needle of writings(word)) this.#put(needle, place)
  }

  #put(needle: Buffer, place: string): void {
    if (needle.length < 8) throw new RangeError(`${place} is too short to be told from chance`)
    const key = (needle[0]! << 16) | (needle[1]! << 8) | needle[2]!
    this.#first[key] = 1
    this.#byPrefix.set(key, [...(this.#byPrefix.get(key) ?? []), { needle, place }])
  }

  /** The places whose word stands in these bytes. */
  in(bytes: Buffer): Set<string> {
    const found = new Set<string>()
    let key = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
    for (let at = 2; at < bytes.length; at++) {
      key = ((key << 8) | bytes[at]!) & 0xffffff
      if (this.#first[key] === 0) continue
      for (const { needle, place } of this.#byPrefix.get(key)!)
        if (bytes.compare(needle, 0, needle.length, at - 2, Math.min(at - 2 + needle.length, bytes.length)) === 0) found.add(place)
    }
    return found
  }
}

const writings = (word: string | Buffer): Buffer[] => {
  const forms: Buffer[] = []
  const escaped = (text: string, upper: boolean) =>
    [...text]
      .map((sign) => `\\u${(upper ? sign.charCodeAt(0).toString(16).toUpperCase() : sign.charCodeAt(0).toString(16)).padStart(4, '0')}`)
      .join('')
  const texts =
    typeof word === 'string'
      ? [...new Set([word, word.normalize('NFC'), word.normalize('NFD'), word.toUpperCase(), word.toLowerCase()])]
      : []
  for (const text of texts) forms.push(Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16())
  if (typeof word !== 'string') forms.push(word)
  const bytes = [...forms]
  for (const one of bytes) forms.push(Buffer.from(one.toString('hex')), Buffer.from(one.toString('hex').toUpperCase()), ...inBase64(one))
  for (const text of texts)
    forms.push(
      Buffer.from(encodeURIComponent(text)),
      Buffer.from(encodeURIComponent(text).toLowerCase()),
      Buffer.from(escaped(text, false)),
      Buffer.from(escaped(text, true)),
    )
  return forms
}

/** At each of the three offsets only the letters in the middle are sure. */
const inBase64 = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const skip = offset === 0 ? 0 : offset + 1
    const usable = whole.slice(skip, Math.floor(((offset + bytes.length) * 8) / 6))
    return [Buffer.from(usable), Buffer.from(usable.replaceAll('+', '-').replaceAll('/', '_'))]
  })
