/** Measures the estimates against published and independently computed results: points, fit measures, medians over five seeds, and the bootstrap's cost. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { bootstrapEstimate } from '../../src/domain/figures/bootstrap.ts'
import { captureSetFrom } from '../../src/domain/figures/capture-history.ts'
import { seededChance } from '../../src/domain/figures/chance.ts'
import { estimate } from '../../src/domain/figures/estimate.ts'
import { latentClassEstimate } from '../../src/domain/figures/latent-class.ts'

type Reference = {
  package: string
  model: string
  estimate?: number
  median?: number
  aic?: number
  bic?: number
  deviance?: number
  df?: number
  low95?: number
  high95?: number
}
type Entry = { id: string; counts: Record<string, number>; reference_results: Reference[] }

const cpu = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6

export const run = async (argv: string[]): Promise<void> => {
  const file = argv.find((word) => /\.ya?ml$/.test(word)) ?? 'test/data/estimation/capture-histories.yaml'
  const entries = parse(readFileSync(file, 'utf8')) as Entry[]
  const rows: Record<string, unknown>[] = []
  for (const entry of entries) {
    const set = captureSetFrom(entry.id, null, Object.entries(entry.counts))
    const began = cpu()
    const found = estimate(set, seededChance(1), { bootstraps: 0, latent: false })
    rows.push({ set: entry.id, what: `${found.models.length} log-linear models`, cpuSeconds: round(cpu() - began) })
    for (const reference of entry.reference_results) {
      if (reference.median !== undefined) continue
      const terms = /main effects/.test(reference.model)
        ? found.notable.independent
        : reference.model === 'stepwise'
          ? found.notable.stepwise
          : reference.model.split(' ')[0]
      const model = found.models.find((one) => one.terms === terms)!
      rows.push({
        set: entry.id,
        what: `${terms} against ${reference.package}`,
        ours: round(model.estimate!),
        reference: reference.estimate,
        relative: Math.abs(model.estimate! / reference.estimate! - 1).toExponential(1),
        aicOff: reference.aic === undefined ? null : round(model.aic! - reference.aic),
        bicOff: reference.bic === undefined ? null : round(model.bic! - reference.bic),
      })
    }
    const boot = cpu()
    const bootstrap = bootstrapEstimate(set, seededChance(1), 1000)
    rows.push({
      set: entry.id,
      what: '1,000 bootstraps of the stepwise search',
      ours: `${Math.round(bootstrap.low95)} to ${Math.round(bootstrap.high95)}`,
      cpuSeconds: round(cpu() - boot),
    })
    const reference = entry.reference_results.find((one) => one.median !== undefined)
    for (let seed = 1; seed <= 5; seed++) {
      const start = cpu()
      const latent = latentClassEstimate(set, seededChance(seed))
      rows.push({
        set: entry.id,
        what: `latent class, seed ${seed}`,
        ours: `${Math.round(latent.median)} (${Math.round(latent.low95)} to ${Math.round(latent.high95)})`,
        reference: reference?.median,
        relative: reference ? round(latent.median / reference.median! - 1) : null,
        agreement: round(latent.agreement),
        hills: latent.hills.map((hill) => `${Math.round(hill.median)}: ${round(hill.share)}`).join(', '),
        cpuSeconds: round(cpu() - start),
      })
    }
  }
  if (argv.includes('--json')) console.log(JSON.stringify({ bench: 'estimate', rows }))
  else console.table(rows)
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4
