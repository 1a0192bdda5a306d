/** Authority, consent to transmit and consent to publish are three different answers, per person, recipient and State, each with an end. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { StateCode, Tri } from './person.ts'

export type AuthorityBasis = 'person' | 'guardian' | 'relative' | 'representative' | 'unreachable-imminent-harm'

export type Authority = {
  /** Of the row it is kept in; absent in a plain case file. */
  id?: string
  for: PersonId
  basis: AuthorityBasis
  /** Who speaks: the person, a relative of the file, or null for an organisation. */
  who: PersonId | null
  evidence: string
  on: Day
  withdrawnOn: Day | null
  /** Only for unreachable-imminent-harm: two different members, why the body accepts it, what is withheld. */
  twoPersons: { reason: string; withheld: string; recordedBy: string; confirmedBy: string | null } | null
}

export type ConsentAnswer = Tri | 'figures-only'
export type Consent = {
  /** Of the row it is kept in; absent in a plain case file. */
  id?: string
  person: PersonId
  /** Who gave it; a child's is given by a guardian and kept on the child's own line. */
  by: PersonId
  on: Day
  expires: Day | null
  withdrawnOn: Day | null
  /** Recipient groups of the pack, e.g. special-procedures, wgad, wgeid, unhcr. Absent = not-asked. */
  recipients: Readonly<Record<string, ConsentAnswer>>
  /** May this Government read it? Absent = not-asked. */
  transmit: Readonly<Record<StateCode, Tri>>
  publish: Tri
  medical: Tri
  /** May another organisation be asked whether it knows this person? Absent = not-asked. */
  askOrganisations?: Tri
  /** Own-word limits, e.g. "facts without name". */
  limits: string | null
  /** The words in which it was given. */
  words: { account: string; start: number; end: number; quote: string } | null
}

/** The newest consent that stands on the day and speaks of it prevails; anything but a plain yes is no. */
export const mayAskOrganisations = (consents: readonly Consent[], person: PersonId, today: Day): boolean =>
  consents
    .filter(
      (one) =>
        one.person === person &&
        one.askOrganisations !== undefined &&
        one.on <= today &&
        (one.expires === null || one.expires >= today) &&
        (one.withdrawnOn === null || one.withdrawnOn > today),
    )
    .reduce<Consent | null>((newest, one) => (newest === null || one.on >= newest.on ? one : newest), null)?.askOrganisations === 'yes'
