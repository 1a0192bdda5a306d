/** Sorts a case for assessing: which facts speak of which person, State and custody on the day asked. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { Person, StateCode } from '../people/person.ts'
import type { CustodyPeriod, Fact } from '../testimony/fact.ts'
import type { CaseRecord } from './case-record.ts'
import type { CompiledPack } from './compiled-pack.ts'
import { canCoincide, firstDay } from './day-bounds.ts'

export type Unit = { person: Person; state: StateCode | null; custody: CustodyPeriod | null }

export type CaseView = {
  persons: readonly Person[]
  custodiesOf(person: PersonId): readonly CustodyPeriod[]
  /** Facts about the person, in the order of the file. */
  factsOf(person: PersonId): readonly Fact[]
  factsIn(unit: Unit): ReadonlyMap<string, readonly Fact[]>
  /** The same unit is the same object, so that lines can be kept by it. */
  units(per: 'person' | 'state' | 'custody' | 'removal', states: 'host' | 'origin' | 'all', person: Person): readonly Unit[]
}

export const caseView = (record: CaseRecord, compiled: CompiledPack, asOf: Day, only: readonly PersonId[] | null): CaseView => {
  const { origin, concerned } = record.states
  const claimants = record.persons.filter((one) => one.role === 'self' || one.role === 'child')
  const selves = claimants.filter((one) => one.role === 'self')
  const persons = claimants.filter((one) => only === null || only.includes(one.id))
  // What happened after the day asked cannot speak on that day.
  const facts = record.facts.filter(
    (fact) => fact.standing !== 'not-accepted' && (fact.date === null || (firstDay(fact.date) ?? '') <= asOf),
  )
  const custodies = record.custodies.filter((one) => (firstDay(one.period) ?? '') <= asOf)
  const custodyById = new Map(custodies.map((one) => [one.id, one]))

  const speaksOf = (fact: Fact, person: Person): boolean => {
    if (fact.about.includes(person.id)) return true
    // A fact about a relative belongs to the one person concerned; with several the file names them itself.
    return (
      compiled.third.has(fact.kind) &&
      person.role === 'self' &&
      selves.length === 1 &&
      !fact.about.some((id) => selves.some((self) => self.id === id))
    )
  }
  const byPerson = new Map(persons.map((person) => [person.id, facts.filter((fact) => speaksOf(fact, person))]))

  const fitsState = (fact: Fact, state: StateCode): boolean => {
    const side = compiled.sides.get(fact.kind) ?? 'both'
    if (fact.custody !== null) return custodyById.get(fact.custody)?.state === state || (side === 'onward' && state === origin)
    if (side === 'home') return state === origin
    if (side === 'host') return state !== origin && (fact.attrs['state'] === undefined || fact.attrs['state'] === state)
    return true
  }
  const fits = (fact: Fact, unit: Unit): boolean => {
    if (unit.custody === null) return unit.state === null || fitsState(fact, unit.state)
    if (fact.custody === unit.custody.id) return true
    const side = compiled.sides.get(fact.kind) ?? 'both'
    if (fact.custody !== null) return side === 'onward' && unit.custody.state === origin
    if (!fitsState(fact, unit.custody.state)) return false
    // A dated fact without custody belongs to the custody whose time it can share.
    return side === 'both' || fact.date === null || canCoincide(fact.date, unit.custody.period)
  }

  const units = new Map<string, Unit>()
  const unit = (person: Person, state: StateCode | null, custody: CustodyPeriod | null): Unit => {
    const key = `${person.id} ${state} ${custody?.id}`
    const known = units.get(key) ?? { person, state, custody }
    units.set(key, known)
    return known
  }
  const listed = new Map<Person, Map<string, readonly Unit[]>>()
  const seen = new Map<Unit, ReadonlyMap<string, readonly Fact[]>>()
  const hosts = concerned.filter((state) => state !== origin)
  const statesFor = (states: 'host' | 'origin' | 'all'): readonly StateCode[] =>
    states === 'all' ? concerned : states === 'origin' ? concerned.filter((state) => state === origin) : hosts
  const custodiesOf = (person: PersonId): readonly CustodyPeriod[] => custodies.filter((one) => one.persons.includes(person))

  return {
    persons,
    custodiesOf,
    factsOf: (person) => byPerson.get(person) ?? [],
    factsIn: (unit) => {
      const known = seen.get(unit)
      if (known) return known
      const kinds = new Map<string, Fact[]>()
      for (const fact of byPerson.get(unit.person.id) ?? []) {
        if (!fits(fact, unit)) continue
        const list = kinds.get(fact.kind)
        if (list) list.push(fact)
        else kinds.set(fact.kind, [fact])
      }
      seen.set(unit, kinds)
      return kinds
    },
    units: (per, states, person) => {
      const own = listed.get(person) ?? new Map<string, readonly Unit[]>()
      listed.set(person, own)
      // Only lines per State differ by the States they are given for.
      const key = per === 'state' ? states : per
      const known = own.get(key)
      if (known) return known
      const all = unitsOf(per, states, person)
      own.set(key, all)
      return all
    },
  }

  function unitsOf(per: 'person' | 'state' | 'custody' | 'removal', states: 'host' | 'origin' | 'all', person: Person): readonly Unit[] {
    if (per === 'person') return [unit(person, null, null)]
    if (per === 'state') return statesFor(states).map((state) => unit(person, state, null))
    const held = custodiesOf(person.id)
    const withCustody = held
      .filter((one) => per === 'custody' || one.state !== origin)
      .map((custody) => unit(person, custody.state, custody))
    // A State without a recorded custody still answers for a removal, and for an arrest that the file tells of.
    const bare = hosts.filter((state) => !held.some((one) => one.state === state))
    const told =
      per === 'removal'
        ? bare
        : bare.filter((state) =>
            (byPerson.get(person.id) ?? []).some(
              (fact) => fact.custody === null && compiled.groups.get(fact.kind) === 'host-detention' && fitsState(fact, state),
            ),
          )
    return [...withCustody, ...told.map((state) => unit(person, state, null))]
  }
}
