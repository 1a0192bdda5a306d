/** For each body and State: may this paper go today, what does it lack, or why the door is not open. Content, not permission: permission is the release gate's. */
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { Certainty, Citation } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { StateCode } from '../people/person.ts'

export type Opening = 'ready' | 'lacks' | 'open-if' | 'arguable' | 'not-open'
export type ClosedCode =
  | 'not-party'
  | 'not-accepted'
  | 'no-standing'
  | 'not-yet'
  | 'before-acceptance'
  | 'past-limit'
  | 'no-authority'
  | 'no-consent'
  | 'same-matter'
  | 'not-in-hands'
  | 'not-exhausted'
  | 'in-person'
  | 'wrong-kind'
  | 'unverified-rule'
  | 'blocked-recipient'

export type ClockReading = {
  name: string
  /** What it measures, for people. */
  words?: Words | null
  rule: Words
  /** What starts it, and the day or span of days it started; null = not started. */
  trigger: string
  startsOn: { earliest: Day; latest: Day } | null
  endsOn: { earliest: Day; latest: Day } | null
  zone: string
  kind: 'limit' | 'target' | 'window' | 'observation'
  certainty: Certainty
  citation: Citation | null
  consequence: string | null
  /** Which reading of one rule this is, where sources differ; null where there is one. */
  reading?: string | null
}

export type BodyReadiness = {
  body: string
  name: Words
  state: StateCode | null
  person: PersonId
  opening: Opening
  code: ClosedCode | null
  reason: Words | null
  certainty: Certainty | null
  lacks: readonly { field: string; words: Words }[]
  betterWith: readonly string[]
  /** Who will read it, in words fit for the release page. */
  audience: readonly { reader: string; states: readonly StateCode[]; certainty: Certainty }[]
  clocks: readonly ClockReading[]
  warnings: readonly Words[]
}
