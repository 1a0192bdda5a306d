/** Does the file hold what a body asks for? One answer for each of the identity, submitter, authority, consent and case keys, or for a kind of fact. */
import type { Day } from '../../basics/clock.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Person, StateCode } from '../people/person.ts'
import type { Fact } from '../testimony/fact.ts'
import { authorityFor, consentsOf, recipientOf, toGovernment, toPublic, toRecipient } from './authority.ts'
import type { Body } from './bodies.ts'

export type Asked = { record: CaseRecord; person: Person; body: Body; state: StateCode | null; today: Day; facts: readonly Fact[] }

export const onFile = (key: string, asked: Asked): boolean => {
  const [group, name] = key.split('.') as [string, string | undefined]
  if (name === undefined) return asked.facts.some((fact) => fact.kind === key)
  if (asked.record.given[key]) return true
  if (group === 'identity') return identity(name, asked)
  if (group === 'submitter') return submitter(name, asked)
  if (group === 'authority') return authority(name, asked)
  if (group === 'consent') return consent(name, asked)
  return group === 'case' && caseData(name, asked)
}

const identity = (name: string, { record, person, facts }: Asked): boolean => {
  if (name === 'fullName') return person.names.length > 0
  if (name === 'namesInScripts') return new Set(person.names.map((one) => one.script)).size > 1
  if (name === 'sex') return person.sex !== 'unknown'
  if (name === 'birth') return person.births.length > 0
  if (name === 'ageRange') return person.ageStatements.length + person.births.length > 0
  if (name === 'nationality') return person.nationalities.length > 0
  if (name === 'documents') return facts.some((fact) => fact.kind === 'origin-identity-document')
  if (name === 'familyComposition') return record.persons.length > 1
  return Boolean(record.given[name])
}

/** A submitter who limited where the own name may go is no named submitter anywhere else. */
const submitter = (name: string, { record, body }: Asked): boolean => {
  const one = record.submitter
  const agreed = one?.agreedFor.some((id) => ['all', body.id, body.recipient].includes(id.replaceAll('-', '_')) || id === body.recipient)
  if (!one || (!agreed && name !== 'organisation')) return false
  return name === 'name'
    ? Boolean(one.name ?? one.organisation)
    : name in one && Boolean(one[name as 'contact' | 'relationship' | 'organisation'])
}

const authority = (name: string, { record, person, body, today }: Asked): boolean => {
  const answer = authorityFor(record, person.id, body, today)
  if (name === 'twoPersonsRecord') return answer.authority?.twoPersons != null && answer.state === 'given'
  return answer.state === 'given' && (name !== 'evidence' || Boolean(answer.authority?.evidence))
}

const consent = (name: string, { record, person, body, state, today }: Asked): boolean => {
  const recipient = recipientOf(body, state)
  const own = consentsOf(record, person.id, today)
  const yes = (answer: string): boolean => answer === 'yes' || (answer === 'figures-only' && body.formKind === 'report')
  if (name === 'toThisRecipient') return yes(toRecipient(own, recipient)) || relative({ record, person, body, state, today, facts: [] })
  if (name === 'transmit') return !body.readers.some((one) => one.reader === 'respondent-government') || toGovernment(own, state) === 'yes'
  if (name === 'publish') return toPublic(own) === 'yes'
  if (name === 'medical') return own.some((one) => one.medical === 'yes')
  if (name === 'childByGuardian') return own.some((one) => one.by !== person.id && yes(toRecipient([one], recipient)))
  if (name === 'relativeOwn') return relative({ record, person, body, state, today, facts: [] })
  return name === 'expiry' && own.some((one) => one.expires !== null)
}

/** Where the person has disappeared, the family's own consent to this recipient counts. */
const relative = ({ record, person, body, state, today }: Asked): boolean =>
  body.filingByFamily &&
  record.persons.some(
    (one) =>
      one.id !== person.id &&
      one.role !== 'self' &&
      one.role !== 'child' &&
      toRecipient(consentsOf(record, one.id, today), recipientOf(body, state)) === 'yes',
  )

const caseData = (name: string, { record, facts }: Asked): boolean => {
  if (record.given[name]) return true
  const known: Record<string, boolean> = {
    // The pack gives every article with its certainty; a file need not repeat it.
    articles: true,
    language: record.accounts.length > 0,
    whereHeld: record.custodies.length > 0 || facts.some((fact) => fact.kind === 'host-detention' && fact.place !== null),
    statesConcerned: record.states.concerned.length > 0,
    requestedMeasures: record.requestedMeasures.length > 0,
    otherProcedures: record.otherProcedures !== null,
    groupSize: record.persons.filter((one) => one.role === 'self').length > 1,
    exhibits: record.exhibits.length > 0,
    chronology: facts.some((fact) => fact.date !== null),
    reliabilityOfSource: facts.some((fact) => fact.kind === 'first-hand-statement' || fact.kind === 'second-hand-statement'),
  }
  return known[name] ?? false
}
