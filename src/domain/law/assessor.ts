/** Answers the lines of one case on one day; a line asked for twice, or read by another line, is answered once. */
import type { Day } from '../../basics/clock.ts'
import type { FactId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound, Line, ProfileMatch } from './assessment.ts'
import type { LawFact, LawPerson, LawRecord } from './case-record.ts'
import { type CaseView, caseView, type Unit } from './case-view.ts'
import type { BindsLeaf, Match, Scope } from './compiled-condition.ts'
import type { CompiledBearing, CompiledPack } from './compiled-pack.ts'
import { firstDay, lastDay } from './day-bounds.ts'
import { carries, type Dispute, disputesOf, worldsFor } from './disputed-worlds.ts'
import { distinct, type LawOfDay, lawOfDay } from './law-of-day.ts'
import { notReached, type Reading, readingOf } from './line-answer.ts'
import { ageContested, lowestAge, wasChild } from './lower-age.ts'
import { carriedByProfile, profileMatches } from './profile-matches.ts'

const none: readonly never[] = []
const noFact: ReadonlySet<FactId> = new Set()

export class Assessor {
  readonly view: CaseView
  readonly #law: LawOfDay
  /** By the place of the unit, then of the element. */
  readonly #lines: (Line | undefined)[][] = []
  readonly #below: (readonly Line[] | undefined)[][] = []
  readonly #scopes: (Scope | undefined)[] = []
  readonly #busy = new Set<number>()
  readonly #profiles = new Map<LawPerson, ProfileMatch[]>()
  readonly #carried = new Map<LawPerson, Map<string, Match | null>>()
  readonly #children = new Map<Unit, Map<string, boolean>>()
  readonly #disputes: readonly Dispute[]
  readonly #shifting: readonly LawFact[]
  readonly #open: ReadonlySet<FactId>
  /** Facts that lie in the custody of a host State. */
  readonly #heldBy: ReadonlyMap<FactId, StateCode>

  constructor(
    readonly record: LawRecord,
    readonly compiled: CompiledPack,
    readonly asOf: Day,
    persons: readonly LawPerson['id'][] | null,
  ) {
    this.#disputes = disputesOf(record)
    this.#open = new Set(record.facts.filter((fact) => fact.standing === 'open').map((fact) => fact.id))
    // An inconsistency that names the facts it lies between goes where their contradiction goes.
    this.#shifting = record.facts.filter((fact) => fact.attrs['first'] !== undefined && fact.attrs['second'] !== undefined)
    this.#heldBy = heldBy(record)
    this.#law = lawOfDay(compiled, asOf)
    this.view = caseView(record, compiled, asOf, persons, new Set(this.#disputes.flatMap((one) => one.facts)))
  }

  line(one: CompiledBearing, unit: Unit): Line {
    const lines = rowOf(this.#lines, unit.at, this.compiled.bearings.length)
    const known = lines[one.at]
    if (known !== undefined) return known
    this.#busy.add(one.at)
    const line = this.#toLine(one, unit, this.#read(one, unit))
    this.#busy.delete(one.at)
    lines[one.at] = line
    return line
  }

  profilesOf(person: LawPerson): ProfileMatch[] {
    const known = this.#profiles.get(person)
    if (known) return known
    const scope = this.#newScope(this.view.units('person', 'all', person)[0]!, false)
    const found = profileMatches(this.compiled, person, this.view.factsOf(person.id), scope, worldsFor(none, false)[0]!)
    this.#profiles.set(person, found)
    return found
  }

  #carriedBy(id: string, person: LawPerson): Match | null {
    const own = this.#carried.get(person) ?? new Map<string, Match | null>()
    this.#carried.set(person, own)
    const known = own.get(id)
    if (known !== undefined) return known
    const match = carriedByProfile(this.compiled, this.profilesOf(person), id)
    own.set(id, match)
    return match
  }

  #read(one: CompiledBearing, unit: Unit): Reading {
    const { bearing } = one
    if (bearing.level === 'system') return notReached(aPattern)
    if (bearing.forum !== null && bearing.forum !== this.record.forum) return notReached([`rule of another forum (${bearing.forum})`])
    const told = this.view.toldIn(unit)
    const disputes = this.#disputes.length === 0 ? none : this.#disputesOn(one, unit)
    let any = false
    let sure = disputes.length === 0
    for (const kind of one.kindsAt) {
      const own = told[kind]
      if (own === undefined) continue
      any = true
      sure &&= own.sure
    }
    const scope = this.#scope(unit)
    if (one.factsOnly && !any && disputes.length === 0) {
      const known = silent.get(one) ?? readingOf(one, scope, null, noFact)
      silent.set(one, known)
      return known
    }
    let below = false
    for (const element of one.from) for (const line of scope.lines(element)) below ||= line.answer === 'disputed'
    if (sure && !below) return readingOf(one, scope, null, this.#open)
    const reading = readingOf(one, scope, { disputes, below }, this.#open)
    const shifting = this.#shifting.filter((fact) =>
      disputes.some((dispute) => dispute.reaches !== null && dispute.facts.includes(fact.attrs['first'] as FactId)),
    )
    return shifting.length === 0 || reading.answer === 'not-in-issue'
      ? reading
      : { ...reading, against: [...new Set([...reading.against, ...shifting.map((fact) => fact.id)])] }
  }

  /** Those that can matter for the line: named for it, or between facts of its kinds in this unit. */
  #disputesOn(one: CompiledBearing, unit: Unit): readonly Dispute[] {
    return this.#disputes.filter((dispute) =>
      dispute.reaches !== null
        ? dispute.reaches.has(one.bearing.element)
        : dispute.facts.some((id) => one.kindsAt.some((kind) => this.view.toldIn(unit)[kind]?.match.facts.includes(id))),
    )
  }

