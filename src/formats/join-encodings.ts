/** Finds which encodings of two lists stand for the same person, exactly, without comparing every pair. */

import { refuse } from '../basics/refusal.ts'
import { overlapKernel } from '../domain/linkage/kernels/overlap.ts'
import {
  type Band,
  encodingBytes,
  flipCount,
  flipsFor,
  type JoinBlock,
  limitsFor,
  type PlannedBand,
  planOverlap,
  scratchBytes,
  spreadOf,
  turnsFor,
} from '../domain/linkage/overlap-plan.ts'
import { type KernelCall, type KernelPool, layOut, openKernelPool } from './kernel-pool.ts'

/** pairs = a, b, a, b …: places in the two lists, in no order. */
export type Joined = { pairs: Uint32Array; method: string }
export type JoinSettings = { threshold: number; threads: number; everyPair?: boolean; progress?: (share: number) => void }

/** Pairs that fit beside a thread's tables before it hands them over. */
const pairsRoom = 1 << 18

/** `a` and `b` hold 128 bytes a record. Both are copied into shared memory once. */
export const joinEncodings = async (a: Uint8Array, b: Uint8Array, settings: JoinSettings): Promise<Joined> => {
  const { threshold, threads, everyPair = false, progress = () => {} } = settings
  const [sortedA, sortedB] = [byOnes(a), byOnes(b)]
  const [manyA, manyB] = [sortedA.order.length, sortedB.order.length]
  if (manyA === 0 || manyB === 0) return { pairs: new Uint32Array(0), method: 'nothing to compare' }
  const limits = limitsFor(threshold)
  const planned = everyPair
    ? [everyPairOf(manyA, manyB)]
    : planOverlap(sortedA.ones, sortedB.ones, threshold, limits, { agree: agreement(a, b), spread: spreadOf(sampledDistances(a, b)) })
  const moves = planned.some(({ plan }) => plan.place !== null)
  const space = layOut()
  const at: Addresses = {
    a: space.take(a.length),
    b: space.take(b.length),
    onesA: space.take(manyA * 4),
    onesB: space.take(manyB * 4),
    limits: space.take(limits.length * 4),
    place: space.take(2048),
    movedA: space.take(moves ? a.length : 0),
    movedB: space.take(moves ? b.length : 0),
    blocks: space.take(1024 * 12),
    turns: space.take(1024 * 4),
    flips: space.take(Math.max(0, ...planned.map(({ plan }) => flipBytes(plan.blocks ?? [])))),
  }
  const scratch = Math.max(
    64,
    ...planned.flatMap(({ band, plan }) =>
      (plan.blocks ?? []).map((block) =>
        scratchBytes(band.until - band.among, band.to - band.from, block.bits, flipCount(block.width, block.radius)),
      ),
    ),
  )
  const out = Math.ceil(scratch / 64) * 64
  const pool = openKernelPool(overlapKernel, space.used(), out + pairsRoom * 8, threads)
  try {
    const { buffer } = pool.memory
    copyInOrder(a, sortedA.order, new Uint8Array(buffer, at.a, a.length))
    copyInOrder(b, sortedB.order, new Uint8Array(buffer, at.b, b.length))
    new Uint32Array(buffer, at.onesA, manyA).set(sortedA.ones)
    new Uint32Array(buffer, at.onesB, manyB).set(sortedB.ones)
    new Int32Array(buffer, at.limits, limits.length).set(limits)
    const parts: Uint32Array[] = []
    for (const [i, { band, plan }] of planned.entries()) {
      const { blocks, place } = plan
      if (place) await moveBits(pool, at, band, place, threads)
      const search: Search = blocks
        ? { name: 'joinBlock', calls: blockCalls(buffer, at, band, blocks, place !== null), rest: [{ inRoom: 0 }] }
        : { name: 'fullScan', calls: scanCalls(at, band), rest: [] }
      const found = await searched(pool, search, out, (share) => progress((i + share) / planned.length))
      for (const part of found) {
        for (let k = 0; k < part.length; k += 2) {
          part[k] = sortedA.order[part[k]! + band.among]!
          part[k + 1] = sortedB.order[part[k + 1]!]!
        }
        parts.push(part)
      }
    }
    const widest = planned.reduce<readonly JoinBlock[]>(
      (most, { plan }) => (plan.blocks && plan.blocks.length > most.length ? plan.blocks : most),
      [],
    )
    const method =
      widest.length > 0
        ? `up to ${widest.length} blocks, ${Math.max(...widest.map((block) => block.radius))} bits turned, ${planned.length} bands`
        : 'every pair'
    return { pairs: inOne(parts), method }
  } finally {
    await pool.close()
  }
}

