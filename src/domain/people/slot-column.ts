/** All written syllables of one kind in a search index; a query finds those that can stand for the same syllable. */
import { otherCharacters } from './alike.ts'
import { nearSlot, type Slot } from './name-slot.ts'
import { mixed, width } from './spellings.ts'
import { units } from './units.ts'

/** A neighbour one slip away counts so much less than a spelling that agrees. */
const slipWeight = 0.12
/** Likeness below which a name is not looked at. */
export const unlikely = 0.004
/** A unit that two slots share so faintly is not counted. */
const tooLittle = 0.002

/** All distinct slots of one place with the units they can stand for, so that one query slot finds its likenesses by unit. */
export class SlotColumn {
  readonly slots: (Slot | null)[] = [null]
  readonly #numbers = new Map<string, number>()
  readonly #byUnit = new Map<number, { slots: number[]; weights: number[]; sorted: number }>()

  readonly #bySlot = new WeakMap<Slot, number>()

  number(slot: Slot): number {
    const seen = this.#bySlot.get(slot)
    if (seen !== undefined) return seen
    const number = this.#numberOf(slot)
    this.#bySlot.set(slot, number)
    return number
  }

  #numberOf(slot: Slot): number {
    const key = keyOf(slot)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.slots.length
    this.slots.push(slot)
    this.#numbers.set(key, number)
    for (const [unit, weight] of directionOf(slot)) {
      const of = this.#byUnit.get(unit) ?? { slots: [], weights: [], sorted: 0 }
      this.#byUnit.set(unit, of)
      of.slots.push(number)
      of.weights.push(weight)
    }
    return number
  }

  /** Likeness of a query slot to every slot of the column, 0 for most; `some` lists those above zero. The row is written over by the next. */
  row(slot: Slot, row: Row): Row {
    for (const number of row.some) row.values[number] = 0
    row.some.length = 0
    if (row.values.length < this.slots.length) row.values = new Float32Array(this.slots.length * 2)
    this.#add(slot, 1, row)
    const near = nearSlot(slot)
    if (near !== null) this.#add(near, slipWeight, row)
    const itself = this.#bySlot.get(slot) ?? this.#numbers.get(keyOf(slot))
    if (itself !== undefined) {
      if (row.values[itself] === 0) row.some.push(itself)
      row.values[itself] = 1
    }
    return row
  }

  /** Heaviest first within each unit, so that a query stops early. */
  settle(): void {
    for (const of of this.#byUnit.values()) {
      const order = of.slots.map((_, at) => at).sort((x, y) => of.weights[y]! - of.weights[x]!)
      of.slots = order.map((at) => of.slots[at]!)
      of.weights = order.map((at) => of.weights[at]!)
      of.sorted = order.length
    }
  }

  #found = new Float32Array(1024)
  #add(slot: Slot, factor: number, row: Row): void {
    if (this.#found.length < this.slots.length) this.#found = new Float32Array(this.slots.length * 2)
    const found = this.#found
    const touched: number[] = []
    for (const [unit, weight] of directionOf(slot)) {
      const of = this.#byUnit.get(unit)
      if (of === undefined) continue
      const least = tooLittle / (weight * factor)
      for (let at = 0; at < of.slots.length; at++) {
        // In the sorted part all that follow weigh less still.
        if (of.weights[at]! < least) {
          if (at >= of.sorted) continue
          at = of.sorted - 1
          continue
        }
        const number = of.slots[at]!
        if (found[number] === 0) touched.push(number)
        found[number] = found[number]! + weight * of.weights[at]!
      }
    }
    for (const number of touched) {
      const other = this.slots[number]!
      const characters = slot.script === 'hanja' && other.script === 'hanja' && slot.text !== other.text ? otherCharacters : 1
      const slip = other.slip || slot.slip ? 0.3 : 1
      const value = found[number]! * factor * characters * slip
      found[number] = 0
      if (value < unlikely) continue
      if (row.values[number] === 0) row.some.push(number)
      if (value > row.values[number]!) row.values[number] = value
    }
  }
}
export type Row = { values: Float32Array; some: number[] }
export const emptyRow = (): Row => ({ values: new Float32Array(1024), some: [] })
const keyOf = (slot: Slot): string =>
  `${slot.script}${slot.slip ? '~' : ''}${slot.text}${slot.heardAs === undefined ? '' : ` ${slot.heardAs}`}`

/** A slot as a direction of length one over units: square root of how common the unit is, times how likely it is written so. */
const directions = new WeakMap<Slot, [unit: number, weight: number][]>()
const directionOf = (slot: Slot): [unit: number, weight: number][] => {
  const known = directions.get(slot)
  if (known !== undefined) return known
  const made = madeDirection(slot)
  directions.set(slot, made)
  return made
}
const madeDirection = (slot: Slot): [unit: number, weight: number][] => {
  if (slot.evidence === null) return []
  const { units: rows, p } = slot.evidence
  const all = Array.from(rows, (unit, row): [number, number] => [unit, Math.sqrt(units[unit]!.share) * p[row * width + mixed]!])
  const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return length === 0 ? [] : all.map(([unit, weight]): [number, number] => [unit, weight / length]).filter(([, weight]) => weight > 0.03)
}
