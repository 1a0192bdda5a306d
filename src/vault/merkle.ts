/** The tree over the log (RFC 6962): one short root stands for every entry, and shows that a later log only added to an earlier one. */
import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const zero = Buffer.from([0])
const one = Buffer.from([1])

export const leafHash = (entry: Uint8Array): Buffer => sha256(zero, entry)
const pair = (left: Uint8Array, right: Uint8Array): Buffer => sha256(one, left, right)

/** The complete subtrees of a log, left to right: all that is needed to add the next entry and to name the root. At most 53 hashes. */
export type Frontier = { readonly size: number; readonly hashes: readonly Buffer[] }
export const emptyFrontier: Frontier = { size: 0, hashes: [] }

export const grown = (frontier: Frontier, entry: Uint8Array): Frontier => {
  const hashes = [...frontier.hashes]
  let hash = leafHash(entry)
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) hash = pair(hashes.pop()!, hash)
  return { size: frontier.size + 1, hashes: [...hashes, hash] }
}

export const frontierRoot = (frontier: Frontier): Buffer =>
  frontier.hashes.length === 0
    ? sha256()
    : frontier.hashes.slice(0, -1).reduceRight((right, left) => pair(left, right), frontier.hashes.at(-1)!)

export const merkleRoot = (entries: readonly Uint8Array[]): Buffer => rootOf(entries.map(leafHash))

/** Over leaf hashes. */
const rootOf = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0]!
  const split = splitOf(leaves.length)
  return pair(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}
/** The largest power of two below n. */
const splitOf = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

/** Section 2.1.1: that the entry at `index` (from 0) stands in this log. */
export const inclusionProof = (entries: readonly Uint8Array[], index: number): Buffer[] => {
  const path = (leaves: readonly Buffer[], at: number): Buffer[] => {
    if (leaves.length <= 1) return []
    const split = splitOf(leaves.length)
    return at < split
      ? [...path(leaves.slice(0, split), at), rootOf(leaves.slice(split))]
      : [...path(leaves.slice(split), at - split), rootOf(leaves.slice(0, split))]
  }
  if (index < 0 || index >= entries.length) throw new RangeError('no such entry')
  return path(entries.map(leafHash), index)
}

/** Section 2.1.2: that the first `size` entries of this log are an earlier log, unchanged. */
export const consistencyProof = (entries: readonly Uint8Array[], size: number): Buffer[] => {
  const path = (leaves: readonly Buffer[], m: number, whole: boolean): Buffer[] => {
    if (m === leaves.length) return whole ? [] : [rootOf(leaves)]
    const split = splitOf(leaves.length)
    return m <= split
      ? [...path(leaves.slice(0, split), m, whole), rootOf(leaves.slice(split))]
      : [...path(leaves.slice(split), m - split, false), rootOf(leaves.slice(0, split))]
  }
  if (size < 0 || size > entries.length) throw new RangeError('no such size')
  return size === 0 ? [] : path(entries.map(leafHash), size, true)
}

/** RFC 9162 section 2.1.3.2. */
export const inclusionHolds = (entry: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean => {
  if (index < 0 || index >= size) return false
  let [fn, sn] = [index, size - 1]
  let hash = leafHash(entry)
  for (const step of proof) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = pair(step, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else hash = pair(hash, step)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && hash.equals(root)
}

/** RFC 9162 section 2.1.4.2. */
export const consistencyHolds = (
  first: number,
  firstRoot: Uint8Array,
  second: number,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean => {
  if (first > second || first < 0) return false
  if (first === second) return proof.length === 0 && Buffer.from(firstRoot).equals(secondRoot)
  if (first === 0) return proof.length === 0
  const steps = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof]
  const start = steps.shift()
  if (!start) return false
  let [fn, sn] = [first - 1, second - 1]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  let [fr, sr]: [Buffer, Buffer] = [Buffer.from(start), Buffer.from(start)]
  for (const step of steps) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [pair(step, fr), pair(step, sr)]
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else sr = pair(sr, step)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot)
}