type Addresses = Record<'a' | 'b' | 'onesA' | 'onesB' | 'limits' | 'place' | 'movedA' | 'movedB' | 'blocks' | 'turns' | 'flips', number>
/** Every call holds its first and its last query at places 4 and 5, so that it can be cut in two. */
type Search = { name: string; calls: number[][]; rest: KernelCall }

const moveBits = (pool: KernelPool, at: Addresses, band: Band, place: Uint16Array, threads: number): Promise<void> => {
  const { buffer } = pool.memory
  new Uint16Array(buffer, at.place, 1024).set(place)
  const slices = (from: number, to: number, source: number, target: number): KernelCall[] => {
    new Uint8Array(buffer, target + from * encodingBytes, (to - from) * encodingBytes).fill(0)
    const step = Math.ceil((to - from) / threads)
    const calls: KernelCall[] = []
    for (let start = from; start < to; start += step)
      calls.push([source + start * encodingBytes, Math.min(step, to - start), at.place, target + start * encodingBytes])
    return calls
  }
  return pool.run('permute', [...slices(band.among, band.until, at.a, at.movedA), ...slices(band.from, band.to, at.b, at.movedB)], () => {})
}

const blockCalls = (buffer: ArrayBufferLike, at: Addresses, band: Band, blocks: readonly JoinBlock[], moved: boolean): number[][] => {
  const [a, b] = moved ? [at.movedA, at.movedB] : [at.a, at.b]
  const table = new Int32Array(buffer, at.blocks, blocks.length * 3)
  let turns = at.turns
  let flips = at.flips
  return blocks.map(({ start, width, radius, bits }, block) => {
    table.set([start, width, radius], block * 3)
    const words = turnsFor(width, bits)
    const { hashes, sets } = flipsFor(words, radius)
    const [ownTurns, ownFlips] = [turns, flips]
    new Uint32Array(buffer, ownTurns, width).set(words)
    new Uint32Array(buffer, ownFlips, hashes.length).set(hashes)
    new BigUint64Array(buffer, ownFlips + Math.ceil(hashes.length / 2) * 8, sets.length).set(sets)
    turns += width * 4
    flips += flipBytes([{ width, radius }])
    return [
      a + band.among * encodingBytes,
      band.until - band.among,
      at.onesA + band.among * 4,
      b,
      band.from,
      band.to,
      at.onesB,
      at.limits,
      at.blocks,
      block,
      bits,
      ownTurns,
      ownFlips,
      hashes.length,
      band.distance,
    ]
  })
}

const flipBytes = (blocks: readonly { width: number; radius: number }[]): number =>
  blocks.reduce((sum, { width, radius }) => sum + Math.ceil(flipCount(width, radius) / 2) * 8 + flipCount(width, radius) * 8, 0)

const scanCalls = (at: Addresses, band: Band): number[][] => {
  const step = Math.max(16, Math.ceil((band.to - band.from) / 64))
  const calls: number[][] = []
  for (let from = band.from; from < band.to; from += step) {
    calls.push([
      at.a + band.among * encodingBytes,
      band.until - band.among,
      at.onesA + band.among * 4,
      at.b,
      from,
      Math.min(from + step, band.to),
      at.onesB,
      at.limits,
    ])
  }
  return calls
}

