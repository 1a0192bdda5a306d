/** How far the estimate would move had chance dealt the lists differently: the whole search for a model is repeated on redrawn counts. */
import type { CaptureSet } from './capture-history.ts'
import { binomial, type Chance } from './chance.ts'
import { quantile } from './latent-class.ts'
import { type Bench, benchFor, type Fit, fitModel } from './log-linear.ts'
import { interactions } from './models.ts'

/** Chi-square with one degree of freedom beyond which a pair of lists is taken as dependent: p < .02, SparseMSE's threshold. */
const threshold = 5.411894

/** Forward search over pairs of lists from independence, as SparseMSE's stepwise: the pair that improves the fit most enters, while it improves it enough. */
export const stepwiseFit = (counts: Float64Array, bench: Bench): Fit => {
  const pairs = interactions(bench.lists, 2)
  // The constant of the likelihood does not move the search.
  let best = fitModel(counts, [], bench, 0)
  const chosen: number[] = []
  while (best.df > 1) {
    let next: Fit | null = null
    for (const pair of pairs) {
      if (chosen.includes(pair)) continue
      const fit = fitModel(counts, [...chosen, pair], bench, 0)
      if (fit.unseen < 1e9 && (!next || fit.deviance < next.deviance)) next = fit
    }
    if (!next || best.deviance - next.deviance < threshold) break
    chosen.push(next.terms.at(-1)!)
    best = next
  }
  return best
}

export type Bootstrap = { point: number; low95: number; high95: number; replicates: Float64Array; failed: number }

/**
 * Bias-corrected and accelerated interval (Efron 1987) of the stepwise estimate; the acceleration by leaving one observed person out,
 * which needs one fit a history. Replicates whose counts determine no estimate are counted in `failed`, not hidden.
 */
export const bootstrapEstimate = (set: CaptureSet, chance: Chance, times = 1000): Bootstrap => {
  const bench = benchFor(set.lists.length)
  const estimateOf = (counts: Float64Array, observed: number): number => observed + stepwiseFit(counts, bench).unseen
  const point = estimateOf(set.counts, set.observed)
  const found: number[] = []
  const counts = new Float64Array(set.counts.length)
  for (let time = 0; time < times; time++) {
    let left = set.observed
    let mass = set.observed
    for (let cell = 1; cell < counts.length; cell++) {
      const share = set.counts[cell]!
      const part = mass > 0 ? binomial(left, Math.min(1, share / mass), chance) : 0
      counts[cell] = part
      left -= part
      mass -= share
    }
    const estimate = estimateOf(counts, set.observed)
    if (Number.isFinite(estimate)) found.push(estimate)
  }
  const sorted = Float64Array.from(found).sort()
  let mean = 0
  const without: [value: number, people: number][] = []
  for (let cell = 1; cell < counts.length; cell++) {
    if (set.counts[cell]! === 0) continue
    counts.set(set.counts)
    counts[cell]! -= 1
    const value = estimateOf(counts, set.observed - 1)
    if (!Number.isFinite(value)) continue
    without.push([value, set.counts[cell]!])
    mean += value * set.counts[cell]!
  }
  mean /= set.observed
  let cubes = 0
  let squares = 0
  for (const [value, people] of without) {
    cubes += people * (mean - value) ** 3
    squares += people * (mean - value) ** 2
  }
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0
  const below = sorted.filter((value) => value < point).length + sorted.filter((value) => value === point).length / 2
  const bias = inverseNormal(Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, below / sorted.length)))
  const corrected = (z: number): number => quantile(sorted, normalBelow(bias + (bias + z) / (1 - acceleration * (bias + z))))
  return { point, low95: corrected(-1.959964), high95: corrected(1.959964), replicates: sorted, failed: times - found.length }
}

/** Abramowitz and Stegun 26.2.17 would do for print; this is West 2005, good to 1e-14. */
export const normalBelow = (z: number): number => {
  const x = Math.abs(z)
  if (x > 37) return z > 0 ? 1 : 0
  const tail = Math.exp((-x * x) / 2)
  let below: number
  if (x < 7.07106781186547) {
    const up =
      ((((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x + 112.079291497871) * x +
        221.213596169931) *
        x +
        220.206867912376) *
      tail
    below =
      up /
      (((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x + 296.564248779674) * x +
        637.333633378831) *
        x +
        793.826512519948) *
        x +
        440.413735824752)
  } else below = tail / ((x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) * 2.506628274631)
  return z > 0 ? 1 - below : below
}

/** By bisection: called twice, no table needed. */
const inverseNormal = (share: number): number => {
  let low = -9
  let high = 9
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
