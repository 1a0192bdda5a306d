/** The law pack as the engine reads it. Lawyers edit the YAML under packs/; formats/pack.ts reads it; nothing here names a country. */
import type { Certainty, Citation } from '../../basics/source.ts'
import type { Day } from '../../basics/clock.ts'
import type { Words } from '../../basics/text.ts'
import type { Vocabulary } from '../testimony/vocabulary.ts'
import type { StateCode } from '../people/person.ts'

/** all / any / atLeast over leaves. {f} may narrow by attributes ("*" = any value given); {el} reads another answer; {law} asks the pack; {profile: any} = any risk profile matches. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { atLeast: number; of: readonly Condition[] }
  | { f: string; where: Readonly<Record<string, string | readonly string[]>> | null }
  | { el: string; is: 'shown' | 'contradicted' }
  | { binds: string; state: 'respondent' | 'host' | 'origin' }
  | { source: string }
  | { profile: string }

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
  elements: readonly { id: string; show: Words; standard: string | null; citations: readonly Citation[] }[]
}

export type Instrument = {
  id: string
  short: string
  title: string
  adopted: Day | null
  inForce: Day | null
  nature: 'treaty' | 'custom' | 'soft-law' | 'domestic' | 'agreement'
  articles: readonly { article: string; gist: string; certainty: Certainty }[]
  citations: readonly Citation[]
}

export type TreatyStatus = {
  state: StateCode
  instrument: string
  party: boolean | null
  since: Day | null
  until: Day | null
  signedOn: Day | null
  reservations: string | null
  territory: string | null
  citation: Citation
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
  citations: readonly Citation[]
}

export type LawPack = {
  version: string
  asOf: Day
  situation: string
  states: Readonly<Record<StateCode, Words>>
  vocabulary: Vocabulary
  tests: readonly LegalTest[]
  bearings: readonly Bearing[]
  profiles: readonly RiskProfile[]
  instruments: readonly Instrument[]
  status: readonly TreatyStatus[]
  sources: Readonly<Record<string, { title: string; where: string | null; certainty: Certainty; readOn: Day | null }>>
}
