/** The text of a list of people, as Excel and older Korean programs write it: UTF-8, UTF-16 with its mark, or Korean CP949. Never guessed between languages. */

export type TextEncoding = 'utf-8' | 'utf-16' | 'cp949'
export type ListText = { text: string; encoding: TextEncoding }

/** UTF-16 says so in its first two bytes: it is what Excel calls Unicode text. */
export const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0)) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** null = it is none of the three, or nobody can say which: the same bytes are Hangul in CP949 and Han letters in GBK. */
export const listTextIn = (bytes: Uint8Array): ListText | null => {
  if (isUtf16(bytes)) {
    const text = decoded(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be')
    return text === null ? null : { text, encoding: 'utf-16' }
  }
  const text = decoded(bytes, 'utf-8')
  if (text !== null) return { text, encoding: 'utf-8' }
  const korean = koreanTextIn(bytes)
  return korean === null ? null : { text: korean, encoding: 'cp949' }
}

/** Bytes that are not UTF-8, as Korean CP949; null when they cannot be, or when too little of it is Hangul to be sure. */
export const koreanTextIn = (bytes: Uint8Array): string | null => {
  const text = cp949Text(bytes)
  if (text === null) return null
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const hangul = text.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]/gu)?.length ?? 0
  // Chinese in GBK, read so, is about two fifths Hanja and rare letters; a Korean list is nearly all Hangul.
  return hangul >= beyond * 0.85 ? text : null
}

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * CP949 is EUC-KR and 8,822 syllables more, laid into its gaps in the order of Unicode. Node's own decoder knows EUC-KR alone and turns 똠 into a control
 * sign without a word, so the gaps are read here.
 */
const cp949Text = (bytes: Uint8Array): string | null => {
  let text = ''
  let from = 0
  const plain = (to: number): boolean => {
    const part = decoded(bytes.subarray(from, to), 'euc-kr')
    text += part ?? ''
    return part !== null
  }
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (lead === 0x80 || lead === 0xff) return null
    if (lead < 0xa1 || trail < 0xa1) {
      const syllable = syllableAt(lead, trail)
      if (syllable === undefined || !plain(at)) return null
      text += syllable
      from = at + 2
    }
    at++
  }
  return plain(bytes.length) ? text : null
}

/** Trail bytes of the gaps: A–Z, a–z, then 0x81 and on; beside the rows of EUC-KR (from lead 0xA1) they end at 0xA0. */
const trailPlace = (trail: number): number =>
  trail >= 0x41 && trail <= 0x5a
    ? trail - 0x41
    : trail >= 0x61 && trail <= 0x7a
      ? trail - 0x61 + 26
      : trail >= 0x81 && trail <= 0xfe
        ? trail - 0x81 + 52
        : -1

let gaps: readonly string[] | null = null
const syllableAt = (lead: number, trail: number): string | undefined => {
  gaps ??= syllablesInGaps()
  const place = trailPlace(trail)
  const width = lead < 0xa1 ? 178 : 84
  if (place < 0 || place >= width) return undefined
  return gaps[lead < 0xa1 ? (lead - 0x81) * 178 + place : 32 * 178 + (lead - 0xa1) * 84 + place]
}

/** Every syllable that EUC-KR does not hold. */
const syllablesInGaps = (): string[] => {
  const rows = new Uint8Array(25 * 94 * 2)
  for (let i = 0; i < 25 * 94; i++) rows.set([0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)], i * 2)
  const held = new Set(decoded(rows, 'euc-kr') ?? '')
  return Array.from({ length: 11_172 }, (_, i) => String.fromCharCode(0xac00 + i)).filter((syllable) => !held.has(syllable))
}
