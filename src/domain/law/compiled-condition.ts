/** Turns a condition of the pack into a test that also says which facts and authorities met it. Compiled once a pack. */

import type { FactId } from '../../basics/id.ts'
import { type Certainty, type Citation, weakest } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'
import type { Fact } from '../testimony/fact.ts'
import type { Bound, Line } from './assessment.ts'
import type { Condition, LawSource } from './pack.ts'

/** certainty = of the law relied on; null when only facts met the condition. */
export type Match = { facts: readonly FactId[]; citations: readonly Citation[]; certainty: Certainty | null }

/** What one unit (a person, with a State or a custody) can see. */
export type Scope = {
  facts(kind: string): readonly Fact[]
  /** Lines of another element that speak of this unit. */
  lines(element: string): readonly Line[]
  profiles(id: string): readonly Match[]
  /** The deciding State, null while none is chosen. */
  forum: StateCode | null
  bounds(instrument: string, article: string | null, of: 'respondent' | 'host' | 'origin'): readonly Bound[]
  /** Null when the source is later than the day asked. */
  source(key: string): LawSource | null
  /** Under the age of majority, by the lower age, at the time that matters for this unit and test. */
  child(test: string): boolean
}

/** One reading of a disputed file: which facts hold in it. lenient = a disputed line counts as what it may be. */
export type World = { holds: (fact: Fact) => boolean; lenient: boolean }

export type Test = (scope: Scope, world: World) => Match | null

const nothing: Match = { facts: [], citations: [], certainty: null }

export const compile = (condition: Condition, test: string): Test => {
  if ('all' in condition) {
    const parts = condition.all.map((one) => compile(one, test))
    return (scope, world) => {
      const found: Match[] = []
      for (const part of parts) {
        const match = part(scope, world)
        if (match === null) return null
        found.push(match)
      }
      return together(found, weakest)
    }
  }
  if ('any' in condition) return several(condition.any, 1, test)
  if ('atLeast' in condition) return several(condition.of, condition.atLeast, test)
  if ('f' in condition) return factTest(condition.f, condition.where, test)
  if ('el' in condition) return lineTest(condition.el, condition.is)
  if ('binds' in condition) return boundTest(condition)
  if ('forum' in condition) return forumTest(condition.forum)
  if ('source' in condition) return sourceTest(condition.source, condition.certainty)
  const { profile } = condition
  return (scope) => {
    const found = scope.profiles(profile)
    return found.length === 0 ? null : { ...together(found, surest), certainty: null, citations: [] }
  }
}

/** Parts of a list of requirements that are met although the whole is not; alternatives half met are not told. */
export const compileParts = (condition: Condition, test: string): Test => {
  if (!('all' in condition)) return () => null
  const parts = condition.all.map((one) => compile(one, test))
  return (scope, world) => {
    const found = parts.flatMap((part) => part(scope, world) ?? [])
    return found.length === 0 ? null : together(found, weakest)
  }
}

const several = (conditions: readonly Condition[], atLeast: number, test: string): Test => {
  const parts = conditions.map((one) => compile(one, test))
  return (scope, world) => {
    const found: Match[] = []
    for (const part of parts) {
      const match = part(scope, world)
      if (match !== null) found.push(match)
    }
    return found.length < atLeast ? null : together(found, atLeast > 1 ? weakest : surest)
  }
}

const factTest = (kind: string, where: Readonly<Record<string, string | readonly string[]>> | null, test: string): Test => {
  const narrow = where === null ? [] : Object.entries(where)
  const fits = (fact: Fact): boolean => narrow.every(([key, value]) => given(fact, key, value))
  return (scope, world) => {
    const found = scope.facts(kind).filter((fact) => world.holds(fact) && fits(fact))
    if (found.length > 0) return { facts: found.map((fact) => fact.id), citations: [], certainty: null }
    return kind === 'child-at-relevant-time' && where === null && scope.child(test) ? nothing : null
  }
}

/** "*" = any value given; unknown, refused and not asked are no value. "-" = the attribute was not given at all. */
const given = (fact: Fact, key: string, value: string | readonly string[]): boolean => {
  const own = fact.attrs[key]
  if (own === undefined) return value === '-' || (typeof value !== 'string' && value.includes('-'))
  return value === '*'
    ? !['unknown', 'refused', 'not-asked'].includes(own)
    : typeof value === 'string'
      ? own === value
      : value.includes(own)
}

const lineTest =
  (element: string, is: 'shown' | 'contradicted'): Test =>
  (scope, world) => {
    const found = scope.lines(element).filter((line) => line.answer === is || (world.lenient && line.answer === 'disputed'))
    if (found.length === 0) return null
    return together(
      found.map((line) => ({ facts: is === 'shown' ? line.for : line.against, citations: [], certainty: line.certainty })),
      surest,
    )
  }

const boundTest =
  (leaf: { binds: string; article: string | null; state: 'respondent' | 'host' | 'origin' }): Test =>
  (scope) => {
    const found = scope.bounds(leaf.binds, leaf.article, leaf.state).filter((one) => one.answer === 'bound')
    return found.length === 0
      ? null
      : together(
          found.map((one) => ({ facts: [], citations: [one.citation], certainty: one.citation.certainty })),
          weakest,
        )
  }

const forumTest =
  (forums: readonly StateCode[]): Test =>
  (scope) =>
    scope.forum !== null && forums.includes(scope.forum) ? nothing : null

const sourceTest =
  (key: string, lower: Certainty | null): Test =>
  (scope) => {
    const source = scope.source(key)
    if (source === null) return null
    const certainty = lower ?? source.certainty
    return { facts: [], citations: [{ source: key, at: null, certainty, readOn: source.readOn }], certainty }
  }

/** Written plainly: it runs for every condition of every line of every case. */
const together = (found: readonly Match[], of: (all: readonly Certainty[]) => Certainty): Match => {
  if (found.length === 1) return found[0]!
  const facts: FactId[] = []
  const citations: Citation[] = []
  const law: Certainty[] = []
  for (const one of found) {
    for (const id of one.facts) if (!facts.includes(id)) facts.push(id)
    for (const citation of one.citations) citations.push(citation)
    if (one.certainty !== null) law.push(one.certainty)
  }
  return { facts, citations, certainty: law.length === 0 ? null : of(law) }
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
