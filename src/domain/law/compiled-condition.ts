/** Turns a condition of the pack into a test: is it met, and which facts and authorities meet it. Compiled once a pack. */

import type { FactId } from '../../basics/id.ts'
import { type Certainty, type Citation, weakest } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound, Line } from './assessment.ts'
import type { LawFact } from './case-record.ts'
import type { Condition, LawSource } from './pack.ts'

/** certainty = of the law relied on; null when only facts met the condition. */
export type Match = { facts: readonly FactId[]; citations: readonly Citation[]; certainty: Certainty | null }

/** Facts of one kind in one unit. sure = all of them carry and none is in dispute: then every reading of the file finds the same. */
export type Told = { facts: readonly LawFact[]; sure: boolean }

export type BindsLeaf = { binds: string; article: string | null; state: 'respondent' | 'host' | 'origin' }

/** What one unit (a person, with a State or a custody) can see. Kinds and elements are asked by their place in the compiled pack. */
export type Scope = {
  told(kind: number): Told | undefined
  /** Lines of another element that speak of this unit. */
  lines(element: number): readonly Pick<Line, 'answer' | 'for' | 'against' | 'certainty'>[]
  /** Does any of those lines answer so? lenient = a disputed line counts as what it may be. */
  reads(element: number, is: 'shown' | 'contradicted', lenient: boolean): boolean
  /** What carries a condition that reads profiles; null = no such profile matches. */
  profile(id: string): Match | null
  hasProfile(id: string): boolean
  /** The deciding State, null while none is chosen. */
  forum: StateCode | null
  bounds(leaf: BindsLeaf): readonly Bound[]
  /** Null when the source is later than the day asked. */
  source(key: string): LawSource | null
  /** Under the age of majority, by the lower age, at the time that matters for this unit and test. */
  child(test: string): boolean
}

/** One reading of a disputed file: which facts hold in it. lenient = a disputed line counts as what it may be. */
export type World = { holds: (fact: LawFact) => boolean; lenient: boolean }

/**
 * met says whether, match also by what; match is null exactly when met is false. Most conditions of most cases are not met, and
 * many cases are asked for their answers alone: so the first question costs no list.
 */
export type Test = { met(scope: Scope, world: World): boolean; match(scope: Scope, world: World): Match | null }

/** Where a kind of fact or an element stands in the compiled pack; -1 = nowhere. */
export type Places = { kind(id: string): number; element(id: string): number }

export const childKind = 'child-at-relevant-time'

const none: readonly never[] = []
const nothing: Match = { facts: none, citations: none, certainty: null }
const never: Test = { met: () => false, match: () => null }

/** test = the legal test the condition belongs to. */
export const compile = (condition: Condition, test: string, places: Places): Test => {
  if ('all' in condition) return all(condition.all, test, places)
  if ('any' in condition) return several(condition.any, 1, test, places)
  if ('atLeast' in condition) return several(condition.of, condition.atLeast, test, places)
  if ('f' in condition) return factTest(condition.f, condition.where, test, places)
  if ('el' in condition) return lineTest(places.element(condition.el), condition.is)
  if ('binds' in condition) return boundTest(condition)
  if ('forum' in condition) return forumTest(condition.forum)
  if ('source' in condition) return sourceTest(condition.source, condition.certainty)
  const { profile } = condition
  return { met: (scope) => scope.hasProfile(profile), match: (scope) => scope.profile(profile) }
}

/** Parts of a list of requirements that are met although the whole is not; alternatives half met are not told. */
export const compileParts = (condition: Condition, test: string, places: Places): Test =>
  'all' in condition ? several(condition.all, 1, test, places, weakest) : never

const all = (conditions: readonly Condition[], test: string, places: Places): Test => {
  const parts = conditions.map((one) => compile(one, test, places))
  if (parts.length === 1) return parts[0]!
  const met: Test['met'] = (scope, world) => {
    for (const part of parts) if (!part.met(scope, world)) return false
    return true
  }
  return {
    met,
    match: (scope, world) =>
      met(scope, world)
        ? together(
            parts.map((part) => part.match(scope, world)!),
            weakest,
          )
        : null,
  }
}

const several = (
  conditions: readonly Condition[],
  atLeast: number,
  test: string,
  places: Places,
  of: (all: readonly Certainty[]) => Certainty = atLeast > 1 ? weakest : surest,
): Test => {
  const parts = conditions.map((one) => compile(one, test, places))
  if (parts.length < atLeast) return never
  if (parts.length === 1) return parts[0]!
  return {
    met: (scope, world) => {
      let found = 0
      for (const part of parts) if (part.met(scope, world) && ++found >= atLeast) return true
      return false
    },
    match: (scope, world) => {
      let found: Match[] | null = null
      for (const part of parts) {
        const match = part.match(scope, world)
        if (match === null) continue
        if (found === null) found = [match]
        else found.push(match)
      }
      return found === null || found.length < atLeast ? null : together(found, of)
    },
  }
}

