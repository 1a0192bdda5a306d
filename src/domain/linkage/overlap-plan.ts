/** Plans the exact comparison of two lists of encodings: which bits are looked at together, how many may differ there, and where all of it lies in memory. */

/** An encoding has 1,024 bits, 128 bytes. */
export const encodingBytes = 128
const bitsOfEncoding = 1024

/**
 * limit[s] = the largest Hamming distance at which two encodings with s ones together reach the Dice threshold; −1 when none does.
 * Dice = 2c / s with c common ones and distance s − 2c; the same comparison of the same doubles decides in the full scan and in the join.
 */
export const limitsFor = (threshold: number): Int32Array => {
  const limits = new Int32Array(2 * bitsOfEncoding + 1).fill(-1)
  for (let s = 1; s < limits.length; s++) {
    let common = Math.max(0, Math.floor((threshold * s) / 2) - 1)
    while (2 * common <= s && (2 * common) / s < threshold) common++
    if (2 * common <= s) limits[s] = s - 2 * common
  }
  return limits
}

/** One part of the comparison: queries from..to against records among..until, both of lists sorted by popcount; no pair in it may be farther apart than `distance`. */
export type Band = { from: number; to: number; among: number; until: number; distance: number }

/** Dice ≥ t needs popcounts within t/(2−t) of each other; and the fewer ones two records have, the closer they must lie. So both lists are cut by popcount. */
const bandsAt = (onesA: Uint32Array, onesB: Uint32Array, threshold: number, limits: Int32Array, cuts: readonly number[]): Band[] => {
  const least = threshold / (2 - threshold)
  const bands: Band[] = []
  for (const [from, to] of cutAt(onesB, cuts)) {
    const [low, high] = [onesB[from]!, onesB[to - 1]!]
    for (const [first, last] of cutAt(onesA, cuts)) {
      const among = Math.max(first, lowerBound(onesA, Math.floor(low * least - 1e-9)))
      const until = Math.min(last, lowerBound(onesA, Math.ceil(high / least + 1e-9) + 1))
      if (until <= among) continue
      let distance = -1
      for (let s = low + onesA[among]!; s <= high + onesA[until - 1]!; s++) distance = Math.max(distance, limits[s]!)
      if (distance >= 0) bands.push({ from, to, among, until, distance })
    }
  }
  return bands
}

/** Ranges of a sorted list that end at these shares of it; equal values stay together. */
const cutAt = (sorted: Uint32Array, cuts: readonly number[]): [from: number, to: number][] => {
  const ranges: [number, number][] = []
  let from = 0
  for (const cut of cuts) {
    let to = Math.round(sorted.length * cut)
    while (to > from && to < sorted.length && sorted[to] === sorted[to - 1]) to++
    if (to > from) ranges.push([from, to])
    from = Math.max(from, to)
  }
  return ranges
}

/** The upper end decides how far a band must search, so the last bands are thin. */
const waysToCut: readonly (readonly number[])[] = [
  [1],
  [0.6, 1],
  [0.4, 0.8, 1],
  [0.35, 0.7, 0.95, 1],
  [0.25, 0.5, 0.75, 0.93, 1],
  [0.2, 0.4, 0.6, 0.8, 0.94, 1],
]

export type PlannedBand = { band: Band; plan: JoinPlan }

/**
 * How records that are not of one person compare: agree[i] = chance that bit i is equal; spread = how far apart pairs stand, as multiples of the mean,
 * with the share of pairs that do. People share surnames and birth years, so that many strangers stand nearer than chance alone would put them.
 */
export type Strangers = { agree: Float64Array; spread: readonly { times: number; share: number }[] }

