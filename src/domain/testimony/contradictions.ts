/** Finds what does not fit together: the same event told with dates or places that cannot both be, by another speaker, account or paper. Both versions stay. */
import { mayCoincide } from '../../basics/partial-date.ts'
import type { Contradiction, Fact } from './fact.ts'

/** Stable id of a pair, so that an explanation stays with it. */
const pairId = (a: Fact, b: Fact): string => [a.id, b.id].sort().join('~')

/** Two facts speak of one event when kind, person and ordinal (the first, the second time) agree. */
const sameEvent = (a: Fact, b: Fact): boolean =>
  a.kind === b.kind &&
  a.adverse === b.adverse &&
  a.about.some((person) => b.about.includes(person)) &&
  (a.attrs.times ?? null) === (b.attrs.times ?? null) &&
  (a.custody === null || b.custody === null || a.custody === b.custody)

/** Within one account a person may tell of several events of one kind; across accounts and papers a difference has to be looked at. */
const otherSource = (a: Fact, b: Fact): boolean => {
  const of = (fact: Fact) => [
    ...fact.spans.map((span) => span.account as string),
    ...(fact.exhibit ? [fact.exhibit as string] : []),
    ...fact.publicSources,
  ]
  const theirs = new Set(of(b))
  return !of(a).some((source) => theirs.has(source))
}

/** Facts that a person has tied as twins contradict each other whatever their dates. explanations: what was said about a pair, by pair id. */
export const contradictionsOf = (facts: readonly Fact[], explanations: ReadonlyMap<string, string> = new Map()): Contradiction[] => {
  const found = new Map<string, Contradiction>()
  const keep = (a: Fact, b: Fact, about: string) => {
    const id = pairId(a, b)
    if (!found.has(id)) found.set(id, { id, between: [a.id, b.id], about, reaches: [], explanation: explanations.get(id) ?? null })
  }
  facts.forEach((a, index) => {
    const twin = a.twin === null ? undefined : facts.find((fact) => fact.id === a.twin)
    if (twin) keep(a, twin, differs(a, twin) ?? 'version')
    for (const b of facts.slice(index + 1)) {
      const what = sameEvent(a, b) && otherSource(a, b) ? differs(a, b) : null
      if (what) keep(a, b, what)
    }
  })
  return [...found.values()]
}

const differs = (a: Fact, b: Fact): 'date' | 'place' | null => {
  if (a.date !== null && b.date !== null && !mayCoincide(a.date, b.date)) return 'date'
  // Coarse places differ only when neither contains the other's words.
  if (a.date !== null && b.date !== null && a.place && b.place && !contains(a.place, b.place)) return 'place'
  return null
}

const contains = (a: string, b: string): boolean => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x.includes(y) || y.includes(x)
}
