/** Decides before a word is written: who is named, which Governments will read it, and where each fact goes: into the paper, into the confidential annex, or nowhere. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import { earliest, type PartialDate } from '../../basics/partial-date.ts'
import type { Assessment } from '../law/assessment.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { LawPack } from '../law/pack.ts'
import { stateInSentence } from '../law/state-in-sentence.ts'
import type { Person, StateCode } from '../people/person.ts'
import { readersOf, readingGovernments } from '../proceedings/audience.ts'
import { consentsOf, recipientOf, toGovernment, toRecipient } from '../proceedings/authority.ts'
import type { BodiesPack, Body } from '../proceedings/bodies.ts'
import { factsOf, usable } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import type { FactKind } from '../testimony/vocabulary.ts'
import type { LeftOutReason } from './paper.ts'
import type { PapersPack } from './papers-pack.ts'

export type Placement = { where: 'main'; why: null } | { where: 'annex' | 'withheld'; why: LeftOutReason }

export type Writing = {
  record: CaseRecord
  assessment: Assessment | null
  pack: LawPack
  bodies: BodiesPack
  papers: PapersPack
  body: Body
  /** Respondents, or the States addressed. */
  states: readonly StateCode[]
  /** The persons concerned by this paper, in the order of the file. */
  persons: readonly Person[]
  today: Day
  governments: readonly StateCode[]
  /** True when every person of the paper may be named to everyone who reads it. */
  named: boolean
  facts: readonly Fact[]
  placed: ReadonlyMap<FactId, Placement>
  kinds: ReadonlyMap<string, FactKind>
}

export type WritingAsk = {
  body: Body
  states: readonly StateCode[]
  persons: readonly PersonId[]
  today: Day
  pleadOpenly: readonly FactId[]
}

export const writingOf = (
  record: CaseRecord,
  assessment: Assessment | null,
  pack: LawPack,
  bodies: BodiesPack,
  papers: PapersPack,
  ask: WritingAsk,
): Writing => {
  const persons = record.persons.filter((one) => ask.persons.includes(one.id))
  const governments = readingGovernments(readersOf(record, ask.body, ask.states))
  const kinds = new Map(pack.vocabulary.kinds.map((kind) => [kind.id, kind]))
  const seen = new Set<FactId>()
  const facts = persons
    .flatMap((person) => factsOf({ ...record, facts: record.facts }, person.id))
    .filter((fact) => !seen.has(fact.id) && seen.add(fact.id))
  const order = new Map(record.facts.map((fact, i) => [fact.id, i]))
  facts.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
  const base = {
    record,
    assessment,
    pack,
    bodies,
    papers,
    body: ask.body,
    states: ask.states,
    persons,
    today: ask.today,
    governments,
    kinds,
  }
  const placed = new Map(record.facts.map((fact) => [fact.id, placement({ ...base, facts }, fact, ask.pleadOpenly)]))
  return { ...base, facts, placed, named: persons.every((person) => mayName(base, person)) }
}

type Base = Omit<Writing, 'placed' | 'named' | 'facts'>

/** A name goes where the person said it may: to the recipient, and to every Government that will read it. */
export const mayName = (w: Base, person: Person): boolean => {
  // A paper for which nobody was asked names nobody.
  if (w.body.recipient === null || w.body.formKind === 'dossier') return false
  const consents = consentsOf(w.record, person.id, w.today)
  return (
    person.names.length > 0 &&
    // A limit stands in the person's own words and may be “facts without name”: nobody reads it for them, so the name stays out of what others read.
    (w.governments.length === 0 || consents.every((one) => one.limits === null)) &&
    toRecipient(consents, recipientOf(w.body, w.states[0] ?? null)) === 'yes' &&
    w.governments.every((state) => toGovernment(consents, state) === 'yes')
  )
}

