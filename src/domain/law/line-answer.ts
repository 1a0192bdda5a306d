/** Answers one element for one unit by the reading rules at the head of packs/law/bearings.yaml. */
import type { FactId } from '../../basics/id.ts'
import type { Citation } from '../../basics/source.ts'
import type { Fact } from '../testimony/fact.ts'
import type { Answer, Bound } from './assessment.ts'
import type { Match, Scope, World } from './compiled-condition.ts'
import type { CompiledBearing } from './compiled-pack.ts'
import { carries, type Dispute, everythingTold, worldsFor } from './disputed-worlds.ts'

export type Reading = {
  answer: Answer
  for: readonly FactId[]
  against: readonly FactId[]
  law: Match | null
  notes: readonly string[]
  citations: readonly Citation[]
}

/** What the file carries when every dispute is left open. */
const firm: World = { holds: carries, lenient: false }

export const notReached = (note: string): Reading => ({
  answer: 'not-reached',
  for: [],
  against: [],
  law: null,
  notes: [note],
  citations: [],
})

/** disputes = those that can matter here; disputedBelow = a line this one is drawn from is disputed. */
export const readingOf = (
  one: CompiledBearing,
  scope: Scope,
  disputes: readonly Dispute[],
  disputedBelow: boolean,
  factOf: (id: FactId) => Fact | undefined,
): Reading => {
  const { bearing } = one
  const gate = one.gate === null ? null : one.gate(scope, everythingTold)
  if (one.gate !== null && gate === null) return notReached(bearing.note ?? 'an earlier element bars it')
  if (one.bar !== null && one.bar(scope, firm) !== null) return notReached('an earlier element bars it')
  const worlds = worldsFor(disputes).filter((world) => world.lenient || disputedBelow)
  const outcomes = worlds.map((world) => outcome(one, scope, world))
  const agreed = outcomes.every((answer) => answer === outcomes[0])
  const told = one.for(scope, everythingTold)
  const beside = union([one.against(scope, everythingTold), one.unless(scope, everythingTold)])
  const matched = new Set([...(told?.facts ?? []), ...beside])
  const contested = disputes.filter((dispute) => dispute.reaches !== null || dispute.facts.some((id) => matched.has(id)))
  // What opens a line bears on it and is named there.
  const opened = gate?.facts ?? []
  const named = told ?? one.forParts(scope, everythingTold)
  const answer = settled(bearing, agreed ? outcomes[0]! : 'disputed', named, beside, opened)
  const shown = answer === 'shown' || answer === 'disputed'
  const law = lawOf(one, scope, answer, told)
  const against = [...new Set([...beside, ...contested.filter((dispute) => dispute.reaches !== null).flatMap((dispute) => dispute.facts)])]
  return {
    answer,
    for: shown || answer === 'missing' ? [...new Set([...(named?.facts ?? []), ...opened])] : [],
    against: answer === 'not-in-issue' ? [] : answer === 'contradicted' ? [...new Set([...against, ...opened])] : against,
    law,
    citations: law?.citations ?? [],
    notes: [
      ...(bearing.note === null ? [] : [bearing.note]),
      ...contested.map((dispute) => `accounts differ: ${dispute.about}`),
      ...openNotes(named, factOf),
    ],
  }
}

const outcome = (one: CompiledBearing, scope: Scope, world: World): Answer => {
  const { kind } = one.bearing
  if (one.unless(scope, world) !== null) return 'contradicted'
  const met = one.for(scope, world) !== null
  if (kind === 'officer') return met ? 'shown' : 'missing'
  if (kind === 'law') return met ? 'shown' : notBound(one, scope) ? 'contradicted' : 'missing'
  const against = one.against(scope, world) !== null && (one.despite === null || one.despite(scope, world) === null)
  return met ? (against ? 'disputed' : 'shown') : against ? 'contradicted' : 'missing'
}

const refused: readonly Bound['answer'][] = ['not-bound', 'signed-only', 'reserved']
const boundsOf = (one: CompiledBearing, scope: Scope): readonly Bound[] =>
  one.binds.flatMap((leaf) => scope.bounds(leaf.binds, leaf.article, leaf.state))

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

const lawOf = (one: CompiledBearing, scope: Scope, answer: Answer, told: Match | null): Match | null => {
  if (answer === 'shown' || answer === 'disputed') return told
  const bounds = boundsOf(one, scope)
  if (bounds.length === 0) return null
  const sure = bounds.map((bound) => bound.citation.certainty)
  return {
    facts: [],
    citations: bounds.map((bound) => bound.citation),
    certainty: sure.includes('unverified') ? 'unverified' : sure.includes('partial') ? 'partial' : 'verified',
  }
}

const openNotes = (named: Match | null, factOf: (id: FactId) => Fact | undefined): string[] => {
  const open = (named?.facts ?? []).filter((id) => factOf(id)?.standing === 'open')
  return open.length === 0 ? [] : [`open, does not carry the line: ${open.join(', ')}`]
}

const union = (matches: readonly (Match | null)[]): FactId[] => [...new Set(matches.flatMap((one) => one?.facts ?? []))]