/** Summarises sampled distances; the near end, which makes the candidates, is kept finely. */
export const spreadOf = (distances: readonly number[]): Strangers['spread'] => {
  const sorted = [...distances].sort((a, b) => a - b)
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length
  if (!(mean > 0)) return [{ times: 1, share: 1 }]
  const cuts = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.25, 0.5, 1]
  return cuts.slice(1).flatMap((cut, i) => {
    const part = sorted.slice(Math.floor(cuts[i]! * sorted.length), Math.floor(cut * sorted.length))
    return part.length === 0 ? [] : [{ times: part.reduce((a, b) => a + b, 0) / part.length / mean, share: part.length / sorted.length }]
  })
}

/** The cheapest way to find every pair; popcounts rise in both lists. */
export const planOverlap = (
  onesA: Uint32Array,
  onesB: Uint32Array,
  threshold: number,
  limits: Int32Array,
  strangers: Strangers,
): PlannedBand[] => {
  let best: PlannedBand[] = []
  let least = Number.POSITIVE_INFINITY
  const { agree } = strangers
  const order = areAlike(agree) ? null : Array.from(agree.keys()).sort((a, b) => agree[a]! - agree[b]!)
  // Planning costs some milliseconds a way: short lists are done before that.
  for (const cuts of onesA.length * onesB.length < 1e8 ? waysToCut.slice(0, 1) : waysToCut) {
    const planned = bandsAt(onesA, onesB, threshold, limits, cuts).map((band) => ({
      band,
      plan: planJoin(band.until - band.among, band.to - band.from, band.distance, strangers, order),
    }))
    const cost = planned.reduce((sum, { plan }) => sum + plan.cost, 0)
    if (cost >= least) continue
    least = cost
    best = planned
  }
  return best
}

