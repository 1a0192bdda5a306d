/** What stands between a paper and its release: authority, consent, audience, a second person, divergence, forbidden words, sentences without a source. */
import type { Day } from '../../basics/clock.ts'
import type { Words } from '../../basics/text.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { LawPack } from '../law/pack.ts'
import type { StateCode } from '../people/person.ts'
import { type Audience, audienceSentence, readersOf, readingGovernments } from '../proceedings/audience.ts'
import { authorityFor, consentFault, consentsOf, recipientOf, toGovernment, toRecipient } from '../proceedings/authority.ts'
import { type BodiesPack, type Body, bodyOf } from '../proceedings/bodies.ts'
import { type Gate, gate } from '../proceedings/gates.ts'
import type { Forbidden } from '../testimony/forbidden.ts'
import { type Divergence, divergences, type Sent } from './differences.ts'
import { mustNotAppear } from './must-not-appear.ts'
import type { Paper } from './paper.ts'
import { releaseWords as say } from './release-words.ts'
import { sentencesOf } from './sentences.ts'

export type ReleaseOptions = {
  states: readonly StateCode[]
  persons: readonly string[]
  today: Day
  sentBefore: readonly Sent[]
  /** Keys of divergent sentences for which a reason was written. */
  explained: readonly string[]
  /** Facts flagged for a reading Government, and those in the annex, that an officer has looked at and let stand. */
  lookedAt: readonly string[]
  lookedAtAnnex?: readonly string[]
  /** Finds routes, helpers, numbers; the pack's finder. */
  forbidden: (text: string) => readonly Forbidden[]
  /** True when another member has confirmed from another session. */
  confirmedBySecond: boolean
}

/** Every gate is always listed: a passed one says what was looked at. */
export const checkRelease = (record: CaseRecord, paper: Paper, bodies: BodiesPack, pack: LawPack, options: ReleaseOptions): Gate[] => {
  const body = bodyOf(bodies, paper.body)
  if (!body) return [gate('body', 'blocks', say.noBody)]
  const audience = readersOf(record, body, options.states)
  const governments = readingGovernments(audience)
  return [
    authorityGate(record, body, options),
    consentGate(record, paper, body, governments, options),
    audienceGate(record, paper, bodies, governments, options, readersSentence(bodies, audience, pack, paper)),
    ...annexGate(record, paper, bodies, options),
    wordsGate(record, paper, options),
    sourcesGate(paper),
    divergenceGate(divergences(paper, options.sentBefore), options),
    gate('second-person', options.confirmedBySecond ? 'passed' : 'ask', say.secondPerson),
  ]
}

const authorityGate = (record: CaseRecord, body: Body, { persons, today }: ReleaseOptions): Gate => {
  if (body.recipient === null) return gate('authority', 'passed', say.authority)
  const answers = persons.map((id) => ({ id, answer: authorityFor(record, record.persons.find((one) => one.id === id)!.id, body, today) }))
  const missing = answers.filter((one) => one.answer.state !== 'given')
  const unnamed =
    missing.every((one) => record.persons.find((person) => person.id === one.id)!.names.length === 0) &&
    body.needs.some((need) => need.waive === 'unnamed')
  if (missing.length === 0 || unnamed)
    return gate(
      'authority',
      'passed',
      say.authority,
      [],
      answers.map((one) => `${one.id}: ${one.answer.authority?.basis ?? 'unnamed'}`),
    )
  return gate(
    'authority',
    'blocks',
    missing.some((one) => one.answer.state === 'unconfirmed') ? say.authorityUnconfirmed : say.authorityMissing,
    [],
    missing.map((one) => one.id),
  )
}

/** Who is named, or can be known, must have agreed to the recipient and to each Government that reads. Expired, withdrawn and never asked are told apart. */
const consentGate = (
  record: CaseRecord,
  paper: Paper,
  body: Body,
  governments: readonly StateCode[],
  { persons, today }: ReleaseOptions,
): Gate => {
  const text = sentencesOf(paper)
    .map((one) => one.sentence.text)
    .join('\n')
  const family =
    body.filingByFamily &&
    record.persons.some((one) => one.role !== 'self' && toRecipient(consentsOf(record, one.id, today), recipientOf(body, null)) === 'yes')
  const faults = record.persons
    .filter(
      (person) =>
        persons.includes(person.id) &&
        (person.names.some((name) => text.includes(name.text)) || body.needs.every((need) => need.waive !== 'unnamed')),
    )
    .flatMap((person) => {
      const consents = consentsOf(record, person.id, today)
      const fault = consentFault(record, person.id, today)
      if (body.recipient === null || (family && fault === null)) return []
      if (fault !== null) return family && fault === 'not-asked' ? [] : [`${person.id}: ${fault}`]
      const recipient = toRecipient(consents, recipientOf(body, governments[0] ?? null))
      const states = governments.filter((state) => toGovernment(consents, state) !== 'yes')
      return [
        ...(recipient === 'yes' || family ? [] : [`${person.id}: recipient ${recipient}`]),
        ...(family ? [] : states.map((state) => `${person.id}: transmission to ${state} ${toGovernment(consents, state)}`)),
      ]
    })
  const limits = record.persons
    .filter((person) => persons.includes(person.id))
    .flatMap((person) =>
      consentsOf(record, person.id, today).flatMap((one) => (one.limits === null ? [] : [`${person.id}: “${one.limits}”`])),
    )
  return gate(
    'consent',
    faults.length > 0 ? 'blocks' : 'passed',
    faults.length > 0 ? say.consentMissing : say.consent,
    [],
    [...faults, ...limits],
  )
}

