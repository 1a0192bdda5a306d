/** What the screens ask of the desk over HTTP and what comes back: one line an address, shared by server and web so that neither can drift. */
import type { Day, Instant } from '../../basics/clock.ts'
import type { Certainty } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { Argument } from '../law/argument.ts'
import type { Assessment, Bound } from '../law/assessment.ts'
import type { CaseRecord, Finding } from '../law/case-record.ts'
import type { LookedAgain } from '../law/looked-again.ts'
import type { MovedFinding } from '../law/moved-findings.ts'
import type { RiskProfile } from '../law/pack.ts'
import type { Authority, Consent } from '../people/consent.ts'
import type { FieldReason } from '../people/duplicates.ts'
import type { Person, PersonRole, Script, Sex, StateCode, Tri } from '../people/person.ts'
import type { BodyReadiness, ClockReading } from '../proceedings/readiness.ts'
import type { Together } from '../protection/held-together.ts'
import type { Today, Urgency } from '../protection/today.ts'
import type { CustodyPeriod } from '../testimony/fact.ts'
import type { Vocabulary } from '../testimony/vocabulary.ts'
import type { HeldToBeOne } from './duplicates-view.ts'
import type { ListsApi } from './lists-api.ts'
import type { Paper } from './paper.ts'
import type { PeopleListApi } from './people-list-api.ts'
import type { SamePersonApi } from './same-person-api.ts'
import type { StruckFact, TestimonyApi } from './testimony-api.ts'
import type { Opened, Thing } from './things.ts'
import type { StaleBecause } from './what-changed.ts'

export type MemberRole = 'administrator' | 'caseworker' | 'lawyer' | 'reviewer' | 'interpreter' | 'auditor'
export type MemberView = { id: string; name: string; signInName: string; roles: readonly MemberRole[]; active: boolean; me: boolean }
export type TeamRole = 'lead' | 'member' | 'reader' | 'interpreter'
export type TeamView = { member: string; name: string; role: TeamRole; account: string | null; until: Instant | null }

/** phase: set-up = nothing exists yet; sealed = exists, locked; open = unlocked. */
export type DeskState = {
  phase: 'set-up' | 'sealed' | 'open'
  example: boolean
  organisation: string | null
  me: MemberView | null
  openSince: Instant | null
  idleSealMinutes: number | null
  packVersion: string | null
  logHead: string | null
  /** In the worked example only: the fictional members one may be, without a password. */
  exampleMembers: readonly { id: string; name: string; roles: readonly MemberRole[] }[]
}

export type CaseHeader = {
  id: string
  codeName: string
  fictional: boolean
  urgency: Urgency | null
  person: { label: string; sex: Sex | 'mixed'; ageLow: number | null; ageHigh: number | null; count: number }
  /** The place alone; the authority is a code of the vocabulary, or words as they were typed. */
  held: string | null
  heldAuthority?: string | null
  heldSince: string | null
  transfer: string | null
  nextDate: { earliest: Day; latest: Day; what: Words } | null
  team: readonly TeamView[]
  myRole: TeamRole
  rowVersion: number
}

/** id = case record ids. record.facts carry labels F1, F2 …; accounts A1 …; exhibits E1 …. */
export type CasePage = {
  header: CaseHeader
  record: CaseRecord
  /** While this case has no submitter: what the office signs with, to be taken over or changed. */
  submitterOffered: { organisation: string | null; contact: string | null } | null
  /** Facts that were struck; the record has only those that stand. */
  struck: readonly StruckFact[]
  /** Whom a custody or a told transfer of today does not name. */
  together: readonly Together[]
  /** Text of accounts under work, not yet attested, lives in record.accounts with attestedAt null. */
  /** Row versions by id, to change what nobody else changed meanwhile. */
  versions: Readonly<Record<string, number>>
  /** For the lead alone: colleagues whose search touched this case, not knowing it. */
  questions: readonly { id: string; by: string; hour: Instant }[]
  counts: { facts: number; contradictions: number; ready: number }
  /** Derived from what two people judged; nothing of it is kept with the case, and taking a judgement back leaves the records as they were. */
  heldToBeOne: readonly HeldToBeOne[]
}

