/** What a reader could work out about a hidden figure from the ones beside it and their sums: the smallest and the largest it can be. */

/** One sum that the reader knows: the named unknowns, each with its sign, add up to `sum`. */
export type Equation = { terms: readonly { at: number; sign: 1 | -1 }[]; sum: number }

const tiny = 1e-7

/**
 * Exact for figures that are not negative: linear programming, two phases, Bland's rule so that it always ends.
 * The unknowns are those of the equations, 0 to `size` − 1. `high` is Infinity when nothing bounds it. The true figures must satisfy the equations.
 */
export const feasibleRange = (equations: readonly Equation[], size: number, at: number): { low: number; high: number } => {
  const table = startTable(equations, size)
  const objective = new Float64Array(size)
  objective[at] = 1
  const low = table.best(objective)
  objective[at] = -1
  const high = table.best(objective)
  return { low: Math.max(0, low), high: -high }
}

type Table = { best: (cost: Float64Array) => number }

const startTable = (equations: readonly Equation[], size: number): Table => {
  const rows = equations.map(({ terms, sum }, i) => {
    const row = new Float64Array(size + equations.length + 1)
    const turn = sum < 0 ? -1 : 1
    for (const { at, sign } of terms) row[at]! += sign * turn
    row[size + i] = 1
    row[row.length - 1] = sum * turn
    return row
  })
  const basis = rows.map((_, i) => size + i)
  const width = size + equations.length
  const pivot = (list: Float64Array[], at: number, column: number): void => {
    const row = list[at]!
    const scale = row[column]!
    for (let j = 0; j <= width; j++) row[j]! /= scale
    for (const other of list) {
      const times = other[column]!
      if (other === row || times === 0) continue
      for (let j = 0; j <= width; j++) other[j]! -= times * row[j]!
    }
    basis[at] = column
  }
  /** Falls to the least of the cost over the first `columns`; −Infinity when it falls for ever. */
  const descend = (cost: Float64Array, columns: number): number => {
    const price = new Float64Array(width + 1)
    price.set(cost)
    basis.forEach((column, i) => {
      const times = price[column]!
      if (times !== 0) for (let j = 0; j <= width; j++) price[j]! -= times * rows[i]![j]!
    })
    for (;;) {
      let column = -1
      for (let j = 0; j < columns && column < 0; j++) if (price[j]! < -tiny) column = j
      if (column < 0) return -price[width]!
      let leaving = -1
      let least = Number.POSITIVE_INFINITY
      rows.forEach((row, i) => {
        if (row[column]! <= tiny) return
        const ratio = row[width]! / row[column]!
        if (ratio < least - tiny || (ratio < least + tiny && leaving >= 0 && basis[i]! < basis[leaving]!)) {
          least = Math.min(least, ratio)
          leaving = i
        }
      })
      if (leaving < 0) return Number.NEGATIVE_INFINITY
      pivot([...rows, price], leaving, column)
    }
  }
  const artificial = new Float64Array(width)
  artificial.fill(1, size)
  descend(artificial, width)
  // An artificial unknown that stays at zero in the basis is driven out where it can be; else its sum says nothing new.
  basis.forEach((column, i) => {
    if (column < size) return
    const other = rows[i]!.findIndex((value, j) => j < size && Math.abs(value) > tiny)
    if (other >= 0) pivot(rows, i, other)
  })
  return {
    best: (cost) => {
      const full = new Float64Array(width)
      full.set(cost)
      return descend(full, size)
    },
  }
}
