/** Answers one element for one unit by the reading rules at the head of packs/law/bearings.yaml. */
import type { FactId } from '../../basics/id.ts'
import type { Citation } from '../../basics/source.ts'
import type { Answer, Bound } from './assessment.ts'
import { type Match, type Scope, union, type World } from './compiled-condition.ts'
import type { CompiledBearing } from './compiled-pack.ts'
import { carries, type Dispute, everythingTold, worldsFor } from './disputed-worlds.ts'

export type Reading = {
  answer: Answer
  for: readonly FactId[]
  against: readonly FactId[]
  law: Match | null
  notes: readonly string[]
}

/** What the file carries when every dispute is left open. */
const firm: World = { holds: carries, lenient: false }
const none: readonly never[] = []

export const notReached = (notes: readonly string[]): Reading => ({ answer: 'not-reached', for: none, against: none, law: null, notes })

/** Why a line cannot be read in one way only: disputes that can matter here, or (below) a disputed line that it is drawn from. */
export type Doubt = { disputes: readonly Dispute[]; below: boolean }

/** doubt = null: every fact of the line carries, none is in dispute, and so it is with the lines it is drawn from; then one reading is all there is. */
export const answerOf = (one: CompiledBearing, scope: Scope, doubt: Doubt | null): Answer => {
  if (one.gate !== null && !one.gate.met(scope, everythingTold)) return 'not-reached'
  if (one.bar?.met(scope, firm)) return 'not-reached'
  const outcome = doubt === null ? outcomeOf(one, scope, everythingTold) : outcomeIn(worldsFor(doubt.disputes, doubt.below), one, scope)
  return outcome === 'missing' && one.bearing.whenMissing === 'not-in-issue' && !isRaised(one, scope) ? 'not-in-issue' : outcome
}

/** What stands beside an answer. open = facts not yet weighed. */
export const readingOf = (one: CompiledBearing, scope: Scope, doubt: Doubt | null, open: ReadonlySet<FactId>, answer: Answer): Reading => {
  const { bearing } = one
  const gate = one.gate === null ? null : one.gate.match(scope, everythingTold)
  if (answer === 'not-reached') return notReached(one.gate !== null && gate === null && bearing.note !== null ? one.notes : barred)
  const told = one.for.match(scope, everythingTold)
  const beside = besideOf(one, scope)
  // What opens a line bears on it and is named there.
  const opened = gate?.facts ?? none
  const missing = answer === 'missing' || answer === 'not-in-issue'
  const named = told ?? (missing || doubt !== null || open.size > 0 ? one.forParts.match(scope, everythingTold) : null)
  const law = answer === 'shown' || answer === 'disputed' ? told : lawOf(one, scope)
  const contested = doubt === null ? none : contestedBy(doubt.disputes, told, beside)
  const sides = contested.filter((dispute) => dispute.reaches !== null).flatMap((dispute) => dispute.facts)
  const adverse = union(
    beside,
    answer === 'disputed' && doubt !== null ? disputing(one, scope, doubt, named, contested, beside, sides) : sides,
  )
  const notes = doubt === null && open.size === 0 ? none : notesOn(contested, named, open)
  // The law alone answers here: what raised the question (an allegation, say) stands for nothing and against nobody.
  const raised = bearing.kind === 'law' && answer === 'contradicted' && opened.length > 0
  const all = [
    ...notes,
    ...(raised ? [`raises the question and is no finding: ${opened.join(', ')}`] : none),
    ...(one.beside.length === 0 ? none : weightless(one, scope)),
  ]
  return {
    answer,
    for: answer === 'shown' || answer === 'disputed' || answer === 'missing' ? union(named?.facts ?? none, opened) : raised ? opened : none,
    against: answer === 'not-in-issue' ? none : answer === 'contradicted' && !raised ? union(adverse, opened) : adverse,
    law,
    notes: all.length === 0 ? one.notes : [...one.notes, ...all],
  }
}

const weightless = (one: CompiledBearing, scope: Scope): readonly string[] =>
  one.beside.flatMap(({ test, note }): readonly string[] => {
    const facts = test.match(scope, everythingTold)?.facts ?? none
    return facts.length === 0 ? none : [`${note}: ${facts.join(', ')}`]
  })