/** One name per person at most from a case that is the searcher's own; a match elsewhere goes to that case's lead and is not even counted here. */
export type SearchCandidate = {
  caseId: string
  codeName: string
  person: string
  label: string
  answer: 'same' | 'possible'
  reasons: readonly Words[]
  /** Field by field: left is what was looked for, right is what is on record. */
  table: readonly FieldReason[]
}

export type Intake = {
  codeName: string
  situation: string
  names: readonly { text: string; script: 'hangul' | 'hanja' | 'latin' | 'cyrillic' | 'other' }[]
  sex: Sex
  birth: string | null
  origin: StateCode
  heldState: StateCode | null
  heldPlace: string | null
  heldAuthority: string | null
  heldSince: string | null
  transferWords: string | null
  transferTo: StateCode | null
  transferWindow: string | null
  feared: string | null
  /** role, name: of who tells it, when that is not the person; both may stay open. */
  askedBy: {
    basis: 'person' | 'guardian' | 'relative' | 'representative' | 'unreachable-imminent-harm' | null
    words: string | null
    role?: PersonRole | null
    name?: { text: string; script: Script } | null
  }
  /** Said after "look first": the search that was made before creating. */
  searched: boolean
}

export type GateState = 'passed' | 'blocks' | 'ask'
export type Gate = { id: string; state: GateState; words: Words; facts: readonly string[]; detail: readonly string[] }
export type Divergence = {
  sentence: number
  key: string
  topic: string
  before: string
  beforeTo: string
  beforeOn: string
  now: string
  explained: string | null
}

/** The second of two steps: may the reader take it, and which others may. */
export type Second = { mine: boolean; others: readonly string[] }

export type PaperView = {
  id: string
  caseId: string
  body: string
  bodyName: Words
  states: readonly StateCode[]
  persons: readonly string[]
  draftNumber: number
  status: 'draft' | 'asked' | 'released'
  author: string
  paper: Paper
  gates: readonly Gate[]
  divergences: readonly Divergence[]
  /** Keys of sentences whose facts changed since this draft was composed. */
  stale: readonly string[]
  /** Of each of them, what has changed; facts by their labels. */
  changes: readonly StaleBecause[]
  audienceSentence: Words
  /** Who reads it, and whether the annex too. */
  readers: readonly { reader: string; states: readonly StateCode[]; certainty: Certainty; receives: 'all' | 'main' }[]
  releasedHash: string | null
  /** Who may let it go, once it was asked for. */
  second: Second
  /** Source key → short title, for the citations of the sentences. */
  sources?: Readonly<Record<string, string>>
  rowVersion: number
}

export type FilingView = {
  id: string
  paper: string
  body: string
  bodyName: Words
  states: readonly StateCode[]
  persons: readonly string[]
  hash: string
  releasedAt: Instant
  releasedBy: readonly [string, string]
  events: readonly {
    at: Instant
    on: Day
    kind: 'released' | 'sent' | 'not-sent' | 'acknowledged' | 'replied' | 'refused'
    words: string | null
    by: string
  }[]
  clocks: readonly ClockReading[]
}

export type Proceedings = {
  today: Day
  bodies: readonly BodyReadiness[]
  drafts: readonly {
    id: string
    body: string
    states: readonly StateCode[]
    persons: readonly string[]
    draftNumber: number
    status: 'draft' | 'asked' | 'released'
    author: string
  }[]
  filings: readonly FilingView[]
  refusals: readonly { at: Instant; by: string; code: string; what: string }[]
}

export type HistoryLine = {
  seq: number
  at: Instant
  by: string
  act: string
  object: string | null
  thing: Thing
  outcome: 'done' | 'refused'
  code: string | null
}
export type SituationView = {
  id: string
  name: Words
  origin: StateCode
  states: readonly { code: StateCode; name: Words }[]
  bodies: readonly { id: string; name: Words }[]
  /** Where a matter can be besides these bodies: a court at home. */
  elsewhere: readonly { id: string; name: Words }[]
  recipients: readonly string[] /** Places whose clocks Today shows: name and IANA zone. */
  clocks?: readonly { name: Words; zone: string }[]
  /** Authorities of the vocabulary by code. */
  authorities?: Readonly<Record<string, Words>>
}

