/** Where a file says nothing of what a door needs, the door lacks it; only what a file tells can close a door. */
import type { Words } from '../../basics/text.ts'
import type { ClosedRule, DoorRule } from './bodies.ts'
import type { Asked } from './on-file.ts'
import { factsAgainst, has } from './person-facts.ts'

/** A rule that names nothing but facts that are not on file. What a procedure itself waits for (a call, a session) is an event and no fact of a file: it closes. */
const restsOnSilence = (rule: DoorRule): boolean =>
  rule.none.length > 0 &&
  rule.given === null &&
  rule.any.length === 0 &&
  rule.before.length === 0 &&
  rule.consent === null &&
  rule.past === null &&
  rule.within === null &&
  rule.door === null &&
  rule.sex === null &&
  !rule.held &&
  !rule.adult &&
  !rule.origin

/**
 * told: does the rest of the file speak against it? What is told of another State's hands alone is no silence either: it was done, and not by this one.
 * But a hand-over puts the person into this State's hands: then what it did is only not told yet.
 */
export const isSilent = ({ rule }: ClosedRule, { record, person, state, facts }: Asked, told: boolean): boolean => {
  if (!restsOnSilence(rule) || told) return false
  if (state === record.states.origin && facts.some((fact) => handOvers.includes(fact.kind))) return true
  return !factsAgainst(record, person.id, null).some((fact) => rule.none.some((match) => has([fact], match)))
}

const handOvers: readonly string[] = ['transferred-to-home-state', 'returned-before']

export const lackOf = (rule: ClosedRule): { field: string; words: Words } => ({
  field: `door.${rule.rule.none[0]?.kind ?? rule.code}`,
  words: rule.lack ?? (rule.fill.event as Words | undefined) ?? (rule.fill.kind as Words | undefined) ?? asWords(rule.when),
})

const asWords = (text: string): Words => ({ en: text, ko: text, zh: text })
