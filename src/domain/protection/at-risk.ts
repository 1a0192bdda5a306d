/** Reads from a case who may be removed: in whose hands, since when, and what is known of a transfer. */
import type { Day } from '../../basics/clock.ts'
import { earliest, latest, type PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Person, Sex } from '../people/person.ts'
import type { CustodyPeriod, Fact } from '../testimony/fact.ts'
import type { AtRiskRow, Urgency } from './today.ts'

export type AtRisk = Pick<AtRiskRow, 'urgency' | 'who' | 'held' | 'transfer'>

/** What carries the danger, by kinds of the vocabulary. */
const announced = ['removal-announced']
const heldKinds = ['host-detention', 'host-arrest']
const done = ['transferred-to-home-state']

/** Null when nobody is held and no transfer is announced or feared. */
export const atRiskOf = (record: CaseRecord, today: Day): AtRisk | null => {
  const live = record.facts.filter((fact) => fact.standing !== 'not-accepted')
  // In the hands of the State of origin the removal has happened: that is no longer a person who may be removed.
  const custody = currentCustody(
    record.custodies.filter((period) => period.state !== record.states.origin),
    today,
  )
  const held = live.filter((fact) => heldKinds.includes(fact.kind) && fact.attrs.currentlyHeld !== 'no')
  const transfers = live.filter((fact) => announced.includes(fact.kind))
  const inHands = custody !== null || (record.custodies.length === 0 && held.some((fact) => fact.attrs.currentlyHeld === 'yes'))
  const gone = custody === null && (live.some((fact) => done.includes(fact.kind)) || currentCustody(record.custodies, today) !== null)
  if (gone || (!inHands && transfers.length === 0)) return null
  const urgency: Urgency = inHands && transfers.length > 0 ? 'imminent' : 'at-risk'
  return { urgency, who: whoOf(record.persons), held: heldOf(custody, held), transfer: transferOf(transfers) }
}

const currentCustody = (custodies: readonly CustodyPeriod[], today: Day): CustodyPeriod | null =>
  custodies.filter((period) => (earliest(period.period) ?? '') <= today && (latest(period.period) ?? '9999') >= today).at(-1) ?? null

export const whoOf = (persons: readonly Person[]): AtRiskRow['who'] => {
  const concerned = persons.filter((person) => person.role === 'self' || person.role === 'child')
  const counted = concerned.filter((person) => person.role === 'self')
  const group = counted.length > 0 ? counted : concerned
  const sexes = new Set(group.map((person) => person.sex))
  const ages = group.flatMap((person) => person.ageStatements.flatMap((statement) => [statement.low, statement.high]))
  return {
    sex: sexes.size === 1 ? ([...sexes][0] as Sex) : sexes.size === 0 ? 'unknown' : 'mixed',
    ageLow: ages.length ? Math.min(...ages) : null,
    ageHigh: ages.length ? Math.max(...ages) : null,
    count: group.length,
    agesDiffer: group.some((person) => person.ageStatements.length + person.births.length > 1),
  }
}

/** Age on a day from a birth that may be partial: the span it can be. */
export const ageOn = (birth: PartialDate, day: Day): { low: number; high: number } | null => {
  const [first, last] = [earliest(birth), latest(birth)]
  if (first === null || last === null) return null
  const years = (from: Day) => Number(day.slice(0, 4)) - Number(from.slice(0, 4)) - (day.slice(5) < from.slice(5) ? 1 : 0)
  return { low: years(last), high: years(first) }
}

const heldOf = (custody: CustodyPeriod | null, facts: readonly Fact[]): AtRiskRow['held'] => {
  const told = [...facts.map((fact) => fact.date ?? fact.attrs.period ?? null), custody?.period ?? null].flatMap((date) =>
    date === null ? [] : [date.split('/')[0]!],
  )
  const first = facts.find((fact) => fact.kind === 'host-detention') ?? facts[0]
  return {
    state: custody?.state ?? null,
    place: custody?.place ?? first?.place ?? first?.attrs.place ?? null,
    authority: custody?.authority ?? first?.attrs.authority ?? null,
    since: custody?.period.split('/')[0] ?? told[0] ?? null,
    sourcesDiffer: new Set(told).size > 1,
  }
}

const transferOf = (facts: readonly Fact[]): AtRiskRow['transfer'] => {
  const latestTold = facts.at(-1)
  if (!latestTold) return { words: null, toState: null, window: null, sources: 0, secondHand: false }
  const sources = new Set(facts.flatMap((fact) => [...fact.spans.map((span) => span.account as string), ...fact.publicSources]))
  return {
    words: latestTold.summary ?? latestTold.spans[0]?.quote ?? null,
    toState: latestTold.attrs.toState ?? null,
    window: latestTold.attrs.expected ?? latestTold.date,
    sources: sources.size,
    secondHand: facts.every((fact) => fact.hand === 'second'),
  }
}
