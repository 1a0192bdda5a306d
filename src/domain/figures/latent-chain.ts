/** One chain of the latent class model: people are dealt to kinds, the kinds are redrawn, and how many nobody saw is drawn anew, many times. */
import type { CaptureSet } from './capture-history.ts'
import { beta, binomial, type Chance, gamma, poisson } from './chance.ts'
import type { LatentSettings } from './latent-class.ts'

/** Where a chain begins: low = as LCMCR does, all kinds alike; high = half the people of a kind that each list sees ten times less. Chains from far apart that meet have found the hill. */
export type ChainStart = 'low' | 'high'
/** Draws on from where it stands. */
export type LatentChain = { pass(rounds: number): void; draw(samples: number): Float64Array }

/**
 * Gibbs sampling of the Dirichlet process mixture of product Bernoullis (Manrique-Vallier 2016, "Bayesian population size estimation using
 * Dirichlet process mixtures"), truncated at `classes`, prior 1/N on the population. People with one history are alike,
 * so whole cells are dealt out to classes at once. `draw` returns sampled populations in the order drawn, `thinning` rounds apart.
 */
export const latentChain = (set: CaptureSet, chance: Chance, settings: LatentSettings, start: ChainStart = 'low'): LatentChain => {
  const lists = set.lists.length
  const { classes, a, b } = settings
  const cells: number[] = []
  for (let cell = 1; cell < set.counts.length; cell++) if (set.counts[cell]! > 0) cells.push(cell)
  const share = new Float64Array(classes).fill(1 / classes)
  const seen = new Float64Array(classes * lists)
  const members = new Float64Array(classes)
  const captured = new Float64Array(classes * lists)
  const weight = new Float64Array(classes)
  // Every class with the lists' own shares, sticks broken at random; from above, the second class is hardly seen.
  for (let j = 0; j < lists; j++) {
    let on = 0
    for (const cell of cells) if ((cell >> j) & 1) on += set.counts[cell]!
    for (let k = 0; k < classes; k++) seen[k * lists + j] = (on / set.observed) * (start === 'high' && k === 1 ? 0.1 : 1)
  }
  let stick = 1
  for (let k = 0; k < classes; k++) {
    const broken = k === classes - 1 ? 1 : start === 'high' && k < 2 ? 0.5 : chance()
    share[k] = stick * broken
    stick *= 1 - broken
  }
  const warmUp = 500
  let alpha = 0.3 / classes
  let unseen = 0
  const deal = (count: number, cell: number): void => {
    let total = 0
    for (let k = 0; k < classes; k++) {
      let w = share[k]!
      for (let j = 0; j < lists; j++) w *= (cell >> j) & 1 ? seen[k * lists + j]! : 1 - seen[k * lists + j]!
      weight[k] = w
      total += w
    }
    let left = count
    for (let k = 0; k < classes && left > 0; k++) {
      const part = k === classes - 1 ? left : binomial(left, Math.min(1, weight[k]! / total), chance)
      total = Math.max(total - weight[k]!, 1e-300)
      left -= part
      members[k]! += part
      for (let j = 0; j < lists; j++) if ((cell >> j) & 1) captured[k * lists + j]! += part
    }
  }
  const round = (warm: boolean): void => {
    members.fill(0)
    captured.fill(0)
    for (const cell of cells) deal(set.counts[cell]!, cell)
    let missed = 0
    for (let k = 0; k < classes; k++) {
      let w = share[k]!
      for (let j = 0; j < lists; j++) w *= 1 - seen[k * lists + j]!
      missed += w
    }
    // Negative binomial as a Poisson of a gamma: how many were seen by none, given the chance of being missed.
    unseen = poisson((gamma(set.observed, chance) * missed) / Math.max(1 - missed, 1e-12), chance)
    deal(unseen, 0)
    for (let k = 0; k < classes; k++) {
      for (let j = 0; j < lists; j++) {
        const yes = captured[k * lists + j]!
        // An empty kind is drawn from the prior, and that is uniform.
        seen[k * lists + j] = members[k] === 0 ? chance() : beta(1 + yes, 1 + members[k]! - yes, chance)
      }
    }
    // Sticks broken in turn; the last class takes what is left.
    let rest = 0
    for (let k = 0; k < classes; k++) rest += members[k]!
    let logStick = 0
    for (let k = 0; k < classes; k++) {
      rest -= members[k]!
      const broken = k === classes - 1 ? 1 : Math.min(beta(1 + members[k]!, alpha + rest, chance), 1 - 1e-12)
      share[k] = Math.exp(logStick) * broken
      if (k < classes - 1) logStick += Math.log1p(-broken)
    }
    if (!warm) alpha = Math.max(gamma(a + classes - 1, chance) / (b - logStick), 1e-9)
  }
  for (let n = 0; n < warmUp; n++) round(true)
  largestFirst(share, seen, lists)
  const pass = (rounds: number): void => {
    for (let n = 0; n < rounds; n++) round(false)
  }
  return {
    pass,
    draw: (samples) =>
      Float64Array.from({ length: samples }, () => {
        pass(settings.thinning)
        return set.observed + unseen
      }),
  }
}

/** Classes in falling order of size, so that the sticks broken first are the long ones. */
const largestFirst = (share: Float64Array, seen: Float64Array, lists: number): void => {
  const order = Array.from(share.keys()).sort((a, b) => share[b]! - share[a]!)
  const oldShare = share.slice()
  const oldSeen = seen.slice()
  order.forEach((from, to) => {
    share[to] = oldShare[from]!
    for (let j = 0; j < lists; j++) seen[to * lists + j] = oldSeen[from * lists + j]!
  })
}
