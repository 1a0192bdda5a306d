/** The record of one case as the law reads it: assembled from the store, or read from a plain case file by the shell. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { Authority, Consent } from '../people/consent.ts'
import type { Person, StateCode } from '../people/person.ts'
import type { Account } from '../testimony/account.ts'
import type { Contradiction, CustodyPeriod, Exhibit, Fact } from '../testimony/fact.ts'
import type { Answer } from './assessment.ts'

export type CaseRecord = {
  codeName: string
  /** Folder name under packs/situations. */
  situation: string
  fictional: boolean
  /** The law and the facts of this day answer, not today's. */
  asOf: Day
  states: {
    origin: StateCode
    /** States that hold, held or may remove a person, each asked on its own. */
    concerned: readonly StateCode[]
    transit: readonly StateCode[]
  }
  /** Forum whose rule applies where forums differ (e.g. GBR), null when the question does not arise yet. */
  forum: string | null
  persons: readonly Person[]
  accounts: readonly Account[]
  facts: readonly Fact[]
  custodies: readonly CustodyPeriod[]
  exhibits: readonly Exhibit[]
  contradictions: readonly Contradiction[]
  authorities: readonly Authority[]
  consents: readonly Consent[]
  /** Public sources of the file: key → address or title. */
  sources: readonly { id: string; title: string; url: string | null; certainty: 'verified' | 'partial' | 'unverified' }[]
  submitter: {
    name: string | null
    organisation: string | null
    contact: string | null
    relationship: string | null
    agreedFor: readonly string[]
  } | null
  /** What else is pending: procedure id, person, day. none = asked and none; null = not asked. */
  otherProcedures: 'none' | null | readonly OtherProcedure[]
  /** Lawyer's words where a body needs prose that no fact gives; each is signed. */
  statements: readonly { id: string; for: string; text: string; signedBy: string; signedOn: Day }[]
  findings: readonly Finding[]
  /** Own wishes for requests to the body (release, no transfer, doctor …), as ids of the pack's request list. */
  requestedMeasures: readonly string[]
  /** The rest of what bodies ask for under case.* (e.g. language, chronology, groupSize), as given. */
  given: Readonly<Record<string, string>>
}

/** The same matter before another body or a court at home. procedure = id of a body of the pack, of one that it names elsewhere, or the body in words; reference as that body gave it. */
export type OtherProcedure = {
  procedure: string
  person: PersonId
  filedOn: PartialDate
  status: 'pending' | 'decided' | 'withdrawn'
  reference?: string | null
}

/** What the law reads of a case, and no more: no name, no word of an account, no source. The engine is written against this. */
export type LawRecord = Pick<CaseRecord, 'asOf' | 'states' | 'forum' | 'contradictions'> & {
  persons: readonly Pick<Person, 'id' | 'role' | 'births' | 'ageStatements'>[]
  facts: readonly LawFact[]
  custodies: readonly LawCustody[]
}
export type LawPerson = LawRecord['persons'][number]
export type LawFact = Pick<Fact, 'id' | 'kind' | 'about' | 'attrs' | 'standing' | 'disputedPart' | 'date' | 'twin' | 'custody'>
export type LawCustody = Pick<CustodyPeriod, 'id' | 'persons' | 'state' | 'period'>

/** A named officer's finding with reasons. A later one stands beside it; nothing is overwritten. */
export type Finding = {
  id: string
  element: string
  person: PersonId
  state: StateCode | null
  custody: string | null
  answer: 'shown' | 'contradicted' | 'disputed' | 'missing' | 'left-open'
  reasons: string
  by: string
  on: Day
  reviewedBy: string | null
  packVersion: string
  facts: readonly string[]
  /** What the line read when it was signed, where that was kept. */
  readAs?: Answer
}
