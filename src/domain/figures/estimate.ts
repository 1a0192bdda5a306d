/** How many people are there, those seen by no list included? Every model tried, side by side; the desk never picks one number. */
import { type Bootstrap, bootstrapEstimate, stepwiseFit } from './bootstrap.ts'
import { type CaptureSet, mustBeEstimable } from './capture-history.ts'
import type { Chance } from './chance.ts'
import { chainsAgree, type LatentEstimate, latentClassEstimate } from './latent-class.ts'
import { type Bench, benchFor, type Fit, fitModel, sumLogFactorials } from './log-linear.ts'
import { allHierarchical, interactions, mayEnter, nameOf } from './models.ts'

/**
 * One model as it is shown. `terms` is written as Rcapture writes it. The numbers of a model that the counts do not determine are null and `why` says so;
 * fit measures are null for the latent class model, whose interval is a credible one.
 */
export type Model = {
  terms: string
  kind: 'log-linear' | 'latent class'
  estimate: number | null
  low95: number | null
  high95: number | null
  aic: number | null
  bic: number | null
  deviance: number | null
  df: number | null
  /** Why there is no estimate, or a caution about it; null when there is nothing to say. */
  why: ModelCaution | null
}
export type ModelCaution = 'not-determined' | 'at-the-boundary' | 'chains-disagree'

export type Estimates = {
  id: string
  lists: readonly string[]
  observed: number
  /** Best BIC first; the latent class model stands at the end, with its hills where it has several. */
  models: readonly Model[]
  /** Whether every hierarchical model was tried, or a search by steps over them. */
  search: 'every model' | 'by steps'
  /** Models a reader should look at first, by name; several often disagree, and that is the finding. */
  notable: { bestBic: string | null; bestAic: string | null; bestPairs: string | null; stepwise: string; independent: string }
  /** Smallest and largest estimate among the models within ten points of the best BIC: no fit measure tells these apart with confidence. */
  range: { low: number; high: number; models: number } | null
  bootstrap: Bootstrap | null
  latent: LatentEstimate | null
}

export type EstimateSettings = { bootstraps: number; latent: boolean }

/** Refuses too-few-lists and too-sparse. `chance` drives the bootstrap and the latent class model only. */
export const estimate = (set: CaptureSet, chance: Chance, settings: EstimateSettings = { bootstraps: 1000, latent: true }): Estimates => {
  mustBeEstimable(set)
  const lists = set.lists.length
  const bench = benchFor(lists)
  const every = allHierarchical(lists)
  const constant = sumLogFactorials(set.counts)
  const fits = every ? every.map((terms) => fitModel(set.counts, terms, bench, constant)) : searched(set.counts, bench, constant)
  const shown = fits
    .map((fit) => [fit, modelOf(fit, set)] as const)
    .sort(([, a], [, b]) => Number(a.estimate === null) - Number(b.estimate === null) || a.bic! - b.bic!)
  const known = shown.filter(([, model]) => model.estimate !== null)
  const models = shown.map(([, model]) => model)
  const bestBic = known[0]?.[1] ?? null
  const near = known.filter(([, model]) => model.bic! <= bestBic!.bic! + 10).map(([, model]) => model.estimate!)
  const latent = settings.latent ? latentClassEstimate(set, chance) : null
  return {
    id: set.id,
    lists: set.lists,
    observed: set.observed,
    models: latent ? [...models, ...latentModels(latent)] : models,
    search: every ? 'every model' : 'by steps',
    notable: {
      bestBic: bestBic?.terms ?? null,
      bestAic: known.reduce<Model | null>((best, [, model]) => (!best || model.aic! < best.aic! ? model : best), null)?.terms ?? null,
      bestPairs: known.find(([fit]) => fit.terms.every((term) => pairOnly(term)))?.[1].terms ?? null,
      stepwise: nameOf(stepwiseFit(set.counts, bench).terms, lists),
      independent: nameOf([], lists),
    },
    range: near.length > 0 ? { low: Math.min(...near), high: Math.max(...near), models: near.length } : null,
    bootstrap: settings.bootstraps > 0 ? bootstrapEstimate(set, chance, settings.bootstraps) : null,
    latent,
  }
}

const pairOnly = (term: number): boolean => {
  const rest = term & (term - 1)
  return (rest & (rest - 1)) === 0
}

/** Beyond this many times the people seen, an "estimate" is the arithmetic running away. */
const absurd = 1e4

const modelOf = (fit: Fit, set: CaptureSet): Model => {
  const known = fit.unseen < set.observed * absurd
  const at = (z: number): number | null => (known ? set.observed + fit.unseen * Math.exp(z * fit.se) : null)
  const why = known ? (fit.boundary ? 'at-the-boundary' : null) : 'not-determined'
  return {
    terms: nameOf(fit.terms, set.lists.length),
    kind: 'log-linear',
    estimate: at(0),
    low95: at(-1.959963984540054),
    high95: at(1.959963984540054),
    aic: fit.aic,
    bic: fit.bic,
    deviance: fit.deviance,
    df: fit.df,
    why,
  }
}

/**
 * One row where the chains tell one story. Where they stand on different hills, the row of the whole has an interval and no number (its median would only say
 * how many chains happened to start on which side), and every hill has a row of its own.
 */
const latentModels = (latent: LatentEstimate): Model[] => {
  const apart = latent.agreement > chainsAgree && latent.hills.length > 1
  const none = { aic: null, bic: null, deviance: null, df: null }
  const why = latent.agreement > chainsAgree ? ('chains-disagree' as const) : null
  const rowOf = (terms: string, { median, low95, high95 }: { median: number; low95: number; high95: number }): Model => ({
    terms,
    kind: 'latent class',
    estimate: median,
    low95,
    high95,
    ...none,
    why,
  })
  const whole = rowOf('latent class', latent)
  return apart ? [{ ...whole, estimate: null }, ...latent.hills.map((hill, i) => rowOf(`latent class, hill ${i + 1}`, hill))] : [whole]
}

/** With six lists or more: from independence, every single addition and removal is tried and kept; the walk follows the best BIC, then the best AIC. */
const searched = (counts: Float64Array, bench: Bench, constant: number): Fit[] => {
  const candidates = interactions(bench.lists, 3)
  const tried = new Map<string, Fit>()
  const fitOf = (terms: readonly number[]): Fit => {
    const sorted = [...terms].sort((a, b) => a - b)
    const key = sorted.join()
    const before = tried.get(key)
    if (before) return before
    const fit = fitModel(counts, sorted, bench, constant)
    tried.set(key, fit)
    return fit
  }
  const allowed = (terms: readonly number[], term: number): boolean => mayEnter(term, (part) => terms.includes(part))
  for (const measure of ['bic', 'aic'] as const) {
    let here = fitOf([])
    for (;;) {
      const { terms } = here
      const more = candidates.filter((term) => !terms.includes(term) && allowed(terms, term)).map((term) => fitOf([...terms, term]))
      const less = terms
        .filter((term) => !terms.some((other) => other !== term && (other & term) === term))
        .map((term) => fitOf(terms.filter((other) => other !== term)))
      const best = [...more, ...less].filter((fit) => fit.unseen >= 0).reduce<Fit>((a, b) => (b[measure] < a[measure] - 1e-9 ? b : a), here)
      if (best === here) break
      here = best
    }
  }
  return [...tried.values()]
}
