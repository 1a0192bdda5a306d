import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Refusal } from '../../basics/refusal.ts'
import { bootstrapEstimate } from './bootstrap.ts'
import { captureSetFrom } from './capture-history.ts'
import { binomial, gamma, poisson, seededChance } from './chance.ts'
import { estimate } from './estimate.ts'
import { plotOf, svgOf } from './plot.ts'

type Reference = { id: string; counts: Record<string, string> }
const references = parse(readFileSync(new URL('../../../test/data/estimation/capture-histories.yaml', import.meta.url), 'utf8'), {
  schema: 'failsafe',
}) as Reference[]
const setOf = (id: string) =>
  captureSetFrom(
    id,
    null,
    Object.entries(references.find((one) => one.id === id)!.counts).map(([history, count]) => [history, Number(count)]),
  )
const quick = { bootstraps: 0, latent: false }
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as Refusal).code
  }
  return 'nothing refused'
}

describe('published log-linear results', () => {
  const uk = estimate(setOf('uk-2013-five-lists'), seededChance(1), quick)
  const kosovo = estimate(setOf('kosovo-1999-four-lists'), seededChance(1), quick)
  const named = (all: typeof uk, terms: string) => all.models.find((model) => model.terms === terms)!

  test('Rcapture and SparseMSE agree on the model of six pairs', () => {
    const model = named(uk, '[12,13,24,25,35,45]')
    expect(model.estimate! / 11312.99).toBeCloseTo(1, 6)
    expect([Math.round(model.low95!), Math.round(model.high95!)]).toEqual([9884, 13027])
    expect(model.aic).toBeCloseTo(127.5986, 3)
    expect(model.bic).toBeCloseTo(198.6047, 3)
    expect(model.deviance).toBeCloseTo(16.35138, 4)
    expect(model.df).toBe(19)
    expect(uk.notable.stepwise).toBe('[12,13,24,25,35,45]')
  })
  test('independence gives 13,444 (11,985 to 15,133)', () => {
    const model = named(uk, '[1,2,3,4,5]')
    expect([model.estimate!, model.low95!, model.high95!].map(Math.round)).toEqual([13444, 11985, 15133])
  })
  test('the best models of Kosovo by BIC and by AIC are those of Rcapture, and they disagree by thousands', () => {
    expect(kosovo.notable.bestBic).toBe('[123,14,34]')
    expect(named(kosovo, '[123,14,34]').estimate).toBeCloseTo(10356.52, 2)
    expect(named(kosovo, '[123,14,34]').bic).toBeCloseTo(203.0296, 3)
    expect(kosovo.notable.bestAic).toBe('[123,134]')
    expect(named(kosovo, '[123,134]').estimate).toBeCloseTo(12740.97, 2)
    expect(kosovo.range!.high - kosovo.range!.low).toBeGreaterThan(2000)
  })
  test('every hierarchical model is tried: 113 of four lists, 6,893 of five', () => {
    expect(kosovo.models).toHaveLength(113)
    expect(uk.models).toHaveLength(6893)
    expect(new Set(uk.models.map((model) => model.terms)).size).toBe(6893)
  })
})

