/** Assesses a case: per element, person, State and custody what is shown, contradicted, disputed or missing. It never finds: a named officer does. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import { type Certainty, type Citation, weakest } from '../../basics/source.ts'
import type { Fact } from '../testimony/fact.ts'
import type { Assessment, Line, ProfileMatch } from './assessment.ts'
import type { CaseRecord } from './case-record.ts'
import { type CaseView, caseView, type Unit } from './case-view.ts'
import type { Scope } from './compiled-condition.ts'
import { type CompiledBearing, type CompiledPack, compiledPack } from './compiled-pack.ts'
import { firstDay, lastDay } from './day-bounds.ts'
import { carries, type Dispute, disputesOf, worldsFor } from './disputed-worlds.ts'
import { articleCertainty, isBound } from './is-bound.ts'
import { notReached, type Reading, readingOf } from './line-answer.ts'
import { ageContested, lowestAge, wasChild } from './lower-age.ts'
import { openQuestions } from './open-questions.ts'
import type { LawPack } from './pack.ts'
import { carryingProfiles, profileMatches } from './profile-matches.ts'

/** elements = only these lines are given, without profiles and questions (what they are drawn from is read); for looking again after a change of law. */
export type AssessOptions = { asOf?: Day; persons?: readonly PersonId[]; elements?: ReadonlySet<string> }

/** Law and facts of one day: asOf, or the day of the record. Pure; the same record and pack give the same answer. */
export const assess = (record: CaseRecord, pack: LawPack, options: AssessOptions = {}): Assessment => {
  const compiled = compiledPack(pack)
  const asOf = options.asOf ?? record.asOf
  const view = caseView(record, compiled, asOf, options.persons ?? null)
  const desk = new Assessor(record, compiled, view, asOf)
  const asked = options.elements ? compiled.bearings.filter((one) => options.elements!.has(one.bearing.element)) : compiled.bearings
  const lines = view.persons.flatMap((person) =>
    asked.flatMap((one) => view.units(one.bearing.per, one.bearing.states, person).map((unit) => desk.line(one, unit))),
  )
  return {
    asOf,
    packVersion: pack.version,
    situation: pack.situation,
    forum: record.forum,
    lines,
    profiles: options.elements ? [] : view.persons.flatMap((person) => desk.profilesOf(person.id)),
    openQuestions: options.elements ? [] : openQuestions(compiled, lines),
  }
}

class Assessor {
  readonly #lines = new Map<CompiledBearing, Map<Unit, Line>>()
  readonly #profiles = new Map<PersonId, ProfileMatch[]>()
  readonly #bounds = new Map<string, ReturnType<typeof isBound>>()
  readonly #busy = new Set<string>()
  readonly #scopes = new Map<Unit, Scope>()
  readonly #seen = new Map<Unit, Map<string, readonly Line[]>>()
  readonly #children = new Map<string, boolean>()
  readonly #usable = new Map<string, boolean>()
  readonly #disputes: readonly Dispute[]
  readonly #facts: ReadonlyMap<FactId, Fact>
  readonly #shifting: readonly Fact[]

  constructor(
    readonly record: CaseRecord,
    readonly compiled: CompiledPack,
    readonly view: CaseView,
    readonly asOf: Day,
  ) {
    this.#disputes = disputesOf(record)
    this.#facts = new Map(record.facts.map((fact) => [fact.id, fact]))
    // An inconsistency that names the facts it lies between goes where their contradiction goes.
    this.#shifting = record.facts.filter((fact) => fact.attrs['first'] !== undefined && fact.attrs['second'] !== undefined)
  }

  line(one: CompiledBearing, unit: Unit): Line {
    const lines = this.#lines.get(one) ?? new Map<Unit, Line>()
    const known = lines.get(unit)
    if (known) return known
    this.#lines.set(one, lines)
    this.#busy.add(one.bearing.element)
    const line = this.#toLine(one, unit, this.#read(one, unit))
    this.#busy.delete(one.bearing.element)
    lines.set(unit, line)
    return line
  }

