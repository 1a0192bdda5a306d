/** How far two readings speak of the same name: the cosine between what each can stand for, one system at a time. */

import { pinyinOf } from './han.ts'
import { isOneSlipAway } from './near-spellings.ts'
import type { Reading, Slot } from './read-name.ts'
import { type Evidence, mixed, systemShare, width } from './spellings.ts'
import { units } from './units.ts'

/** Someone who writes one syllable by a system mostly writes the next by it too; this share of names mixes freely. */
const mixesFreely = 0.2
const columns = Array.from({ length: width }, (_, column) => (column === mixed ? mixesFreely : (1 - mixesFreely) * systemShare[column]!))

/** Sum over units of share × probability × probability, for each pair of systems; `cells` lists the pairs that are not zero. */
type Kernel = { values: Float64Array; cells: readonly number[] }
const kernels = new WeakMap<Evidence, WeakMap<Evidence, Kernel>>()
const kernelOf = (a: Evidence, b: Evidence): Kernel => {
  const of = kernels.get(a) ?? new WeakMap<Evidence, Kernel>()
  kernels.set(a, of)
  const known = of.get(b)
  if (known !== undefined) return known
  const values = new Float64Array(width * width)
  for (let i = 0; i < a.units.length; i++) {
    const unit = a.units[i]!
    const j = b.units.indexOf(unit)
    if (j < 0) continue
    const share = units[unit]!.share
    for (let s = 0; s < width; s++) {
      const left = share * a.p[i * width + s]!
      if (left > 0) for (let t = 0; t < width; t++) values[s * width + t] = values[s * width + t]! + left * b.p[j * width + t]!
    }
  }
  const cells: number[] = []
  values.forEach((value, cell) => {
    if (value > 0) cells.push(cell)
  })
  const kernel = { values, cells }
  of.set(b, kernel)
  return kernel
}
const bothColumns = Float64Array.from({ length: width * width }, (_, cell) => columns[Math.floor(cell / width)]! * columns[cell % width]!)

const product = (left: readonly Evidence[], right: readonly Evidence[]): number => {
  if (left.length === 0) return 1
  const all = left.map((evidence, at) => kernelOf(evidence, right[at]!))
  let sum = 0
  for (const cell of all[0]!.cells) {
    let term = bothColumns[cell]!
    for (let at = 0; at < all.length && term > 0; at++) term *= all[at]!.values[cell]!
    sum += term
  }
  return sum
}

/** One pair of slots by itself: 1 the same writing, 0 nothing in common. */
export const slotLikeness = (a: Slot, b: Slot): number => special(a, b) ?? cosine([a.evidence!], [b.evidence!])
const cosine = (left: readonly Evidence[], right: readonly Evidence[]): number => {
  if (left.every((evidence, at) => evidence === right[at])) return 1
  const shared = product(left, right)
  return shared === 0 ? 0 : shared / Math.sqrt(product(left, left) * product(right, right))
}

/** The same sound in other characters is another name that sounds alike. */
export const otherCharacters = 0.25
const throughCharacter = 0.8
/** Pairs that evidence alone does not settle; null when it does. */
const special = (a: Slot, b: Slot): number | null => {
  if (a.script === b.script && a.text === b.text) return a.script === 'unread' ? 0.8 : null
  if (a.evidence === null || b.evidence === null)
    return a.evidence === null && b.evidence === null && a.text.length > 3 && isOneSlipAway(a.text, b.text) ? 0.2 : 0
  if (a.script === 'hanja' && b.script === 'hanja') return cosine([a.evidence], [b.evidence]) * otherCharacters
  if (a.script === 'hanja' && b.script === 'chinese') return readsAs(a, b) ? throughCharacter : null
  if (b.script === 'hanja' && a.script === 'chinese') return readsAs(b, a) ? throughCharacter : null
  if (a.slip && b.slip) return isOneSlipAway(a.text, b.text) ? 0.2 : 0
  if (a.slip || b.slip) return cosine([a.evidence], [b.evidence]) * slipped
  return null
}
const slipped = 0.25
const readsAs = (han: Slot, letters: Slot): boolean =>
  [...han.text]
    .reduce<string[]>((begun, one) => begun.flatMap((start) => pinyinOf(one).map((next) => start + next.replace('v', 'u'))), [''])
    .includes(letters.text.replace(/^([ln])(?:yu|v)/, '$1u'))

export type Likeness = { value: number; slots: readonly number[]; whole: boolean }
/** Two readings of the same shape. `whole` is false when one of them lacks the family name. Null when the shapes cannot be one name. */
export const likeness = (a: Reading, b: Reading): Likeness | null => {
  if (a.given.length !== b.given.length) return null
  const left: Evidence[] = []
  const right: Evidence[] = []
  const slots: number[] = []
  let value = 1
  const pair = (x: Slot, y: Slot): void => {
    const settled = special(x, y)
    slots.push(settled ?? slotLikeness(x, y))
    if (settled !== null) value *= settled
    else {
      left.push(x.evidence!)
      right.push(y.evidence!)
    }
  }
  const whole = (a.family === null) === (b.family === null)
  if (!whole && a.given.length === 0) return null
  if (a.family !== null && b.family !== null) pair(a.family, b.family)
  for (const [at, slot] of a.given.entries()) pair(slot, b.given[at]!)
  if (value > 0) value *= cosine(left, right)
  return { value, slots, whole }
}
