/** Where two versions of an event stand in a file, each is tried: a line is disputed only when the version matters for it. */
import type { FactId } from '../../basics/id.ts'
import type { LawFact, LawRecord } from './case-record.ts'
import type { World } from './compiled-condition.ts'

export type Dispute = {
  facts: readonly [FactId, FactId] | readonly [FactId]
  about: string
  /** Elements it reaches; null = every line on which one of its facts bears. */
  reaches: ReadonlySet<string> | null
}

/** Accepted, or given the benefit of the doubt: such a fact can carry a line. */
export const carries = (fact: LawFact): boolean => fact.standing === 'accepted' || fact.standing === 'benefit-of-doubt'

export const disputesOf = (record: LawRecord): readonly Dispute[] => {
  if (record.contradictions.length === 0 && !record.facts.some((fact) => fact.standing === 'disputed')) return []
  const find = (id: FactId): LawFact | undefined => record.facts.find((fact) => fact.id === id)
  const told: Dispute[] = record.contradictions.map((one) => {
    const whole = one.between.some((id) => find(id)?.standing === 'disputed' && find(id)?.disputedPart === null)
    return {
      facts: one.between,
      about: one.about,
      reaches:
        whole || one.reaches.length === 0
          ? whole || one.between.some((id) => find(id)?.disputedPart === null)
            ? null
            : new Set()
          : new Set(one.reaches),
    }
  })
  const paired = new Set(told.flatMap((one) => one.facts))
  const rest = record.facts.filter((fact) => fact.standing === 'disputed' && !paired.has(fact.id))
  const done = new Set<FactId>()
  for (const fact of rest) {
    if (done.has(fact.id)) continue
    const twin = fact.twin !== null && find(fact.twin) !== undefined ? fact.twin : null
    done.add(fact.id)
    if (twin !== null) done.add(twin)
    // A disputed part (a date, a number) leaves the rest of the fact standing.
    if (fact.disputedPart === null) told.push({ facts: twin === null ? [fact.id] : [fact.id, twin], about: fact.kind, reaches: null })
  }
  return told
}

const mostDisputes = 4

const standing = (fact: LawFact): boolean => carries(fact) || fact.standing === 'disputed'
const lenient: World = { holds: standing, lenient: true }
/** The file of which nothing is disputed here, once or, where a line below is disputed, with and without that line. */
const undisputed: readonly World[] = [lenient]
const undisputedTwice: readonly World[] = [lenient, { holds: standing, lenient: false }]

/** All readings of the file for one line. With more than four disputes on a line the rest are read as not carrying. below = a line it is drawn from is disputed. */
export const worldsFor = (disputes: readonly Dispute[], below: boolean): readonly World[] => {
  if (disputes.length === 0) return below ? undisputedTwice : undisputed
  const open = new Set(disputes.slice(mostDisputes).flatMap((one) => one.facts))
  const all = disputes.slice(0, mostDisputes)
  const inDispute = new Set(all.flatMap((one) => one.facts))
  const worlds: World[] = []
  for (let choice = 0; choice < 2 ** all.length; choice++) {
    const out = new Set<FactId>(open)
    all.forEach((one, i) => {
      const second = (choice >> i) & 1
      if (one.facts.length === 2) out.add(one.facts[second ? 0 : 1])
      else if (second) out.add(one.facts[0])
    })
    const holds = (fact: LawFact): boolean => !out.has(fact.id) && (carries(fact) || inDispute.has(fact.id) || fact.standing === 'disputed')
    worlds.push({ holds, lenient: true })
    if (below) worlds.push({ holds, lenient: false })
  }
  return worlds
}

/** Everything told, for naming facts beside a line; whether they carry it is another question. */
export const everythingTold: World = { holds: () => true, lenient: true }
