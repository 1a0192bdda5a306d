/** Finds all pairs of 1,024-bit encodings whose Dice coefficient reaches a threshold: a full scan, and an exact join that skips almost all of it. */
// AssemblyScript, compiled by scripts/build-kernels.mjs. Memory is laid out by src/domain/linkage/overlap-plan.ts; pointers are byte addresses.
// A record is 16 words of 64 bits. limit[s] = the largest Hamming distance that two records with s ones together may have.

@inline const WORDS: i32 = 16
@inline const RECORD: usize = 128
@inline const HEAD: usize = 64
/** Room for the probes of one batch that met something, and for the records to compare; overlap-plan.ts counts with the same numbers. */
@inline const HITS: i32 = 4096
@inline const NEAR: i32 = 1024

// @ts-ignore: decorator
@inline
function distance4(a: usize, b: usize): i32 {
  return <i32>(
    popcnt(load<u64>(a) ^ load<u64>(b)) +
    popcnt(load<u64>(a, 8) ^ load<u64>(b, 8)) +
    popcnt(load<u64>(a, 16) ^ load<u64>(b, 16)) +
    popcnt(load<u64>(a, 24) ^ load<u64>(b, 24))
  )
}

export function countOnes(records: usize, many: i32, ones: usize): void {
  for (let i: i32 = 0; i < many; i++) {
    let sum: u64 = 0
    for (let w: i32 = 0; w < WORDS; w++) sum += popcnt(load<u64>(records + <usize>i * RECORD + (<usize>w << 3)))
    store<u32>(ones + (<usize>i << 2), <u32>sum)
  }
}

/** How many records have each bit: counts is 1,024 words of 32 bits, cleared by the caller. */
export function countBits(records: usize, many: i32, step: i32, counts: usize): void {
  for (let i: i32 = 0; i < many; i += step) {
    for (let w: i32 = 0; w < WORDS; w++) {
      let word = load<u64>(records + <usize>i * RECORD + (<usize>w << 3))
      while (word != 0) {
        const at = counts + (<usize>((w << 6) + <i32>ctz(word)) << 2)
        store<u32>(at, load<u32>(at) + 1)
        word &= word - 1
      }
    }
  }
}

/** Moves bit i of every record to place[i] (16 bits each). The target must be cleared. */
export function permute(from: usize, many: i32, place: usize, to: usize): void {
  for (let i: i32 = 0; i < many; i++) {
    const target = to + <usize>i * RECORD
    for (let w: i32 = 0; w < WORDS; w++) {
      let word = load<u64>(from + <usize>i * RECORD + (<usize>w << 3))
      while (word != 0) {
        const bit = <usize>load<u16>(place + (<usize>((w << 6) + <i32>ctz(word)) << 1))
        const at = target + ((bit >> 6) << 3)
        store<u64>(at, load<u64>(at) | ((<u64>1) << (bit & 63)))
        word &= word - 1
      }
    }
  }
}

/** The tuned comparison of every pair, for scale and for data that no index helps with. Returns how many pairs there are; writes at most cap. */
export function fullScan(a: usize, many: i32, onesA: usize, b: usize, from: i32, to: i32, onesB: usize, limit: usize, out: usize, cap: i32): i32 {
  let found: i32 = 0
  for (let q: i32 = from; q < to; q++) {
    const query = b + <usize>q * RECORD
    const ones = load<u32>(onesB + (<usize>q << 2))
    const q0 = load<u64>(query), q1 = load<u64>(query, 8), q2 = load<u64>(query, 16), q3 = load<u64>(query, 24)
    const q4 = load<u64>(query, 32), q5 = load<u64>(query, 40), q6 = load<u64>(query, 48), q7 = load<u64>(query, 56)
    const q8 = load<u64>(query, 64), q9 = load<u64>(query, 72), q10 = load<u64>(query, 80), q11 = load<u64>(query, 88)
    const q12 = load<u64>(query, 96), q13 = load<u64>(query, 104), q14 = load<u64>(query, 112), q15 = load<u64>(query, 120)
    for (let i: i32 = 0; i < many; i++) {
      const r = a + <usize>i * RECORD
      const apart = <i32>(
        popcnt(load<u64>(r) ^ q0) + popcnt(load<u64>(r, 8) ^ q1) + popcnt(load<u64>(r, 16) ^ q2) + popcnt(load<u64>(r, 24) ^ q3) +
        popcnt(load<u64>(r, 32) ^ q4) + popcnt(load<u64>(r, 40) ^ q5) + popcnt(load<u64>(r, 48) ^ q6) + popcnt(load<u64>(r, 56) ^ q7) +
        popcnt(load<u64>(r, 64) ^ q8) + popcnt(load<u64>(r, 72) ^ q9) + popcnt(load<u64>(r, 80) ^ q10) + popcnt(load<u64>(r, 88) ^ q11) +
        popcnt(load<u64>(r, 96) ^ q12) + popcnt(load<u64>(r, 104) ^ q13) + popcnt(load<u64>(r, 112) ^ q14) + popcnt(load<u64>(r, 120) ^ q15)
      )
      if (apart <= load<i32>(limit + (<usize>(ones + load<u32>(onesA + (<usize>i << 2))) << 2))) {
        if (found < cap) {
          store<u32>(out + (<usize>found << 3), i)
          store<u32>(out + (<usize>found << 3), q, 4)
        }
        found++
      }
    }
  }
  return found
}

