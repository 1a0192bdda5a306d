/** A batch of cases on its way to a thread: what the law reads and no more, as one short text. Names, words of accounts and sources stay in the thread that opened the case. */
import type { LawRecord } from '../domain/law/case-record.ts'
import type { LookedAgain } from '../domain/law/reassess.ts'

export type Keyed = { key: string; record: LookedAgain }

type Person = LawRecord['persons'][number]
type Fact = LawRecord['facts'][number]
type Custody = LawRecord['custodies'][number]
type Told = LawRecord['contradictions'][number]
type Signed = LookedAgain['findings'][number]

// Written by place, not by name: copying objects field by field took longer than asking the law.
const personOut = ({ id, role, births, ageStatements }: Person) => [id, role, births, ageStatements] as const
const factOut = (one: Fact) =>
  [one.id, one.kind, one.about, one.attrs, one.standing, one.disputedPart, one.date, one.twin, one.custody] as const
const custodyOut = ({ id, persons, state, period }: Custody) => [id, persons, state, period] as const
const toldOut = ({ id, between, about, reaches }: Told) => [id, between, about, reaches] as const
const signedOut = (one: Signed) => [one.id, one.element, one.person, one.state, one.custody, one.answer, one.packVersion] as const
const out = ({ key, record }: Keyed) =>
  [
    key,
    record.asOf,
    record.states,
    record.forum,
    record.persons.map(personOut),
    record.facts.map(factOut),
    record.custodies.map(custodyOut),
    record.contradictions.map(toldOut),
    record.findings.map(signedOut),
  ] as const

const personIn = ([id, role, births, ageStatements]: ReturnType<typeof personOut>): Person => ({ id, role, births, ageStatements })
const factIn = ([id, kind, about, attrs, standing, disputedPart, date, twin, custody]: ReturnType<typeof factOut>): Fact => ({
  id,
  kind,
  about,
  attrs,
  standing,
  disputedPart,
  date,
  twin,
  custody,
})
const custodyIn = ([id, persons, state, period]: ReturnType<typeof custodyOut>): Custody => ({ id, persons, state, period })
const toldIn = ([id, between, about, reaches]: ReturnType<typeof toldOut>): Told => ({ id, between, about, reaches, explanation: null })
const signedIn = ([id, element, person, state, custody, answer, packVersion]: ReturnType<typeof signedOut>): Signed => ({
  id,
  element,
  person,
  state,
  custody,
  answer,
  packVersion,
})

export const batchOut = (cases: readonly Keyed[]): string => JSON.stringify(cases.map(out))

export const batchIn = (text: string): Keyed[] =>
  (JSON.parse(text) as ReturnType<typeof out>[]).map(([key, asOf, states, forum, persons, facts, custodies, told, signed]) => ({
    key,
    record: {
      asOf,
      states,
      forum,
      persons: persons.map(personIn),
      facts: facts.map(factIn),
      custodies: custodies.map(custodyIn),
      contradictions: told.map(toldIn),
      findings: signed.map(signedIn),
    },
  }))
