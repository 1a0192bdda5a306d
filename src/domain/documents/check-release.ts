/** What stands between a paper and its release: authority, consent, audience, a second person, divergence, forbidden words, sentences without a source. */
import type { Day } from '../../basics/clock.ts'
import type { Words } from '../../basics/text.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { LawPack } from '../law/pack.ts'
import type { StateCode } from '../people/person.ts'
import { audienceOf, audienceSentence, readingGovernments } from '../proceedings/audience.ts'
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
  /** Facts flagged for the audience that an officer has looked at and let stand. */
  lookedAt: readonly string[]
  /** Finds routes, helpers, numbers; the pack's finder. */
  forbidden: (text: string) => readonly Forbidden[]
  /** True when another member has confirmed from another session. */
  confirmedBySecond: boolean
}

/** Every gate is always listed: a passed one says what was looked at. */
export const checkRelease = (record: CaseRecord, paper: Paper, bodies: BodiesPack, pack: LawPack, options: ReleaseOptions): Gate[] => {
  const body = bodyOf(bodies, paper.body)
  if (!body) return [gate('body', 'blocks', say.noBody)]
  const audience = audienceOf(body, options.states)
  const governments = readingGovernments(audience)
  return [
    authorityGate(record, body, options),
    consentGate(record, paper, body, governments, options),
    audienceGate(record, paper, bodies, governments, options, audienceSentence(bodies, audience, pack.states)),
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

/** Facts that a reading Government may pass on are asked about, wherever they stand: in the paper they are told, in the annex they could still be sent along. */
const audienceGate = (
  record: CaseRecord,
  paper: Paper,
  bodies: BodiesPack,
  governments: readonly StateCode[],
  options: ReleaseOptions,
  sentence: Words | null,
): Gate => {
  if (governments.length === 0) return gate('audience', 'passed', say.bodyAlone)
  const told = new Set(
    sentencesOf(paper)
      .filter((one) => one.sentence.key.startsWith('fact:'))
      .flatMap((one) => one.sentence.facts as readonly string[]),
  )
  const flagged = record.facts.filter(
    (fact) => told.has(fact.id) && bodies.sensitiveToHome.includes(fact.kind) && !options.lookedAt.includes(fact.id),
  )
  return gate(
    'audience',
    flagged.length > 0 ? 'ask' : 'passed',
    sentence ?? say.bodyAlone,
    flagged.map((fact) => fact.id),
    flagged.map((fact) => fact.label),
  )
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
