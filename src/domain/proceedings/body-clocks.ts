/** The clocks of one body, and of a custody, started by the facts of the file; what only a filing starts stays "not started". */
import type { PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Fact } from '../testimony/fact.ts'
import type { BodiesPack, Body, ClockRule } from './bodies.ts'
import { readClock, type Trigger } from './clock.ts'
import { factsOf, stateOfFact, whenOf } from './person-facts.ts'
import type { ClockReading } from './readiness.ts'

export const bodyClocks = (record: CaseRecord, body: Body, facts: readonly Fact[]): ClockReading[] =>
  body.clocks.flatMap((rule) => readClock(rule, triggers(record, rule, facts), body.zone))

/** Limits on custody and what was announced, for a person who is held; they need no filing. */
export const custodyClocks = (record: CaseRecord, bodies: BodiesPack, person: PersonId, zone = 'UTC'): ClockReading[] => {
  const held = factsOf(record, person).filter(
    (fact) => fact.attrs.currentlyHeld === 'yes' || fact.kind === 'removal-announced' || inOpenCustody(record, fact),
  )
  return bodies.custodyClocks.flatMap((rule) => {
    const own = held.filter((fact) => rule.state === null || rule.state === 'any' || stateOfFact(record, fact) === rule.state)
    const started = triggers(record, { ...rule, facts: rule.facts.slice(0, 1) }, own)
    return readClock(rule, started.length > 0 ? started : triggers(record, rule, own), zone)
  })
}

/** A day on which something happened to a filing (sent, transmitted, replied) starts the rules that wait for it. */
export const filingClocks = (body: Body, event: string, on: PartialDate): ClockReading[] =>
  body.clocks.filter((rule) => rule.event === event).flatMap((rule) => readClock(rule, [{ on, words: rule.from }], body.zone))

const inOpenCustody = (record: CaseRecord, fact: Fact): boolean =>
  record.custodies.some((one) => one.id === fact.custody && one.period.endsWith('/..'))

const triggers = (record: CaseRecord, rule: ClockRule, facts: readonly Fact[]): Trigger[] => {
  const recorded = rule.given ? record.given[rule.given] : undefined
  if (recorded) return [{ on: recorded as PartialDate, words: rule.from }]
  if (rule.onlyIf.length > 0 && !facts.some((fact) => rule.onlyIf.includes(fact.kind))) return []
  return facts
    .filter((fact) => rule.facts.includes(fact.kind))
    .flatMap((fact) => {
      const on = (rule.attr && (fact.attrs[rule.attr] as PartialDate | undefined)) || whenOf(record, fact)
      return on ? [{ on, words: `${fact.label}: ${rule.from}` }] : []
    })
}
