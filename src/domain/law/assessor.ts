/** Answers the lines of one case on one day; a line asked for twice, or read by another line, is answered once. */
import type { FactId } from '../../basics/id.ts'
import type { StateCode } from '../people/person.ts'
import type { Answer, Bound, Line, ProfileMatch } from './assessment.ts'
import type { LawPerson } from './case-record.ts'
import { type CaseView, spreads, type ToldByKind, type Unit } from './case-view.ts'
import type { BindsLeaf, Match, Scope, Told } from './compiled-condition.ts'
import type { CompiledBearing, CompiledPack } from './compiled-pack.ts'
import { firstDay, lastDay } from './day-bounds.ts'
import { carries, type Dispute, worldsFor } from './disputed-worlds.ts'
import { distinct, type LawOfDay, lawOfDay } from './law-of-day.ts'
import { answerOf, type Doubt, notReached, type Reading, readingOf } from './line-answer.ts'
import { ageContested, lowestAge, wasChild } from './lower-age.ts'
import type { LawSource } from './pack.ts'
import { carriedByProfile, isMatched, profileMatches } from './profile-matches.ts'

const none: readonly never[] = []
const ofPerson = spreads.indexOf('person')

/** An answer costs little; what stands for and against it is looked up only for lines that are shown to somebody. */
export class Assessor {
  readonly #law: LawOfDay
  /** By the place of the unit, then of the element. */
  readonly #answers: (Answer | undefined)[][] = []
  readonly #lines: (Line | undefined)[][] = []
  readonly #scopes: (UnitScope | undefined)[] = []
  readonly #busy: boolean[] = []
  readonly #children = new Map<LawPerson, boolean>()
  readonly #profiles = new Map<LawPerson, ProfileMatch[]>()
  readonly #patterns = new Map<LawPerson, UnitScope>()

  constructor(
    readonly view: CaseView,
    readonly compiled: CompiledPack,
  ) {
    this.#law = lawOfDay(compiled, view.asOf)
  }