/** What disputes a line must be seen beside it: the facts against a line that it is drawn from, the other version, or the fact itself that is contested. */
const disputing = (
  one: CompiledBearing,
  scope: Scope,
  doubt: Doubt,
  named: Match | null,
  contested: readonly Dispute[],
  beside: readonly FactId[],
  sides: readonly FactId[],
): readonly FactId[] => {
  let found = sides
  if (doubt.below)
    for (const element of one.from)
      for (const line of scope.lines(element)) if (line.answer === 'disputed') found = union(found, line.against)
  const versions = contested.flatMap((dispute) => dispute.facts)
  found = union(
    found,
    versions.filter((id) => !named?.facts.includes(id)),
  )
  return beside.length === 0 && found.length === 0 ? [...new Set(versions)] : found
}

/** Adverse facts of the file, whatever weight they have: they stand beside the line. */
const besideOf = (one: CompiledBearing, scope: Scope): readonly FactId[] =>
  union(one.against.match(scope, everythingTold)?.facts ?? none, one.unless.match(scope, everythingTold)?.facts ?? none)

const barred: readonly string[] = ['an earlier element bars it']

const contestedBy = (disputes: readonly Dispute[], told: Match | null, beside: readonly FactId[]): readonly Dispute[] => {
  if (disputes.length === 0) return none
  const matched = new Set([...(told?.facts ?? none), ...beside])
  return disputes.filter((dispute) => dispute.reaches !== null || dispute.facts.some((id) => matched.has(id)))
}

/** Disputed when the readings of the file do not agree. */
const outcomeIn = (worlds: readonly World[], one: CompiledBearing, scope: Scope): Answer => {
  let agreed: Answer | null = null
  for (const world of worlds) {
    const answer = outcomeOf(one, scope, world)
    if (agreed !== null && agreed !== answer) return 'disputed'
    agreed = answer
  }
  return agreed!
}

const outcomeOf = (one: CompiledBearing, scope: Scope, world: World): Answer => {
  if (one.unless.met(scope, world)) return 'contradicted'
  const met = one.for.met(scope, world)
  const { kind } = one.bearing
  if (kind === 'officer') return met ? 'shown' : 'missing'
  if (kind === 'law') return met ? 'shown' : notBound(one, scope) ? 'contradicted' : 'missing'
  // What is told against the line keeps its weight only while no burden has shifted.
  const against = one.against.met(scope, world) && !one.despite?.met(scope, world)
  return met ? (against ? 'disputed' : 'shown') : against ? 'contradicted' : 'missing'
}

const refused: readonly Bound['answer'][] = ['not-bound', 'signed-only', 'reserved']
const boundsOf = (one: CompiledBearing, scope: Scope): readonly Bound[] =>
  one.binds.length === 0 ? none : one.binds.length === 1 ? scope.bounds(one.binds[0]!) : one.binds.flatMap((leaf) => scope.bounds(leaf))

/** Only a definite "no" of every instrument named contradicts; unknown leaves the question open. */
const notBound = (one: CompiledBearing, scope: Scope): boolean => {
  const bounds = boundsOf(one, scope)
  return bounds.length > 0 && bounds.every((bound) => refused.includes(bound.answer))
}

/** Does anything in the file raise the point: a fact that speaks against the person here? */
const isRaised = (one: CompiledBearing, scope: Scope): boolean => {
  if ((one.gate?.match(scope, everythingTold)?.facts.length ?? 0) > 0) return true
  if (one.bearing.foundHelps !== 'state') return besideOf(one, scope).length > 0
  const named = one.for.match(scope, everythingTold) ?? one.forParts.match(scope, everythingTold)
  return (named?.facts.length ?? 0) > 0
}

const lawOf = (one: CompiledBearing, scope: Scope): Match | null => {
  const bounds = boundsOf(one, scope)
  if (bounds.length === 0) return null
  const citations: Citation[] = bounds.map((bound) => bound.citation)
  const sure = citations.map((citation) => citation.certainty)
  return {
    facts: none,
    citations,
    certainty: sure.includes('unverified') ? 'unverified' : sure.includes('partial') ? 'partial' : 'verified',
  }
}

const notesOn = (contested: readonly Dispute[], named: Match | null, open: ReadonlySet<FactId>): readonly string[] => {
  const unweighed = named === null ? none : named.facts.filter((id) => open.has(id))
  return [
    ...contested.map((dispute) => `accounts differ: ${dispute.about}`),
    ...(unweighed.length === 0 ? none : [`open, does not carry the line: ${unweighed.join(', ')}`]),
  ]
}