const lowerBound = (sorted: Uint32Array, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Blocks of bits with the radius searched in each; null blocks = comparing every pair is cheaper. `place[i]` = where bit i goes; null = all stay. */
export type JoinPlan = { blocks: readonly JoinBlock[] | null; place: Uint16Array | null; cost: number }
/** bits = size of the block's table as a power of two. */
export type JoinBlock = { start: number; width: number; radius: number; bits: number }

/** Nanoseconds on the machine where this was measured; only their ratios matter. */
const costs = { probe: 1.2, hit: 14, candidate: 9, record: 60, query: 110, slot: 2, moved: 800, pair: 6.5, start: 1e5 }

/**
 * Pigeonhole: when the radii plus one add up to more than the distance allowed, two encodings that close must lie within the radius in some block.
 * Bits are dealt to blocks so that each carries as much information; where all bits are alike they stay where they are.
 */
const planJoin = (records: number, queries: number, distance: number, strangers: Strangers, order: readonly number[] | null): JoinPlan => {
  let best: JoinPlan = { blocks: null, place: null, cost: costs.start + records * queries * costs.pair }
  if (records < 64 || queries < 8) return best
  for (let radius = 0; radius <= 3; radius++) {
    const many = Math.floor(distance / (radius + 1)) + 1
    if (many > bitsOfEncoding / 4 || Math.ceil(bitsOfEncoding / many) > 64) continue
    const hands = order ? deal(order, many) : inTurn(many)
    // Where the radii add up to more than is needed, the first blocks search one less.
    const spare = many * (radius + 1) - (distance + 1)
    let cost = costs.start + (order ? (records + queries) * costs.moved : 0)
    let start = 0
    const blocks = hands.map((bits, i) => {
      const own = i < spare ? radius - 1 : radius
      const size = Math.min(bits.length, 22, Math.max(8, Math.ceil(Math.log2(records)) + 3))
      cost += costOf(bits, own, size, records, queries, strangers)
      const block = { start, width: bits.length, radius: own, bits: size }
      start += bits.length
      return block
    })
    if (cost >= best.cost) continue
    best = { blocks, place: order ? placeOf(hands) : null, cost }
  }
  return best
}

const placeOf = (hands: readonly (readonly number[])[]): Uint16Array => {
  const place = new Uint16Array(bitsOfEncoding)
  hands.flat().forEach((bit, to) => {
    place[bit] = to
  })
  return place
}

const areAlike = (agree: Float64Array): boolean => {
  const told = [...agree].map((share) => -Math.log2(share))
  const mean = told.reduce((a, b) => a + b, 0) / told.length
  return told.every((bits) => Math.abs(bits - mean) < 0.35 * mean)
}

const inTurn = (many: number): number[][] =>
  Array.from({ length: many }, (_, i) => {
    const from = Math.round((i * bitsOfEncoding) / many)
    return Array.from({ length: Math.round(((i + 1) * bitsOfEncoding) / many) - from }, (_, j) => from + j)
  })

/** Most telling bits first, dealt out to and fro. */
const deal = (order: readonly number[], many: number): number[][] => {
  const hands = Array.from({ length: many }, (): number[] => [])
  order.forEach((bit, i) => {
    const turn = i % (2 * many)
    hands[turn < many ? turn : 2 * many - 1 - turn]!.push(bit)
  })
  return hands
}

const costOf = (
  bits: readonly number[],
  radius: number,
  size: number,
  records: number,
  queries: number,
  { agree, spread }: Strangers,
): number => {
  let near = 0
  for (const { times, share } of spread) {
    // Chance that two strangers so far apart differ in exactly 0, 1, 2 … bits of the block.
    const differ = [1, 0, 0, 0]
    for (const bit of bits) {
      const apart = Math.min(0.95, (1 - agree[bit]!) * times)
      for (let d = 3; d >= 0; d--) differ[d] = differ[d]! * (1 - apart) + (d > 0 ? differ[d - 1]! * apart : 0)
    }
    near += share * differ.slice(0, radius + 1).reduce((sum, one) => sum + one, 0)
  }
  const probes = flipCount(bits.length, radius)
  const candidates = records * near + (bits.length > size ? (probes * records) / 2 ** size : 0)
  const asking = costs.query + probes * costs.probe + Math.min(probes, candidates) * costs.hit + candidates * costs.candidate
  return records * costs.record + 2 ** size * costs.slot + queries * asking
}

/** A word for each bit of the block, none zero and none equal: the bit itself where the table is as wide as the block, else spread over the table. */
export const turnsFor = (width: number, bits: number): Uint32Array => {
  if (width <= bits) return Uint32Array.from({ length: width }, (_, i) => (1 << i) >>> 0)
  const taken = new Set<number>([0])
  let state = 0x9e3779b9
  return Uint32Array.from({ length: width }, () => {
    for (;;) {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5
      const word = (state ^ (state >>> 13)) & ((1 << bits) - 1)
      if (taken.has(word)) continue
      taken.add(word)
      return word
    }
  })
}

/**
 * All sets of up to `radius` bits of a block: the exclusive or of their turns, and the sets as bits. The empty set comes first;
 * a set whose hash is that of another is kept, for the two lead to different pairs.
 */
export const flipsFor = (turns: Uint32Array, radius: number): { hashes: Uint32Array; sets: BigUint64Array } => {
  const hashes: number[] = []
  const sets: bigint[] = []
  const add = (from: number, left: number, hash: number, set: bigint): void => {
    hashes.push(hash >>> 0)
    sets.push(set)
    if (left > 0) for (let i = from; i < turns.length; i++) add(i + 1, left - 1, hash ^ turns[i]!, set | (1n << BigInt(i)))
  }
  add(0, radius, 0, 0n)
  return { hashes: Uint32Array.from(hashes), sets: BigUint64Array.from(sets) }
}

/** How many such sets there are. */
export const flipCount = (width: number, radius: number): number => {
  let count = 0
  let choose = 1
  for (let r = 0; r <= radius; r++) {
    count += choose
    choose = (choose * (width - r)) / (r + 1)
  }
  return count
}

/** Bytes that joinBlock needs beside the lists, for `records` records, `queries` queries, a table of 2^bits and this many flips. */
export const scratchBytes = (records: number, queries: number, bits: number, flips: number): number =>
  records * 72 + Math.max(2 ** bits / 8, 64) + (2 ** bits + 2) * 8 + queries * 8 + 256 + Math.max(4096, flips) * 8 + 1024 * 8
