/** Do two writings speak of one name? Same, possible or different, with the reason; a person decides what follows from it. */
import type { Words } from '../../basics/text.ts'
import { likeness } from './alike.ts'
import { writingsOf } from './fold-name.ts'
import { reasonFor } from './name-reasons.ts'
import { type Reading, readingsOf } from './read-name.ts'

export type NameAnswer = 'same' | 'possible' | 'different'
/** A code for machines and the sentence in three languages. */
export type Reason = Words & { readonly code: string }
export type NameComparison = { answer: NameAnswer; reason: Reason }
export type Closest = { answer: NameAnswer; value: number; a: Reading; b: Reading; slots: readonly number[]; whole: boolean }

/** Set on one half of the test names, see docs of `npm run bench names`; symmetric by construction. */
export const sameFrom = 0.3
export const possibleFrom = 0.06

const readAll = (name: string): Reading[] => writingsOf(name).flatMap(readingsOf)

export const comparePersonNames = (a: string, b: string): NameComparison => {
  const left = readAll(a)
  const right = readAll(b)
  const best = closest(left, right)
  return best === null
    ? { answer: 'different', reason: reasonFor('different', left[0] ?? null, right[0] ?? null, null) }
    : { answer: best.answer, reason: reasonFor(best.answer, best.a, best.b, best) }
}

/** The pair of readings that agrees best; null when no two have one shape. */
export const closest = (left: readonly Reading[], right: readonly Reading[]): Closest | null => {
  let best: Closest | null = null
  for (const a of left)
    for (const b of right) {
      const found = likeness(a, b)
      if (found === null) continue
      // A reading that is itself unlikely carries less: Chol Kim may be Kim Chol, and may not.
      const value = found.value * trust(a) * trust(b) * (found.whole ? 1 : missingFamily)
      if (best === null || value > best.value) best = { ...found, value, a, b, answer: answerFor(value, found.whole, a, b) }
    }
  return best
}
const missingFamily = 0.25
const trust = (reading: Reading): number => (reading.weight >= 0.1 ? 1 : 0.5)
const answerFor = (value: number, whole: boolean, a: Reading, b: Reading): NameAnswer => {
  const slips = [a, b].some((reading) => [reading.family, ...reading.given].some((slot) => slot?.slip))
  return value >= sameFrom && whole && !slips ? 'same' : value >= possibleFrom ? 'possible' : 'different'
}
