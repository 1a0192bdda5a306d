/** Who may authorise a paper for a person today: the person, a guardian, a relative, a representative, or two people where the person cannot be reached. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { Authority, AuthorityBasis, Consent, ConsentAnswer } from '../people/consent.ts'
import type { Person, StateCode, Tri } from '../people/person.ts'
import type { Body } from './bodies.ts'

/** unconfirmed = two people are needed and only one has recorded it. */
export type AuthorityAnswer = { authority: Authority | null; state: 'given' | 'unconfirmed' | 'none' }

const order: readonly AuthorityBasis[] = ['person', 'guardian', 'relative', 'representative', 'unreachable-imminent-harm']

/** A guardian speaks for a child wherever a relative may speak; a child is never carried by the parent's own authority. */
export const authorityFor = (record: CaseRecord, person: PersonId, body: Body, today: Day): AuthorityAnswer => {
  const takes = (basis: AuthorityBasis): boolean => body.takes.includes(basis) || (basis === 'guardian' && body.takes.includes('relative'))
  const standing = record.authorities
    .filter((one) => one.for === person && takes(one.basis) && one.on <= today && (one.withdrawnOn === null || one.withdrawnOn > today))
    .sort((a, b) => order.indexOf(a.basis) - order.indexOf(b.basis))
  const given = standing.find((one) => one.basis !== 'unreachable-imminent-harm' || twoPeople(one))
  if (given) return { authority: given, state: 'given' }
  return standing[0] ? { authority: standing[0], state: 'unconfirmed' } : { authority: null, state: 'none' }
}

/** The same person twice is one person. */
const twoPeople = (one: Authority): boolean =>
  one.twoPersons !== null && one.twoPersons.confirmedBy !== null && one.twoPersons.confirmedBy !== one.twoPersons.recordedBy

/** Consents of a person that stand on the day: not expired, not withdrawn, not given later. The newest comes first and prevails. */
export const consentsOf = (record: CaseRecord, person: PersonId, today: Day): Consent[] =>
  record.consents
    .filter(
      (one) =>
        one.person === person &&
        one.on <= today &&
        (one.expires === null || one.expires >= today) &&
        (one.withdrawnOn === null || one.withdrawnOn > today),
    )
    .sort((a, b) => (a.on < b.on ? 1 : -1))

export const recipientOf = (body: Body, state: StateCode | null): string | null => body.recipient?.replace('{STATE}', state ?? '') ?? null

export const toRecipient = (consents: readonly Consent[], recipient: string | null): ConsentAnswer => {
  if (recipient === null) return 'yes'
  for (const one of consents) if (one.recipients[recipient] !== undefined) return one.recipients[recipient]
  return 'not-asked'
}

export const toGovernment = (consents: readonly Consent[], state: StateCode | null): Tri => {
  if (state === null) return 'yes'
  for (const one of consents) if (one.transmit[state] !== undefined) return one.transmit[state]
  return 'not-asked'
}

export const toPublic = (consents: readonly Consent[]): Tri => consents[0]?.publish ?? 'not-asked'

/** Everyone the papers are about: the persons concerned, and each child for whom a guardian speaks on the child's own line. */
export const subjects = (record: CaseRecord): Person[] =>
  record.persons.filter(
    (one) => one.role === 'self' || record.authorities.some((authority) => authority.for === one.id && authority.basis === 'guardian'),
  )

/** Why the earlier consent no longer carries, for the refusal: withdrawn before expired before never asked. */
export const consentFault = (record: CaseRecord, person: PersonId, today: Day): 'withdrawn' | 'expired' | 'not-asked' | null => {
  if (consentsOf(record, person, today).length > 0) return null
  const all = record.consents.filter((one) => one.person === person)
  if (all.some((one) => one.withdrawnOn !== null && one.withdrawnOn <= today)) return 'withdrawn'
  return all.some((one) => one.expires !== null && one.expires < today) ? 'expired' : 'not-asked'
}
