import { expect, test } from 'vitest'
import { overlapCounts } from './overlap-counts.ts'

/** The first `many` of a with as many of b. */
const pairs = (many: number, ofB = many): Uint32Array => Uint32Array.from(Array.from({ length: many }, (_, i) => [i, i % ofB]).flat())

test('an overlap of 1 to 9 is shown on neither side, none and ten are', () => {
  for (let many = 1; many < 10; many++) {
    const { a, b } = overlapCounts(100, 200, pairs(many), 0.6)
    expect([a.alsoInB, b.alsoInA], `${many}`).toEqual([null, null])
  }
  expect(overlapCounts(100, 200, pairs(0), 0.6).a.alsoInB).toBe(0)
  expect(overlapCounts(100, 200, pairs(10), 0.6)).toMatchObject({ a: { people: 100, alsoInB: 10 }, b: { people: 200, alsoInA: 10 } })
})

test('all but one to nine points at those left over, and is not shown', () => {
  for (let left = 1; left < 10; left++) {
    const { a, b } = overlapCounts(100, 200, pairs(100 - left), 0.6)
    expect([a.alsoInB, b.alsoInA], `${left}`).toEqual([null, null])
  }
  expect(overlapCounts(100, 200, pairs(100), 0.6).a.alsoInB).toBe(100)
})

test('where one side is hidden the other, which is nearly the same figure, is too', () => {
  const { a, b } = overlapCounts(100, 200, pairs(12, 9), 0.6)
  expect([a.alsoInB, b.alsoInA]).toEqual([null, null])
})
