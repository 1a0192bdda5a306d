/** The latent class estimate: people differ in kind, each kind is seen by each list with its own chance, and the number of kinds is left open. */
import type { CaptureSet } from './capture-history.ts'
import type { Chance } from './chance.ts'
import { latentChain } from './latent-chain.ts'

/** K, a and b as LCMCR's authors publish them for Kosovo. Several chains, because one chain may sit for long on the lesser of two hills. */
export type LatentSettings = { classes: number; a: number; b: number; chains: number; burnIn: number; samples: number; thinning: number }
export const latentSettings: LatentSettings = { classes: 10, a: 0.25, b: 0.25, chains: 10, burnIn: 5_000, samples: 3_000, thinning: 10 }

/**
 * `median` and the credible interval are over all chains. `chains` holds the median of each; when `agreement` (Gelman and Rubin's R-hat of
 * ln N, split chains) exceeds 1.05 the chains stand on different hills, and the hills must be shown instead of one number.
 */
export type LatentEstimate = {
  median: number
  low95: number
  high95: number
  chains: readonly number[]
  agreement: number
  hills: readonly Hill[]
  samples: Float64Array
}
/** A separate hill of the posterior: its share of the samples, and where it stands. */
export type Hill = { share: number; median: number; low95: number; high95: number }

export const latentClassEstimate = (set: CaptureSet, chance: Chance, settings: LatentSettings = latentSettings): LatentEstimate => {
  const runs = Array.from({ length: settings.chains }, () => latentChain(set, chance, settings))
  const sorted = Float64Array.from(runs.flatMap((run) => [...run])).sort()
  return {
    ...summaryOf(sorted),
    chains: runs.map((run) => quantile(run.slice().sort(), 0.5)),
    agreement: splitAgreement(runs),
    hills: hillsOf(sorted),
    samples: sorted,
  }
}

const summaryOf = (sorted: Float64Array): { median: number; low95: number; high95: number } => ({
  median: quantile(sorted, 0.5),
  low95: quantile(sorted, 0.025),
  high95: quantile(sorted, 0.975),
})

/** R's type 7: linear between the order statistics. `sorted` rises. */
export const quantile = (sorted: ArrayLike<number>, at: number): number => {
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, at))
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place))
}

/** R-hat over half chains, of the logarithm: near 1 when all halves tell the same story. */
const splitAgreement = (runs: readonly Float64Array[]): number => {
  const halves = runs
    .flatMap((run) => [run.subarray(0, run.length >> 1), run.subarray(run.length >> 1)])
    .map((half) => half.map((value) => Math.log(value)))
  const length = halves[0]!.length
  const means = halves.map((half) => half.reduce((a, b) => a + b, 0) / length)
  const mean = means.reduce((a, b) => a + b, 0) / means.length
  const between = means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (means.length - 1)
  const within = halves.reduce((sum, half, i) => sum + half.reduce((s, x) => s + (x - means[i]!) ** 2, 0) / (length - 1), 0) / halves.length
  return within > 0 ? Math.sqrt((length - 1) / length + between / within) : 1
}

/** Hills of the density of ln N, smoothed over 4 %; a dip counts when it falls under three quarters of the lower hill beside it. */
const hillsOf = (sorted: Float64Array): Hill[] => {
  const low = Math.log(sorted[0]!)
  const width = 0.01
  const bins = new Float64Array(Math.ceil((Math.log(sorted.at(-1)!) - low) / width) + 1)
  for (const value of sorted) bins[Math.round((Math.log(value) - low) / width)]! += 1
  const smooth = bins.map((_, i) => {
    let sum = 0
    for (let j = -12; j <= 12; j++) sum += (bins[i + j] ?? 0) * Math.exp(-(j * j) / 32)
    return sum
  })
  // Walk along the density, cutting at the deepest point between two hills that both stand a third higher; hills under 2 % are ripples.
  const cuts: number[] = []
  let peak = 0
  let dip = Number.POSITIVE_INFINITY
  let dipAt = 0
  const least = Math.max(...smooth) * 0.02
  smooth.forEach((height, i) => {
    if (dip < peak * 0.75 && height * 0.75 > dip && height > least && peak > least) {
      cuts.push(dipAt)
      peak = height
      dip = Number.POSITIVE_INFINITY
    } else if (height > peak) {
      peak = height
      dip = Number.POSITIVE_INFINITY
    } else if (height < dip) {
      dip = height
      dipAt = i
    }
  })
  const edges = [Number.NEGATIVE_INFINITY, ...cuts.map((at) => Math.exp(low + at * width)), Number.POSITIVE_INFINITY]
  return edges
    .slice(1)
    .map((end, i) => sorted.filter((value) => value >= edges[i]! && value < end))
    .filter((part) => part.length > sorted.length * 0.02)
    .map((part) => ({ share: part.length / sorted.length, ...summaryOf(part) }))
}
