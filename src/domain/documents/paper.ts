/** One content model for everything that leaves as a document; PDF and DOCX are two renderings of it. Every sentence says what it rests on. */

import type { FactId } from '../../basics/id.ts'
import type { Citation } from '../../basics/source.ts'

/** A sentence rests on facts, sources, or a lawyer's signature. With none of them it blocks release (unsourced). */
export type Sentence = {
  /** Number within the paper, from 1. Stable key below for comparison between drafts. */
  n: number
  /** Stable across drafts: made from the template and the facts it rests on. */
  key: string
  text: string
  facts: readonly FactId[]
  citations: readonly Citation[]
  signedBy: string | null
  marks: readonly ('disputed' | 'alleged' | 'second-hand' | 'unverified-law' | 'unsourced' | 'annex-only')[]
}

export type Block =
  | { kind: 'paragraph'; sentences: readonly Sentence[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Sentence[])[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly Sentence[])[] }
  | { kind: 'quote'; language: string; sentences: readonly Sentence[] }

export type Section = { heading: string; level: 1 | 2 | 3; blocks: readonly Block[] }

/** Why something of the file is not told in a paper; each has its words in the languages of the screen. */
export type LeftOutReason =
  | 'sealed'
  | 'not-accepted'
  | 'never-outward'
  | 'later'
  | 'other-person'
  | 'child-consent'
  | 'passes'
  | 'intimate'
  | 'adverse'
  | 'no-place'
  | 'rests-only'
  | 'third-person'
/** goes = it stands in the annex instead. A paper kept from an earlier version has the English reason alone. */
export type LeftOut = { fact: FactId | null; what: string; why: string; reason?: LeftOutReason; goes?: 'annex' | null }

export type Paper = {
  body: string
  /** BCP 47 language of the document, not of the screen. */
  language: string
  title: string
  /** Label and value pairs of the head: To, Concerns, Person … */
  head: readonly { label: string; sentences: readonly Sentence[] }[]
  sections: readonly Section[]
  /** Confidential particulars that go only to the body. Rendered as a separate file. */
  annex: { title: string; sections: readonly Section[] } | null
  status: 'draft' | 'released'
  draftNumber: number
  /** Facts left out and why, for the release page; never rendered. */
  withheld: readonly LeftOut[]
  fictional: boolean
}
