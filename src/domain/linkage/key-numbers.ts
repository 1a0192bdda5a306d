/** Numbers keys in the order they come, without keeping them as text: a million keys take a few megabytes. */

/** A key is two whole numbers below 2^32, not both zero. Numbers begin with 1. */
export class KeyNumbers {
  #high = new Uint32Array(1 << 12)
  #low = new Uint32Array(1 << 12)
  #numbers = new Uint32Array(1 << 12)
  size = 0

  add(high: number, low: number): number {
    if (this.size * 2 >= this.#numbers.length) this.#grow()
    const at = this.#find(high, low)
    if (this.#numbers[at] === 0) {
      this.#high[at] = high
      this.#low[at] = low
      this.#numbers[at] = ++this.size
    }
    return this.#numbers[at]!
  }

  #find(high: number, low: number): number {
    const mask = this.#numbers.length - 1
    let hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    let at = hash & mask
    while (this.#numbers[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low)) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const [high, low, numbers] = [this.#high, this.#low, this.#numbers]
    this.#high = new Uint32Array(numbers.length * 4)
    this.#low = new Uint32Array(numbers.length * 4)
    this.#numbers = new Uint32Array(numbers.length * 4)
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === 0) continue
      const at = this.#find(high[i]!, low[i]!)
      this.#high[at] = high[i]!
      this.#low[at] = low[i]!
      this.#numbers[at] = numbers[i]!
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
