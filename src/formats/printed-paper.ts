/** Turns a paper into the plain text and marks that are printed, once, so that the PDF and the DOCX say exactly the same. */
import type { Day } from '../basics/clock.ts'
import type { Citation } from '../basics/source.ts'
import type { Locale } from '../basics/text.ts'
import type { Block, Paper, Section, Sentence } from '../domain/documents/paper.ts'
import { columnShares } from './column-shares.ts'
import { type PaperWords, paperWords, printedDay, wordsLocale } from './paper-words.ts'
import { printable } from './printable.ts'

/** A paper whose own status is draft carries the draft mark whatever draft says. hash = hex of the frozen content, computed by the vault. */
export type RenderOptions = { draft: boolean; hash?: string | null; madeOn: Day; sentenceNumbers?: boolean }

export type PrintedSentence = { n: number | null; text: string; note: string | null; unsourced: boolean }
export type PrintedBlock =
  | { kind: 'paragraph'; sentences: PrintedSentence[] }
  | { kind: 'list'; ordered: boolean; items: PrintedSentence[][] }
  | { kind: 'table'; head: string[]; shares: number[]; rows: PrintedSentence[][][] }
  | { kind: 'quote'; language: string; locale: Locale; sentences: PrintedSentence[] }

export type PrintedPaper = {
  language: string
  locale: Locale
  title: string
  /** What stands at the head of the later pages; an annex has its mark beside it and names the paper it belongs to. */
  running: string
  /** DRAFT, CONFIDENTIAL ANNEX, FICTIONAL: in this order at the head of every page: on the first in the text itself, so that those who hear the paper hear it, and on the others in the header. */
  marks: string[]
  pageWords: readonly [string, string, string]
  foot: string
  madeOn: Day
  head: { label: string; sentences: PrintedSentence[] }[]
  sections: { heading: string; level: 1 | 2 | 3; blocks: PrintedBlock[] }[]
}

export const printedPaper = (paper: Paper, options: RenderOptions): PrintedPaper =>
  printed(paper, options, { title: paper.title, head: paper.head, sections: paper.sections, annex: false })

/** null when the paper has no annex. */
export const printedAnnex = (paper: Paper, options: RenderOptions): PrintedPaper | null =>
  paper.annex ? printed(paper, options, { ...paper.annex, head: [], annex: true }) : null

type Part = { title: string; head: Paper['head']; sections: readonly Section[]; annex: boolean }

const printed = (paper: Paper, options: RenderOptions, part: Part): PrintedPaper => {
  const words = paperWords(paper.language)
  const locale = wordsLocale(paper.language)
  const draft = options.draft || paper.status === 'draft'
  const hand: Hand = { words, locale, draft, annex: part.annex, numbers: options.sentenceNumbers ?? false, cited: new Set() }
  const marks = [draft && words.draft(paper.draftNumber), part.annex && words.annexMark, paper.fictional && words.fictional]
  const foot = [words.madeOn(printedDay(options.madeOn, locale)), options.hash && `${words.contentHash} ${options.hash.slice(0, 16)}…`]
  return {
    language: paper.language,
    locale,
    title: printable(part.title),
    running: printable(paper.title),
    marks: marks.filter((mark) => mark !== false),
    pageWords: words.page,
    foot: foot.filter(Boolean).join(' · '),
    madeOn: options.madeOn,
    head: [
      ...(part.annex
        ? [{ label: words.annexTo, sentences: [{ n: null, text: printable(paper.title), note: null, unsourced: false }] }]
        : []),
      ...part.head.map((line) => ({ label: printable(line.label), sentences: sentences(line.sentences, hand) })),
    ],
    sections: part.sections.map((section) => ({
      heading: printable(section.heading),
      level: section.level,
      blocks: section.blocks.map((block) => printedBlock(block, hand)),
    })),
  }
}

/** cited = sources whose address has been given in this document; filled while it is printed in order. */
type Hand = { words: PaperWords; locale: Locale; draft: boolean; annex: boolean; numbers: boolean; cited: Set<string> }

const printedBlock = (block: Block, hand: Hand): PrintedBlock => {
  if (block.kind === 'paragraph') return { kind: 'paragraph', sentences: sentences(block.sentences, hand) }
  if (block.kind === 'list') return { kind: 'list', ordered: block.ordered, items: block.items.map((one) => sentences(one, hand)) }
  if (block.kind === 'quote')
    return { kind: 'quote', language: block.language, locale: wordsLocale(block.language), sentences: sentences(block.sentences, hand) }
  const width = Math.max(1, block.head.length, ...block.rows.map((row) => row.length))
  const head = Array.from({ length: width }, (_, i) => printable(block.head[i] ?? ''))
  // A cell holds one sentence; an empty cell says so by staying empty, never by shifting its neighbours.
  const rows = block.rows.map((row) => Array.from({ length: width }, (_, i) => sentences(row[i] ? [row[i]] : [], hand)))
  return { kind: 'table', head, rows, shares: columnShares([head, ...rows.map((row) => row.map((cell) => cell[0]?.text ?? ''))]) }
}

/** Sentences that follow one another and rest on the same sources share one footnote, at the last of them. */
const sentences = (all: readonly Sentence[], hand: Hand): PrintedSentence[] =>
  all.map((one, i) => sentence(one, hand, all[i + 1] !== undefined && sameSources(one, all[i + 1]!)))

const sameSources = (one: Sentence, next: Sentence): boolean =>
  JSON.stringify(one.citations) === JSON.stringify(next.citations) &&
  one.marks.includes('unverified-law') === next.marks.includes('unverified-law') &&
  one.marks.includes('annex-only') === next.marks.includes('annex-only')

const sentence = (one: Sentence, hand: Hand, shared: boolean): PrintedSentence => {
  const n = hand.numbers ? one.n : null
  // The last wall: whatever laid the paper out, particulars meant for the annex do not reach the main paper.
  if (one.marks.includes('annex-only') && !hand.annex) return { n, text: hand.words.inAnnex, note: null, unsourced: false }
  return { n, text: printable(one.text), note: shared ? null : note(one, hand), unsourced: hand.draft && one.marks.includes('unsourced') }
}

/** One footnote for a sentence: each citation with its certainty in words, so that what is unverified never reads as established. */
const note = (one: Sentence, hand: Hand): string | null => {
  const parts = one.citations.map((citation) => cited(citation, hand))
  const saysUnverified = one.citations.some((citation) => citation.certainty !== 'verified')
  if (one.marks.includes('unverified-law') && !saysUnverified) parts.push(hand.words.lawNotVerified)
  return parts.length > 0 ? `${upperFirst(parts.join('; '))}.` : null
}

/** A long address is given once; a record on file carries no word of certainty, because being on file makes nothing in it certain. */
const cited = (citation: Citation, { words, locale, cited: before }: Hand): string => {
  const again = citation.at !== null && /^https?:/.test(citation.at) && before.has(`${citation.source} ${citation.at}`)
  before.add(`${citation.source} ${citation.at}`)
  const where = [citation.source, again ? null : citation.at]
    .filter((part) => part !== null && part !== '')
    .map((part) => printable(part!).trim())
  const certainty = [
    again && words.citedAbove,
    !(citation.onFile && citation.certainty === 'verified') && words.certainty[citation.certainty],
    citation.readOn && words.readOn(printedDay(citation.readOn, locale)),
  ].filter(Boolean)
  return `${where.join(', ')}${certainty.length > 0 ? ` (${certainty.join('; ')})` : ''}`
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
