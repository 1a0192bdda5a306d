/** Learns how much each agreement speaks for one person: Fellegi and Sunter's weights, found by expectation and maximisation. */
import { equalLevel, levelIn, levelsOf, type Shape } from './fields.ts'

/** Chances by field and level; level 0 (not known) says nothing and stays 0. */
export type Levels = readonly Float64Array[]

/** Smallest chance that is believed: an agreement never seen in the sample is rare, not impossible. */
export const leastChance = 1e-9

/** How two unrelated records agree: the shares of each level among known values in a sample of random pairs. */
export const chanceLevels = (shape: Shape, counts: Uint32Array): Levels => {
  const sums = emptyLevels(shape)
  counts.forEach((count, agreement) => {
    if (count === 0) return
    for (const [field, sum] of sums.entries()) add(sum, levelIn(shape, agreement, field), count)
  })
  return sums.map(shares)
}

/** What one blocking rule teaches: how records of one person agree in the fields the rule does not fix. null for those it fixes. */
export type Taught = { levels: readonly (Float64Array | null)[]; share: number; rounds: number }

/**
 * EM on the agreements of one rule's pairs, the chance levels held fixed (Winkler; Splink trains so too). Starts from 95 % equal.
 * `rounds` are counted, not waited for: two engines that make as many land on the same numbers.
 */
export const learnFrom = (shape: Shape, counts: Uint32Array, chance: Levels, fixed: readonly number[], rounds = 25): Taught => {
  const learnt = shape.fields.map((_, field) => field).filter((field) => !fixed.includes(field))
  const levels = shape.fields.map(({ kind }, field) => (fixed.includes(field) ? null : firstGuess(levelsOf(kind))))
  let share = 0.1
  const seen: number[] = []
  counts.forEach((count, agreement) => {
    if (count > 0) seen.push(agreement)
  })
  for (let round = 0; round < rounds; round++) {
    const sums = emptyLevels(shape)
    let matches = 0
    let all = 0
    for (const agreement of seen) {
      let same = share
      let other = 1 - share
      for (const field of learnt) {
        const level = levelIn(shape, agreement, field)
        if (level === 0) continue
        same *= Math.max(levels[field]![level]!, leastChance)
        other *= Math.max(chance[field]![level]!, leastChance)
      }
      const expected = (counts[agreement]! * same) / (same + other)
      matches += expected
      all += counts[agreement]!
      for (const field of learnt) add(sums[field]!, levelIn(shape, agreement, field), expected)
    }
    if (all === 0) break
    share = Math.min(1 - 1e-9, Math.max(1e-12, matches / all))
    for (const field of learnt) levels[field] = shares(sums[field]!)
  }
  return { levels, share, rounds }
}

const firstGuess = (many: number): Float64Array => {
  const guess = new Float64Array(many).fill(0.05 / (many - 2))
  guess[0] = 0
  guess[many - 1] = 0.95
  return guess
}

/** The mean over the rules that taught a field; a field that no rule taught keeps the first guess. */
export const together = (shape: Shape, taught: readonly Taught[]): Levels =>
  shape.fields.map(({ kind }, field) => {
    const all = taught.flatMap(({ levels }) => (levels[field] ? [levels[field]!] : []))
    if (all.length === 0) return firstGuess(levelsOf(kind))
    return Float64Array.from({ length: levelsOf(kind) }, (_, level) => all.reduce((sum, one) => sum + one[level]!, 0) / all.length)
  })

/** log2(m / u) for every agreement, all fields; the share of matches is not in it. */
export const weightTable = (shape: Shape, match: Levels, chance: Levels): Float64Array => {
  const weights = new Float64Array(shape.size)
  for (let agreement = 0; agreement < shape.size; agreement++) {
    let weight = 0
    shape.fields.forEach((_, field) => {
      const level = levelIn(shape, agreement, field)
      if (level > 0) weight += Math.log2(Math.max(match[field]![level]!, leastChance) / Math.max(chance[field]![level]!, leastChance))
    })
    weights[agreement] = weight
  }
  return weights
}

/** The chance that two random records are one person, from the pairs of all rules (each once) and the number of pairs there could be. */
export const shareOfMatches = (counts: Uint32Array, weights: Float64Array, allPairs: number, rounds = 50): number => {
  let share = 1 / Math.sqrt(allPairs + 1)
  for (let round = 0; round < rounds; round++) {
    let matches = 0
    counts.forEach((count, agreement) => {
      if (count > 0) matches += count / (1 + (1 - share) / (share * 2 ** weights[agreement]!))
    })
    share = Math.min(0.5, Math.max(matches / allPairs, 1e-15))
  }
  return share
}

/** What an equal value adds when it is rare and takes away when it is common: log2(chance of any equal value / share of this one). counts[0] is not read. */
export const rarityOf = (shape: Shape, field: number, chance: Levels, counts: Uint32Array): Float64Array => {
  const usual = Math.max(chance[field]![equalLevel(shape.fields[field]!.kind)]!, leastChance)
  let known = 0
  for (let value = 1; value < counts.length; value++) known += counts[value]!
  return Float64Array.from(counts, (count, value) => (value === 0 || count === 0 ? 0 : Math.log2((usual * known) / count)))
}

/** 1 where the weight alone, or with the greatest rarity of its equal fields, reaches the line. */
export const hopefulOf = (shape: Shape, weights: Float64Array, greatest: readonly number[], least: number): Uint8Array =>
  Uint8Array.from(weights, (weight, agreement) => {
    let top = weight
    shape.fields.forEach(({ kind, rarity }, field) => {
      if (rarity && levelIn(shape, agreement, field) === equalLevel(kind)) top += Math.max(0, greatest[field]!)
    })
    return top >= least ? 1 : 0
  })

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight)

const emptyLevels = (shape: Shape): Float64Array[] => shape.fields.map(({ kind }) => new Float64Array(levelsOf(kind)))
const add = (sums: Float64Array, level: number, count: number): void => {
  if (level > 0) sums[level]! += count
}
const shares = (sums: Float64Array): Float64Array => {
  const all = sums.reduce((a, b) => a + b, 0)
  return all > 0 ? sums.map((sum) => sum / all) : sums
}
