/** The facts that a paper about one person, against one State, may rest on; and when each of them happened. */
import type { PersonId } from '../../basics/id.ts'
import { earliest, type PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { StateCode } from '../people/person.ts'
import type { Fact } from '../testimony/fact.ts'
import type { FactMatch } from './bodies.ts'

/** A fact not accepted, or sealed for the lawyer, carries no paper; an open one may be pleaded as alleged, never as found. */
export const usable = (fact: Fact): boolean => fact.standing !== 'not-accepted' && !fact.sealed

/** For the person concerned: own facts and what is common to the file, not what concerns another of the group alone. For a child: the child's own line only. */
export const factsOf = (record: CaseRecord, person: PersonId): Fact[] => {
  const selves = new Set(record.persons.filter((one) => one.role === 'self').map((one) => one.id))
  return record.facts.filter(
    (fact) => usable(fact) && (fact.about.includes(person) || (selves.has(person) && !fact.about.some((one) => selves.has(one)))),
  )
}

/** The State whose custody or act a fact shows, as far as the file says so; null = not attributed. */
export const stateOfFact = (record: CaseRecord, fact: Fact): StateCode | null =>
  record.custodies.find((one) => one.id === fact.custody)?.state ?? fact.attrs.state ?? fact.attrs.fromState ?? null

/** What only the State in whose hands the person was, or is, can have done. */
export const ofHolder = (fact: Fact): boolean => /^host-|^removal|^asylum|^no-|^reasons|^detention-/.test(fact.kind)

/** A fact in the hands of one State does not fill the paper against another, the State of origin included; a hand-over concerns both sides of it. */
export const factsAgainst = (record: CaseRecord, person: PersonId, state: StateCode | null): Fact[] =>
  factsOf(record, person).filter((fact) => {
    if (state === null) return true
    const by = stateOfFact(record, fact)
    // Custody of the host is no custody of the State of origin; a removal in sight and what its own missions do are its matter too.
    if (state === record.states.origin) return by === null || by === state || !/^host-|^no-|^reasons|^detention-/.test(fact.kind)
    return by === null || by === state || by === record.states.origin || !(ofHolder(fact) || /^transferred|^returned/.test(fact.kind))
  })

export const has = (facts: readonly Fact[], match: FactMatch): boolean =>
  facts.some((fact) => fact.kind === match.kind && Object.entries(match.where ?? {}).every(([key, value]) => fact.attrs[key] === value))

const dateKeys = ['date', 'since', 'expected', 'period', 'birth', 'takenOn', 'published', 'notifiedOn', 'filedOn', 'issued', 'askedOn']

/** When it happened, from the fact, its attributes or the custody it belongs to. */
export const whenOf = (record: CaseRecord, fact: Fact): PartialDate | null => {
  if (fact.date !== null) return fact.date
  const key = dateKeys.find((one) => fact.attrs[one])
  if (key) return fact.attrs[key] as PartialDate
  return record.custodies.find((one) => one.id === fact.custody)?.period ?? null
}

/** A hand-over ends the custody and the prospect of removal that were told before it: what is past is not said to go on. */
export const handedOver = (record: CaseRecord, fact: Fact): boolean =>
  record.facts.some(
    (one) =>
      usable(one) &&
      (one.kind === 'transferred-to-home-state' || one.kind === 'transferred-to-third-state') &&
      one.about.some((id) => fact.about.includes(id)) &&
      (fact.custody === null || one.custody === null || one.custody === fact.custody) &&
      ((one.date && earliest(one.date)) ?? '9999') >= ((fact.date && earliest(fact.date)) ?? ''),
  )

/** Is the person held on the day, or living in hiding? */
export const heldOn = (record: CaseRecord, person: PersonId, day: string): boolean =>
  record.custodies.some((one) => one.persons.includes(person) && one.period.endsWith('/..') && (earliest(one.period) ?? '') <= day) ||
  factsOf(record, person).some(
    (fact) => (fact.kind === 'host-detention' && fact.attrs.currentlyHeld === 'yes') || fact.kind === 'life-in-hiding',
  )
