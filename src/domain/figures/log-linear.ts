/** Fits one log-linear model to who was seen by which lists, and knows when the counts do not say how many were seen by none. */

import { addSubsets, addSupersets } from './cell-sums.ts'
import { logFactorial } from './chance.ts'
import { recession, silentColumns } from './recession.ts'

/**
 * One fitted model. `terms` are the interactions as bit sets (every list's own effect is always there); it must be hierarchical.
 * Conventions of R's glm and Rcapture: Poisson over the 2^t − 1 cells, parameters at minus infinity still count in df and AIC,
 * BIC takes the number of observed people. `estimate` = observed + exp(intercept); the interval is observed + exp(intercept ± 1.96 se), as in SparseMSE.
 * `unseen` and `se` are NaN when the counts do not determine the intercept.
 */
export type Fit = {
  terms: readonly number[]
  unseen: number
  se: number
  deviance: number
  df: number
  aic: number
  bic: number
  boundary: boolean
}

/** Memory reused between fits of one set size: a bootstrap makes tens of thousands. */
export type Bench = {
  lists: number
  mu: Float64Array
  eta: Float64Array
  sums: Float64Array
  hessian: Float64Array
  right: Float64Array
  before: Float64Array
  fallen: Uint8Array
  silent: Uint8Array
  out: Uint8Array
}

export const benchFor = (lists: number): Bench => {
  const cells = 1 << lists
  const most = cells + 1
  return {
    lists,
    mu: new Float64Array(cells),
    eta: new Float64Array(cells),
    sums: new Float64Array(cells),
    hessian: new Float64Array(most * most),
    right: new Float64Array(most),
    before: new Float64Array(cells),
    fallen: new Uint8Array(cells),
    silent: new Uint8Array(most),
    out: new Uint8Array(cells),
  }
}

/** Rounds in a row after which it is asked whether a falling count falls for ever: most stop, and the question costs as much as two rounds. */
const longFall = 5

/**
 * Iteratively reweighted least squares. The design is zeros and ones by containment, so X'WX at (s, t) is the superset sum of the fitted
 * counts at s | t; no matrix is ever multiplied. The intercept stands last in the elimination: its pivot is 1 / se². Whether the counts determine it
 * is asked of the cells that stay above zero, not of a small number (Fienberg and Rinaldo 2012: otherwise no estimate exists).
 */
