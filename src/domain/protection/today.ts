/** Today's list: who may be removed, what is due with its rule, what changed in my cases. Danger first, then date. */
import type { Day, Instant } from '../../basics/clock.ts'
import type { CaseId } from '../../basics/id.ts'
import type { Certainty } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { Sex } from '../people/person.ts'
import type { Place } from './place.ts'

/** imminent = in custody and a transfer is announced or under way; at-risk = in custody or a transfer is feared. */
export type Urgency = 'imminent' | 'at-risk'

export type AtRiskRow = {
  caseId: CaseId
  codeName: string
  urgency: Urgency
  who: { sex: Sex | 'mixed'; ageLow: number | null; ageHigh: number | null; count: number; agesDiffer: boolean }
  held: { state: string | null; place: string | null; authority: string | null; since: string | null; sourcesDiffer: boolean }
  transfer: { words: string | null; toState: string | null; window: string | null; sources: number; secondHand: boolean }
  next: { words: Words; rule: Words; certainty: Certainty | null; leadsTo: Place }
  filed: readonly { body: Words; on: Day }[]
}

export type DueRow = {
  caseId: CaseId
  codeName: string
  what: Words
  on: { earliest: Day; latest: Day }
  rule: Words
  /** null = our own reminder, no rule. */
  certainty: Certainty | null
  overdueDays: number
  /** It waits for somebody and does not lapse, however old it is. */
  waits: boolean
  leadsTo: Place
}

export type ChangedRow = {
  caseId: CaseId
  codeName: string
  at: Instant
  by: string
  act: string
  object: string | null
  leadsTo: Place
}

/** atRisk and due hold the first hundred unless all were asked for; the totals count all. */
export type Today = {
  day: Day
  atRisk: readonly AtRiskRow[]
  atRiskTotal: { cases: number; people: number }
  due: readonly DueRow[]
  dueTotal: number
  changed: readonly ChangedRow[]
  /** The law pack has changed and the member has not looked yet: how much of theirs answers otherwise. progress null = the look has ended. */
  law: { progress: { done: number; of: number } | null; cases: number; lines: number; findings: number } | null
  caseCount: number
}
