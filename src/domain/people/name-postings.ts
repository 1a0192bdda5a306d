/** The names of a search index, sorted by given name; a query walks only the given names that can be written as it is. */
import { otherCharacters } from './alike.ts'
import { nearSlot, type Slot } from './name-slot.ts'
import type { Reading } from './read-name.ts'
import { mixed, width } from './spellings.ts'
import { units } from './units.ts'

/** One kept reading is four numbers: family, first and second given slot, person. Slot 0 means none. */
const nothing = 0
const slipWeight = 0.08
const unlikely = 0.02
const resortAfter = 20_000
/** What birth and place can add at most; a name below the floor by more than this is not weighed at all. */
const heaviest = 6

/** A person, the reading that came nearest, and how near (with what stands beside the name). */
export type Near = { row: number; value: number; reading: Reading }
const ranked = <V extends { value: number }>(best: ReadonlyMap<number, V>): [number, V][] =>
  [...best].sort((a, b) => b[1].value - a[1].value)

/** All distinct slots of one place with the units they can stand for, so that one query slot finds its likenesses by unit. */
class SlotColumn {
  readonly slots: (Slot | null)[] = [null]
  readonly #numbers = new Map<string, number>()
  readonly #byUnit = new Map<number, { slots: number[]; weights: number[] }>()

  readonly #bySlot = new WeakMap<Slot, number>()

  number(slot: Slot): number {
    const seen = this.#bySlot.get(slot)
    if (seen !== undefined) return seen
    const number = this.#numberOf(slot)
    this.#bySlot.set(slot, number)
    return number
  }