  profilesOf(person: PersonId): ProfileMatch[] {
    const known = this.#profiles.get(person)
    if (known) return known
    const who = this.view.persons.find((one) => one.id === person)!
    const [world] = worldsFor([])
    const found = profileMatches(
      this.compiled,
      who,
      this.view.factsOf(person),
      this.#scope(this.view.units('person', 'all', who)[0]!, false),
      world!,
    )
    this.#profiles.set(person, found)
    return found
  }

  #read(one: CompiledBearing, unit: Unit): Reading {
    const { bearing } = one
    if (bearing.level === 'system') return notReached('about a pattern of acts; one account never shows it')
    if (bearing.forum !== null && bearing.forum !== this.record.forum) return notReached(`rule of another forum (${bearing.forum})`)
    const scope = this.#scope(unit, true)
    const inUnit = this.view.factsIn(unit)
    const disputes = this.#disputes.filter((dispute) =>
      dispute.reaches !== null
        ? dispute.reaches.has(bearing.element)
        : dispute.facts.some(
            (id) => one.kinds.has(this.#facts.get(id)?.kind ?? '') && inUnit.get(this.#facts.get(id)!.kind)?.some((fact) => fact.id === id),
          ),
    )
    if (one.factsOnly && disputes.length === 0 && !anyKind(one.kinds, inUnit)) {
      const known = silent.get(one) ?? readingOf(one, scope, [], false, () => undefined)
      silent.set(one, known)
      return known
    }
    const disputedBelow = one.from.some((element) => scope.lines(element).some((line) => line.answer === 'disputed'))
    const reading = readingOf(one, scope, disputes, disputedBelow, (id) => this.#facts.get(id))
    const shifting = this.#shifting.filter((fact) =>
      disputes.some((dispute) => dispute.reaches !== null && dispute.facts.includes(fact.attrs['first'] as FactId)),
    )
    return shifting.length === 0 || reading.answer === 'not-in-issue'
      ? reading
      : { ...reading, against: [...new Set([...reading.against, ...shifting.map((fact) => fact.id)])] }
  }

  #toLine(one: CompiledBearing, unit: Unit, reading: Reading): Line {
    const { bearing } = one
    const own = this.#citationsOf(one)
    const authorities =
      reading.citations.length === 0 ? own : [...own, ...reading.citations.filter((citation) => this.#inTime(citation.source))]
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
      authorities: authorities === own ? own : distinct(authorities),
      certainty: reading.law?.certainty ?? null,
      question: asks ? bearing.ask : null,
      notes: one.kinds.has('child-at-relevant-time') ? [...reading.notes, ...this.#ageNotes(unit)] : reading.notes,
    }
  }

  /** The line's own authorities that were there on the day; many cases are asked for one day. */
  #citationsOf(one: CompiledBearing): readonly Citation[] {
    const known = inTimeOn.get(one)
    if (known?.asOf === this.asOf) return known.citations
    const citations = distinct(one.bearing.citations.filter((citation) => this.#inTime(citation.source)))
    inTimeOn.set(one, { asOf: this.asOf, citations })
    return citations
  }

  /** What happened in the hands of another host State is not held against, or for, this one. */
  #ofThisState(facts: readonly FactId[], unit: Unit): readonly FactId[] {
    if (unit.state === null || unit.state === this.record.states.origin) return facts
    return facts.filter((id) => {
      const custody = this.#facts.get(id)?.custody ?? null
      const state = this.record.custodies.find((one) => one.id === custody)?.state ?? null
      return state === null || state === unit.state || state === this.record.states.origin
    })
  }

  #scope(unit: Unit, withProfiles: boolean): Scope {
    if (!withProfiles) return this.#newScope(unit, false)
    const known = this.#scopes.get(unit)
    if (known) return known
    const scope = this.#newScope(unit, true)
    this.#scopes.set(unit, scope)
    return scope
  }

  #newScope(unit: Unit, withProfiles: boolean): Scope {
    const kinds = this.view.factsIn(unit)
    return {
      facts: (kind) => kinds.get(kind) ?? [],
      lines: (element) => this.#linesFor(element, unit),
      forum: this.record.forum,
      profiles: (id) => (withProfiles ? carryingProfiles(this.compiled, this.profilesOf(unit.person.id), id) : []),
      bounds: (instrument, article, of) => this.#statesFor(of, unit).map((state) => this.#bound(state, instrument, article)),
      source: (key) => {
        const source = this.compiled.sources.get(key)
        return source && this.#inTime(key) ? source : null
      },
      child: (test) => this.#child(unit, test),
    }
  }

  /** A line of the same custody, else of the same State, else any of the person's. */
  #linesFor(element: string, unit: Unit): readonly Line[] {
    const one = this.compiled.byElement.get(element)
    if (!one || this.#busy.has(element)) return []
    const seen = this.#seen.get(unit) ?? new Map<string, readonly Line[]>()
    this.#seen.set(unit, seen)
    const known = seen.get(element)
    if (known) return known
    const units = this.view.units(one.bearing.per, one.bearing.states, unit.person)
    const same = units.filter(
      (other) =>
        (unit.custody === null || other.custody === null || other.custody.id === unit.custody.id) &&
        (unit.state === null || other.state === null || other.state === unit.state),
    )
    const lines = same.map((other) => this.line(one, other))
    seen.set(element, lines)
    return lines
  }

  #statesFor(of: 'respondent' | 'host' | 'origin', unit: Unit): readonly string[] {
    const { origin, concerned } = this.record.states
    if (of === 'origin') return [origin]
    if (unit.state !== null) return of === 'host' && unit.state === origin ? [] : [unit.state]
    return concerned.filter((state) => of === 'respondent' || state !== origin)
  }

  #bound(state: string, instrument: string, article: string | null): ReturnType<typeof isBound> {
    const key = `${state} ${instrument} ${article}`
    const known = this.#bounds.get(key)
    if (known) return known
    const bound = isBound(this.compiled.pack, state, instrument, this.asOf, { article })
    // What an article says is as sure as its paraphrase: an unread article lowers the line.
    const certainty: Certainty =
      article === null || bound.answer !== 'bound'
        ? bound.citation.certainty
        : weakest([bound.citation.certainty, articleCertainty(this.compiled.pack, instrument, article)])
    const full = {
      ...bound,
      citation: { ...bound.citation, at: `${instrument}${article === null ? '' : ` Art ${article}`}, ${state}`, certainty },
    }
    this.#bounds.set(key, full)
    return full
  }

  /** An authority later than the day asked cannot be used for that day. */
  #inTime(source: string): boolean {
    const known = this.#usable.get(source)
    if (known !== undefined) return known
    const issued = this.compiled.sources.get(source)?.issuedOn ?? null
    const usable = issued === null || (lastDay(issued) ?? '') <= this.asOf
    this.#usable.set(source, usable)
    return usable
  }

  #child(unit: Unit, test: string): boolean {
    const key = `${unit.person.id} ${unit.custody?.id} ${test}`
    const known = this.#children.get(key)
    if (known !== undefined) return known
    const child = this.#wasChild(unit, test)
    this.#children.set(key, child)
    return child
  }

  #wasChild(unit: Unit, test: string): boolean {
    if (unit.custody !== null) return wasChild(unit.person, firstDay(unit.custody.period) ?? this.asOf)
    if (wasChild(unit.person, this.asOf)) return true
    const dated = this.view
      .factsOf(unit.person.id)
      .filter((fact) => carries(fact) && fact.date !== null && this.compiled.groups.get(fact.kind) === test)
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

/** What a line says where the file holds nothing for it: the same for every case under this pack. */
const silent = new WeakMap<CompiledBearing, Reading>()

const inTimeOn = new WeakMap<CompiledBearing, { asOf: Day; citations: readonly Citation[] }>()

const anyKind = (kinds: ReadonlySet<string>, inUnit: ReadonlyMap<string, unknown>): boolean => {
  for (const kind of kinds) if (inUnit.has(kind)) return true
  return false
}

const distinct = (citations: readonly Citation[]): readonly Citation[] => {
  if (citations.length < 2) return citations
  const seen = new Map<string, Citation>()
  for (const one of citations) seen.set(`${one.source} ${one.at}`, one)
  return [...seen.values()]
}