/** Bits start to start + width − 1 of a record, lowest first; width ≤ 64. */
// @ts-ignore: decorator
@inline
function keyOf(record: usize, start: i32, width: i32): u64 {
  const at = record + ((<usize>start >> 6) << 3)
  const shift = <u64>(start & 63)
  let key = load<u64>(at) >> shift
  if (shift != 0 && (start >> 6) < WORDS - 1) key |= load<u64>(at, 8) << (64 - shift)
  return width == 64 ? key : key & (((<u64>1) << <u64>width) - 1)
}

/** The hash is linear: turning a bit of the key is one exclusive or with that bit's word, so that all near keys are probed without hashing again. */
// @ts-ignore: decorator
@inline
function hashOf(key: u64, turns: usize, bits: i32, width: i32): u32 {
  if (width <= bits) return <u32>key
  let hash: u32 = 0
  while (key != 0) {
    hash ^= load<u32>(turns + (<usize>ctz(key) << 2))
    key &= key - 1
  }
  return hash
}

// What one block's search needs everywhere; one instance works on one block at a time.
let ids: usize = 0
let heads: usize = 0
let starts: usize = 0
let recordsA: usize = 0
let onesOfA: usize = 0
let limits: usize = 0
let plan: usize = 0
let block: i32 = 0
let result: usize = 0
let farthestOfAll: i32 = 0
let queriesAt: usize = 0
let onesOfB: usize = 0
let setsAt: usize = 0
let slots: usize = 0
let room: i32 = 0
let total: i32 = 0

// @ts-ignore: decorator
@inline
function copyHead(to: usize, from: usize): void {
  store<u64>(to, load<u64>(from))
  store<u64>(to, load<u64>(from, 8), 8)
  store<u64>(to, load<u64>(from, 16), 16)
  store<u64>(to, load<u64>(from, 24), 24)
  store<u64>(to, load<u64>(from, 32), 32)
  store<u64>(to, load<u64>(from, 40), 40)
  store<u64>(to, load<u64>(from, 48), 48)
  store<u64>(to, load<u64>(from, 56), 56)
}

/** Counting sort by hash: order gets the record numbers, starts[h] to starts[h + 1] the places of those with hash h. */
function sortByHash(records: usize, from: i32, to: i32, start: i32, width: i32, turns: usize, bits: i32, hashes: usize, ends: usize, order: usize): void {
  const size: i32 = 1 << bits
  memory.fill(ends, 0, (<usize>size + 2) << 2)
  for (let i: i32 = from; i < to; i++) {
    const hash = hashOf(keyOf(records + <usize>i * RECORD, start, width), turns, bits, width)
    store<u32>(hashes + (<usize>(i - from) << 2), hash)
    const count = ends + ((<usize>hash + 2) << 2)
    store<u32>(count, load<u32>(count) + 1)
  }
  for (let h: i32 = 1; h <= size + 1; h++) {
    const count = ends + (<usize>h << 2)
    store<u32>(count, load<u32>(count) + load<u32>(count - 4))
  }
  for (let i: i32 = from; i < to; i++) {
    const next = ends + ((<usize>load<u32>(hashes + (<usize>(i - from) << 2)) + 1) << 2)
    const place = load<u32>(next)
    store<u32>(next, place + 1)
    store<u32>(order + (<usize>place << 2), i)
  }
}