  #numberOf(slot: Slot): number {
    const key = `${slot.script}${slot.slip ? '~' : ''}${slot.text}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.slots.length
    this.slots.push(slot)
    this.#numbers.set(key, number)
    for (const [unit, weight] of directionOf(slot)) {
      const of = this.#byUnit.get(unit) ?? { slots: [], weights: [] }
      this.#byUnit.set(unit, of)
      of.slots.push(number)
      of.weights.push(weight)
    }
    return number
  }

  /** Likeness of a query slot to every slot of the column, 0 for most; and the list of those above zero. */
  row(slot: Slot): { values: Float32Array; some: number[] } {
    const values = new Float32Array(this.slots.length)
    const some: number[] = []
    this.#add(slot, 1, values, some)
    const near = nearSlot(slot)
    if (near !== null) this.#add(near, slipWeight, values, some)
    const itself = this.#numbers.get(`${slot.script}${slot.slip ? '~' : ''}${slot.text}`)
    if (itself !== undefined) {
      if (values[itself] === 0) some.push(itself)
      values[itself] = 1
    }
    return { values, some }
  }

  #add(slot: Slot, factor: number, values: Float32Array, some: number[]): void {
    const found = new Float32Array(this.slots.length)
    const touched: number[] = []
    for (const [unit, weight] of directionOf(slot)) {
      const of = this.#byUnit.get(unit)
      if (of === undefined) continue
      for (let at = 0; at < of.slots.length; at++) {
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
      if (value < unlikely / 2) continue
      if (values[number] === 0) some.push(number)
      if (value > values[number]!) values[number] = value
    }
  }
}

/** A slot as a direction of length one over units: square root of how common the unit is, times how likely it is written so. */
const directionOf = (slot: Slot): [unit: number, weight: number][] => {
  if (slot.evidence === null) return []
  const { units: rows, p } = slot.evidence
  const all = Array.from(rows, (unit, row): [number, number] => [unit, Math.sqrt(units[unit]!.share) * p[row * width + mixed]!])
  const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return length === 0 ? [] : all.map(([unit, weight]): [number, number] => [unit, weight / length]).filter(([, weight]) => weight > 0.02)
}

export class NamePostings {
  readonly #family = new SlotColumn()
  readonly #given = new SlotColumn()
  #entries = new Uint32Array(8192)
  #count = 0
  #sorted = 0
  /** Where the entries of each first given slot begin, and within them those of each second. */
  #firstStart = new Uint32Array(1)
  #seconds = new Uint32Array(0)
  #secondStart = new Uint32Array(1)
  /** Readings with three or more given slots keep the rest here. */
  readonly #more = new Map<string, readonly number[]>()
  readonly #dropped = new Set<number>()

  push(row: number, reading: Reading): void {
    if (this.#count * 4 + 4 > this.#entries.length) {
      const next = new Uint32Array(Math.max(8192, this.#entries.length * 2))
      next.set(this.#entries)
      this.#entries = next
    }
    const given = reading.given.map((slot) => this.#given.number(slot))
    const family = reading.family === null ? nothing : this.#family.number(reading.family)
    this.#entries.set([family, given[0] ?? nothing, given[1] ?? nothing, row], this.#count * 4)
    this.#count++
    if (given.length > 2) this.#more.set(`${row} ${family} ${given[0]} ${given[1]}`, given.slice(2))
  }

  drop(row: number): void {
    this.#dropped.add(row)
  }

  /** Sorts what came since the last time; two counting sorts, linear in the number of names. */
  settle(): void {
    const slotCount = this.#given.slots.length
    const bySecond = this.#counted(
      Uint32Array.from({ length: this.#count }, (_, at) => at),
      2,
      slotCount,
    )
    const order = this.#counted(bySecond, 1, slotCount)
    const sorted = new Uint32Array(this.#count * 4)
    for (let at = 0; at < this.#count; at++) {
      const from = order[at]! * 4
      for (let column = 0; column < 4; column++) sorted[at * 4 + column] = this.#entries[from + column]!
    }
    this.#entries = sorted
    this.#sorted = this.#count
    this.#mark(slotCount)
  }

  #counted(order: Uint32Array, column: number, slotCount: number): Uint32Array {
    const starts = new Uint32Array(slotCount + 1)
    for (const at of order) starts[this.#entries[at * 4 + column]! + 1]!++
    for (let slot = 0; slot < slotCount; slot++) starts[slot + 1] = starts[slot + 1]! + starts[slot]!
    const next = new Uint32Array(order.length)
    for (const at of order) {
      const slot = this.#entries[at * 4 + column]!
      next[starts[slot]!] = at
      starts[slot] = starts[slot]! + 1
    }
    return next
  }

  #mark(slotCount: number): void {
    const firstStart = new Uint32Array(slotCount + 1)
    const seconds: number[] = []
    const secondStart: number[] = []
    let slot = 0
    for (let at = 0; at < this.#count; at++) {
      const [first, second] = [this.#entries[at * 4 + 1]!, this.#entries[at * 4 + 2]!]
      const begins = at === 0 || first !== this.#entries[at * 4 - 3]
      if (begins) while (slot <= first) firstStart[slot++] = seconds.length
      if (begins || second !== this.#entries[at * 4 - 2]) {
        seconds.push(second)
        secondStart.push(at)
      }
    }
    while (slot <= slotCount) firstStart[slot++] = seconds.length
    secondStart.push(this.#count)
    this.#firstStart = firstStart
    this.#seconds = Uint32Array.from(seconds)
    this.#secondStart = Uint32Array.from(secondStart)
  }

  /** The `most` persons whose names come nearest to any of the readings, best first. `beside` weighs what is known apart from the name. */
  nearest(readings: readonly Reading[], beside: (row: number) => number, most: number): Near[] {
    if (this.#count - this.#sorted > resortAfter) this.settle()
    const best = new Map<number, { value: number; at: number }>()
    let floor = 0
    const offer = (at: number, value: number): void => {
      const row = this.#entries[at * 4 + 3]!
      if (value * heaviest <= floor || this.#dropped.has(row)) return
      const weighed = value * beside(row)
      if (weighed <= floor || (best.get(row)?.value ?? 0) >= weighed) return
      best.set(row, { value: weighed, at })
      if (best.size < most * 4) return
      const kept = ranked(best).slice(0, most)
      best.clear()
      for (const [kept_, found] of kept) best.set(kept_, found)
      floor = kept.at(-1)![1].value
    }
    for (const reading of readings) this.#walk(reading, offer)
    return ranked(best)
      .slice(0, most)
      .map(([row, { value, at }]) => ({ row, value, reading: this.#readingAt(at) }))
  }

  #walk(reading: Reading, offer: (at: number, value: number) => void): void {
    const trust = reading.weight >= 0.1 ? 1 : 0.5
    const family = reading.family === null ? null : this.#family.row(reading.family).values
    const familyValue = (number: number): number => (family === null || number === nothing ? 0.2 : family[number]!)
    const [first, second] = reading.given
    if (first === undefined) {
      for (let at = 0; at < this.#count; at++) {
        const value = familyValue(this.#entries[at * 4]!) * trust * 0.2
        if (value > unlikely && this.#entries[at * 4] !== nothing) offer(at, value)
      }
      return
    }
    const firstRow = this.#given.row(first)
    const secondRow = second === undefined ? null : this.#given.row(second)
    const secondValue = (number: number): number => (secondRow === null ? (number === nothing ? 1 : 0) : secondRow.values[number]!)
    const visit = (at: number, given: number): void => {
      const value = given * familyValue(this.#entries[at * 4]!)
      if (value >= unlikely) offer(at, value)
    }
    for (const number of firstRow.some) {
      if (number + 1 >= this.#firstStart.length) continue
      const one = firstRow.values[number]! * trust
      for (let pair = this.#firstStart[number]!; pair < this.#firstStart[number + 1]!; pair++) {
        const given = one * secondValue(this.#seconds[pair]!)
        if (given >= unlikely) for (let at = this.#secondStart[pair]!; at < this.#secondStart[pair + 1]!; at++) visit(at, given)
      }
    }
    for (let at = this.#sorted; at < this.#count; at++) {
      const given = firstRow.values[this.#entries[at * 4 + 1]!]! * secondValue(this.#entries[at * 4 + 2]!) * trust
      if (given >= unlikely) visit(at, given)
    }
  }

  /** A kept reading, put together again from its slots. */
  #readingAt(at: number): Reading {
    const [family, first, second, row] = this.#entries.subarray(at * 4, at * 4 + 4) as unknown as [number, number, number, number]
    const rest = first !== nothing && second !== nothing ? (this.#more.get(`${row} ${family} ${first} ${second}`) ?? []) : []
    const given = [first, second, ...rest].flatMap((number) => this.#given.slots[number] ?? [])
    return { family: this.#family.slots[family] ?? null, given, order: 'family-first', weight: 1 }
  }
}
