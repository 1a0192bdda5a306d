/** Compares records within blocks field by field and counts how they agree: the heart of linking two lists. */
// AssemblyScript, compiled by scripts/build-kernels.mjs. Memory is laid out by src/formats/link-lists.ts; pointers are byte addresses.
// A record is `stride` words of 32 bits: its fields (0 = not known), then one block key for each rule (0 = in no block of that rule).
// An agreement is one number: the sum over fields of level × that field's multiplier.

@inline const EXACT: i32 = 0
@inline const TEXT: i32 = 1
@inline const DATE: i32 = 2
/** For each field 48 bytes: kind, multiplier, then for text: texts (address), ends (address), masks (address), memo (address), and two likeness bounds (f64). */
@inline const FIELD: usize = 48
@inline const MEMO_BITS: i32 = 15

let fields: i32 = 0
let rules: i32 = 0
let stride: i32 = 0
let table: usize = 0
let records: usize = 0
let marks: usize = 0

export function setUp(fieldCount: i32, ruleCount: i32, fieldTable: usize, recordTable: usize, room: usize): void {
  fields = fieldCount
  rules = ruleCount
  stride = fieldCount + ruleCount
  table = fieldTable
  records = recordTable
  marks = room
}

/** Bytes of a thread's own room: marks of matched letters, and for each field a memory of pairs of texts already compared. */
// @ts-ignore: decorator
@inline
function memoOf(field: i32): usize {
  return marks + 1024 + (<usize>field << (MEMO_BITS + 4))
}

/** Jaro–Winkler as DuckDB and RapidFuzz compute it: prefix of up to four, weight 0.1, counted only above 0.7. Texts are bytes. */
function jaroWinkler(a: usize, lengthA: i32, b: usize, lengthB: i32): f64 {
  if (lengthA == 0 || lengthB == 0) return 0
  const longest = max(lengthA, lengthB)
  const reach = max(0, (longest >> 1) - 1)
  const marksA = marks, marksB = marks + 512
  memory.fill(marksA, 0, lengthA)
  memory.fill(marksB, 0, lengthB)
  let common: i32 = 0
  for (let i: i32 = 0; i < lengthA; i++) {
    const letter = load<u8>(a + i)
    const to = min(lengthB - 1, i + reach)
    for (let j = max(0, i - reach); j <= to; j++) {
      if (load<u8>(marksB + j) == 0 && load<u8>(b + j) == letter) {
        store<u8>(marksA + i, 1)
        store<u8>(marksB + j, 1)
        common++
        break
      }
    }
  }
  if (common == 0) return 0
  let moved: i32 = 0
  let j: i32 = 0
  for (let i: i32 = 0; i < lengthA; i++) {
    if (load<u8>(marksA + i) == 0) continue
    while (load<u8>(marksB + j) == 0) j++
    if (load<u8>(a + i) != load<u8>(b + j)) moved++
    j++
  }
  const m = <f64>common
  const jaro = (m / <f64>lengthA + m / <f64>lengthB + (m - <f64>(moved >> 1)) / m) / 3
  if (jaro <= 0.7) return jaro
  return jaro + <f64>prefixOf(a, lengthA, b, lengthB) * 0.1 * (1 - jaro)
}

// @ts-ignore: decorator
@inline
function prefixOf(a: usize, lengthA: i32, b: usize, lengthB: i32): i32 {
  const most = min(4, min(lengthA, lengthB))
  let prefix: i32 = 0
  while (prefix < most && load<u8>(a + prefix) == load<u8>(b + prefix)) prefix++
  return prefix
}

