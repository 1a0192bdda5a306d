/** Which risk profiles a person's facts match, and what is missing where only part of a pattern is there. */
import type { FactId } from '../../basics/id.ts'
import type { ProfileMatch } from './assessment.ts'
import type { LawFact, LawPerson } from './case-record.ts'
import type { Match, Scope, World } from './compiled-condition.ts'
import type { CompiledPack, CompiledProfile } from './compiled-pack.ts'

/** scope sees the person's facts without any profile; world says which facts carry. */
export const profileMatches = (
  compiled: CompiledPack,
  person: LawPerson,
  facts: readonly LawFact[],
  scope: Scope,
  world: World,
): ProfileMatch[] =>
  compiled.profiles.flatMap((one): ProfileMatch[] => {
    const whole = one.pattern(scope, world)
    if (whole !== null)
      return [{ profile: one.profile.id, person: person.id, match: 'yes' as const, facts: union(whole, one, facts, world), missing: [] }]
    const met = one.requirements.map((part) => part.test(scope, world))
    const found = met.filter((part) => part !== null)
    // Half a pattern says nothing; more than half is worth a question.
    if (found.length * 2 <= one.requirements.length) return []
    const missing = one.requirements.flatMap((part, i) => (met[i] === null ? part.kinds : []))
    return [
      {
        profile: one.profile.id,
        person: person.id,
        match: 'partly' as const,
        facts: [...new Set(found.flatMap((part) => part.facts))],
        missing,
      },
    ]
  })

const union = (whole: Match, one: CompiledProfile, facts: readonly LawFact[], world: World): FactId[] => [
  ...new Set([
    ...whole.facts,
    ...facts.filter((fact) => world.holds(fact) && one.profile.strongerWith.includes(fact.kind)).map((fact) => fact.id),
  ]),
]

/** A profile carries an element only when it names a ground: a warning such as unclear nationality is no reason to fear. */
export const carryingProfiles = (compiled: CompiledPack, matches: readonly ProfileMatch[], id: string): readonly Match[] => {
  const found: Match[] = []
  for (const one of matches)
    if (one.match === 'yes' && (id === 'any' ? compiled.grounded.has(one.profile) : one.profile === id))
      found.push({ facts: one.facts, citations: [], certainty: null })
  return found
}
