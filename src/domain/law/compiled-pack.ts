/** The pack made ready for assessing: every condition compiled, kept as long as the pack lives. */

import type { Vocabulary } from '../testimony/vocabulary.ts'
import { spreads } from './case-view.ts'
import { type BindsLeaf, childKind, compile, compileParts, leavesOf, type Places, type Test } from './compiled-condition.ts'
import type { Bearing, Condition, LawPack, LawSource, RiskProfile } from './pack.ts'

export type CompiledBearing = {
  bearing: Bearing
  /** Its place among the bearings. */
  at: number
  test: string
  /** Place among the spreads: for whom the line is given. */
  spread: number
  for: Test
  forParts: Test
  against: Test
  unless: Test
  despite: Test | null
  beside: readonly { test: Test; note: string }[]
  gate: Test | null
  bar: Test | null
  /** Kinds of fact any side of the line speaks of, and their places. */
  kinds: ReadonlySet<string>
  kindsAt: readonly number[]
  /** Places of the elements the line is drawn from. */
  from: readonly number[]
  binds: readonly BindsLeaf[]
  /** Speaks of being a child, which ages can tell without a fact. */
  ofChild: boolean
  /** The pack's own remark, as a line gives it. */
  notes: readonly string[]
}

export type CompiledProfile = {
  profile: RiskProfile
  /** It names a ground. */
  grounded: boolean
  /** The pattern is met when all of these are. */
  requirements: readonly { test: Test; kinds: readonly string[] }[]
  /** Kinds that make it stronger, and their places. */
  stronger: ReadonlySet<string>
  strongerAt: readonly number[]
}

/** What the case must know about a kind of fact. */
export type CompiledKind = { at: number; side: 'home' | 'host' | 'both' | 'onward'; third: boolean; group: string }

export type CompiledPack = {
  pack: LawPack
  bearings: readonly CompiledBearing[]
  byElement: ReadonlyMap<string, CompiledBearing>
  profiles: readonly CompiledProfile[]
  kinds: ReadonlyMap<string, CompiledKind>
  places: Places
  sources: ReadonlyMap<string, LawSource>
  /** Element → every element drawn from it, near or far. */
  reached: ReadonlyMap<string, ReadonlySet<string>>
}

const kept = new WeakMap<LawPack, CompiledPack>()

export const compiledPack = (pack: LawPack): CompiledPack => {
  const known = kept.get(pack)
  if (known) return known
  const kinds = compiledKinds(pack.vocabulary)
  const elements = new Map(pack.bearings.map((one, at) => [one.element, at]))
  const places: Places = { kind: (id) => kinds.get(id)?.at ?? -1, element: (id) => elements.get(id) ?? -1 }
  const bearings = pack.bearings.map((bearing, at) => compiledBearing(bearing, at, places))
  const compiled: CompiledPack = {
    pack,
    bearings,
    byElement: new Map(bearings.map((one) => [one.bearing.element, one])),
    profiles: pack.profiles.map((one) => compiledProfile(one, places)),
    kinds,
    places,
    sources: new Map(Object.entries(pack.sources)),
    reached: reachedFrom(bearings),
  }
  kept.set(pack, compiled)
  return compiled
}

const keptKinds = new WeakMap<Vocabulary, ReadonlyMap<string, CompiledKind>>()

/** Two packs of one vocabulary share it, and with it the sorting of a case. */
const compiledKinds = (vocabulary: Vocabulary): ReadonlyMap<string, CompiledKind> => {
  const known = keptKinds.get(vocabulary)
  if (known) return known
  const kinds = new Map(vocabulary.kinds.map(({ id, side, third, group }, at) => [id, { at, side, third, group }]))
  keptKinds.set(vocabulary, kinds)
  return kinds
}

const reachedFrom = (bearings: readonly CompiledBearing[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const dependents = new Map<string, string[]>()
  for (const one of bearings)
    for (const place of one.from) {
      const from = bearings[place]?.bearing.element ?? ''
      dependents.set(from, [...(dependents.get(from) ?? []), one.bearing.element])
    }
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

const compiledBearing = (bearing: Bearing, at: number, places: Places): CompiledBearing => {
  const test = bearing.element.split('.')[0]!
  const unless: Condition = { any: bearing.unless }
  const leaves = [
    bearing.for,
    bearing.against,
    unless,
    ...(bearing.despite ? [bearing.despite] : []),
    ...bearing.beside.map((part) => part.when),
    ...(bearing.gate ? [bearing.gate] : []),
    ...(bearing.bar ? [bearing.bar] : []),
  ].flatMap(leavesOf)
  const compiled = (condition: Condition): Test => compile(condition, test, places)
  const kinds = new Set(leaves.flatMap((leaf) => ('f' in leaf ? [leaf.f] : [])))
  return {
    bearing,
    at,
    test,
    spread: spreads.indexOf(bearing.per === 'state' ? `state ${bearing.states}` : bearing.per),
    for: compiled(bearing.for),
    forParts: compileParts(bearing.for, test, places),
    against: compiled(bearing.against),
    unless: compiled(unless),
    beside: bearing.beside.map((part) => ({ test: compiled(part.when), note: part.note })),
    despite: bearing.despite === null ? null : compiled(bearing.despite),
    gate: bearing.gate === null ? null : compiled(bearing.gate),
    bar: bearing.bar === null ? null : compiled(bearing.bar),
    kinds,
    kindsAt: [...kinds].map(places.kind).filter((place) => place >= 0),
    from: [...new Set(leaves.flatMap((leaf) => ('el' in leaf ? [places.element(leaf.el)] : [])))].filter((place) => place >= 0),
    ofChild: kinds.has(childKind),
    binds: leavesOf(bearing.for).flatMap((leaf) => ('binds' in leaf ? [leaf] : [])),
    notes: bearing.note === null ? [] : [bearing.note],
  }
}

const kindsIn = (condition: Condition): string[] => leavesOf(condition).flatMap((leaf) => ('f' in leaf ? [leaf.f] : []))

const compiledProfile = (profile: RiskProfile, places: Places): CompiledProfile => {
  const parts = 'all' in profile.pattern ? profile.pattern.all : [profile.pattern]
  return {
    profile,
    grounded: profile.grounds.length > 0,
    requirements: parts.map((one) => ({ test: compile(one, 'profile', places), kinds: kindsIn(one) })),
    stronger: new Set(profile.strongerWith),
    strongerAt: profile.strongerWith.map(places.kind),
  }
}