/**
 * All pairs that are within the radius in this block, in no earlier block, and within the limit as a whole.
 * plan: for every block start, width, radius (32 bits each). Only the part from..to of b asks. farthest = the largest limit of any pair.
 * turns: width words. flips: the hashes of all sets of up to radius turned bits, then (aligned) the sets themselves as 64 bits; flipCount of each.
 * scratch: as overlap-plan.ts counts it. Returns how many pairs there are; writes at most cap.
 * Queries are asked in the order of their hashes: then all probes of neighbours fall close to each other, and the caches hold.
 */
export function joinBlock(
  a: usize, many: i32, onesA: usize, b: usize, from: i32, to: i32, onesB: usize, limit: usize,
  blocks: usize, at: i32, bits: i32, turns: usize, flips: usize, flipCount: i32, farthest: i32, scratch: usize, out: usize, cap: i32,
): i32 {
  const start = load<i32>(blocks + <usize>at * 12)
  const width = load<i32>(blocks + <usize>at * 12, 4)
  const size: i32 = 1 << bits
  const asked = to - from
  const tableBytes = (<usize>size + 2) << 2
  const sets = flips + ((<usize>(flipCount + 1) >> 1) << 3)
  heads = scratch
  const bitmap = heads + <usize>many * HEAD
  starts = bitmap + <usize>max(size >> 3, 64)
  ids = starts + tableBytes
  const startsB = ids + (<usize>many << 2)
  const orderB = startsB + tableBytes
  const hashesB = orderB + (<usize>asked << 2)
  const hashesA = hashesB + (<usize>asked << 2)
  slots = hashesA + (<usize>many << 2)
  const hits = slots + 256
  recordsA = a
  onesOfA = onesA
  limits = limit
  plan = blocks
  block = at
  result = out
  room = cap
  total = 0
  sortByHash(a, 0, many, start, width, turns, bits, hashesA, starts, ids)
  sortByHash(b, from, to, start, width, turns, bits, hashesB, startsB, orderB)
  memory.fill(bitmap, 0, <usize>max(size >> 3, 64))
  for (let k: i32 = 0; k < many; k++) {
    const id = load<u32>(ids + (<usize>k << 2))
    copyHead(heads + <usize>k * HEAD, a + <usize>id * RECORD)
    const hash = load<u32>(hashesA + (<usize>id << 2))
    const word = bitmap + ((<usize>hash >> 5) << 2)
    store<u32>(word, load<u32>(word) | (1 << (hash & 31)))
  }
  farthestOfAll = farthest
  queriesAt = b
  onesOfB = onesB
  setsAt = sets
  // Three steps over a batch of queries, each without a branch that depends on memory still on its way: probe, look up, compare.
  const batch: i32 = max(1, min(64, HITS / flipCount))
  const hitHash = hits
  const hitFrom = hitHash + (<usize>max(HITS, flipCount) << 2)
  const nearPlace = hitFrom + (<usize>max(HITS, flipCount) << 2)
  const nearFrom = nearPlace + (<usize>NEAR << 2)
  for (let first: i32 = 0; first < asked; first += batch) {
    const last: i32 = min(asked, first + batch)
    let found: usize = 0
    for (let k: i32 = first; k < last; k++) {
      const q = load<u32>(orderB + (<usize>k << 2))
      const hash = load<u32>(hashesB + (<usize>(q - from) << 2))
      const slot = <u32>(k - first) << 16
      store<u32>(slots + (<usize>(k - first) << 2), q)
      for (let f: u32 = 0; f < <u32>flipCount; f++) {
        const probe = hash ^ load<u32>(flips + (<usize>f << 2))
        store<u32>(hitHash + found, probe)
        store<u32>(hitFrom + found, slot | f)
        found += <usize>((load<u32>(bitmap + ((<usize>probe >> 5) << 2)) >> (probe & 31)) & 1) << 2
      }
    }
    let near: usize = 0
    for (let h: usize = 0; h < found; h += 4) {
      const bucket = starts + (<usize>load<u32>(hitHash + h) << 2)
      const begin = load<u32>(bucket)
      const size = load<u32>(bucket, 4) - begin
      const whence = load<u32>(hitFrom + h)
      store<u32>(nearPlace + near, begin)
      store<u32>(nearFrom + near, whence)
      store<u32>(nearPlace + near, begin + 1, 4)
      store<u32>(nearFrom + near, whence, 4)
      near += size > 2 ? 0 : <usize>size << 2
      if (size > 2) compareAll(begin, begin + size, whence)
      if (near >= <usize>(NEAR - 2) << 2) {
        for (let n: usize = 0; n < near; n += 4) compare(load<u32>(nearPlace + n), load<u32>(nearFrom + n))
        near = 0
      }
    }
    for (let n: usize = 0; n < near; n += 4) compare(load<u32>(nearPlace + n), load<u32>(nearFrom + n))
  }
  return total
}