  answer(one: CompiledBearing, unit: Unit): Answer {
    const answers = rowOf(this.#answers, unit.at, this.compiled.bearings.length)
    const known = answers[one.at]
    if (known !== undefined) return known
    this.#busy[one.at] = true
    const answer = this.#isApart(one) ? 'not-reached' : answerOf(one, this.#scope(unit), this.#doubtOn(one, unit))
    this.#busy[one.at] = false
    answers[one.at] = answer
    return answer
  }

  line(one: CompiledBearing, unit: Unit): Line {
    const lines = rowOf(this.#lines, unit.at, this.compiled.bearings.length)
    const known = lines[one.at]
    if (known !== undefined) return known
    const answer = this.answer(one, unit)
    this.#busy[one.at] = true
    const line = this.#toLine(one, unit, this.#read(one, unit, answer))
    this.#busy[one.at] = false
    lines[one.at] = line
    return line
  }

  profilesOf(person: LawPerson): ProfileMatch[] {
    const known = this.#profiles.get(person)
    if (known) return known
    const found = profileMatches(this.compiled, person, this.view, this.#patternScope(person), everyFact)
    this.#profiles.set(person, found)
    return found
  }

  profile(id: string, person: LawPerson): Match | null {
    return carriedByProfile(this.compiled, this.profilesOf(person), id)
  }

  hasProfile(id: string, person: LawPerson): boolean {
    return isMatched(this.compiled, id, this.#patternScope(person), everyFact)
  }

  reads(element: number, unit: Unit, is: Answer, lenient: boolean): boolean {
    const one = this.compiled.bearings[element]
    if (one === undefined || this.#busy[element]) return false
    for (const other of this.view.sharing(one.spread, unit)) {
      const answer = this.answer(one, other)
      if (answer === is || (lenient && answer === 'disputed')) return true
    }
    return false
  }

  linesFor(element: number, unit: Unit): readonly Line[] {
    const one = this.compiled.bearings[element]
    if (one === undefined || this.#busy[element]) return none
    return this.view.sharing(one.spread, unit).map((other) => this.line(one, other))
  }

  bounds(leaf: BindsLeaf, unit: Unit): readonly Bound[] {
    const { origin, concerned } = this.view.record.states
    if (leaf.state === 'origin') return this.#law.boundOf(leaf, origin)
    if (unit.state !== null) return leaf.state === 'host' && unit.state === origin ? none : this.#law.boundOf(leaf, unit.state)
    return concerned.flatMap((state) => (leaf.state === 'respondent' || state !== origin ? this.#law.boundOf(leaf, state) : none))
  }

  source(key: string): LawSource | null {
    const source = this.compiled.sources.get(key)
    return source && this.#law.inTime(key) ? source : null
  }

  wasChild(unit: Unit, test: string): boolean {
    const { asOf } = this.view
    if (unit.custody !== null) return wasChild(unit.person, firstDay(unit.custody.period) ?? asOf)
    if (this.#isChild(unit.person)) return true
    return this.view
      .factsOf(unit.person)
      .some(
        (fact) =>
          fact.date !== null &&
          this.compiled.kinds.get(fact.kind)?.group === test &&
          carries(fact) &&
          wasChild(unit.person, lastDay(fact.date) ?? asOf),
      )
  }

  #isChild(person: LawPerson): boolean {
    const known = this.#children.get(person)
    if (known !== undefined) return known
    const child = wasChild(person, this.view.asOf)
    this.#children.set(person, child)
    return child
  }

  /** What no fact of the file can bring into reach. */
  #isApart({ bearing }: CompiledBearing): boolean {
    return bearing.level === 'system' || (bearing.forum !== null && bearing.forum !== this.view.record.forum)
  }

  /** Null when every fact of the line carries and none is in dispute, nor any line that it is drawn from: then there is one reading of it. */
  #doubtOn(one: CompiledBearing, unit: Unit): Doubt | null {
    const disputes = this.view.disputes.length === 0 ? none : this.#disputesOn(one, unit)
    const below = one.from.some((element) => this.reads(element, unit, 'disputed', false))
    if (below || disputes.length > 0) return { disputes, below }
    const told = this.view.toldIn(unit)
    for (const kind of one.kindsAt) if (told[kind]?.sure === false) return { disputes, below }
    return null
  }

  /** Those that can matter for the line: named for it, or between facts of its kinds in this unit. */
  #disputesOn(one: CompiledBearing, unit: Unit): readonly Dispute[] {
    const told = this.view.toldIn(unit)
    const tells = (id: FactId): boolean => one.kindsAt.some((kind) => told[kind]?.facts.some((fact) => fact.id === id))
    return this.view.disputes.filter((dispute) =>
      dispute.reaches !== null ? dispute.reaches.has(one.bearing.element) : dispute.facts.some(tells),
    )
  }

  #read(one: CompiledBearing, unit: Unit, answer: Answer): Reading {
    const { bearing } = one
    if (bearing.level === 'system') return notReached(aPattern)
    if (this.#isApart(one)) return notReached([`rule of another forum (${bearing.forum})`])
    const doubt = this.#doubtOn(one, unit)
    const reading = readingOf(one, this.#scope(unit), doubt, this.view.open, answer)
    if (doubt === null || this.view.shifting.length === 0 || answer === 'not-in-issue') return reading
    const shifting = this.view.shifting.filter((fact) =>
      doubt.disputes.some((dispute) => dispute.reaches !== null && dispute.facts.includes(fact.attrs['first'] as FactId)),
    )
    return shifting.length === 0 ? reading : { ...reading, against: [...new Set([...reading.against, ...shifting.map((fact) => fact.id)])] }
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
    const { heldBy, record } = this.view
    if (facts.length === 0 || heldBy.size === 0 || unit.state === null || unit.state === record.states.origin) return facts
    const here = (id: FactId): boolean => (heldBy.get(id) ?? unit.state) === unit.state
    return facts.every(here) ? facts : facts.filter(here)
  }

  #ageNotes(unit: Unit): string[] {
    const { asOf } = this.view
    const on = unit.custody === null ? asOf : (firstDay(unit.custody.period) ?? asOf)
    if (!(on === asOf ? this.#isChild(unit.person) : wasChild(unit.person, on))) return []
    return [
      `under 18 on the lower age told (${lowestAge(unit.person, on)} on ${on})${ageContested(unit.person, on) ? '; the ages told differ and stand side by side' : ''}`,
    ]
  }

  #scope(unit: Unit): UnitScope {
    this.#scopes[unit.at] ??= new UnitScope(this, unit, true)
    return this.#scopes[unit.at]!
  }

  /** The pattern of a profile sees the person's facts without any profile. */
  #patternScope(person: LawPerson): UnitScope {
    const known = this.#patterns.get(person)
    if (known !== undefined) return known
    const scope = new UnitScope(this, this.view.units(ofPerson, person)[0]!, false)
    this.#patterns.set(person, scope)
    return scope
  }
}

/** What one unit sees of its case, asked of the assessor. */
class UnitScope implements Scope {
  readonly forum: StateCode | null
  readonly #told: ToldByKind
  readonly #children = new Map<string, boolean>()

  constructor(
    readonly assessor: Assessor,
    readonly unit: Unit,
    readonly withProfiles: boolean,
  ) {
    this.forum = assessor.view.record.forum
    this.#told = assessor.view.toldIn(unit)
  }

  told(kind: number): Told | undefined {
    return this.#told[kind]
  }
  lines(element: number): readonly Line[] {
    return this.assessor.linesFor(element, this.unit)
  }
  reads(element: number, is: 'shown' | 'contradicted', lenient: boolean): boolean {
    return this.assessor.reads(element, this.unit, is, lenient)
  }
  profile(id: string): Match | null {
    return this.withProfiles ? this.assessor.profile(id, this.unit.person) : null
  }
  hasProfile(id: string): boolean {
    return this.withProfiles && this.assessor.hasProfile(id, this.unit.person)
  }
  bounds(leaf: BindsLeaf): readonly Bound[] {
    return this.assessor.bounds(leaf, this.unit)
  }
  source(key: string): LawSource | null {
    return this.assessor.source(key)
  }
  child(test: string): boolean {
    const known = this.#children.get(test)
    if (known !== undefined) return known
    const child = this.assessor.wasChild(this.unit, test)
    this.#children.set(test, child)
    return child
  }
}

const aPattern: readonly string[] = ['about a pattern of acts; one account never shows it']
/** A profile reads the file without its disputes left open: what is told and not refused. */
const everyFact = worldsFor(none, false)[0]!

const rowOf = <T>(rows: (T | undefined)[][], at: number, length: number): (T | undefined)[] => {
  rows[at] ??= new Array<T | undefined>(length)
  return rows[at]
}