/** The annex goes to the body alone: there the recipient's tick is enough. */
export const mayNameInAnnex = (w: Base, person: Person): boolean =>
  w.body.recipient !== null &&
  person.names.length > 0 &&
  toRecipient(consentsOf(w.record, person.id, w.today), recipientOf(w.body, w.states[0] ?? null)) === 'yes'

const placement = (w: Base & { facts: readonly Fact[] }, fact: Fact, openly: readonly FactId[]): Placement => {
  const kind = w.kinds.get(fact.kind)
  if (!usable(fact)) return { where: 'withheld', why: fact.sealed ? 'sealed' : 'not-accepted' }
  if (w.bodies.neverOutward.includes(fact.kind)) return { where: 'withheld', why: 'never-outward' }
  if (later(fact, w.today)) return { where: 'withheld', why: 'later' }
  if (!w.facts.includes(fact)) return { where: 'withheld', why: 'other-person' }
  const child = childWithout(w, fact)
  if (child) return { where: 'withheld', why: 'child-consent' }
  if (w.papers.sets.silent?.includes(fact.kind)) return { where: 'main', why: null }
  if (openly.includes(fact.id)) return { where: 'main', why: null }
  const readByOthers = w.governments.length > 0 || w.body.readers.some((one) => one.reader === 'public')
  if (!readByOthers || isPublic(fact)) return { where: 'main', why: null }
  const why = w.bodies.sensitiveToHome.includes(fact.kind)
    ? 'passes'
    : w.bodies.annexOnly.includes(fact.kind)
      ? 'intimate'
      : (kind?.group === 'adverse' || (fact.adverse && fact.twin === null)) && !asks(w, fact)
        ? 'adverse'
        : null
  if (why === null) return { where: 'main', why: null }
  // What is handed to such a body can be sent on whole: a confidential annex would promise what nobody keeps.
  return { where: w.body.hasAnnex === false ? 'withheld' : 'annex', why }
}

/** What happened, or was published, after the day for which the paper is laid out is not told in it. A day that is only expected is no event. */
const later = (fact: Fact, today: Day): boolean => {
  const on = fact.date ?? fact.attrs.published ?? fact.attrs.since ?? null
  return on !== null && (earliest(on as PartialDate) ?? '') > today
}

/** A refusal at home bears against the person and is yet what a Committee must be shown. */
const asks = (w: Base, fact: Fact): boolean => w.body.needs.some((need) => need.any.includes(fact.kind) || need.all.includes(fact.kind))

/** What public sources already print cannot be made more dangerous by a petition. */
const isPublic = (fact: Fact): boolean => fact.hand === 'public-source' || (fact.publicSources.length > 0 && fact.spans.length === 0)

/** A child who has a line of consent is told about only where that line says so. What happened to the parent too is told of the parent alone, unless own words could name the child. */
const childWithout = (w: Base, fact: Fact): boolean =>
  (fact.summary !== null || !w.persons.some((person) => fact.about.includes(person.id))) &&
  w.record.persons.some(
    (person) =>
      person.role === 'child' &&
      fact.about.includes(person.id) &&
      !w.persons.includes(person) &&
      w.body.recipient !== null &&
      toRecipient(consentsOf(w.record, person.id, w.today), recipientOf(w.body, w.states[0] ?? null)) !== 'yes',
  )

export const stateName = (w: Pick<Writing, 'papers' | 'pack'>, state: StateCode): string =>
  w.papers.states[state]?.name ?? stateInSentence(w.pack.states, state).en
/** For a table, a list of places or an address: without the article. */
export const stateLabel = (w: Pick<Writing, 'papers' | 'pack'>, state: StateCode): string => w.pack.states[state]?.en ?? stateName(w, state)
export const stateFull = (w: Pick<Writing, 'papers' | 'pack'>, state: StateCode): string =>
  w.papers.states[state]?.full ?? stateName(w, state)

export const inMain = (w: Writing, kinds: readonly string[]): Fact[] =>
  w.facts.filter((fact) => kinds.includes(fact.kind) && w.placed.get(fact.id)?.where === 'main')
