/** Numbers keys in the order they come, without keeping them as text: a million keys take a few megabytes. */

/** A key is two whole numbers below 2^32, not both zero. Numbers begin with 1. */
export class KeyNumbers {
  /** Four words an entry, side by side so that one look into memory finds them: high, low, number (0 = free), nothing. */
  #entries = new Uint32Array(1 << 14)
  size = 0

  add(high: number, low: number): number {
    if (this.size * 8 >= this.#entries.length) this.#grow()
    const entries = this.#entries
    const at = this.#find(high, low)
    if (entries[at + 2] === 0) {
      entries[at] = high
      entries[at + 1] = low
      entries[at + 2] = ++this.size
    }
    return entries[at + 2]!
  }

  #find(high: number, low: number): number {
    const entries = this.#entries
    const mask = entries.length - 1
    let hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    let at = (hash << 2) & mask
    while (entries[at + 2] !== 0 && (entries[at] !== high || entries[at + 1] !== low)) at = (at + 4) & mask
    return at
  }

  #grow(): void {
    const old = this.#entries
    this.#entries = new Uint32Array(old.length * 4)
    for (let i = 0; i < old.length; i += 4) {
      if (old[i + 2] === 0) continue
      const at = this.#find(old[i]!, old[i + 1]!)
      for (let word = 0; word < 3; word++) this.#entries[at + word] = old[i + word]!
    }
  }
}

/** A column that grows as a file is read. */
export class Column {
  #cells: Uint32Array = new Uint32Array(1 << 12)
  size = 0

  push(cell: number): void {
    if (this.size === this.#cells.length) {
      const larger = new Uint32Array(Math.ceil(this.size * 1.5))
      larger.set(this.#cells)
      this.#cells = larger
    }
    this.#cells[this.size++] = cell
  }

  get cells(): Uint32Array {
    return this.#cells.subarray(0, this.size)
  }
}
