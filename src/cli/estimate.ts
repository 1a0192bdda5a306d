/** `estimate FILE`: reads who was seen by which lists and prints every model tried with its fit, its estimate and its interval. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Refusal } from '../basics/refusal.ts'
import type { CaptureSet } from '../domain/figures/capture-history.ts'
import { seededChance } from '../domain/figures/chance.ts'
import { type Estimates, estimate, type Model } from '../domain/figures/estimate.ts'
import { plotOf, svgOf } from '../domain/figures/plot.ts'
import { captureHistoriesIn } from '../formats/capture-histories.ts'

const usage = `article33 estimate FILE [--json] [--all] [--id SET] [--seed N] [--bootstraps N] [--no-latent] [--plot OUT.svg]
FILE is YAML (counts: {"100": 12, "110": 3, …}) or CSV (history,count, or one 0/1 column a list with a count column).
`

type Refused = { code: string; what: string; todo: string; set: string | null }
type Answer = { set: string; estimates: Estimates | null; refused: Refused | null }

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      id: { type: 'string' },
      seed: { type: 'string', default: '33' },
      bootstraps: { type: 'string', default: '1000' },
      'no-latent': { type: 'boolean', default: false },
      plot: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const file = positionals[0]
  if (values.help || file === undefined) {
    out.write(usage)
    return values.help ? 0 : 2
  }
  const answers: Answer[] = []
  try {
    const sets = captureHistoriesIn(file).filter((set) => values.id === undefined || set.id === values.id)
    const settings = { bootstraps: Math.max(0, Number(values.bootstraps) || 0), latent: !values['no-latent'] }
    for (const set of sets) answers.push(answerFor(set, Number(values.seed) || 0, settings))
    if (sets.length === 0) throw new Refusal('bad-input', { field: '--id', reason: 'the file holds no set of that name' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    answers.push({ set: file, estimates: null, refused: told(error, null) })
  }
  if (values.plot !== undefined)
    for (const { set, estimates } of answers)
      if (estimates) writeFileSync(plotName(values.plot, set, answers.length), svgOf(plotOf(estimates), set))
  out.write(values.json ? `${JSON.stringify(asJson(answers))}\n` : answers.map((answer) => asText(answer, values.all)).join('\n'))
  return answers.some((answer) => answer.refused) ? 2 : 0
}

const answerFor = (set: CaptureSet, seed: number, settings: { bootstraps: number; latent: boolean }): Answer => {
  try {
    return { set: set.id, estimates: estimate(set, seededChance(seed), settings), refused: null }
  } catch (error) {
    if (error instanceof Refusal) return { set: set.id, estimates: null, refused: told(error, set.id) }
    throw error
  }
}

const told = (refusal: Refusal, set: string | null): Refused => ({ code: refusal.code, what: refusal.message, todo: refusal.todo, set })

const plotName = (plot: string, set: string, many: number): string =>
  many === 1 ? plot : plot.replace(/(\.svg)?$/i, `-${set.replace(/[^\w-]+/g, '-')}.svg`)

/** One shape whether the file holds one set or several: every model names its set; what belongs to a set as a whole is in `sets`. */
const asJson = (answers: readonly Answer[]): object => ({
  models: answers.flatMap(({ set, estimates }) => (estimates?.models ?? []).map((model) => ({ ...model, set }))),
  refused: answers.find((answer) => answer.refused)?.refused ?? null,
  sets: answers.map(({ set, estimates, refused }) => {
    if (!estimates) return { set, refused }
    const { models, bootstrap, latent, ...rest } = estimates
    const { replicates: _replicates, ...interval } = bootstrap ?? { replicates: null }
    const { samples: _samples, ...posterior } = latent ?? { samples: null }
    return { set, refused: null, ...rest, tried: models.length, bootstrap: bootstrap ? interval : null, latent: latent ? posterior : null }
  }),
})

const whole = (value: number | null): string => (value === null ? '–' : Math.round(value).toLocaleString('en'))
const fine = (value: number | null): string => (value === null ? '' : value.toFixed(2))

const line = (model: Model): string =>
  [
    model.terms.padEnd(34),
    whole(model.estimate).padStart(10),
    (model.low95 === null ? 'not determined' : `${whole(model.low95)} to ${whole(model.high95)}`).padStart(22),
    fine(model.aic).padStart(10),
    fine(model.bic).padStart(10),
    fine(model.deviance).padStart(10),
    `${model.df ?? ''}`.padStart(4),
    cautions[model.why ?? 'none'],
  ].join(' ')

const cautions = { none: '', 'not-determined': '', 'at-the-boundary': '  some overlap is empty', 'chains-disagree': '  chains disagree' }

const most = 120

const asText = ({ set, estimates, refused }: Answer, all: boolean): string => {
  if (!estimates) return `${set}: refused (${refused!.code}). ${refused!.what} ${refused!.todo}\n`
  const { models, notable, range, bootstrap, latent } = estimates
  const shown = all
    ? models
    : models.filter((model, i) => i < most || model.kind === 'latent class' || Object.values(notable).includes(model.terms))
  const rows = [
    `${set}: ${whole(estimates.observed)} people on ${estimates.lists.length} lists (${estimates.lists.join(', ')})`,
    '',
    `${'model'.padEnd(34)} ${'estimate'.padStart(10)} ${'95 % interval'.padStart(22)} ${'AIC'.padStart(10)} ${'BIC'.padStart(10)} ${'deviance'.padStart(10)} ${'df'.padStart(4)}`,
    ...shown.map(line),
    '',
  ]
  if (shown.length < models.length)
    rows.push(`${models.length - shown.length} more models with a worse BIC were tried; --all prints them, --json holds them.`)
  if (estimates.search === 'by steps')
    rows.push('With six lists or more the models are searched by steps from independence; those above are all that were tried.')
  rows.push(
    `Best by BIC ${notable.bestBic}; by AIC ${notable.bestAic}; pairs only ${notable.bestPairs}; stepwise ${notable.stepwise}; independence ${notable.independent}.`,
  )
  if (range)
    rows.push(
      `${range.models} models lie within ten points of the best BIC; their estimates run from ${whole(range.low)} to ${whole(range.high)}.`,
    )
  if (bootstrap)
    rows.push(
      `Stepwise search repeated on ${bootstrap.replicates.length + bootstrap.failed} redrawn lists: ${whole(bootstrap.low95)} to ${whole(bootstrap.high95)} (BCa)${bootstrap.failed ? `; ${bootstrap.failed} gave no estimate` : ''}.`,
    )
  if (latent && (latent.agreement > 1.05 || latent.hills.length > 1)) {
    rows.push(
      `The latent class chains do not tell one story (R-hat ${latent.agreement.toFixed(2)}; medians ${latent.chains.map(whole).join(', ')}).`,
    )
    for (const hill of latent.hills)
      rows.push(
        `  one hill at ${whole(hill.median)} (${whole(hill.low95)} to ${whole(hill.high95)}) holds ${(hill.share * 100).toFixed(0)} % of the samples`,
      )
    if (latent.hills.length > 1)
      rows.push(
        `  half the chains began low and half high; to a higher hill they went over ${latent.moves.up} times, back ${latent.moves.down} times`,
      )
  }
  return `${rows.join('\n')}\n`
}