  #toLine(one: CompiledBearing, unit: Unit, reading: Reading): Line {
    const { bearing } = one
    const own = this.#law.authoritiesOf(one)
    const cited = reading.law?.citations ?? none
    const asks = reading.answer === 'missing' || reading.answer === 'disputed'
    return {
      element: bearing.element,
      test: one.test,
      person: unit.person.id,
      state: unit.state,
      custody: unit.custody?.id ?? null,
      answer: reading.answer,
      officer: bearing.kind === 'officer',
      for: this.#ofThisState(reading.for, unit),
      against: this.#ofThisState(reading.against, unit),
      authorities: cited.length === 0 ? own : distinct([...own, ...cited.filter((citation) => this.#law.inTime(citation.source))]),
      certainty: reading.law?.certainty ?? null,
      question: asks ? bearing.ask : null,
      notes: one.ofChild ? [...reading.notes, ...this.#ageNotes(unit)] : reading.notes,
    }
  }

  /** What happened in the hands of another host State is not held against, or for, this one. */
  #ofThisState(facts: readonly FactId[], unit: Unit): readonly FactId[] {
    if (facts.length === 0 || this.#heldBy.size === 0 || unit.state === null || unit.state === this.record.states.origin) return facts
    const here = (id: FactId): boolean => (this.#heldBy.get(id) ?? unit.state) === unit.state
    return facts.every(here) ? facts : facts.filter(here)
  }

  #scope(unit: Unit): Scope {
    this.#scopes[unit.at] ??= this.#newScope(unit, true)
    return this.#scopes[unit.at]!
  }

  #newScope(unit: Unit, withProfiles: boolean): Scope {
    const told = this.view.toldIn(unit)
    return {
      told: (kind) => told[kind],
      lines: (element) => this.#linesFor(element, unit),
      forum: this.record.forum,
      profile: (id) => (withProfiles ? this.#carriedBy(id, unit.person) : null),
      bounds: (leaf) => this.#bounds(leaf, unit),
      source: (key) => {
        const source = this.compiled.sources.get(key)
        return source && this.#law.inTime(key) ? source : null
      },
      child: (test) => this.#child(unit, test),
    }
  }

  /** A line of the same custody, else of the same State, else any of the person's. */
  #linesFor(element: number, unit: Unit): readonly Line[] {
    const one = this.compiled.bearings[element]
    if (one === undefined || this.#busy.has(element)) return none
    const below = rowOf(this.#below, unit.at, this.compiled.bearings.length)
    const known = below[element]
    if (known !== undefined) return known
    const lines: Line[] = []
    for (const other of this.view.units(one.bearing.per, one.bearing.states, unit.person)) {
      const sameCustody = unit.custody === null || other.custody === null || other.custody.id === unit.custody.id
      const sameState = unit.state === null || other.state === null || other.state === unit.state
      if (sameCustody && sameState) lines.push(this.line(one, other))
    }
    below[element] = lines
    return lines
  }

  #bounds(leaf: BindsLeaf, unit: Unit): readonly Bound[] {
    const { origin, concerned } = this.record.states
    if (leaf.state === 'origin') return [this.#law.boundOf(leaf, origin)]
    if (unit.state !== null) return leaf.state === 'host' && unit.state === origin ? none : [this.#law.boundOf(leaf, unit.state)]
    return concerned.filter((state) => leaf.state === 'respondent' || state !== origin).map((state) => this.#law.boundOf(leaf, state))
  }

  #child(unit: Unit, test: string): boolean {
    const tests = this.#children.get(unit) ?? new Map<string, boolean>()
    this.#children.set(unit, tests)
    const known = tests.get(test)
    if (known !== undefined) return known
    const child = this.#wasChild(unit, test)
    tests.set(test, child)
    return child
  }

  #wasChild(unit: Unit, test: string): boolean {
    if (unit.custody !== null) return wasChild(unit.person, firstDay(unit.custody.period) ?? this.asOf)
    if (wasChild(unit.person, this.asOf)) return true
    const dated = this.view
      .factsOf(unit.person.id)
      .filter((fact) => carries(fact) && fact.date !== null && this.compiled.kinds.get(fact.kind)?.group === test)
    return dated.some((fact) => wasChild(unit.person, lastDay(fact.date!) ?? this.asOf))
  }

  #ageNotes(unit: Unit): string[] {
    const on = unit.custody === null ? this.asOf : (firstDay(unit.custody.period) ?? this.asOf)
    if (!wasChild(unit.person, on)) return []
    return [
      `under 18 on the lower age told (${lowestAge(unit.person, on)} on ${on})${ageContested(unit.person, on) ? '; the ages told differ and stand side by side' : ''}`,
    ]
  }
}

const aPattern: readonly string[] = ['about a pattern of acts; one account never shows it']

/** What a line says where the file holds nothing for it: the same for every case under this pack. */
const silent = new WeakMap<CompiledBearing, Reading>()

const rowOf = <T>(rows: (T | undefined)[][], at: number, length: number): (T | undefined)[] => {
  rows[at] ??= new Array<T | undefined>(length)
  return rows[at]
}

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
