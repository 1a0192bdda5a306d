/** Picks pairs of records spread over both lists, as unrelated as pairs come, the same for everyone who asks. */

/**
 * Pair i is (i × 7919 mod a, a-list) and (i × 104729 + ⌊i / a⌋ × 31 + 1 mod b): plain arithmetic, so that another engine can pick the same.
 * With one list (second null) a record is never paired with itself. Places are record numbers; the second list's begin at `second`.
 */
export const pickedPairs = (records: number, second: number | null, many: number): Uint32Array => {
  const a = second ?? records
  const b = second === null ? records : records - second
  const pairs = new Uint32Array(many * 2)
  for (let i = 0; i < many; i++) {
    const x = (i * 7919) % a
    let y = (i * 104729 + Math.floor(i / a) * 31 + 1) % b
    if (second === null && y === x) y = (y + 1) % b
    pairs[2 * i] = x
    pairs[2 * i + 1] = (second ?? 0) + y
  }
  return pairs
}
