/** Two encodings of one person each: do two organisations know the same one? Yes, possible or no, and nothing finer. */

/** 2 × common ones / all ones, of two encodings of one length. */
export const diceOf = (a: Uint8Array, b: Uint8Array): number => {
  let both = 0
  let all = 0
  for (let at = 0; at < a.length; at++) {
    both += ones(a[at]! & b[at]!)
    all += ones(a[at]!) + ones(b[at]!)
  }
  return all === 0 ? 0 : (2 * both) / all
}
const ones = (byte: number): number => {
  let count = 0
  for (let rest = byte; rest > 0; rest &= rest - 1) count++
  return count
}

/**
 * Measured on invented people (one-encoding.test.ts): one person with the same birth date stands at .50 (a spelling off by a syllable) to 1, without the sex
 * on one side at .93; another family name and all else equal at .77; a namesake of the same year at .36, where one date is a year alone at .47, a stranger
 * and anyone of another year at .25. So a plain yes takes nearly every token, and what lies between is a matter for two people who talk to each other.
 */
export const surelyFrom = 0.88
export const possiblyFrom = 0.42

/** whole = a whole date of birth stood behind it: a name and a year are shared by many, and never make a yes. */
export const knownToBoth = (pairs: readonly { dice: number; whole: boolean }[]): 'yes' | 'possible' | 'no' =>
  pairs.some(({ dice, whole }) => whole && dice >= surelyFrom) ? 'yes' : pairs.some(({ dice }) => dice >= possiblyFrom) ? 'possible' : 'no'