/** Who reads, and what of it: a Government reads the part it is sent and not the annex. null = no Government reads. */
export const readersSentence = (
  bodies: BodiesPack,
  audience: readonly Audience[],
  pack: LawPack,
  paper: Pick<Paper, 'annex'>,
): Words | null => {
  const sentence = audienceSentence(bodies, audience, pack.states)
  return sentence && paper.annex ? together(sentence, say.notTheAnnex) : sentence
}

const together = (a: Words, b: Words): Words => ({ en: `${a.en} ${b.en}`, ko: `${a.ko} ${b.ko}`, zh: a.zh + b.zh })

/** Facts that stand in one part of the paper and that a Government could pass on. */
const sensitiveIn = (record: CaseRecord, paper: Paper, bodies: BodiesPack, part: 'paper' | 'annex') => {
  const told = new Set(
    sentencesOf(paper)
      .filter((one) => one.part === part && one.sentence.key.startsWith('fact:'))
      .flatMap((one) => one.sentence.facts as readonly string[]),
  )
  return record.facts.filter((fact) => told.has(fact.id) && bodies.sensitiveToHome.includes(fact.kind))
}

/** Asked about is what the Government reads; what stands in the annex alone is not said to be read by it. */
const audienceGate = (
  record: CaseRecord,
  paper: Paper,
  bodies: BodiesPack,
  governments: readonly StateCode[],
  options: ReleaseOptions,
  sentence: Words | null,
): Gate => {
  if (governments.length === 0) return gate('audience', 'passed', say.bodyAlone)
  const flagged = sensitiveIn(record, paper, bodies, 'paper').filter((fact) => !options.lookedAt.includes(fact.id))
  return gate(
    'audience',
    flagged.length > 0 ? 'ask' : 'passed',
    flagged.length > 0 ? together(sentence ?? say.bodyAlone, say.readThere) : (sentence ?? say.bodyAlone),
    flagged.map((fact) => fact.id),
    flagged.map((fact) => fact.label),
  )
}

/** What the body alone receives is looked at too before it goes: how a body keeps an annex was not read in a source. */
const annexGate = (record: CaseRecord, paper: Paper, bodies: BodiesPack, options: ReleaseOptions): Gate[] => {
  if (!paper.annex) return []
  const flagged = sensitiveIn(record, paper, bodies, 'annex').filter((fact) => !(options.lookedAtAnnex ?? []).includes(fact.id))
  return [
    gate(
      'annex',
      flagged.length > 0 ? 'ask' : 'passed',
      flagged.length > 0 ? say.annexHolds : say.annexAlone,
      flagged.map((fact) => fact.id),
      flagged.map((fact) => fact.label),
    ),
  ]
}

const wordsGate = (record: CaseRecord, paper: Paper, options: ReleaseOptions): Gate => {
  const hits = sentencesOf(paper).filter(
    ({ sentence, part }) => options.forbidden(sentence.text).length > 0 && !sentence.key.startsWith('submitter') && part !== undefined,
  )
  const names = mustNotAppear(record, paper, options.persons)
  // The words themselves are not repeated: the number of the sentence is enough to find them.
  const detail = [...hits.map((one) => String(one.sentence.n)), ...names.map((one) => String(one))]
  return gate('forbidden-words', detail.length > 0 ? 'blocks' : 'passed', detail.length > 0 ? say.forbidden : say.noForbidden, [], detail)
}

const sourcesGate = (paper: Paper): Gate => {
  const bare = sentencesOf(paper).filter((one) => one.sentence.marks.includes('unsourced') && !one.sentence.signedBy)
  return gate(
    'unsourced',
    bare.length > 0 ? 'blocks' : 'passed',
    bare.length > 0 ? say.unsourced : say.sourced,
    [],
    bare.map((one) => String(one.sentence.n)),
  )
}

const divergenceGate = (all: readonly Divergence[], { explained }: ReleaseOptions): Gate => {
  const open = all.filter((one) => !explained.includes(one.key))
  return gate(
    'divergence',
    open.length > 0 ? 'blocks' : 'passed',
    open.length > 0 ? say.diverges : all.length > 0 ? say.explained : say.agrees,
    [],
    open.map((one) => `${one.sentence}: ${one.beforeTo}, ${one.beforeOn}`),
  )
}
