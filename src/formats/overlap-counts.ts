/** Counts how many two encoded lists have in common and hides what would point at a few people, by itself or by subtraction. */
import type { OverlapCounts } from '../domain/documents/lists-api.ts'
import { smallest, suppressSmall } from '../domain/figures/disclosure.ts'

/** pairs = a, b, a, b …. Those without a partner count too: a list that overlaps all but three tells of those three. */
export const overlapCounts = (peopleA: number, peopleB: number, pairs: Uint32Array, threshold: number): OverlapCounts => {
  const [inB, inA] = [new Set<number>(), new Set<number>()]
  for (let i = 0; i < pairs.length; i += 2) {
    inB.add(pairs[i]!)
    inA.add(pairs[i + 1]!)
  }
  const shown = suppressSmall([
    { id: 'a in b', count: inB.size },
    { id: 'a alone', count: peopleA - inB.size },
    { id: 'a', count: peopleA, parts: ['a in b', 'a alone'] },
    { id: 'b in a', count: inA.size },
    { id: 'b alone', count: peopleB - inA.size },
    { id: 'b', count: peopleB, parts: ['b in a', 'b alone'] },
  ])
  const told = (id: string): number | null => shown.find((figure) => figure.id === id)!.count
  // Seen from the two sides the overlap is nearly one figure: where one may not be shown, the other would tell it.
  const both = told('a in b') !== null && told('b in a') !== null
  return {
    threshold,
    suppressedBelow: smallest,
    a: { people: told('a'), alsoInB: both ? told('a in b') : null },
    b: { people: told('b'), alsoInA: both ? told('b in a') : null },
  }
}
