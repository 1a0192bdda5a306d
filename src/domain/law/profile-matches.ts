/** Which risk profiles a person's facts match, and what is missing where only part of a pattern is there. */
import type { FactId } from '../../basics/id.ts'
import type { ProfileMatch } from './assessment.ts'
import type { LawFact, LawPerson } from './case-record.ts'
import { type Match, type Scope, union, type World } from './compiled-condition.ts'
import type { CompiledPack } from './compiled-pack.ts'

const none: readonly never[] = []

/** scope sees the person's facts without any profile; world says which facts carry. */
export const profileMatches = (
  compiled: CompiledPack,
  person: LawPerson,
  facts: readonly LawFact[],
  scope: Scope,
  world: World,
): ProfileMatch[] =>
  compiled.profiles.flatMap((one): readonly ProfileMatch[] => {
    const met = one.requirements.map((part) => part.test(scope, world))
    const found: Match[] = []
    for (const part of met) if (part !== null) found.push(part)
    // Half a pattern says nothing; more than half is worth a question.
    if (found.length * 2 <= met.length) return none
    let told: readonly FactId[] = none
    for (const part of found) told = union(told, part.facts)
    if (found.length < met.length) {
      const missing = one.requirements.flatMap((part, i) => (met[i] === null ? part.kinds : none))
      return [{ profile: one.profile.id, person: person.id, match: 'partly', facts: told, missing }]
    }
    const stronger = one.strongerAt.some((kind) => scope.told(kind) !== undefined)
      ? facts.filter((fact) => one.stronger.has(fact.kind) && world.holds(fact)).map((fact) => fact.id)
      : none
    return [{ profile: one.profile.id, person: person.id, match: 'yes', facts: union(told, stronger), missing: none }]
  })

/** A profile carries an element only when it names a ground: a warning such as unclear nationality is no reason to fear. id = any: whichever of them matches. */
export const carriedByProfile = (compiled: CompiledPack, matches: readonly ProfileMatch[], id: string): Match | null => {
  let facts: readonly FactId[] = none
  let any = false
  for (const one of matches) {
    if (one.match !== 'yes' || !(id === 'any' ? compiled.grounded.has(one.profile) : one.profile === id)) continue
    facts = union(facts, one.facts)
    any = true
  }
  return any ? { facts, citations: none, certainty: null } : null
}