// @ts-ignore: decorator
@inline
function compare(place: u32, whence: u32): void {
  const head = heads + <usize>place * HEAD
  const q = load<u32>(slots + (<usize>(whence >> 16) << 2))
  const query = queriesAt + <usize>q * RECORD
  let apart = distance4(head, query)
  if (apart > farthestOfAll) return
  apart += distance4(head + 32, query + 32)
  if (apart > farthestOfAll) return
  finish(head, apart, query, q, load<u32>(onesOfB + (<usize>q << 2)), load<u64>(setsAt + (<usize>(whence & 0xffff) << 3)))
}

/** A full bucket: the query stays in registers. */
function compareAll(begin: u32, end: u32, whence: u32): void {
  const q = load<u32>(slots + (<usize>(whence >> 16) << 2))
  const query = queriesAt + <usize>q * RECORD
  const farthest = farthestOfAll
  const q0 = load<u64>(query), q1 = load<u64>(query, 8), q2 = load<u64>(query, 16), q3 = load<u64>(query, 24)
  const q4 = load<u64>(query, 32), q5 = load<u64>(query, 40), q6 = load<u64>(query, 48), q7 = load<u64>(query, 56)
  const stop = heads + <usize>end * HEAD
  for (let head = heads + <usize>begin * HEAD; head < stop; head += HEAD) {
    let apart = <i32>(popcnt(load<u64>(head) ^ q0) + popcnt(load<u64>(head, 8) ^ q1) + popcnt(load<u64>(head, 16) ^ q2) + popcnt(load<u64>(head, 24) ^ q3))
    if (apart > farthest) continue
    apart += <i32>(popcnt(load<u64>(head, 32) ^ q4) + popcnt(load<u64>(head, 40) ^ q5) + popcnt(load<u64>(head, 48) ^ q6) + popcnt(load<u64>(head, 56) ^ q7))
    if (apart > farthest) continue
    finish(head, apart, query, q, load<u32>(onesOfB + (<usize>q << 2)), load<u64>(setsAt + (<usize>(whence & 0xffff) << 3)))
  }
}

/** The second half of a comparison, for the few that survive the first. */
function finish(head: usize, soFar: i32, query: usize, q: i32, ones: u32, turned: u64): void {
  const id = load<u32>(ids + (((head - heads) / HEAD) << 2))
  const record = recordsA + <usize>id * RECORD
  const allowed = load<i32>(limits + (<usize>(ones + load<u32>(onesOfA + (<usize>id << 2))) << 2))
  let apart = soFar + distance4(record + 64, query + 64)
  if (apart > allowed) return
  apart += distance4(record + 96, query + 96)
  if (apart > allowed) return
  if (!isFirst(record, query, turned)) return
  if (total < room) {
    store<u32>(result + (<usize>total << 3), id)
    store<u32>(result + (<usize>total << 3), q, 4)
  }
  total++
}

/** A pair is told once: by its first block within the radius, and there by the probe that turned exactly the bits in which the two differ. */
function isFirst(record: usize, query: usize, turned: u64): bool {
  for (let i: i32 = 0; i <= block; i++) {
    const start = load<i32>(plan + <usize>i * 12)
    const width = load<i32>(plan + <usize>i * 12, 4)
    const differing = keyOf(record, start, width) ^ keyOf(query, start, width)
    if (i == block) return differing == turned
    if (<i32>popcnt(differing) <= load<i32>(plan + <usize>i * 12, 8)) return false
  }
  return false
}
