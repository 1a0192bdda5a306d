/** The law pack as the engine reads it. Lawyers edit the YAML under packs/; formats/pack.ts reads it; nothing here names a country. */

import type { Day } from '../../basics/clock.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { Certainty, Citation } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { StateCode } from '../people/person.ts'
import type { Vocabulary } from '../testimony/vocabulary.ts'
import type { StateWords } from './state-in-sentence.ts'

/** all / any / atLeast over leaves. {f} may narrow by attributes ("*" = any value given, "-" = none given); {el} reads another answer; {law} asks the pack; {profile: any} = any risk profile matches. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { atLeast: number; of: readonly Condition[] }
  | { f: string; where: Readonly<Record<string, string | readonly string[]>> | null }
  | { el: string; is: 'shown' | 'contradicted' }
  | { binds: string; article: string | null; state: 'respondent' | 'host' | 'origin' }
  /** certainty lowers the source's own where the point itself was not read. */
  | { source: string; certainty: Certainty | null }
  | { profile: string }
  /** The deciding State is one of these: where forums differ, a line names whose rule it follows. */
  | { forum: readonly StateCode[] }

export type Unit = 'person' | 'state' | 'custody' | 'removal'
export type ElementKind = 'fact' | 'derived' | 'law' | 'officer'

export type Bearing = {
  element: string
  kind: ElementKind
  per: Unit
  foundHelps: 'person' | 'state' | 'neutral'
  for: Condition
  against: Condition
  unless: readonly Condition[]
  /** Takes the weight from "against": a burden that has shifted. The adverse facts stay beside the line. */
  despite: Condition | null
  /** Named in a note and without weight: what happened to others, an allegation nobody has judged. */
  beside: readonly { when: Condition; note: string }[]
  /** The line is reached only when this holds; null = always. */
  gate: Condition | null
  /** An earlier element that bars the line; null = none. */
  bar: Condition | null
  /** system = about a whole pattern of acts; one account never shows it. */
  level: 'case' | 'system'
  /** For which States of the case a line per State, custody or removal is given. */
  states: 'host' | 'origin' | 'all'
  single: boolean
  note: string | null
  whenMissing: 'missing' | 'not-in-issue'
  ask: { to: 'person' | 'family' | 'file' | 'officer'; words: Words }
  /** Forum this element belongs to (State code of the deciding State), null = every forum. */
  forum: string | null
  citations: readonly Citation[]
}

export type LegalTest = {
  id: string
  name: Words
  /** For the strip of tests, where the whole name does not fit. */
  short?: Words | null
  note: string | null
  elements: readonly {
    id: string
    show: Words
    standard: string | null
    standardWords?: Words | null
    note: string | null
    citations: readonly Citation[]
  }[]
}

export type Instrument = {
  id: string
  short: string
  title: string
  adopted: Day | null
  inForce: Day | null
  note: string | null
  /** When a State that joins after the beginning is bound; null = the pack gives no rule. */
  entry?: EntryRule | null
  nature: 'treaty' | 'custom' | 'soft-law' | 'domestic' | 'agreement'
  articles: readonly { article: string; gist: string; certainty: Certainty }[]
  citations: readonly Citation[]
}

/** So long after the deposit of its own instrument a State is bound; citation = the article that says so. */
export type EntryRule = { days: number; months: number; starts: 'first-of-next-month' | null; citation: Citation }

export type TreatyStatus = {
  state: StateCode
  instrument: string
  party: boolean | null
  /** Day of the act (ratification, accession …). */
  since: Day | null
  /** Day of entry into force for this State, where known. */
  inForceOn: Day | null
  until: Day | null
  signedOn: Day | null
  reservations: string | null
  /** Articles the State does not accept; until = a withdrawal, known or reported (then certainty is its own). */
  reserved: readonly { articles: readonly string[]; what: string; until: Day | null; certainty: Certainty }[]
  act: string | null
  territory: string | null
  citation: Citation
}

/** Is a complaint or inquiry procedure accepted? accepted: null = unknown, which is never read as no. */
export type ComplaintStatus = {
  state: StateCode
  procedure: string
  accepted: boolean | null
  since: Day | null
  basis: string
  citation: Citation
}

/** issuedOn: an authority later than the day asked is not used; null = its day is not known. */
export type LawSource = {
  title: string /** As a lawyer cites it in passing. */
  short?: string | null
  where: string | null
  certainty: Certainty
  readOn: Day | null
  issuedOn: PartialDate | null
}

export type RiskProfile = {
  id: string
  label: Words
  pattern: Condition
  grounds: readonly string[]
  harms: readonly string[]
  strongerWith: readonly string[]
  reasoning: string
  counter: readonly string[]
  reply: readonly string[]
  /** exclusion-check or nationality-check: a warning to the lawyer, not a ground. */
  flag: string | null
  citations: readonly Citation[]
}

/** A chain of reasoning as data: nodes are conditions, links say why one leads to the next and what weakens the step. */
export type ArgumentPattern = {
  id: string
  title: Words
  caution: Words
  nodes: readonly { id: string; route: '1' | '2' | 'both'; words: Words; when: Condition }[]
  links: readonly {
    from: string
    to: string
    words: Words
    citations: readonly Citation[]
    weak: readonly Condition[]
    weakWords: Words | null
  }[]
}

export type LawPack = {
  version: string
  asOf: Day
  situation: string
  situationTitle: Words
  /** Places whose time of day Today shows. */
  clocks?: readonly { name: Words; zone: string }[]
  /** The State people of this situation come from. */
  origin: StateCode
  states: Readonly<Record<StateCode, StateWords>>
  vocabulary: Vocabulary
  tests: readonly LegalTest[]
  bearings: readonly Bearing[]
  profiles: readonly RiskProfile[]
  arguments: readonly ArgumentPattern[]
  instruments: readonly Instrument[]
  status: readonly TreatyStatus[]
  complaints: readonly ComplaintStatus[]
  sources: Readonly<Record<string, LawSource>>
}
