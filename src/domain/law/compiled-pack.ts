/** The pack made ready for assessing: every condition compiled, kept as long as the pack lives. */
import { compile, compileParts, leavesOf, type Test } from './compiled-condition.ts'
import type { Bearing, Condition, LawPack, LawSource, RiskProfile } from './pack.ts'

export type CompiledBearing = {
  bearing: Bearing
  test: string
  for: Test
  forParts: Test
  against: Test
  unless: Test
  despite: Test | null
  gate: Test | null
  bar: Test | null
  /** Kinds of fact any side of the line speaks of. */
  kinds: ReadonlySet<string>
  /** Elements the line is drawn from. */
  from: readonly string[]
  binds: readonly { binds: string; article: string | null; state: 'respondent' | 'host' | 'origin' }[]
  /** Reads nothing but facts told: with none of its kinds in the file its answer never changes. */
  factsOnly: boolean
}

export type CompiledProfile = {
  profile: RiskProfile
  pattern: Test
  requirements: readonly { test: Test; kinds: readonly string[] }[]
  kinds: readonly string[]
}

export type CompiledPack = {
  pack: LawPack
  bearings: readonly CompiledBearing[]
  byElement: ReadonlyMap<string, CompiledBearing>
  profiles: readonly CompiledProfile[]
  sides: ReadonlyMap<string, 'home' | 'host' | 'both' | 'onward'>
  third: ReadonlySet<string>
  groups: ReadonlyMap<string, string>
  sources: ReadonlyMap<string, LawSource>
  /** Element → every element drawn from it, near or far. */
  reached: ReadonlyMap<string, ReadonlySet<string>>
  order: ReadonlyMap<string, number>
}

const kept = new WeakMap<LawPack, CompiledPack>()

export const compiledPack = (pack: LawPack): CompiledPack => {
  const known = kept.get(pack)
  if (known) return known
  const bearings = pack.bearings.map(compiledBearing)
  const kinds = pack.vocabulary.kinds
  const compiled: CompiledPack = {
    pack,
    bearings,
    byElement: new Map(bearings.map((one) => [one.bearing.element, one])),
    profiles: pack.profiles.map(compiledProfile),
    sides: new Map(kinds.map((kind) => [kind.id, kind.side])),
    third: new Set(kinds.filter((kind) => kind.third).map((kind) => kind.id)),
    groups: new Map(kinds.map((kind) => [kind.id, kind.group])),
    sources: new Map(Object.entries(pack.sources)),
    reached: reachedFrom(bearings),
    order: new Map(bearings.map((one, i) => [one.bearing.element, i])),
  }
  kept.set(pack, compiled)
  return compiled
}

const reachedFrom = (bearings: readonly CompiledBearing[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const dependents = new Map<string, string[]>()
  for (const one of bearings) for (const from of one.from) dependents.set(from, [...(dependents.get(from) ?? []), one.bearing.element])
  const reached = (element: string, seen: Set<string>): Set<string> => {
    for (const next of dependents.get(element) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      reached(next, seen)
    }
    return seen
  }
  return new Map(bearings.map((one) => [one.bearing.element, reached(one.bearing.element, new Set())]))
}

const compiledBearing = (bearing: Bearing): CompiledBearing => {
  const test = bearing.element.split('.')[0]!
  const unless: Condition = { any: bearing.unless }
  const leaves = [
    bearing.for,
    bearing.against,
    unless,
    ...(bearing.despite ? [bearing.despite] : []),
    ...(bearing.gate ? [bearing.gate] : []),
    ...(bearing.bar ? [bearing.bar] : []),
  ].flatMap(leavesOf)
  return {
    bearing,
    test,
    for: compile(bearing.for, test),
    forParts: compileParts(bearing.for, test),
    against: compile(bearing.against, test),
    unless: compile(unless, test),
    despite: bearing.despite === null ? null : compile(bearing.despite, test),
    gate: bearing.gate === null ? null : compile(bearing.gate, test),
    bar: bearing.bar === null ? null : compile(bearing.bar, test),
    kinds: new Set(leaves.flatMap((leaf) => ('f' in leaf ? [leaf.f] : []))),
    from: leaves.flatMap((leaf) => ('el' in leaf ? [leaf.el] : [])),
    factsOnly: leaves.every((leaf) => 'f' in leaf && leaf.f !== 'child-at-relevant-time'),
    binds: leavesOf(bearing.for).flatMap((leaf) => ('binds' in leaf ? [leaf] : [])),
  }
}

const kindsIn = (condition: Condition): string[] => leavesOf(condition).flatMap((leaf) => ('f' in leaf ? [leaf.f] : []))

const compiledProfile = (profile: RiskProfile): CompiledProfile => {
  const parts = 'all' in profile.pattern ? profile.pattern.all : [profile.pattern]
  return {
    profile,
    pattern: compile(profile.pattern, 'profile'),
    requirements: parts.map((one) => ({ test: compile(one, 'profile'), kinds: kindsIn(one) })),
    kinds: [...new Set([...kindsIn(profile.pattern), ...profile.strongerWith])],
  }
}