describe('what cannot be estimated is refused with the reason', () => {
  test('two lists', () =>
    expect(
      codeOf(() =>
        estimate(
          captureSetFrom('two', null, [
            ['10', 40],
            ['01', 30],
            ['11', 20],
          ]),
          seededChance(1),
          quick,
        ),
      ),
    ).toBe('too-few-lists'))
  test('no overlap, six shared people, a list that shares nobody', () => {
    const sparse = (rows: [string, number][]) => codeOf(() => estimate(captureSetFrom('sparse', null, rows), seededChance(1), quick))
    expect(
      sparse([
        ['100', 40],
        ['010', 30],
        ['001', 20],
      ]),
    ).toBe('too-sparse')
    expect(
      sparse([
        ['100', 40],
        ['010', 30],
        ['001', 20],
        ['110', 3],
        ['011', 3],
      ]),
    ).toBe('too-sparse')
    expect(
      sparse([
        ['100', 40],
        ['010', 30],
        ['001', 20],
        ['110', 30],
      ]),
    ).toBe('too-sparse')
  })
  test('a pair that never meets does not stop the rest: the term leaves at minus infinity and still counts', () => {
    const models = estimate(
      captureSetFrom('gap', null, [
        ['100', 40],
        ['010', 30],
        ['001', 20],
        ['110', 12],
        ['101', 9],
      ]),
      seededChance(1),
      quick,
    ).models
    const model = models.find(({ terms }) => terms === '[23,1]')!
    expect(model.why).toBe('at-the-boundary')
    expect(model.estimate).toBeGreaterThan(111)
    // The counts do not determine the model of all pairs here: it is shown without a number.
    expect(models.find(({ terms }) => terms === '[12,13,23]')!.estimate).toBeNull()
  })
  test('people seen by no list, a history given twice, half a person', () => {
    const bad = (rows: [string, number][]) => codeOf(() => captureSetFrom('bad', null, rows))
    expect(bad([['000', 4]])).toBe('bad-file')
    expect(
      bad([
        ['100', 4],
        ['100', 5],
      ]),
    ).toBe('bad-file')
    expect(bad([['100', 4.5]])).toBe('bad-file')
    expect(
      bad([
        ['100', 4],
        ['10', 5],
      ]),
    ).toBe('bad-file')
  })
})

test('six lists are searched by steps and keep every model tried', () => {
  const rows: [string, number][] = []
  for (let cell = 1; cell < 64; cell++) {
    const history = cell.toString(2).padStart(6, '0')
    rows.push([history, Math.round(4000 * 0.2 ** [...history].filter((digit) => digit === '1').length)])
  }
  const found = estimate(captureSetFrom('six', null, rows), seededChance(1), quick)
  expect(found.search).toBe('by steps')
  expect(found.models.length).toBeGreaterThan(10)
  expect(
    found.models.find(({ terms }) => terms === '[1,2,3,4,5,6]')!.estimate! / (4000 + rows.reduce((sum, [, count]) => sum + count, 0)),
  ).toBeCloseTo(1, 1)
})

test('a bootstrap with the same seed is the same, and its interval holds the point', () => {
  const set = setOf('uk-2013-five-lists')
  const once = bootstrapEstimate(set, seededChance(7), 200)
  expect(bootstrapEstimate(set, seededChance(7), 200).low95).toBe(once.low95)
  expect(once.low95).toBeLessThan(once.point)
  expect(once.high95).toBeGreaterThan(once.point)
  expect(once.failed).toBe(0)
})

test('chance has the moments it should', () => {
  const chance = seededChance(5)
  const momentsOf = (draw: () => number): [number, number] => {
    let sum = 0
    let squares = 0
    for (let i = 0; i < 40_000; i++) {
      const x = draw()
      sum += x
      squares += x * x
    }
    return [sum / 40_000, squares / 40_000 - (sum / 40_000) ** 2]
  }
  const near = ([mean, spread]: [number, number], wantedMean: number, wantedSpread: number): void => {
    expect(Math.abs(mean - wantedMean)).toBeLessThan(5 * Math.sqrt(wantedSpread / 40_000))
    expect(spread / wantedSpread).toBeCloseTo(1, 1)
  }
  near(
    momentsOf(() => binomial(5000, 0.9, chance)),
    4500,
    450,
  )
  near(
    momentsOf(() => binomial(30, 0.2, chance)),
    6,
    4.8,
  )
  near(
    momentsOf(() => poisson(500, chance)),
    500,
    500,
  )
  near(
    momentsOf(() => gamma(0.25, chance)),
    0.25,
    0.25,
  )
})

test('a plot keeps every point inside its whisker and on the axis', () => {
  const plot = plotOf(estimate(setOf('kosovo-1999-four-lists'), seededChance(1), { bootstraps: 50, latent: false }))
  for (const row of plot.rows) {
    expect(row.low).toBeLessThanOrEqual(row.point)
    expect(row.point).toBeLessThanOrEqual(row.high)
    expect(row.high).toBeLessThanOrEqual(1)
  }
  expect(svgOf(plot, 'A & B')).toContain('A &amp; B')
})
