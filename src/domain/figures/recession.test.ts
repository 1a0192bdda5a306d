import { describe, expect, test } from 'vitest'
import { captureSetFrom } from './capture-history.ts'
import { seededChance } from './chance.ts'
import { estimate, type Model } from './estimate.ts'

const histories = (lists: number): string[] =>
  Array.from({ length: (1 << lists) - 1 }, (_, i) => ((1 << lists) - 1 - i).toString(2).padStart(lists, '0'))
const modelsOf = (rows: [string, number][]): Map<string, Model> =>
  new Map(
    estimate(captureSetFrom('set', null, rows), seededChance(1), { bootstraps: 0, latent: false }).models.map((model) => [
      model.terms,
      model,
    ]),
  )
const inRcaptureOrder = (lists: number, counts: readonly number[]): [string, number][] =>
  histories(lists).map((history, i) => [history, counts[i]!])

describe('a model without an estimate is shown without a number, and its deviance is the one at the limit', () => {
  // The deviances are those of R 4.2.2, glm with epsilon 1e-14; that no estimate exists was decided by linear programming (scipy's HiGHS).
  test('four lists, two of which never meet: [123,124] runs to infinity', () => {
    const models = modelsOf([
      ['1000', 120],
      ['0100', 90],
      ['0010', 80],
      ['0001', 60],
      ['1100', 14],
      ['1010', 9],
      ['0110', 11],
      ['1001', 8],
      ['0101', 6],
    ])
    const model = models.get('[123,124]')!
    expect(model).toMatchObject({ estimate: null, low95: null, high95: null, df: 3, why: 'not-determined' })
    expect(model.deviance).toBeCloseTo(2.463358, 5)
    expect(model.aic).toBeCloseTo(71.97554, 4)
    expect([...models.values()].filter(({ estimate }) => estimate === null)).toHaveLength(17)
  })
  test('two pairs of lists that share nobody across: [12,14,23,34] is not 442,579', () => {
    const models = modelsOf([
      ['1000', 40],
      ['0100', 30],
      ['0010', 20],
      ['0001', 50],
      ['1100', 12],
      ['0011', 14],
    ])
    expect(models.get('[12,14,23,34]')).toMatchObject({ estimate: null, why: 'not-determined' })
    expect(models.get('[12,14,23,34]')!.deviance).toBeCloseTo(0, 9)
  })
  test('a list that lies wholly within another: [23,1] would say that nobody was missed', () => {
    const models = modelsOf([
      ['010', 378],
      ['110', 185],
      ['001', 209],
      ['011', 138],
      ['111', 84],
    ])
    expect(models.get('[23,1]')).toMatchObject({ estimate: null, df: 2, why: 'not-determined' })
    expect(models.get('[23,1]')!.deviance).toBeCloseTo(153.29923, 4)
    expect(models.get('[1,2,3]')!.estimate).not.toBeNull()
  })
  test('counts of millions are no reason to take a small count for none', () => {
    const models = modelsOf(inRcaptureOrder(3, [60_000, 900_000, 700_000, 10_000_000, 500_000, 8_000_000, 6_000_000]))
    expect(models.size).toBe(8)
    for (const model of models.values()) expect(model).toMatchObject({ why: null })
  })
})

describe('further published tables', () => {
  test("diabetes in Casale Monferrato (Bruno and others 1994), as in Rcapture's own tests", () => {
    const models = modelsOf(inRcaptureOrder(4, [58, 157, 18, 104, 46, 650, 12, 709, 14, 20, 7, 74, 8, 182, 10]))
    const bruno = models.get('[12,13,23,24,34]')!
    expect(Math.round(bruno.estimate!)).toBe(2771)
    expect(bruno.deviance).toBeCloseTo(7.62, 2)
    expect(bruno.df).toBe(5)
    const rivest = models.get('[13,24,34]')!
    expect(Math.round(rivest.estimate!)).toBe(2472)
    expect(rivest.deviance).toBeCloseTo(21.97, 2)
  })
  test('asbestos deaths (Cormack, Chang and Smith 2000): 40 of 113 models have no estimate', () => {
    const models = modelsOf(inRcaptureOrder(4, [72, 5, 29, 53, 24, 3, 12, 14, 0, 0, 0, 1, 0, 0, 2]))
    expect(Math.round(models.get('[12,13,34]')!.estimate!)).toBe(218)
    expect(models.get('[12,13,34]')!.deviance).toBeCloseTo(2.6, 1)
    // The paper prints more than a million for these two.
    expect(models.get('[12,13,14,34]')!.estimate).toBeNull()
    expect(models.get('[12,13,14,23,24,34]')!.estimate).toBeNull()
    expect([...models.values()].filter(({ estimate }) => estimate === null)).toHaveLength(40)
  })
})
