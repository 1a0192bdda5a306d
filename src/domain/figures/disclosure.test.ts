import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, suppressSmall, tableFigures } from './disclosure.ts'
import { type Equation, feasibleRange } from './feasible-range.ts'

/** The reader's own attack, written apart from the suppression: all sums, all shown figures, counts are never negative. */
const attack = (figures: readonly Figure[], shown: ReadonlyMap<string, number | null>, target: string): { low: number; high: number } => {
  const hidden = figures.filter((figure) => shown.get(figure.id) === null).map((figure) => figure.id)
  const equations: Equation[] = figures.flatMap((figure) => {
    if (!figure.parts) return []
    let sum = 0
    const terms: { at: number; sign: 1 | -1 }[] = []
    for (const [id, sign] of [...figure.parts.map((part) => [part, 1] as const), [figure.id, -1] as const]) {
      const count = shown.get(id)!
      if (count === null) terms.push({ at: hidden.indexOf(id), sign })
      else sum -= sign * count
    }
    return terms.length > 0 ? [{ terms, sum }] : []
  })
  return feasibleRange(equations, hidden.length, hidden.indexOf(target))
}

const mustHold = (figures: readonly Figure[], k: number): void => {
  const safe = suppressSmall(figures, k)
  const shown = new Map(safe.map((figure) => [figure.id, figure.count]))
  for (const figure of figures) {
    const count = shown.get(figure.id)!
    if (figure.count > 0 && figure.count < k) expect(count).toBeNull()
    else if (count !== null) expect(count).toBe(figure.count)
  }
  for (const figure of safe) {
    if (figure.why !== 'small') continue
    const { low, high } = attack(figures, shown, figure.id)
    expect(high - low).toBeGreaterThanOrEqual(k - 1 - 1e-6)
  }
}

test('one small figure takes another with it, or the total would give it away', () => {
  const safe = suppressSmall([
    { id: 'a', count: 4 },
    { id: 'b', count: 50 },
    { id: 'c', count: 70 },
    { id: 'all', count: 124, parts: ['a', 'b', 'c'] },
  ])
  expect(safe.map((figure) => figure.count)).toEqual([null, null, 70, 124])
  expect(safe.map((figure) => figure.why)).toEqual(['small', 'complement', null, null])
})

test('two small figures whose sum is small still need a third', () => {
  const safe = suppressSmall([
    { id: 'a', count: 1 },
    { id: 'b', count: 2 },
    { id: 'c', count: 70 },
    { id: 'all', count: 73, parts: ['a', 'b', 'c'] },
  ])
  expect(safe[2]!.count).toBeNull()
})

test('a table without small figures is shown whole, zeros included', () => {
  expect(
    suppressSmall(
      tableFigures([
        [0, 20],
        [30, 40],
      ]),
    ).every((figure) => figure.count !== null),
  ).toBe(true)
})

test('suppression of a table cannot be undone by subtraction', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
    )
  fc.assert(
    fc.property(table, (counts) => mustHold(tableFigures(counts), 10)),
    { numRuns: 150 },
  )
})

test('nor of sums within sums', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(counts, (c) => {
      const [a, b, d, e, f, g] = c as [number, number, number, number, number, number]
      mustHold(
        [
          ...c.map((count, i) => ({ id: `${i}`, count })),
          { id: 'north', count: a + b + d, parts: ['0', '1', '2'] },
          { id: 'south', count: e + f + g, parts: ['3', '4', '5'] },
          { id: 'women', count: a + e, parts: ['0', '3'] },
          { id: 'all', count: a + b + d + e + f + g, parts: ['north', 'south'] },
        ],
        10,
      )
    }),
    { numRuns: 150 },
  )
})
