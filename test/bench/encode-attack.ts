/** What an encoding gives away to someone without the key: tried, not argued. */
import type { EncodedList } from './encode-people.ts'

const diceOf = (a: Uint8Array, i: number, b: Uint8Array, j: number): number => {
  let [common, ones] = [0, 0]
  for (let byte = 0; byte < 128; byte++) {
    const [x, y] = [a[i * 128 + byte]!, b[j * 128 + byte]!]
    common += bitsIn[x & y]!
    ones += bitsIn[x]! + bitsIn[y]!
  }
  return (2 * common) / ones
}
const bitsIn = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

/**
 * 1. Popcount: does the number of ones tell the commonest surname? 2. Pairs: does likeness tell that two strangers share a surname (0.5 = no, 1 = always)?
 * 3. An insider who knows who stands behind `known` encodings names the surname of others by their nearest, against always saying the commonest.
 * 4. The same insider counts how many are told with confidence, and how often that is right.
 */
export const attackOn = (a: EncodedList, b: EncodedList, known = 2000, asked = 1000): Record<string, unknown> => {
  const counts = new Map<string, number>()
  for (const family of a.families) counts.set(family, (counts.get(family) ?? 0) + 1)
  const [commonest, most] = [...counts].reduce((x, y) => (y[1] > x[1] ? y : x))
  const from = Math.ceil(b.families.length * 0.2)
  const same: number[] = []
  const other: number[] = []
  for (let i = 0; i < 60_000 && same.length < 3000; i++) {
    const [x, y] = [(i * 7919) % a.families.length, from + ((i * 104_729) % (b.families.length - from))]
    const dice = diceOf(a.encodings, x, b.encodings, y)
    if (a.families[x] === b.families[y]) same.push(dice)
    else other.push(dice)
  }
  const stranger = [...other].sort((x, y) => x - y)[other.length >> 1]!
  const close = (1 + stranger) / 2
  let [right, sure, sureRight] = [0, 0, 0]
  for (let q = 0; q < asked; q++) {
    const j = from + q
    const near: [number, string][] = []
    for (let i = 0; i < known; i++) near.push([diceOf(a.encodings, i, b.encodings, j), a.families[i]!])
    near.sort((x, y) => y[0] - x[0])
    const votes = new Map<string, number>()
    for (const [dice, family] of near.slice(0, 15))
      votes.set(family, (votes.get(family) ?? 0) + Math.max(0, dice - stranger) / (counts.get(family)! / a.families.length) ** 0.5)
    const guess = [...votes].reduce((x, y) => (y[1] > x[1] ? y : x))[0]
    if (guess === b.families[j]) right++
    if (near[0]![0] >= close) {
      sure++
      if (near[0]![1] === b.families[j]) sureRight++
    }
  }
  const onesOf = (i: number): number =>
    bitsIn.length && a.encodings.subarray(i * 128, i * 128 + 128).reduce((sum, byte) => sum + bitsIn[byte]!, 0)
  const ones = (wanted: boolean): number[] =>
    a.families.flatMap((family, i) => (i < 20_000 && (family === commonest) === wanted ? [onesOf(i)] : []))
  return {
    'surname told by popcount (AUC, .5 = not at all)': auc(ones(true), ones(false)),
    'same surname told by likeness of two strangers (AUC)': auc(same, other),
    'surname by 2,000 known neighbours, right': right / asked,
    'always the commonest surname, right': most / a.families.length,
    'neighbours that share half of all tokens, share of those asked': sure / asked,
    'of these the surname is right': sure === 0 ? null : sureRight / sure,
  }
}

const auc = (high: readonly number[], low: readonly number[]): number => {
  const all = [...high.map((value) => [value, 1] as const), ...low.map((value) => [value, 0] as const)].sort((x, y) => x[0] - y[0])
  let ranks = 0
  for (let i = 0; i < all.length; ) {
    let j = i
    while (j < all.length && all[j]![0] === all[i]![0]) j++
    for (let k = i; k < j; k++) if (all[k]![1] === 1) ranks += (i + j + 1) / 2
    i = j
  }
  return Math.round(((ranks - (high.length * (high.length + 1)) / 2) / (high.length * low.length)) * 1000) / 1000
}
