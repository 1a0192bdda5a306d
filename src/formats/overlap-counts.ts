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
  return {
    threshold,
    suppressedBelow: smallest,
    a: { people: told('a'), alsoInB: told('a in b') },
    b: { people: told('b'), alsoInA: told('b in a') },
  }
}
