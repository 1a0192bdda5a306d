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

/** doubt = null: every fact of the line carries, none is in dispute, and so it is with the lines it is drawn from; then one reading is all there is. open = facts not yet weighed. */
export const readingOf = (one: CompiledBearing, scope: Scope, doubt: Doubt | null, open: ReadonlySet<FactId>): Reading => {
  const { bearing } = one
  const gate = one.gate === null ? null : one.gate(scope, everythingTold)
  if (one.gate !== null && gate === null) return notReached(bearing.note === null ? barred : one.notes)
  if (one.bar !== null && one.bar(scope, firm) !== null) return notReached(barred)
  const told = one.for(scope, everythingTold)
  const against = one.against(scope, everythingTold)
  const unless = one.unless(scope, everythingTold)
  const beside = union(against?.facts ?? none, unless?.facts ?? none)
  // What opens a line bears on it and is named there.
  const opened = gate?.facts ?? none
  const outcome =
    doubt === null
      ? outcomeOf(one, scope, told !== null, unless !== null, against !== null && stands(one, scope, everythingTold))
      : outcomeIn(worldsFor(doubt.disputes, doubt.below), one, scope)
  const named = told ?? (outcome === 'missing' || doubt !== null || open.size > 0 ? one.forParts(scope, everythingTold) : null)
  const answer = settled(bearing, outcome, named, beside, opened)
  const law = answer === 'shown' || answer === 'disputed' ? told : lawOf(one, scope)
  const contested = doubt === null ? none : contestedBy(doubt.disputes, told, beside)
  const sides = contested.filter((dispute) => dispute.reaches !== null).flatMap((dispute) => dispute.facts)
  const adverse = union(beside, sides)
  const notes = doubt === null && open.size === 0 ? none : notesOn(contested, named, open)
  return {
    answer,
    for: answer === 'shown' || answer === 'disputed' || answer === 'missing' ? union(named?.facts ?? none, opened) : none,
    against: answer === 'not-in-issue' ? none : answer === 'contradicted' ? union(adverse, opened) : adverse,
    law,
    notes: notes.length === 0 ? one.notes : [...one.notes, ...notes],
  }
}

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
    const against = one.against(scope, world) !== null && stands(one, scope, world)
    const answer = outcomeOf(one, scope, one.for(scope, world) !== null, one.unless(scope, world) !== null, against)
    if (agreed !== null && agreed !== answer) return 'disputed'
    agreed = answer
  }
  return agreed!
}

/** What is told against the line keeps its weight: no burden has shifted. */
const stands = (one: CompiledBearing, scope: Scope, world: World): boolean => one.despite === null || one.despite(scope, world) === null

const outcomeOf = (one: CompiledBearing, scope: Scope, met: boolean, unless: boolean, against: boolean): Answer => {
  if (unless) return 'contradicted'
  const { kind } = one.bearing
  if (kind === 'officer') return met ? 'shown' : 'missing'
  if (kind === 'law') return met ? 'shown' : notBound(one, scope) ? 'contradicted' : 'missing'
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

/** Nothing in the file raises the point: no fact that speaks against the person here. */
const settled = (
  bearing: CompiledBearing['bearing'],
  answer: Answer,
  told: Match | null,
  beside: readonly FactId[],
  opened: readonly FactId[],
): Answer => {
  if (answer !== 'missing' || bearing.whenMissing === 'missing') return answer
  const raises = opened.length > 0 || (bearing.foundHelps === 'state' ? (told?.facts.length ?? 0) > 0 : beside.length > 0)
  return raises ? 'missing' : 'not-in-issue'
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
