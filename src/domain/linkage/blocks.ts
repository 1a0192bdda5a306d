/** Puts records that share a key side by side, so that only they are compared: no one compares a million with a million. */

/** Block k holds order[starts[k]] to order[starts[k + 1] − 1]; seconds[k] = where the second list begins in it, 0 when one list is compared with itself. */
export type Blocks = {
  order: Uint32Array
  starts: Uint32Array
  seconds: Uint32Array
  pairs: Float64Array
  total: number
  tooLarge: { blocks: number; pairs: number }
  left: ReadonlySet<number>
}

/**
 * Counting sort by key; key 0 = in no block. Records before `second` are of the first list (null = one list). Blocks that hold no pair are left out, and
 * blocks of more than `most` pairs too: they are counted in tooLarge, so that the caller can say what was not compared; `left` holds their keys.
 */
export const blocksOf = (keys: Uint32Array, keyCount: number, second: number | null, most: number): Blocks => {
  const ends = new Uint32Array(keyCount + 2)
  const firsts = new Uint32Array(second === null ? 0 : keyCount + 2)
  for (let i = 0; i < keys.length; i++) {
    ends[keys[i]! + 1]! += 1
    if (second !== null && i < second) firsts[keys[i]!]! += 1
  }
  let kept = 0
  let members = 0
  const tooLarge = { blocks: 0, pairs: 0 }
  const left = new Set<number>()
  const place = new Uint32Array(keyCount + 1).fill(0xffffffff)
  const pairsOf = (key: number): number => {
    const size = ends[key + 1]!
    return second === null ? (size * (size - 1)) / 2 : firsts[key]! * (size - firsts[key]!)
  }
  for (let key = 1; key <= keyCount; key++) {
    const pairs = pairsOf(key)
    if (pairs > most) {
      tooLarge.blocks++
      tooLarge.pairs += pairs
      left.add(key)
    } else if (pairs > 0) {
      place[key] = members
      members += ends[key + 1]!
      kept++
    }
  }
  const order = new Uint32Array(members)
  const starts = new Uint32Array(kept + 1)
  const seconds = new Uint32Array(kept)
  const pairs = new Float64Array(kept)
  let total = 0
  let block = 0
  for (let key = 1; key <= keyCount; key++) {
    if (place[key] === 0xffffffff) continue
    starts[block] = place[key]!
    seconds[block] = second === null ? 0 : place[key]! + firsts[key]!
    pairs[block] = pairsOf(key)
    total += pairs[block]!
    block++
  }
  starts[kept] = members
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    if (key !== 0 && place[key] !== 0xffffffff) order[place[key]!++] = i
  }
  return { order, starts, seconds, pairs, total, tooLarge, left }
}

/** Ranges of blocks with about as many pairs each, and the number of pairs before each range. A range never holds more than `most` pairs unless one block does. */
export const sharesOf = ({ pairs }: Blocks, most: number): { from: number; to: number; before: number; pairs: number }[] => {
  const shares: { from: number; to: number; before: number; pairs: number }[] = []
  let before = 0
  let from = 0
  let sum = 0
  for (let block = 0; block < pairs.length; block++) {
    if (sum > 0 && sum + pairs[block]! > most) {
      shares.push({ from, to: block, before, pairs: sum })
      before += sum
      from = block
      sum = 0
    }
    sum += pairs[block]!
  }
  if (sum > 0) shares.push({ from, to: pairs.length, before, pairs: sum })
  return shares
}