/** Levels of a text: 1 different, 2 alike, 3 much alike, 4 equal. A bound from the letters alone settles most pairs; the memory settles repeats. */
function textLevel(at: usize, field: i32, a: u32, b: u32): i32 {
  const texts = load<u32>(at, 8), ends = <usize>load<u32>(at, 12), masks = <usize>load<u32>(at, 16)
  const alike = load<f64>(at, 24), muchAlike = load<f64>(at, 32)
  const beginA = load<i32>(ends + (<usize>(a - 1) << 2)), beginB = load<i32>(ends + (<usize>(b - 1) << 2))
  const lengthA = load<i32>(ends + (<usize>a << 2)) - beginA, lengthB = load<i32>(ends + (<usize>b << 2)) - beginB
  const maskA = load<u64>(masks + (<usize>a << 3)), maskB = load<u64>(masks + (<usize>b << 3))
  const most = min(lengthA - <i32>popcnt(maskA & ~maskB), lengthB - <i32>popcnt(maskB & ~maskA))
  if (most <= 0) return 1
  const textA = <usize>(texts + beginA), textB = <usize>(texts + beginB)
  const bound = (<f64>most / <f64>lengthA + <f64>most / <f64>lengthB + 1) / 3
  // The bound is on Jaro; the prefix can lift it by at most its own share. A little slack keeps rounding out of the decision.
  if (bound + <f64>prefixOf(textA, lengthA, textB, lengthB) * 0.1 * (1 - bound) < alike - 1e-9) return 1
  const low = min(a, b), high = max(a, b)
  const pair = (<u64>high << 32) | <u64>low
  const slot = memoOf(field) + (<usize>(((low * 0x9e3779b1) ^ (high * 0x85ebca77)) >> (32 - MEMO_BITS)) << 4)
  if (load<u64>(slot) == pair) return load<i32>(slot, 8)
  const likeness = jaroWinkler(textA, lengthA, textB, lengthB)
  const level = likeness >= muchAlike ? 3 : likeness >= alike ? 2 : 1
  store<u64>(slot, pair)
  store<i32>(slot, level, 8)
  return level
}

/** Levels of a day written as eight decimal digits of four bits: 1 different, 2 the same year, 3 one slip of the pen, 4 equal. */
function dateLevel(a: u32, b: u32): i32 {
  const differing = a ^ b
  const spread = differing | (differing >> 1)
  const digits = (spread | (spread >> 2)) & 0x11111111
  const many = <i32>popcnt(digits)
  if (many == 1) return 3
  if (many == 2) {
    const at = <u32>ctz(digits)
    if ((digits >> at) == 0x11) {
      const x = (a >> at) & 0xff, y = (b >> at) & 0xff
      if (x == (((y & 15) << 4) | (y >> 4))) return 3
    }
  }
  return (differing >> 16) == 0 ? 2 : 1
}

/** The agreement of two records. */
export function agreementOf(a: usize, b: usize): u32 {
  let sum: u32 = 0
  for (let field: i32 = 0; field < fields; field++) {
    const x = load<u32>(a + (<usize>field << 2)), y = load<u32>(b + (<usize>field << 2))
    if (x == 0 || y == 0) continue
    const at = table + <usize>field * FIELD
    const kind = load<i32>(at)
    let level: i32
    if (kind == EXACT) level = x == y ? 2 : 1
    else if (x == y) level = 4
    else level = kind == TEXT ? textLevel(at, field, x, y) : dateLevel(x, y)
    sum += <u32>level * load<u32>(at, 4)
  }
  return sum
}

/** Whether an earlier rule already puts these two together. */
// @ts-ignore: decorator
@inline
function isEarlier(a: usize, b: usize, rule: i32): bool {
  for (let r: i32 = 0; r < rule; r++) {
    const key = load<u32>(a + (<usize>(fields + r) << 2))
    if (key != 0 && key == load<u32>(b + (<usize>(fields + r) << 2))) return true
  }
  return false
}

@inline const SKIP: u32 = 0xffff

/**
 * Every pair of blocks from..to: counts[agreement] of the rule, and of the pairs that no earlier rule has, unique[agreement].
 * Block k holds order[starts[k]] to order[starts[k + 1]]; seconds[k] = where the second list begins in it, or 0 when one list is compared with itself.
 * agreements (0 = do not keep) receives 16 bits a pair, in order, 0xffff for pairs of an earlier rule.
 */
