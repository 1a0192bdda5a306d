/** What a desk tells of a look at its cases after a change of law. */
import type { Day, Instant } from '../../basics/clock.ts'
import type { Words } from '../../basics/text.ts'
import type { StateCode } from '../people/person.ts'
import type { ChangeReason } from './affected-elements.ts'
import type { Answer } from './assessment.ts'

/** After a change of law: which lines of the member's own cases answer otherwise, and what of the pack made them. */
export type LookedAgain = {
  law: readonly { situation: string; name: Words; now: string; asOf: Day; former: { version: string; asOf: Day } | null }[]
  progress: { done: number; of: number } | null
  finishedAt: Instant | null
  looked: number
  /** It ended before every case was looked at. */
  failed: boolean
  /** The law has changed, and this member has not yet had the result before their eyes. */
  unread: boolean
  cases: readonly {
    case: string
    codeName: string
    /** Signed findings that rest on such a line. */
    findings: number
    changed: readonly {
      element: string
      show: Words
      /** Name as written; empty where none is known: then the place among the people of the case. */
      person: string
      personAt: number
      state: StateCode | null
      stateName: Words | null
      custody: string | null
      before: Answer | null
      after: Answer | null
      reasons: readonly { what: ChangeReason['what']; from: string | null; show: Words | null }[]
    }[]
  }[]
  /** Cases with changes beyond those listed. */
  more: number
}