export const fitModel = (counts: Float64Array, terms: readonly number[], bench: Bench, logFactorials: number | null = null): Fit => {
  const { lists, mu, eta, sums, hessian, right, before, fallen, silent, out } = bench
  const cells = 1 << lists
  const columns: number[] = []
  for (let i = 0; i < lists; i++) columns.push(1 << i)
  for (const term of terms) columns.push(term)
  columns.push(0)
  const p = columns.length
  let observed = 0
  for (let cell = 1; cell < cells; cell++) observed += counts[cell]!
  // A term whose cells are all empty sits at minus infinity: its cells are fitted as zero and leave the system.
  out.fill(0)
  out[0] = 1
  let boundary = false
  sums.set(counts)
  addSupersets(sums, lists)
  for (const term of columns) {
    if (term === 0 || sums[term]! > 0) continue
    boundary = true
    for (let cell = 1; cell < cells; cell++) if ((cell & term) === term) out[cell] = 1
  }
  silent.fill(0)
  fallen.fill(0)
  if (boundary) silentColumns(columns, out, bench)
  for (let cell = 0; cell < cells; cell++) {
    mu[cell] = out[cell] ? 0 : counts[cell]! + 0.1
    eta[cell] = out[cell] ? 0 : Math.log(mu[cell]!)
  }
  let deviance = Number.POSITIVE_INFINITY
  let intercept = 0
  let pivot = 0
  let settled = false
  for (let round = 0; round < 100; round++) {
    sums.set(mu)
    addSupersets(sums, lists)
    for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) hessian[i * p + j] = sums[columns[i]! | columns[j]!]!
    for (let cell = 0; cell < cells; cell++) sums[cell] = out[cell] ? 0 : mu[cell]! * eta[cell]! + counts[cell]! - mu[cell]!
    addSupersets(sums, lists)
    for (let i = 0; i < p; i++) right[i] = sums[columns[i]!]!
    pivot = solve(hessian, right, p, silent)
    before.set(eta)
    eta.fill(0)
    for (let i = 0; i < p; i++) eta[columns[i]!] = right[i]!
    intercept = right[p - 1]!
    addSubsets(eta, lists)
    let next = 0
    let falling = false
    let long = false
    for (let cell = 1; cell < cells; cell++) {
      if (out[cell]) continue
      const y = counts[cell]!
      const m = Math.exp(Math.min(eta[cell]!, 60))
      mu[cell] = m
      next += y > 0 ? 2 * (y * Math.log(y / m) - y + m) : 2 * m
      // On its way to zero a fitted count is divided by e in every round, and nothing else does that for long.
      fallen[cell] = y === 0 && eta[cell]! - before[cell]! < -0.5 ? Math.min(fallen[cell]! + 1, 100) : 0
      if (fallen[cell]! > 2) falling = true
      if (fallen[cell]! > 0 && fallen[cell]! % longFall === 0) long = true
    }
    const dropped = long && recession(columns, bench)
    if (dropped) boundary = true
    if (!dropped && !falling && Math.abs(next - deviance) <= 1e-11 * (Math.abs(next) + 0.1)) {
      deviance = next
      settled = true
      break
    }
    deviance = next
  }
  let logLik = -(logFactorials ?? sumLogFactorials(counts))
  for (let cell = 1; cell < cells; cell++) if (mu[cell]! > 0) logLik += counts[cell]! * Math.log(mu[cell]!) - mu[cell]!
  const known = settled && pivot > 0 && intercept < 50
  return {
    terms,
    unseen: known ? Math.exp(intercept) : Number.NaN,
    se: known ? 1 / Math.sqrt(pivot) : Number.NaN,
    deviance: Math.max(0, deviance),
    df: cells - 1 - p,
    aic: -2 * logLik + 2 * p,
    bic: -2 * logLik + Math.log(observed) * p,
    boundary,
  }
}

export const sumLogFactorials = (counts: Float64Array): number => {
  let sum = 0
  for (let cell = 1; cell < counts.length; cell++) sum += logFactorial(counts[cell]!)
  return sum
}

/** Cholesky on the lower triangle in place; a column that says nothing of its own is left at zero. Returns the last pivot (0 when undetermined). */
const solve = (a: Float64Array, b: Float64Array, p: number, silent: Uint8Array): number => {
  let pivot = 0
  for (let i = 0; i < p; i++) {
    const diagonal = a[i * p + i]!
    for (let j = 0; j < i; j++) {
      const scale = a[j * p + j]!
      let sum = a[i * p + j]!
      for (let k = 0; k < j; k++) sum -= a[i * p + k]! * a[j * p + k]!
      a[i * p + j] = scale > 0 ? sum / scale : 0
    }
    let sum = diagonal
    let value = b[i]!
    for (let k = 0; k < i; k++) {
      sum -= a[i * p + k]! * a[i * p + k]!
      value -= a[i * p + k]! * b[k]!
    }
    // Below this a pivot is what rounding left of a difference.
    const speaks = !silent[i] && sum > 1e-14 * diagonal
    pivot = speaks ? sum : 0
    a[i * p + i] = speaks ? Math.sqrt(sum) : 0
    b[i] = speaks ? value / a[i * p + i]! : 0
  }
  for (let i = p - 1; i >= 0; i--) {
    const scale = a[i * p + i]!
    if (scale === 0) continue
    let value = b[i]!
    for (let k = i + 1; k < p; k++) value -= a[k * p + i]! * b[k]!
    b[i] = value / scale
  }
  return pivot
}