const factTest = (kind: string, where: Readonly<Record<string, string | readonly string[]>> | null, test: string, places: Places): Test => {
  const at = places.kind(kind)
  const narrow = where === null ? none : Object.entries(where)
  const fits = (fact: LawFact): boolean => {
    for (const [key, value] of narrow) if (!given(fact, key, value)) return false
    return true
  }
  const byAge = kind === childKind && where === null
  return {
    met: (scope, world) => {
      const told = scope.told(at)
      if (told !== undefined) for (const fact of told.facts) if ((told.sure || world.holds(fact)) && fits(fact)) return true
      return byAge && scope.child(test)
    },
    match: (scope, world) => {
      const told = scope.told(at)
      if (told !== undefined) {
        const found: FactId[] = []
        for (const fact of told.facts) if ((told.sure || world.holds(fact)) && fits(fact)) found.push(fact.id)
        if (found.length > 0) return { facts: found, citations: none, certainty: null }
      }
      return byAge && scope.child(test) ? nothing : null
    },
  }
}

/** "*" = any value given; unknown, refused and not asked are no value. "-" = the attribute was not given at all. */
const given = (fact: LawFact, key: string, value: string | readonly string[]): boolean => {
  const own = fact.attrs[key]
  if (own === undefined) return value === '-' || (typeof value !== 'string' && value.includes('-'))
  return value === '*'
    ? own !== 'unknown' && own !== 'refused' && own !== 'not-asked'
    : typeof value === 'string'
      ? own === value
      : value.includes(own)
}

const lineTest = (element: number, is: 'shown' | 'contradicted'): Test => ({
  met: (scope, world) => scope.reads(element, is, world.lenient),
  match: (scope, world) => {
    if (!scope.reads(element, is, world.lenient)) return null
    const found: Match[] = []
    for (const line of scope.lines(element)) {
      if (line.answer !== is && !(world.lenient && line.answer === 'disputed')) continue
      found.push({ facts: is === 'shown' ? line.for : line.against, citations: none, certainty: line.certainty })
    }
    return together(found, surest)
  },
})

const boundTest = (leaf: BindsLeaf): Test => ({
  met: (scope) => scope.bounds(leaf).some((one) => one.answer === 'bound'),
  match: (scope) => {
    const found: Match[] = []
    for (const one of scope.bounds(leaf))
      if (one.answer === 'bound') found.push({ facts: none, citations: [one.citation], certainty: one.citation.certainty })
    return found.length === 0 ? null : together(found, weakest)
  },
})

const forumTest = (forums: readonly StateCode[]): Test => {
  const met = (scope: Scope): boolean => scope.forum !== null && forums.includes(scope.forum)
  return { met, match: (scope) => (met(scope) ? nothing : null) }
}

const sourceTest = (key: string, lower: Certainty | null): Test => ({
  met: (scope) => scope.source(key) !== null,
  match: (scope) => {
    const source = scope.source(key)
    if (source === null) return null
    const certainty = lower ?? source.certainty
    return { facts: none, citations: [{ source: key, at: null, certainty, readOn: source.readOn }], certainty }
  },
})

/** Written plainly: it runs for every condition of every line of every case. */
const together = (found: readonly Match[], of: (all: readonly Certainty[]) => Certainty): Match => {
  if (found.length === 1) return found[0]!
  let facts: readonly FactId[] = none
  let citations: readonly Citation[] = none
  let law: Certainty[] | null = null
  for (const one of found) {
    facts = union(facts, one.facts)
    if (one.citations.length > 0) citations = citations.length === 0 ? one.citations : [...citations, ...one.citations]
    if (one.certainty === null) continue
    if (law === null) law = [one.certainty]
    else law.push(one.certainty)
  }
  return { facts, citations, certainty: law === null ? null : of(law) }
}

/** Each once, in order; neither list repeats itself. */
export const union = (a: readonly FactId[], b: readonly FactId[]): readonly FactId[] => {
  if (b.length === 0 || a === b) return a
  if (a.length === 0) return b
  let found: FactId[] | null = null
  for (const id of b) {
    if (a.includes(id)) continue
    if (found === null) found = a.slice()
    found.push(id)
  }
  return found ?? a
}

/** Where any one authority is enough, the surest of them carries. */
const surest = (all: readonly Certainty[]): Certainty =>
  all.includes('verified') ? 'verified' : all.includes('partial') ? 'partial' : 'unverified'

/** Every leaf of a condition, for what it speaks of. */
export const leavesOf = (condition: Condition): readonly Condition[] =>
  'all' in condition
    ? condition.all.flatMap(leavesOf)
    : 'any' in condition
      ? condition.any.flatMap(leavesOf)
      : 'atLeast' in condition
        ? condition.of.flatMap(leavesOf)
        : [condition]
