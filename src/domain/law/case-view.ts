/** Sorts a case for assessing: which facts speak of which person, State and custody on the day asked. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import type { LawCustody, LawFact, LawPerson, LawRecord } from './case-record.ts'
import type { Told } from './compiled-condition.ts'
import type { CompiledKind, CompiledPack } from './compiled-pack.ts'
import { canCoincide, firstDay } from './day-bounds.ts'
import { carries } from './disputed-worlds.ts'

/** at = its place among the units of this view; the same unit is the same object. */
export type Unit = { at: number; person: LawPerson; state: StateCode | null; custody: LawCustody | null }

/** By the place of the kind in the compiled pack; undefined = no fact of that kind. */
export type ToldByKind = readonly (Told | undefined)[]

export type CaseView = {
  persons: readonly LawPerson[]
  /** Facts about the person, in the order of the file. */
  factsOf(person: PersonId): readonly LawFact[]
  toldIn(unit: Unit): ToldByKind
  units(per: 'person' | 'state' | 'custody' | 'removal', states: 'host' | 'origin' | 'all', person: LawPerson): readonly Unit[]
}

/** A fact with what is asked of it again and again. */
type Sorted = { fact: LawFact; kind: CompiledKind | undefined; side: CompiledKind['side']; firm: boolean }

/** inDispute = facts of which another version stands in the file. */
export const caseView = (
  record: LawRecord,
  compiled: CompiledPack,
  asOf: Day,
  only: readonly PersonId[] | null,
  inDispute: ReadonlySet<FactId>,
): CaseView => {
  const { origin, concerned } = record.states
  const claimants = record.persons.filter((one) => one.role === 'self' || one.role === 'child')
  const selves = claimants.filter((one) => one.role === 'self')
  const persons = claimants.filter((one) => only === null || only.includes(one.id))
  // What happened after the day asked cannot speak on that day.
  const facts: Sorted[] = []
  for (const fact of record.facts) {
    if (fact.standing === 'not-accepted' || (fact.date !== null && (firstDay(fact.date) ?? '') > asOf)) continue
    const kind = compiled.kinds.get(fact.kind)
    facts.push({ fact, kind, side: kind?.side ?? 'both', firm: carries(fact) && !inDispute.has(fact.id) })
  }
  const custodies = record.custodies.filter((one) => (firstDay(one.period) ?? '') <= asOf)
  const custodyById = new Map(custodies.map((one) => [one.id, one]))

  const speaksOf = ({ fact, kind }: Sorted, person: LawPerson): boolean => {
    if (fact.about.includes(person.id)) return true
    // A fact about a relative belongs to the one person concerned; with several the file names them itself.
    return (
      kind?.third === true &&
      person.role === 'self' &&
      selves.length === 1 &&
      !fact.about.some((id) => selves.some((self) => self.id === id))
    )
  }
  const byPerson = new Map(persons.map((person) => [person.id, facts.filter((one) => speaksOf(one, person))]))

  const fitsState = ({ fact, side }: Sorted, state: StateCode): boolean => {
    if (fact.custody !== null) return custodyById.get(fact.custody)?.state === state || (side === 'onward' && state === origin)
    if (side === 'home') return state === origin
    if (side === 'host') return state !== origin && (fact.attrs['state'] === undefined || fact.attrs['state'] === state)
    return true
  }
  const fits = (one: Sorted, unit: Unit): boolean => {
    if (unit.custody === null) return unit.state === null || fitsState(one, unit.state)
    const { fact, side } = one
    if (fact.custody === unit.custody.id) return true
    if (fact.custody !== null) return side === 'onward' && unit.custody.state === origin
    if (!fitsState(one, unit.custody.state)) return false
    // A dated fact without custody belongs to the custody whose time it can share.
    return side === 'both' || fact.date === null || canCoincide(fact.date, unit.custody.period)
  }

  const toldFrom = (unit: Unit): ToldByKind => {
    const kinds = new Array<{ facts: LawFact[]; sure: boolean; match: Told['match'] & { facts: FactId[] } } | undefined>(
      compiled.kinds.size,
    )
    for (const one of byPerson.get(unit.person.id) ?? []) {
      if (one.kind === undefined || !fits(one, unit)) continue
      const told = kinds[one.kind.at]
      if (told === undefined)
        kinds[one.kind.at] = { facts: [one.fact], sure: one.firm, match: { facts: [one.fact.id], citations: [], certainty: null } }
      else {
        told.facts.push(one.fact)
        told.match.facts.push(one.fact.id)
        told.sure &&= one.firm
      }
    }
    return kinds
  }

  const all: Unit[] = []
  const unit = (person: LawPerson, state: StateCode | null, custody: LawCustody | null): Unit => {
    for (const one of all) if (one.person === person && one.state === state && one.custody === custody) return one
    const made = { at: all.length, person, state, custody }
    all.push(made)
    return made
  }
  const listed = new Map<LawPerson, Map<string, readonly Unit[]>>()
  const told: (ToldByKind | undefined)[] = []
  const hosts = concerned.filter((state) => state !== origin)
  const statesFor = (states: 'host' | 'origin' | 'all'): readonly StateCode[] =>
    states === 'all' ? concerned : states === 'origin' ? concerned.filter((state) => state === origin) : hosts

  return {
    persons,
    factsOf: (person) => byPerson.get(person)?.map((one) => one.fact) ?? [],
    toldIn: (unit) => {
      told[unit.at] ??= toldFrom(unit)
      return told[unit.at]!
    },
    units: (per, states, person) => {
      const own = listed.get(person) ?? new Map<string, readonly Unit[]>()
      listed.set(person, own)
      // Only lines per State differ by the States they are given for.
      const key = per === 'state' ? states : per
      const known = own.get(key)
      if (known) return known
      const found = unitsOf(per, states, person)
      own.set(key, found)
      return found
    },
  }

  function unitsOf(per: 'person' | 'state' | 'custody' | 'removal', states: 'host' | 'origin' | 'all', person: LawPerson): readonly Unit[] {
    if (per === 'person') return [unit(person, null, null)]
    if (per === 'state') return statesFor(states).map((state) => unit(person, state, null))
    const held = custodies.filter((one) => one.persons.includes(person.id))
    const withCustody = held
      .filter((one) => per === 'custody' || one.state !== origin)
      .map((custody) => unit(person, custody.state, custody))
    // A State without a recorded custody still answers for a removal, and for an arrest that the file tells of.
    const bare = hosts.filter((state) => !held.some((one) => one.state === state))
    const arrests =
      per === 'removal'
        ? bare
        : bare.filter((state) =>
            (byPerson.get(person.id) ?? []).some(
              (one) => one.fact.custody === null && one.kind?.group === 'host-detention' && fitsState(one, state),
            ),
          )
    return [...withCustody, ...arrests.map((state) => unit(person, state, null))]
  }
}
