/** Which combinations of lists a model can only fit as empty, and which of its terms then say nothing: decided by counting cells, not by small numbers. */
import { addSubsets, addSupersets } from './cell-sums.ts'
import type { Bench } from './log-linear.ts'

/**
 * Marks in `silent` the columns that, over the cells not `out`, are sums of earlier ones. The cells weigh the same, so that a count on its way to zero
 * cannot pass for a dependence, nor a dependence for a small count. `step` (null, or a value a column) becomes the nearest movement that leaves
 * every one of those cells where it is: what silent columns move is kept, the others follow.
 */
export const silentColumns = (
  columns: readonly number[],
  out: ArrayLike<number>,
  { lists, sums, hessian, silent }: Bench,
  step: Float64Array | null = null,
): void => {
  const p = columns.length
  for (let cell = 0; cell < sums.length; cell++) sums[cell] = out[cell] ? 0 : 1
  addSupersets(sums, lists)
  for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) hessian[i * p + j] = sums[columns[i]! | columns[j]!]!
  for (let i = 0; i < p; i++) {
    const diagonal = hessian[i * p + i]!
    for (let j = 0; j <= i; j++) {
      let sum = hessian[i * p + j]!
      for (let k = 0; k < j; k++) sum -= hessian[i * p + k]! * hessian[j * p + k]!
      if (j < i) hessian[i * p + j] = silent[j] ? 0 : sum / hessian[j * p + j]!
      else {
        // The table holds whole numbers: what is not zero is not small.
        silent[i] = sum > 1e-9 * diagonal ? 0 : 1
        hessian[i * p + i] = silent[i] ? 0 : Math.sqrt(sum)
      }
    }
  }
  if (!step) return
  for (let i = p - 1; i >= 0; i--) {
    if (silent[i]) continue
    let value = 0
    for (let k = i + 1; k < p; k++) value -= hessian[k * p + i]! * step[k]!
    step[i] = value / hessian[i * p + i]!
  }
}

/**
 * Looks for a direction in which the likelihood rises for ever: the falling cells go down, every other stays. Where the last movement of the fit shows one,
 * these cells are fitted as zero from now on (extended maximum likelihood, Fienberg and Rinaldo 2012) and true is answered.
 */
export const recession = (columns: readonly number[], bench: Bench): boolean => {
  const { lists, eta, before, fallen, out, mu } = bench
  const cells = eta.length
  const held = out.map((is, cell) => (is || fallen[cell]! > 2 ? 1 : 0))
  // The movement of a column is the alternating sum of the movements of the cells within it: the lists' own order undone.
  const moved = eta.map((value, cell) => value - before[cell]!)
  for (let i = 0; i < lists; i++) {
    const bit = 1 << i
    for (let cell = 0; cell < cells; cell++) if (cell & bit) moved[cell]! -= moved[cell ^ bit]!
  }
  const step = Float64Array.from(columns, (column) => moved[column]!)
  silentColumns(columns, held, bench, step)
  const way = new Float64Array(cells)
  columns.forEach((column, i) => {
    way[column] = step[i]!
  })
  addSubsets(way, lists)
  let down = 0
  for (let cell = 1; cell < cells; cell++) {
    if (out[cell]) continue
    if (way[cell]! > 1e-6) {
      down = 0
      break
    }
    if (way[cell]! < -0.25) down++
  }
  if (down > 0)
    for (let cell = 1; cell < cells; cell++) {
      if (out[cell] || way[cell]! >= -0.25) continue
      out[cell] = 1
      mu[cell] = 0
    }
  silentColumns(columns, out, bench)
  return down > 0
}
