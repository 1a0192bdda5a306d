/** The names of a search index, sorted by given name; a query walks only the given names that can be written as it is. */
import type { Reading } from './read-name.ts'
import { emptyRow, SlotColumn, unlikely } from './slot-column.ts'

/** One kept reading is four numbers: family, first and second given slot, person. Slot 0 means none. */
const nothing = 0
/** Names added since the last sort are walked one by one; beyond so many they are sorted in. */
const resortAfter = 20_000
/** A person, the reading that came nearest, and how near (with what stands beside the name). */
export type Near = { row: number; value: number; reading: Reading }
type Best = { found: Map<number, { value: number; at: number }>; floor: number }
const ranked = <V extends { value: number }>(best: ReadonlyMap<number, V>): [number, V][] =>
  [...best].sort((a, b) => b[1].value - a[1].value)

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
    this.#family.settle()
    this.#given.settle()
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

  /** The `most` persons whose names come nearest to any of the readings, best first. `beside` weighs what is known apart from the name, `heaviest` at most. */
  nearest(readings: readonly Reading[], beside: (row: number) => number, heaviest: number, most: number): Near[] {
    if (this.#count - this.#sorted > resortAfter) this.settle()
    const best: Best = { found: new Map(), floor: 0 }
    const offer = (at: number, value: number): void => {
      const row = this.#entries[at * 4 + 3]!
      if (this.#dropped.has(row)) return
      const weighed = value * beside(row)
      if (weighed <= best.floor || (best.found.get(row)?.value ?? 0) >= weighed) return
      best.found.set(row, { value: weighed, at })
      if (best.found.size < most * 3) return
      const kept = ranked(best.found).slice(0, most)
      best.found = new Map(kept)
      best.floor = kept.at(-1)![1].value
    }
    for (const reading of readings) this.#walk(reading, (value) => Math.max(unlikely, best.floor / heaviest) > value, offer)
    // Many persons share one writing; they share one reading too, so that it is compared once.
    const readingsMade = new Map<string, Reading>()
    return ranked(best.found)
      .slice(0, most)
      .map(([row, { value, at }]) => {
        const writing = this.#entries.subarray(at * 4, at * 4 + 3).join(' ') + (this.#restAt(at)?.join(' ') ?? '')
        const reading = readingsMade.get(writing) ?? this.#readingAt(at)
        readingsMade.set(writing, reading)
        return { row, value, reading }
      })
  }

  readonly #rows = { family: emptyRow(), first: emptyRow(), second: emptyRow() }

  #walk(reading: Reading, hopeless: (value: number) => boolean, offer: (at: number, value: number) => void): void {
    const trust = reading.weight >= 0.1 ? 1 : 0.5
    const family = reading.family === null ? null : this.#family.row(reading.family, this.#rows.family).values
    const familyValue = (number: number): number => (family === null || number === nothing ? 0.2 : family[number]!)
    const [first, second] = reading.given
    if (first === undefined) {
      for (let at = 0; at < this.#count; at++) {
        const value = this.#entries[at * 4] === nothing ? 0 : familyValue(this.#entries[at * 4]!) * trust * 0.2
        if (!hopeless(value)) offer(at, value)
      }
      return
    }
    const firstRow = this.#given.row(first, this.#rows.first)
    const secondRow = second === undefined ? null : this.#given.row(second, this.#rows.second)
    const secondValue = (number: number): number => (secondRow === null ? (number === nothing ? 1 : 0) : secondRow.values[number]!)
    firstRow.some.sort((x, y) => firstRow.values[y]! - firstRow.values[x]!)
    for (const number of firstRow.some) {
      const one = firstRow.values[number]! * trust
      if (hopeless(one)) break
      if (number + 1 >= this.#firstStart.length) continue
      for (let pair = this.#firstStart[number]!; pair < this.#firstStart[number + 1]!; pair++) {
        const given = one * secondValue(this.#seconds[pair]!)
        if (hopeless(given)) continue
        for (let at = this.#secondStart[pair]!; at < this.#secondStart[pair + 1]!; at++) {
          const value = given * familyValue(this.#entries[at * 4]!)
          if (!hopeless(value)) offer(at, value)
        }
      }
    }
    for (let at = this.#sorted; at < this.#count; at++) {
      const value =
        firstRow.values[this.#entries[at * 4 + 1]!]! * secondValue(this.#entries[at * 4 + 2]!) * trust * familyValue(this.#entries[at * 4]!)
      if (!hopeless(value)) offer(at, value)
    }
  }

  /** Given slots beyond the second. */
  #restAt(at: number): readonly number[] | undefined {
    if (this.#more.size === 0 || this.#entries[at * 4 + 2] === nothing) return undefined
    const [family, first, second, row] = this.#entries.subarray(at * 4, at * 4 + 4)
    return this.#more.get(`${row} ${family} ${first} ${second}`)
  }

  /** A kept reading, put together again from its slots. */
  #readingAt(at: number): Reading {
    const numbers = [this.#entries[at * 4 + 1]!, this.#entries[at * 4 + 2]!, ...(this.#restAt(at) ?? [])]
    const given = numbers.flatMap((number) => this.#given.slots[number] ?? [])
    return { family: this.#family.slots[this.#entries[at * 4]!] ?? null, given, order: 'family-first', weight: 1 }
  }
}
