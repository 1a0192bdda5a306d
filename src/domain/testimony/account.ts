/** One account in the words and language in which it was given. Once attested it never changes; a correction is a new record with a reason. */
import type { Instant } from '../../basics/clock.ts'
import type { AccountId, PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'

/** Half-open [start, end) in UTF-16 code units of the stored, unnormalised text. */
export type Span = { account: AccountId; start: number; end: number; quote: string }

export type Account = {
  id: AccountId
  /** Short label shown to people and printed in footnotes: A1. Absent in a plain case file, whose ids are short already. */
  label?: string
  speaker: PersonId
  takenOn: PartialDate
  zone: string | null
  /** BCP 47. */
  language: string
  hand: 'first' | 'second' | 'public-source'
  /** Interpreters and note takers appear as codes; their names are sealed elsewhere. */
  interpreterCode: string | null
  circumstances: string | null
  text: string
  attestedAt: Instant | null
  corrections: readonly { at: Instant; by: string; reason: string; span: Span | null; text: string }[]
  translations: readonly { language: string; translatorCode: string; text: string; checkedBy: string | null }[]
  /** Sealed for the lawyer alone, with a reason; the words never leave the house. */
  sealedSpans: readonly { start: number; end: number; reason: string }[]
}

/** Does the quote stand in the text at exactly this place? */
export const spanStands = (text: string, span: { start: number; end: number; quote: string }): boolean =>
  text.slice(span.start, span.end) === span.quote
