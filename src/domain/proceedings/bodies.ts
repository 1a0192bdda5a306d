/** Who receives what, as the pack gives it: what each body asks for, who will read it, when its door is closed and by which words it says so. */
import type { Day } from '../../basics/clock.ts'
import type { Certainty, Citation } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { AuthorityBasis } from '../people/consent.ts'
import type { Sex, StateCode } from '../people/person.ts'
import type { ClosedCode } from './readiness.ts'

/** A fact kind, narrowed by attributes where the pack says so. */
export type FactMatch = { kind: string; where: Readonly<Record<string, string>> | null }

/** When a door is closed or a warning is due. Every part that is given must hold. */
export type DoorRule = {
  any: readonly FactMatch[]
  none: readonly FactMatch[]
  /** The earliest of these facts lies before the procedure binds the State. */
  before: readonly string[]
  consent: 'refused' | 'absent' | 'relative-refused' | null
  /** Closed as long as the file does not give this. */
  given: string | null
  /** The person is in custody or hiding. */
  held: boolean
  origin: boolean
  past: string | null
  within: string | null
  door: 'treaty' | 'accepts' | null
  never: boolean
  /** Closed to this desk whatever the file holds: others alone may start it. */
  always: boolean
  /** The ages told leave no doubt that the person is grown up. */
  adult: boolean
  /** Closed for persons of this sex; a sex that is not on file closes nothing. */
  sex: Sex | null
}

export type ClosedRule = {
  code: ClosedCode
  when: string
  rule: DoorRule
  /** For a rule about what is not on file: what on file closes the door all the same. Without it the door lacks, and is not closed. */
  told: DoorRule | null
  /** What it then lacks, where event or kind do not say so. */
  lack: Words | null
  fill: Readonly<Record<string, string | Words>>
  hint: Words | null
}
export type Need = {
  field: string
  words: Words
  all: readonly string[]
  any: readonly string[]
  waive: 'unnamed' | 'figures-only' | null
  certainty: Certainty | null
}
export type Reader = { reader: string; when: string; certainty: Certainty; sources: readonly string[] }

/** One opening per State; any = every State not named. */
export type BodyOpening = {
  state: StateCode | 'any'
  open: 'yes' | 'no' | 'conditional' | 'unknown'
  condition: string | null
  conditionWords?: Words | null
  /** First day of the facts that the door takes, where the pack gives one. */
  from: Day | null
  always: boolean
  byNationality: boolean
  /** Only for persons whose State of origin is one of these; null = for all. */
  origins?: readonly StateCode[] | null
  certainty: Certainty
  sources: readonly string[]
}

/** years, months or days; a rule with none of them cannot be computed. extended = the longer limit where one is allowed. */
export type ClockRule = {
  name: string
  years: number | null
  months: number | null
  days: number | null
  extended: number | null
  from: string
  /** What is measured, and what starts it, for people. */
  words?: Words | null
  fromWords?: Words
  kind: 'limit' | 'target' | 'window' | 'observation'
  certainty: Certainty
  /** What happens in a filing: letter, transmission … null when facts start it. */
  event: string | null
  /** Key of the file that records the day of that event before the desk sends anything. */
  given?: string | null
  facts: readonly string[]
  onlyIf: readonly string[]
  /** Attribute of the fact that holds the date; null = the fact's own date. */
  attr: string | null
  /** Only the first of several triggers counts. */
  first: boolean
  /** Which reading of one rule this is, where sources differ. */
  reading: string | null
  weekends: 'run-through' | 'next-working-day'
  state: StateCode | 'any' | null
  note: string | null
  exceptions: string | null
  citation: Citation
}

export type Body = {
  id: string
  procedure: string | null
  name: Words
  /** Group of the consent; {STATE} is filled with the State addressed. null = no person is named, no consent asked. */
  recipient: string | null
  zone: string
  /** respondent = its acts are complained of; host = the State where the person is; addressee = the paper goes to that State itself. */
  addressed: 'respondent' | 'host' | 'addressee'
  formKind: string
  filingByFamily: boolean
  forChildren: boolean
  group: boolean
  treaty: { instrument: string | null; anyOf: readonly string[]; protocol: string | null; accepts: string | null } | null
  needs: readonly Need[]
  wants: readonly string[]
  takes: readonly AuthorityBasis[]
  readers: readonly Reader[]
  annexWords: string | null
  /** false = whatever is handed in can be sent on to the State: nothing goes into a confidential annex. */
  hasAnnex?: boolean
  consentRule: string | null
  confidentiality: string | null
  opens: readonly BodyOpening[]
  /** blocks = the same matter there closes this door as read in a source; unsure = whether it does was not read. */
  sameMatter: { blocks: readonly string[]; unsure?: readonly string[]; note: string | null }
  clocks: readonly ClockRule[]
  closed: readonly ClosedRule[]
  also: { code: ClosedCode; fill: Readonly<Record<string, string | Words>>; when: string } | null
  warnings: readonly { rule: DoorRule; words: Words }[]
  /** ofOrigin = the mandate on one country, by the State that the person fled. */
  mandates: {
    ofOrigin: Readonly<Record<string, string>>
    first: readonly string[]
    byFact: readonly { mandate: string; kinds: readonly string[] }[]
  } | null
  outline: readonly { heading: string; must: string; level?: 1 | 2 }[]
}

export type BodiesPack = {
  asOf: Day
  audienceSentence: Words
  closedReasons: Readonly<Record<string, Words>>
  /** Sentences on the same matter elsewhere: {body} is another procedure. unsure = its effect was not read; choose = both doors stand open. */
  sameMatterWords?: { unsure: Words; choose: Words; home: Words; since: Words; sinceReference: Words }
  /** Where a matter can be besides the bodies. home = remedies at home. */
  elsewhere?: readonly { id: string; name: Words; home: boolean }[]
  authorityWords: Readonly<Record<string, Words>>
  /** Kinds that raise the danger if a reading Government passes them on. */
  sensitiveToHome: readonly string[]
  annexOnly: readonly string[]
  neverOutward: readonly string[]
  bodies: readonly Body[]
  custodyClocks: readonly ClockRule[]
  procedures: readonly {
    id: string
    name: string
    who: string | null
    opens: readonly { state: StateCode | 'any'; open: string; note: string | null; certainty: Certainty | null }[]
  }[]
}

/** Ids are written with - or _ by people; both mean the same. */
export const bodyOf = (pack: BodiesPack, id: string): Body | null => pack.bodies.find((body) => body.id === id.replaceAll('-', '_')) ?? null
