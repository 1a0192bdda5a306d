/** Says by what a sentence of a draft went stale: a fact under it, a consent, a person, a finding, the law, or only the day. */
import type { Day } from '../../basics/clock.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Sentence } from './paper.ts'

export const staleCauses = ['fact', 'consent', 'person', 'custody', 'account', 'finding', 'submitter', 'law', 'day'] as const
export type StaleCause = (typeof staleCauses)[number]

/** What a draft was composed from, as digests: enough to say what is no longer the same, and none of its words. A fact keeps its label, by which it is named when it is gone. */
export type Basis = { facts: Readonly<Record<string, string>>; rest: Readonly<Record<Exclude<StaleCause, 'fact'>, string>> }

export type StaleBecause = { key: string; causes: readonly StaleCause[]; facts: readonly string[] }

/** digest = fingerprint of a text, from the vault. */
export const basisOf = (record: CaseRecord, lawVersion: string, today: Day, digest: (text: string) => string): Basis => {
  const of = (value: unknown): string => digest(JSON.stringify(value)).slice(0, 16)
  return {
    facts: Object.fromEntries(record.facts.map((fact) => [fact.id, `${fact.label}:${of(fact)}`])),
    rest: {
      consent: of([record.consents, record.authorities]),
      person: of(record.persons),
      custody: of(record.custodies),
      // Corrections and translations are told in no paper.
      account: of(
        record.accounts.map(({ id, speaker, takenOn, language, hand, circumstances, attestedAt }) => [
          id,
          speaker,
          takenOn,
          language,
          hand,
          circumstances,
          attestedAt,
        ]),
      ),
      finding: of([record.findings, record.statements]),
      submitter: of([record.submitter, record.given, record.requestedMeasures, record.otherProcedures, record.sources, record.states]),
      law: of(lawVersion),
      day: of(today),
    },
  }
}

/** now = the same sentence composed afresh, null where it would no longer stand. A draft without a basis is from an earlier version: nothing is claimed of it. */
export const whyStale = (sentence: Sentence, now: Sentence | null, before: Basis | null, after: Basis): StaleBecause => {
  const { key } = sentence
  if (before === null) return { key, causes: [], facts: [] }
  const facts = [...new Set([...sentence.facts, ...(now?.facts ?? [])])].filter((id) => before.facts[id] !== after.facts[id])
  const moved = staleCauses.filter((cause) => cause !== 'fact' && before.rest[cause] !== after.rest[cause])
  // The day goes on every day: it is the cause only where nothing else is.
  const others = moved.filter((cause) => cause !== 'day')
  const own = others.filter((cause) => ownCause(key).includes(cause))
  const causes: StaleCause[] = facts.length > 0 ? ['fact'] : own.length > 0 ? own : others.length > 0 ? others : moved
  // A fact that is told of nobody any more can also move a list: then no fact of the sentence changed, but one of the file did.
  const anyFact = Object.keys({ ...before.facts, ...after.facts }).filter((id) => before.facts[id] !== after.facts[id])
  return causes.length > 0 ? { key, causes, facts } : { key, causes: anyFact.length > 0 ? ['fact'] : ['law'], facts: anyFact }
}

/** The label of a fact of the draft, also of one that is gone. */
export const labelIn = (basis: Basis | null, fact: string): string | null => basis?.facts[fact]?.split(':')[0] ?? null

/** What a sentence of this key speaks of, where its key says so. */
const ownCause = (key: string): readonly StaleCause[] =>
  /^(consent|authority|annex)/.test(key)
    ? ['consent']
    : /^(person|group)/.test(key)
      ? ['person', 'consent']
      : /^custody/.test(key)
        ? ['custody']
        : /^lead/.test(key)
          ? ['account']
          : /^(memo:finding|signed)/.test(key)
            ? ['finding']
            : /^(submitter|request|given|other)/.test(key)
              ? ['submitter', 'consent']
              : /^(law|article|argument|competence)/.test(key)
                ? ['law', 'submitter']
                : ['consent', 'person']