export function comparePairs(order: usize, starts: usize, seconds: usize, from: i32, to: i32, rule: i32, counts: usize, unique: usize, agreements: usize, copies: usize): void {
  const size = <usize>stride << 2
  let next = agreements
  for (let k: i32 = from; k < to; k++) {
    const begin = load<i32>(starts + (<usize>k << 2)), end = load<i32>(starts + (<usize>k << 2), 4)
    const second = load<i32>(seconds + (<usize>k << 2))
    // The block's records are copied side by side: the inner loop then runs through the cache.
    for (let i: i32 = begin; i < end; i++) {
      memory.copy(copies + <usize>(i - begin) * size, records + <usize>load<u32>(order + (<usize>i << 2)) * size, size)
    }
    const first = second == 0 ? end : second
    for (let i: i32 = begin; i < first; i++) {
      const a = copies + <usize>(i - begin) * size
      for (let j: i32 = second == 0 ? i + 1 : second; j < end; j++) {
        const b = copies + <usize>(j - begin) * size
        const agreement = agreementOf(a, b)
        const cell = counts + (<usize>agreement << 2)
        store<u32>(cell, load<u32>(cell) + 1)
        const earlier = isEarlier(a, b, rule)
        if (!earlier) {
          const own = unique + (<usize>agreement << 2)
          store<u32>(own, load<u32>(own) + 1)
        }
        if (agreements != 0) {
          store<u16>(next, earlier ? SKIP : agreement)
          next += 2
        }
      }
    }
  }
}

/** Agreements of pairs (a, b), (a, b) … of record numbers: for the chance agreement of two unrelated records. */
export function comparePicked(pairs: usize, many: i32, counts: usize): void {
  const size = <usize>stride << 2
  for (let i: i32 = 0; i < many; i++) {
    const at = pairs + (<usize>i << 3)
    const cell = counts + (<usize>agreementOf(records + <usize>load<u32>(at) * size, records + <usize>load<u32>(at, 4) * size) << 2)
    store<u32>(cell, load<u32>(cell) + 1)
  }
}

/**
 * The pairs worth telling, from the agreements kept by comparePairs: weights[agreement] (f64), then for each field with rarity (address ≠ 0, at
 * table + 40) and equal values rarity[value] (f64) is added. hopeful[agreement] (8 bits) says whether any rarity could lift it over the line.
 * Writes record, record, weight (16 bytes a pair), at most cap; returns how many there are.
 */
export function tellPairs(order: usize, starts: usize, seconds: usize, from: i32, to: i32, rule: i32, agreements: usize, weights: usize, hopeful: usize, least: f64, out: usize, cap: i32): i32 {
  const size = <usize>stride << 2
  let next = agreements
  let told: i32 = 0
  for (let k: i32 = from; k < to; k++) {
    const begin = load<i32>(starts + (<usize>k << 2)), end = load<i32>(starts + (<usize>k << 2), 4)
    const second = load<i32>(seconds + (<usize>k << 2))
    const first = second == 0 ? end : second
    for (let i: i32 = begin; i < first; i++) {
      const idA = load<u32>(order + (<usize>i << 2))
      const a = records + <usize>idA * size
      for (let j: i32 = second == 0 ? i + 1 : second; j < end; j++) {
        const agreement = <u32>load<u16>(next)
        next += 2
        if (agreement == SKIP || load<u8>(hopeful + agreement) == 0) continue
        const idB = load<u32>(order + (<usize>j << 2))
        const b = records + <usize>idB * size
        let weight = load<f64>(weights + (<usize>agreement << 3))
        for (let field: i32 = 0; field < fields; field++) {
          const rarity = <usize>load<u32>(table + <usize>field * FIELD, 40)
          if (rarity == 0) continue
          const x = load<u32>(a + (<usize>field << 2))
          if (x != 0 && x == load<u32>(b + (<usize>field << 2))) weight += load<f64>(rarity + (<usize>x << 3))
        }
        if (weight < least) continue
        if (told < cap) {
          const at = out + (<usize>told << 4)
          store<u32>(at, idA)
          store<u32>(at, idB, 4)
          store<f64>(at, weight, 8)
        }
        told++
      }
    }
  }
  return told
}