/** A call whose pairs overflow the room is cut in two by its queries and made again. */
const searched = async (
  pool: KernelPool,
  { name, calls, rest }: Search,
  out: number,
  share: (share: number) => void,
): Promise<Uint32Array[]> => {
  const found: Uint32Array[] = []
  let open = calls
  let finished = 0
  while (open.length > 0) {
    const made = open
    const again: number[][] = []
    await pool.run(
      name,
      made.map((call) => [...call, ...rest, { inRoom: out }, pairsRoom]),
      (index, answer, room) => {
        const call = made[index]!
        const [from, to] = [call[4]!, call[5]!]
        if (answer > pairsRoom) {
          if (to - from === 1) refuse('bad-input', { field: 'encodings', reason: `one encoding matches more than ${pairsRoom} others` })
          const middle = (from + to) >> 1
          again.push(call.with(5, middle), call.with(4, middle))
          return
        }
        if (answer > 0) found.push(new Uint32Array(pool.memory.buffer, room + out, answer * 2).slice())
        share(Math.min(1, ++finished / calls.length))
      },
    )
    open = again
  }
  return found
}

const inOne = (parts: readonly Uint32Array[]): Uint32Array => {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const everyPairOf = (manyA: number, manyB: number): PlannedBand => ({
  band: { from: 0, to: manyB, among: 0, until: manyA, distance: 0 },
  plan: { blocks: null, place: null, cost: 0 },
})

/** Order by number of ones, counted and sorted in one pass; equal counts keep their order. */
const byOnes = (records: Uint8Array): { order: Uint32Array; ones: Uint32Array } => {
  const many = records.length / encodingBytes
  const words = new Uint32Array(records.buffer, records.byteOffset, many * 32)
  const counts = new Uint32Array(many)
  const starts = new Uint32Array(1026)
  for (let i = 0; i < many; i++) {
    let sum = 0
    for (let w = i * 32; w < i * 32 + 32; w++) sum += onesIn(words[w]!)
    counts[i] = sum
    starts[sum + 1]! += 1
  }
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const order = new Uint32Array(many)
  const ones = new Uint32Array(many)
  for (let i = 0; i < many; i++) {
    const to = starts[counts[i]!]!++
    order[to] = i
    ones[to] = counts[i]!
  }
  return { order, ones }
}

const onesIn = (word: number): number => {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const copyInOrder = (from: Uint8Array, order: Uint32Array, to: Uint8Array): void => {
  const source = new Uint32Array(from.buffer, from.byteOffset, from.length / 4)
  const target = new Uint32Array(to.buffer, to.byteOffset, to.length / 4)
  for (let i = 0; i < order.length; i++) {
    const s = order[i]! * 32
    const t = i * 32
    for (let w = 0; w < 32; w++) target[t + w] = source[s + w]!
  }
}

/** Chance that each bit is equal in a record of one list and one of the other, from up to 20,000 records of each. */
const agreement = (a: Uint8Array, b: Uint8Array): Float64Array => {
  const [sharesA, sharesB] = [bitShares(a), bitShares(b)]
  return sharesA.map((p, i) => Math.min(0.999999, Math.max(0.000001, p * sharesB[i]! + (1 - p) * (1 - sharesB[i]!))))
}

/** Distances of 20,000 pairs spread over both lists. */
const sampledDistances = (a: Uint8Array, b: Uint8Array): number[] => {
  const [x, y] = [new Uint32Array(a.buffer, a.byteOffset, a.length / 4), new Uint32Array(b.buffer, b.byteOffset, b.length / 4)]
  const [manyA, manyB] = [x.length / 32, y.length / 32]
  return Array.from({ length: 20_000 }, (_, i) => {
    const [p, q] = [((i * 7919) % manyA) * 32, ((i * 104_729 + Math.floor(i / manyA) + 1) % manyB) * 32]
    let apart = 0
    for (let w = 0; w < 32; w++) apart += onesIn(x[p + w]! ^ y[q + w]!)
    return apart
  })
}

const bitShares = (records: Uint8Array): Float64Array => {
  const many = records.length / encodingBytes
  const step = Math.max(1, Math.floor(many / 20_000))
  const shares = new Float64Array(1024)
  let read = 0
  for (let i = 0; i < many; i += step, read++) {
    for (let byte = 0; byte < encodingBytes; byte++) {
      const value = records[i * encodingBytes + byte]!
      for (let bit = 0; bit < 8; bit++) shares[byte * 8 + bit]! += (value >> bit) & 1
    }
  }
  return shares.map((sum) => sum / read)
}
