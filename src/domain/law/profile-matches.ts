/** Which risk profiles a person's facts match, and what is missing where only part of a pattern is there. */
import type { FactId } from '../../basics/id.ts'
import type { ProfileMatch } from './assessment.ts'
import type { LawPerson } from './case-record.ts'
import type { CaseView } from './case-view.ts'
import { type Match, type Scope, union, type World } from './compiled-condition.ts'
import type { CompiledPack, CompiledProfile } from './compiled-pack.ts'

const none: readonly never[] = []

/** scope sees the person's facts; world says which facts carry. */
export const profileMatches = (compiled: CompiledPack, person: LawPerson, view: CaseView, scope: Scope, world: World): ProfileMatch[] => {
  const matches: ProfileMatch[] = []
  for (const one of compiled.profiles) {
    const { requirements } = one
    let met = 0
    for (const part of requirements) if (part.test.met(scope, world)) met++
    // Half a pattern says nothing; more than half is worth a question.
    if (met * 2 <= requirements.length) continue
    let told: readonly FactId[] = none
    for (const part of requirements) told = union(told, part.test.match(scope, world)?.facts ?? none)
    const missing = met === requirements.length ? none : requirements.flatMap((part) => (part.test.met(scope, world) ? none : part.kinds))
    const stronger: FactId[] = []
    if (met === requirements.length && one.strongerAt.some((kind) => scope.told(kind) !== undefined))
      for (const fact of view.factsOf(person)) if (one.stronger.has(fact.kind) && world.holds(fact)) stronger.push(fact.id)
    const match = met === requirements.length ? 'yes' : 'partly'
    matches.push({ profile: one.profile.id, person: person.id, match, facts: union(told, stronger), missing })
  }
  return matches
}

/** A profile carries an element only when it names a ground: a warning such as unclear nationality is no reason to fear. id = any: whichever of them matches. */
const canCarry = (one: CompiledProfile, id: string): boolean => (id === 'any' ? one.grounded : one.profile.id === id)

export const carriedByProfile = (compiled: CompiledPack, matches: readonly ProfileMatch[], id: string): Match | null => {
  let facts: readonly FactId[] = none
  let any = false
  for (const match of matches) {
    if (match.match !== 'yes' || !compiled.profiles.some((one) => one.profile.id === match.profile && canCarry(one, id))) continue
    facts = union(facts, match.facts)
    any = true
  }
  return any ? { facts, citations: none, certainty: null } : null
}

/** The same question without the facts. */
export const isMatched = (compiled: CompiledPack, id: string, scope: Scope, world: World): boolean =>
  compiled.profiles.some((one) => canCarry(one, id) && one.requirements.every((part) => part.test.met(scope, world)))
