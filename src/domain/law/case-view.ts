/** Sorts a case for assessing: which facts speak of which person, State and custody on the day asked. No rule of the law changes it. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { StateCode } from '../people/person.ts'
import type { LawCustody, LawFact, LawPerson, LawRecord } from './case-record.ts'
import type { Told } from './compiled-condition.ts'
import type { CompiledKind } from './compiled-pack.ts'
import { canCoincide, firstDay } from './day-bounds.ts'
import { carries, type Dispute, disputesOf } from './disputed-worlds.ts'

/** at = its place among the units of this view; the same unit is the same object. */
export type Unit = { at: number; person: LawPerson; state: StateCode | null; custody: LawCustody | null }

/** By the place of the kind in the vocabulary; undefined = no fact of that kind. */
export type ToldByKind = readonly (Told | undefined)[]

/** For whom a line is given; lines per State differ by the States they are given for. */
export const spreads = ['person', 'state host', 'state origin', 'state all', 'custody', 'removal'] as const
export type Spread = (typeof spreads)[number]

/** A fact with what is asked of it again and again. */
type Sorted = { fact: LawFact; kind: CompiledKind | undefined; side: CompiledKind['side']; firm: boolean }

const none: readonly never[] = []
const nothingTold: ToldByKind = []

export class CaseView {
  readonly persons: readonly LawPerson[]
  readonly disputes: readonly Dispute[]
  /** Facts not yet weighed. */
  readonly open: ReadonlySet<FactId>
  /** An inconsistency that names the facts it lies between goes where their contradiction goes. */
  readonly shifting: readonly LawFact[]
  readonly #selves: readonly LawPerson[]
  readonly #facts: Sorted[] = []
  readonly #custodies: readonly LawCustody[]
  readonly #hosts: readonly StateCode[]
  readonly #units: Unit[] = []
  readonly #byPerson = new Map<PersonId, readonly Sorted[]>()
  readonly #told: (ToldByKind | undefined)[] = []
  /** By person, then by spread. */
  readonly #listed = new Map<LawPerson, (readonly Unit[] | undefined)[]>()
  /** By unit, then by spread. */
  readonly #sharing: (readonly Unit[] | undefined)[] = []
  #heldBy: ReadonlyMap<FactId, StateCode> | null = null

  constructor(
    readonly record: LawRecord,
    readonly kinds: ReadonlyMap<string, CompiledKind>,
    readonly asOf: Day,
    only: readonly PersonId[] | null,
  ) {
    const { origin, concerned } = record.states
    const claimants = record.persons.filter((one) => one.role === 'self' || one.role === 'child')
    this.#selves = claimants.filter((one) => one.role === 'self')
    this.persons = only === null ? claimants : claimants.filter((one) => only.includes(one.id))
    this.disputes = disputesOf(record)
    const inDispute = this.disputes.length === 0 ? null : new Set(this.disputes.flatMap((one) => one.facts))
    let open: Set<FactId> | null = null
    let shifting: LawFact[] | null = null
    const laterCustody = new Set(record.custodies.filter((one) => (firstDay(one.period) ?? '') > asOf).map((one) => one.id))
    for (const fact of record.facts) {
      if (fact.standing === 'open') {
        open ??= new Set()
        open.add(fact.id)
      }
      if (fact.attrs['first'] !== undefined && fact.attrs['second'] !== undefined) {
        shifting ??= []
        shifting.push(fact)
      }
      // What happened, or began, after the day asked cannot speak on that day.
      const began = fact.date ?? ((fact.attrs['since'] ?? fact.attrs['period'] ?? null) as PartialDate | null)
      if (fact.standing === 'not-accepted' || (began !== null && (firstDay(began) ?? '') > asOf)) continue
      if (fact.custody !== null && laterCustody.has(fact.custody)) continue
      const kind = kinds.get(fact.kind)
      this.#facts.push({ fact, kind, side: kind?.side ?? 'both', firm: carries(fact) && !inDispute?.has(fact.id) })
    }
    this.open = open ?? noFact
    this.shifting = shifting ?? none
    this.#custodies = record.custodies.filter((one) => (firstDay(one.period) ?? '') <= asOf)
    this.#hosts = concerned.filter((state) => state !== origin)
  }

  /** Facts about the person, in the order of the file. */
  factsOf(person: LawPerson): readonly LawFact[] {
    return this.#sortedOf(person).map((one) => one.fact)
  }

  toldIn(unit: Unit): ToldByKind {
    const known = this.#told[unit.at]
    if (known !== undefined) return known
    const told = this.#toldFrom(unit)
    this.#told[unit.at] = told
    return told
  }

  /** Units of the person for which a line of this spread is given. */
  units(spread: number, person: LawPerson): readonly Unit[] {
    let own = this.#listed.get(person)
    if (own === undefined) {
      own = new Array<readonly Unit[] | undefined>(spreads.length)
      this.#listed.set(person, own)
    }
    own[spread] ??= this.#unitsOf(spreads[spread]!, person)
    return own[spread]
  }

