/** The latent class estimate: people differ in kind, each kind is seen by each list with its own chance, and the number of kinds is left open. */
import type { CaptureSet } from './capture-history.ts'
import type { Chance } from './chance.ts'
import { latentChain } from './latent-chain.ts'

/**
 * K, a and b as LCMCR's authors publish them for Kosovo. Several chains, because one chain may sit for long on the lesser of two hills, and
 * every second one begins far above. longer = samples a chain draws on when the first do not agree.
 */
export type LatentSettings = {
  classes: number
  a: number
  b: number
  chains: number
  burnIn: number
  samples: number
  thinning: number
  longer: number
}
export const latentSettings: LatentSettings = {
  classes: 10,
  a: 0.25,
  b: 0.25,
  chains: 10,
  burnIn: 5_000,
  samples: 3_000,
  thinning: 10,
  longer: 10_000,
}
/** Gelman and Rubin's R-hat above which chains are held to stand apart. */
export const chainsAgree = 1.05

/**
 * `median` and the credible interval are over all chains. `chains` holds the median of each; when `agreement` (Gelman and Rubin's R-hat of
 * ln N, split chains) exceeds `chainsAgree` the chains stand on different hills, and the hills must be shown instead of one number.
 */
export type LatentEstimate = {
  median: number
  low95: number
  high95: number
  chains: readonly number[]
  agreement: number
  hills: readonly Hill[]
  /** How often a chain went over from a lower hill to a higher one, and back: where all go one way, longer chains would all end there. */
  moves: Moves
  samples: Float64Array
}
export type Moves = { up: number; down: number }
/** A separate hill of the posterior: its share of the samples, and where it stands. */
export type Hill = { share: number; median: number; low95: number; high95: number }

export const latentClassEstimate = (set: CaptureSet, chance: Chance, settings: LatentSettings = latentSettings): LatentEstimate => {
  const chains = Array.from({ length: settings.chains }, (_, n) => latentChain(set, chance, settings, n % 2 === 0 ? 'low' : 'high'))
  const drawn = (samples: number): Float64Array[] => chains.map((chain) => chain.draw(samples))
  for (const chain of chains) chain.pass(settings.burnIn)
  const first = drawn(settings.samples)
  // What was drawn first stays: a chain that has left the lower hill by now told where it stands.
  const apart = settings.longer > 0 && (splitAgreement(first) > chainsAgree || medianError(first) > surelyTold)
  const runs = apart ? drawn(settings.longer).map((later, n) => Float64Array.of(...first[n]!, ...later)) : first
  const sorted = Float64Array.from(runs.flatMap((run) => [...run])).sort()
  const hills = hillsOf(sorted)
  return {
    ...summaryOf(sorted),
    chains: runs.map((run) => quantile(run.slice().sort(), 0.5)),
    agreement: splitAgreement(runs),
    hills,
    moves: movesBetween(runs, hills),
    samples: sorted,
  }
}

/** How far the median of all chains may stand from where endless chains would put it, as a share of it: one standard error, by how far the chains' own medians differ. */
const medianError = (runs: readonly Float64Array[]): number => {
  const medians = runs.map((run) => quantile(run.slice().sort(), 0.5))
  const mean = medians.reduce((a, b) => a + b, 0) / medians.length
  return Math.sqrt(medians.reduce((sum, median) => sum + (median - mean) ** 2, 0) / (medians.length - 1) / medians.length) / mean
}
/** Above this two seeds would differ by more than two in a hundred now and then, and all chains run on. */
const surelyTold = 0.006

/** A chain has moved when a tenth of it in a row stands, by its median, on another hill than the tenth before. */
const movesBetween = (runs: readonly Float64Array[], hills: readonly Hill[]): Moves => {
  const moves = { up: 0, down: 0 }
  const hillOf = (median: number): number =>
    hills.reduce(
      (near, hill, n) => (Math.abs(Math.log(hill.median / median)) < Math.abs(Math.log(hills[near]!.median / median)) ? n : near),
      0,
    )
  for (const run of runs) {
    const part = Math.max(1, Math.floor(run.length / 10))
    const stood = Array.from({ length: 10 }, (_, n) => hillOf(quantile(run.slice(n * part, (n + 1) * part).sort(), 0.5)))
    for (let n = 1; n < stood.length; n++) {
      if (stood[n]! > stood[n - 1]!) moves.up++
      if (stood[n]! < stood[n - 1]!) moves.down++
    }
  }
  return moves
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

/** Hills of the density of ln N, smoothed over 4 %; a dip counts when it falls under 85 % of the lower hill beside it. */
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
  // Walk along the density, cutting at the deepest point between two hills that both stand a sixth higher; hills under 2 % are ripples.
  const cuts: number[] = []
  let peak = 0
  let dip = Number.POSITIVE_INFINITY
  let dipAt = 0
  const least = Math.max(...smooth) * 0.02
  smooth.forEach((height, i) => {
    if (dip < peak * 0.85 && height * 0.85 > dip && height > least && peak > least) {
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
