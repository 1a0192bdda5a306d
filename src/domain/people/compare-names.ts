/** Do two writings speak of one name? Same, possible or different, with the reason; a person decides what follows from it. */
import type { Words } from '../../basics/text.ts'
import { likeness } from './alike.ts'
import { plainLine, writingsOf } from './fold-name.ts'
import { reasonFor } from './name-reasons.ts'
import { type Reading, readingsOf } from './read-name.ts'
import { slotsOf } from './ways.ts'

export type NameAnswer = 'same' | 'possible' | 'different'
/** A code for machines and the sentence in three languages. */
export type Reason = Words & { readonly code: string }
export type NameComparison = { answer: NameAnswer; reason: Reason }
export type Closest = { answer: NameAnswer; value: number; a: Reading; b: Reading; slots: readonly number[]; whole: boolean }

/**
 * Cosines from which an answer is given, chosen on invented pairs of another seed than the bench's, on the lists in test/data/names and on half of a list of
 * public persons kept outside the repository: down to .05 hardly any pair of different names is gained, even under one family name, since those that agree
 * there are one spelling of two names (정화 and 경화 are both Jinghe), while rarer spellings and characters are gained. Below .01 names one sound apart come in.
 */
export const sameFrom = { korean: 0.06, chinese: 0.06 }
export const possibleFrom = { korean: 0.015, chinese: 0.012 }

const readAll = (name: string): Reading[] => writingsOf(name).flatMap(readingsOf)

export const comparePersonNames = (a: string, b: string): NameComparison => {
  const left = readAll(a)
  const right = readAll(b)
  const best = closest(left, right)
  // What is too long or too odd to read is still itself.
  if (best?.answer !== 'same' && left.length > 0 && (a === b || (isUnread(left) && isUnread(right) && plainLine(a) === plainLine(b))))
    return { answer: 'same', reason: sameLine }
  return best === null
    ? { answer: 'different', reason: reasonFor('different', likeliest(left), likeliest(right), null) }
    : { answer: best.answer, reason: reasonFor(best.answer, best.a, best.b, best) }
}

/** A family name was most likely written, where one can be read. */
const likeliest = (readings: readonly Reading[]): Reading | null =>
  readings.find((one) => one.family !== null && one.given.length > 0) ?? readings[0] ?? null
const isUnread = (readings: readonly Reading[]): boolean => readings[0]?.order === 'unread'
const sameLine: Reason = { code: 'same-writing', en: 'both are written alike', ko: '둘 다 같게 씀', zh: '双方写法相同' }

/** The pair of readings that agrees best; null when no two have one shape. */
export const closest = (left: readonly Reading[], right: readonly Reading[]): Closest | null => {
  let best: Closest | null = null
  for (const a of left)
    for (const b of right) {
      const found = likeness(a, b)
      if (found === null) continue
      // A reading that is itself unlikely carries less: Chol Kim may be Kim Chol, and may not.
      const value = found.value * trust(a) * trust(b) * (found.whole ? 1 : missingFamily)
      if (best === null || value > best.value || (value === best.value && tells(a, b, found.slots) > tells(best.a, best.b, best.slots)))
        best = { ...found, value, a, b, answer: answerFor(value, found.whole, a, b, found.slots) }
    }
  return best
}
/** Of pairs that agree equally little, the one that is likeliest read so says best why; an unread name says least. */
const tells = (a: Reading, b: Reading, slots: readonly number[]): number =>
  a.order === 'unread' || b.order === 'unread' ? -1 : a.weight * b.weight * (1 + slots.reduce((total, value) => total + value, 0))
const missingFamily = 0.25
const trust = (reading: Reading): number => (reading.weight >= 0.1 ? 1 : 0.5)
const answerFor = (value: number, whole: boolean, a: Reading, b: Reading, likenesses: readonly number[]): NameAnswer => {
  const slots = [a.family, ...a.given, b.family, ...b.given]
  const slips = slots.some((slot) => slot?.slip)
  const lane = slots.some((slot) => slot?.script === 'chinese') ? 'chinese' : 'korean'
  if (value >= sameFrom[lane] && whole && !slips && !haveOtherCharacters(a, b) && !isForced(a) && !isForced(b)) return 'same'
  return value >= possibleFrom[lane] || (whole && isNearMiss(a, b, likenesses)) ? 'possible' : 'different'
}

/** Half Korean, half Chinese letters, where a plain reading is likelier by far: Kim Chiyŏng is hardly Kim with a Chinese given name. */
const isForced = (reading: Reading): boolean =>
  reading.weight < 0.1 && ['korean', 'chinese'].every((lane) => slotsOf(reading).some((slot) => slot.script === lane))

/** 永哲 and 英哲 sound alike and are two names on paper. */
const haveOtherCharacters = (a: Reading, b: Reading): boolean => {
  const right = slotsOf(b)
  return slotsOf(a).some((slot, at) => slot.script === 'hanja' && right[at]?.script === 'hanja' && slot.text !== right[at].text)
}

/** Clerks mishear ㅗ and ㅜ, and ㄴ and ㅇ at the end; one such syllable, with all others agreeing well, is worth a look. */
const isNearMiss = (a: Reading, b: Reading, likenesses: readonly number[]): boolean => {
  const off = likenesses.flatMap((value, at) => (value < 0.5 ? [at] : []))
  if (likenesses.length < 3 || off.length !== 1) return false
  const [x, y] = [slotsOf(a)[off[0]!], slotsOf(b)[off[0]!]]
  return x !== undefined && y !== undefined && x.place === 'given' && misheard(x.text) === misheard(y.text)
}
const misheard = (text: string): string =>
  text
    .replace(/[ŏŭ]/g, (letter) => (letter === 'ŏ' ? 'o' : 'u'))
    .replaceAll('u', 'o')
    .replace(/ng$/, 'n')
