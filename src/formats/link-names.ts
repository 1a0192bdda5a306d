/** What linking compares of a name: the family name and the given name as one writing system would have them, whatever script they came in. */
import { readingsOf } from '../domain/people/read-name.ts'
import { mixed, width } from '../domain/people/spellings.ts'
import { units } from '../domain/people/units.ts'

/** Likeliest Hangul of each part; a part that no table reads stays in its own letters. `skeleton` = the consonants of the given name in coarse classes. */
export type NameKeys = { family: string; given: string; skeleton: string }

type Slot = NonNullable<ReturnType<typeof readingsOf>[number]['family']>
const likeliest = ({ evidence, text }: Slot): string => {
  if (!evidence) return text.toLowerCase()
  let best = -1
  let most = -1
  for (let row = 0; row < evidence.units.length; row++) {
    const p = evidence.p[row * width + mixed]! * units[evidence.units[row]!]!.share
    if (p > most) {
      most = p
      best = evidence.units[row]!
    }
  }
  return best < 0 ? text.toLowerCase() : units[best]!.hangul
}

/** Emptied before it grows without end: names repeat, and a reading is dear. */
const kept = new Map<string, NameKeys>()

export const nameKeysOf = (name: string): NameKeys => {
  const known = kept.get(name)
  if (known) return known
  const reading = readingsOf(name)[0]
  const family = reading?.family ? likeliest(reading.family) : ''
  const given = reading ? reading.given.map(likeliest).join('') : ''
  const keys = { family, given, skeleton: skeletonOf(given) }
  if (kept.size > 50_000) kept.clear()
  kept.set(name, keys)
  return keys
}

/** Sounds that the systems confuse fall together: plain, tense and aspirated; ㄴ, ㄹ and none at the head of a syllable. Vowels are left out. */
const classOf: Record<string, string> = {
  ᄀ: 'k',
  ᄁ: 'k',
  ᄏ: 'k',
  ᄂ: '-',
  ᄅ: '-',
  ᄋ: '-',
  ᄃ: 't',
  ᄄ: 't',
  ᄐ: 't',
  ᄆ: 'm',
  ᄇ: 'p',
  ᄈ: 'p',
  ᄑ: 'p',
  ᄉ: 's',
  ᄊ: 's',
  ᄌ: 'c',
  ᄍ: 'c',
  ᄎ: 'c',
  ᄒ: 'h',
}
const skeletonOf = (given: string): string =>
  [...given]
    .map((syllable) => {
      const letters = syllable.normalize('NFD')
      const head = classOf[letters[0] ?? '']
      return head === undefined ? syllable : head + (letters[2] ?? '')
    })
    .join('')