type Row<I, O> = { in: I; out: O }
type None = null
/** Addresses: :case, :account … are ids. Bodies and answers are JSON unless the line says bytes. Refusals are {code, what, todo, place, values} with their status. */
export type DeskApi = ListsApi &
  PeopleListApi &
  SamePersonApi &
  TestimonyApi & {
    'GET /api/state': Row<None, DeskState>
    'POST /api/set-up': Row<
      {
        organisation: string
        language: 'en' | 'ko' | 'zh'
        passphrase: string | null
        member: { name: string; signInName: string; password: string }
      },
      {
        passphrase: string
        recoveryWords: readonly string[]
        totpUri: string
        totpSecret: string
        recoveryCodes: readonly string[]
        logHead: string
      }
    >
    'POST /api/set-up/example': Row<None, DeskState>
    'POST /api/unlock': Row<{ passphrase: string | null; recoveryWords: readonly string[] | null }, DeskState>
    'POST /api/seal': Row<None, { sealed: true }>
    'POST /api/sign-in': Row<{ signInName: string; password: string; code: string }, DeskState>
    'POST /api/sign-in/example': Row<{ member: string }, DeskState>
    'POST /api/sign-out': Row<None, { signedOut: true }>
    'POST /api/accept-invitation': Row<
      { invitation: string; password: string },
      { totpUri: string; totpSecret: string; recoveryCodes: readonly string[] }
    >

    'GET /api/members': Row<None, readonly MemberView[]>
    'POST /api/members': Row<
      { name: string; signInName: string; roles: readonly MemberRole[] },
      { member: MemberView; invitation: string; expires: Instant }
    >
    'POST /api/members/:member/remove': Row<
      { reason: string /** Who leads the cases this member led alone. */; successor: string | null },
      { opened: Opened }
    >
    'GET /api/members/:member/opened': Row<None, Opened>

    'GET /api/today': Row<{ all?: 'yes' } | null, Today>
    'GET /api/situations': Row<None, readonly SituationView[]>
    'GET /api/vocabulary/:situation': Row<None, Vocabulary>
    'GET /api/law/bound': Row<
      { situation: string; on: Day },
      readonly { instrument: string; short: string; nature: string; rows: readonly { state: StateCode; bound: Bound }[] }[]
    >
    /** place, relative: compared with what is on record, when given. */
    'POST /api/search': Row<
      { text: string; birth: string | null; sex: Sex | null; place?: string | null; relative?: string | null },
      readonly SearchCandidate[]
    >
    'GET /api/cases': Row<None, readonly CaseHeader[]>
    'POST /api/cases': Row<Intake, CaseHeader>
    'GET /api/cases/:case': Row<None, CasePage>
    'GET /api/cases/:case/history': Row<{ object?: string } | null, readonly HistoryLine[]>
    'POST /api/cases/:case/team': Row<
      { member: string; role: TeamRole; account: string | null; until: Instant | null },
      readonly TeamView[]
    >
    'POST /api/cases/:case/team/remove': Row<{ member: string }, readonly TeamView[]>

    /** let-in: the asker may read the case for two weeks. no: they hear nothing. */
    'POST /api/cases/:case/questions/:question/answer': Row<{ answer: 'let-in' | 'no' }, readonly TeamView[]>
    'POST /api/cases/:case/persons': Row<Omit<Person, 'id'>, Person>
    'POST /api/cases/:case/persons/:person': Row<Omit<Person, 'id'> & { reason: string }, Person>
    'POST /api/cases/:case/authorities': Row<
      Omit<Authority, 'withdrawnOn' | 'twoPersons'> & { twoPersons: { reason: string; withheld: string } | null },
      { id: string }
    >
    'POST /api/cases/:case/authorities/:authority/confirm': Row<None, { confirmed: true }>
    'POST /api/cases/:case/authorities/:authority/withdraw': Row<None, { withdrawn: true; alreadySent: readonly string[] }>
    'POST /api/cases/:case/consents': Row<Omit<Consent, 'withdrawnOn'>, { id: string }>
    'POST /api/cases/:case/consents/:consent/withdraw': Row<None, { withdrawn: true; alreadySent: readonly string[] }>
    'POST /api/cases/:case/custodies': Row<Omit<CustodyPeriod, 'id'>, CustodyPeriod>
    'POST /api/cases/:case/custodies/:custody': Row<Omit<CustodyPeriod, 'id'> & { reason: string }, CustodyPeriod>
    /** of: the id of a custody or of the fact that tells of a transfer, as the page asks. */
    'POST /api/cases/:case/held-together': Row<
      { answers: readonly { of: string; persons: readonly string[]; held: boolean }[] },
      { kept: true }
    >
    'POST /api/cases/:case/submitter': Row<
      {
        name: string | null
        organisation: string | null
        contact: string | null
        relationship: string | null
        agreedFor: readonly string[]
        requestedMeasures: readonly string[]
        given: Readonly<Record<string, string>>
        otherProcedures: CaseRecord['otherProcedures']
        remember?: boolean
      },
      { saved: true }
    >

    'GET /api/law/looked-again': Row<None, LookedAgain>
    'POST /api/law/looked-again': Row<None, LookedAgain>
    /** What the look found was before the member's eyes. */
    'POST /api/law/looked-again/seen': Row<None, { noted: true }>
    'GET /api/cases/:case/assessment': Row<
      { asOf: Day | null },
      {
        assessment: Assessment
        binds: readonly { instrument: string; short: string; rows: readonly { state: StateCode; bound: Bound }[] }[]
        elements: Readonly<
          Record<
            string,
            { test: string; testName: Words; testShort?: Words | null; show: Words; standard: string | null; standardWords?: Words | null }
          >
        >
        findings: readonly Finding[]
        /** Of each finding that no reviewer has signed: who may. */
        reviews: Readonly<Record<string, Second>>
        /** Findings whose line reads otherwise now than when they were signed. */
        moved?: readonly MovedFinding[] /** Risk profiles that match, whole, so that the argument can be read. */
        profiles?: Readonly<Record<string, RiskProfile>> /** Source key → short title. */
        sources?: Readonly<Record<string, string>>
        /** Source or instrument → as it is cited in passing. */
        shortSources?: Readonly<Record<string, string>>
        /** Drawn arguments, one for each pattern of the pack and person. */
        arguments?: readonly Argument[]
      }
    >
    'POST /api/cases/:case/findings': Row<
      { element: string; person: string; state: StateCode | null; custody: string | null; answer: Finding['answer']; reasons: string },
      Finding
    >
    'POST /api/cases/:case/findings/:finding/review': Row<None, Finding>

    'GET /api/cases/:case/proceedings': Row<None, Proceedings>
    'POST /api/cases/:case/papers': Row<{ body: string; states: readonly StateCode[]; persons: readonly string[] }, PaperView>
    'GET /api/papers/:paper': Row<None, PaperView>
    'GET /api/papers/:paper/file': Row<{ format: 'pdf' | 'docx'; part: 'paper' | 'annex' }, 'bytes'>
    'POST /api/papers/:paper/strike': Row<{ key: string; reason: string }, PaperView>
    'POST /api/papers/:paper/word': Row<{ key: string; text: string }, PaperView>
    'POST /api/papers/:paper/explain': Row<{ key: string; explanation: string }, PaperView>
    'POST /api/papers/:paper/ask': Row<None, PaperView>
    'POST /api/papers/:paper/release': Row<None, PaperView>
    'POST /api/filings/:filing/events': Row<
      { kind: 'sent' | 'not-sent' | 'acknowledged' | 'replied' | 'refused'; on: Day; words: string | null },
      FilingView
    >

    'GET /api/settings/calendar': Row<None, { address: string | null }>
    'POST /api/settings/calendar': Row<{ on: boolean }, { address: string | null }>
    'GET /api/settings/sessions': Row<None, readonly { id: string; since: Instant; lastSeen: Instant; current: boolean }[]>
    'POST /api/settings/sessions/:session/end': Row<None, { ended: true }>
  }

export type ThirdState = Tri