  /** Units of a spread that speak of this unit: of the same custody, else of the same State, else any of the person's. */
  sharing(spread: number, unit: Unit): readonly Unit[] {
    const at = unit.at * spreads.length + spread
    const known = this.#sharing[at]
    if (known !== undefined) return known
    const all = this.units(spread, unit.person)
    const fits = (other: Unit): boolean =>
      (unit.custody === null || other.custody === null || other.custody.id === unit.custody.id) &&
      (unit.state === null || other.state === null || other.state === unit.state)
    const found = all.every(fits) ? all : all.filter(fits)
    this.#sharing[at] = found
    return found
  }

  /** Facts that lie in the custody of a host State. */
  get heldBy(): ReadonlyMap<FactId, StateCode> {
    this.#heldBy ??= heldBy(this.record)
    return this.#heldBy
  }

  #sortedOf(person: LawPerson): readonly Sorted[] {
    const known = this.#byPerson.get(person.id)
    if (known !== undefined) return known
    const found = this.#facts.filter((one) => this.#speaksOf(one, person))
    this.#byPerson.set(person.id, found)
    return found
  }

  #speaksOf({ fact, kind }: Sorted, person: LawPerson): boolean {
    if (fact.about.includes(person.id)) return true
    // A fact about a relative belongs to the one person concerned; with several the file names them itself.
    return (
      kind?.third === true &&
      person.role === 'self' &&
      this.#selves.length === 1 &&
      !fact.about.some((id) => this.#selves.some((self) => self.id === id))
    )
  }

  #fitsState({ fact, side }: Sorted, state: StateCode): boolean {
    const { origin } = this.record.states
    if (fact.custody !== null)
      return this.#custodies.find((one) => one.id === fact.custody)?.state === state || (side === 'onward' && state === origin)
    if (side === 'home') return state === origin
    if (side === 'host') return state !== origin && (fact.attrs['state'] === undefined || fact.attrs['state'] === state)
    return true
  }

  #fits(one: Sorted, unit: Unit): boolean {
    if (unit.custody === null) return unit.state === null || this.#fitsState(one, unit.state)
    const { fact, side } = one
    if (fact.custody === unit.custody.id) return true
    if (fact.custody !== null) return side === 'onward' && unit.custody.state === this.record.states.origin
    if (!this.#fitsState(one, unit.custody.state)) return false
    // A dated fact without custody belongs to the custody whose time it can share.
    return side === 'both' || fact.date === null || canCoincide(fact.date, unit.custody.period)
  }

  #toldFrom(unit: Unit): ToldByKind {
    const facts = this.#sortedOf(unit.person)
    if (facts.length === 0) return nothingTold
    const kinds = new Array<{ facts: LawFact[]; sure: boolean } | undefined>(this.kinds.size)
    for (const one of facts) {
      if (one.kind === undefined || !this.#fits(one, unit)) continue
      const told = kinds[one.kind.at]
      if (told === undefined) kinds[one.kind.at] = { facts: [one.fact], sure: one.firm }
      else {
        told.facts.push(one.fact)
        told.sure &&= one.firm
      }
    }
    return kinds
  }

  #unit(person: LawPerson, state: StateCode | null, custody: LawCustody | null): Unit {
    for (const one of this.#units) if (one.person === person && one.state === state && one.custody === custody) return one
    const made = { at: this.#units.length, person, state, custody }
    this.#units.push(made)
    return made
  }

  #unitsOf(spread: Spread, person: LawPerson): readonly Unit[] {
    if (spread === 'person') return [this.#unit(person, null, null)]
    const { origin, concerned } = this.record.states
    if (spread === 'state host') return this.#hosts.map((state) => this.#unit(person, state, null))
    if (spread === 'state all') return concerned.map((state) => this.#unit(person, state, null))
    if (spread === 'state origin') return concerned.filter((state) => state === origin).map((state) => this.#unit(person, state, null))
    const held = this.#custodies.filter((one) => one.persons.includes(person.id))
    const withCustody = held
      .filter((one) => spread === 'custody' || one.state !== origin)
      .map((custody) => this.#unit(person, custody.state, custody))
    // A State without a recorded custody still answers for a removal, and for an arrest that the file tells of.
    const bare = this.#hosts.filter((state) => !held.some((one) => one.state === state))
    const arrests =
      spread === 'removal'
        ? bare
        : bare.filter((state) =>
            this.#sortedOf(person).some(
              (one) => one.fact.custody === null && one.kind?.group === 'host-detention' && this.#fitsState(one, state),
            ),
          )
    return [...withCustody, ...arrests.map((state) => this.#unit(person, state, null))]
  }
}

const noFact: ReadonlySet<FactId> = new Set()

const heldBy = (record: LawRecord): ReadonlyMap<FactId, StateCode> => {
  const hosts = new Map(record.custodies.filter((one) => one.state !== record.states.origin).map((one) => [one.id, one.state]))
  const held = new Map<FactId, StateCode>()
  if (hosts.size === 0) return held
  for (const fact of record.facts) {
    const state = fact.custody === null ? undefined : hosts.get(fact.custody)
    if (state !== undefined) held.set(fact.id, state)
  }
  return held
}
