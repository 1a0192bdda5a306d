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
  const danger = dangerOf(record, today)
  const people = record.persons.filter((person) => danger.reaches(person))
  if (people.length === 0 && !(record.persons.length === 0 && danger.reaches(null))) return null
  const { custodies, held, transfers } = danger
  const inHands = custodies.length > 0 || (record.custodies.length === 0 && held.some((fact) => fact.attrs.currentlyHeld === 'yes'))
  const urgency: Urgency = inHands && transfers.length > 0 ? 'imminent' : 'at-risk'
  return { urgency, who: whoOf(people), held: heldOf(custodies.at(-1) ?? null, held), transfer: transferOf(transfers) }
}

/** Who of the case is counted as at risk: those whom a custody of today holds, and those of whom a transfer is told. One that names nobody in particular covers everybody concerned. */
export const peopleAtRisk = (record: CaseRecord, today: Day): readonly Person[] => {
  const danger = dangerOf(record, today)
  return record.persons.filter((person) => danger.reaches(person))
}

/** person null = a case in which no person is recorded yet. */
const dangerOf = (record: CaseRecord, today: Day) => {
  const live = record.facts.filter((fact) => fact.standing !== 'not-accepted')
  const current = record.custodies.filter((period) => isCurrent(period, today))
  // In the hands of the State of origin the removal has happened: that is no longer a person who may be removed.
  const [custodies, home] = [hostOnes(record, current), current.filter((period) => period.state === record.states.origin)]
  const held = live.filter((fact) => heldKinds.includes(fact.kind) && fact.attrs.currentlyHeld !== 'no')
  const transfers = live.filter((fact) => announced.includes(fact.kind))
  const concerned = concernedOf(record.persons)
  const names = (named: readonly string[], person: Person | null): boolean =>
    named.length === 0 ? person === null || concerned.includes(person) : person !== null && named.includes(person.id)
  const reaches = (person: Person | null): boolean => {
    if (custodies.some((period) => names(period.persons, person))) return true
    if (home.some((period) => names(period.persons, person))) return false
    if (live.some((fact) => done.includes(fact.kind) && names(fact.about, person))) return false
    if (transfers.some((fact) => names(fact.about, person))) return true
    return record.custodies.length === 0 && held.some((fact) => fact.attrs.currentlyHeld === 'yes' && names(fact.about, person))
  }
  return { custodies, held, transfers, reaches }
}

const hostOnes = (record: CaseRecord, periods: readonly CustodyPeriod[]): readonly CustodyPeriod[] =>
  periods.filter((period) => period.state !== record.states.origin)

const isCurrent = (period: CustodyPeriod, today: Day): boolean =>
  (earliest(period.period) ?? '') <= today && (latest(period.period) ?? '9999') >= today

/** Custodies of today outside the State of origin, and what is told of a transfer: what can put a person at risk. */
export const dangersOf = (record: CaseRecord, today: Day): { custodies: readonly CustodyPeriod[]; transfers: readonly Fact[] } => {
  const { custodies, transfers } = dangerOf(record, today)
  return { custodies, transfers }
}

/** The facts that tell of one custody: who joins it joins them. */
export const toldOf = (record: CaseRecord, custody: string): readonly Fact[] =>
  record.facts.filter((fact) => heldKinds.includes(fact.kind) && fact.custody === custody && fact.standing !== 'not-accepted')

/** The people the case is about: its own, or its children where none is. */
export const concernedOf = (persons: readonly Person[]): readonly Person[] => {
  const selves = persons.filter((person) => person.role === 'self')
  return selves.length > 0 ? selves : persons.filter((person) => person.role === 'child')
}

/** These people, all of them counted. */
export const whoOf = (group: readonly Person[]): AtRiskRow['who'] => {
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
  // A later word without a day does not hide the day that was told before.
  const latestTold = facts.findLast((fact) => fact.attrs.expected ?? fact.date) ?? facts.at(-1)
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
