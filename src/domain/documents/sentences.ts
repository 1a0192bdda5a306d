/** Makes sentences that say what they rest on, and numbers them when the paper is whole. */

import type { FactId } from '../../basics/id.ts'
import { earliest } from '../../basics/partial-date.ts'
import type { Citation } from '../../basics/source.ts'
import type { Block, Paper, Section, Sentence } from './paper.ts'
import { fillTemplate } from './template.ts'
import type { Writing } from './writing.ts'

export type Rests = {
  facts?: readonly FactId[]
  citations?: readonly Citation[]
  signedBy?: string | null
  marks?: readonly Sentence['marks'][number][]
  frame?: boolean
}

/** frame = a label, head or table item that asserts nothing. Anything else without fact, source or signature is marked unsourced and blocks release. */
export const say = (key: string, text: string, rests: Rests): Sentence => {
  const facts = rests.facts ?? []
  const citations = rests.citations ?? []
  const bare = facts.length === 0 && citations.length === 0 && !rests.signedBy && !rests.frame
  return {
    n: 0,
    key,
    text,
    facts,
    citations,
    signedBy: rests.signedBy ?? null,
    marks: [...(rests.marks ?? []), ...(bare ? (['unsourced'] as const) : [])],
  }
}

/** A line of the pack with its values; a missing value leaves its optional part out. */
export const line = (w: Writing, name: string, values: Readonly<Record<string, string | null>> = {}, plural = false): string => {
  const template = w.papers.lines[name]
  return template === undefined
    ? `{${name}}`
    : fillTemplate(template, { plural, value: (key) => values[key] ?? null, attr: (key) => values[key] ?? null })
}

/** Footnotes name a source in words; its key stays for those who keep the pack. */
export const named = (w: Writing, citation: Citation): Citation => {
  const name = w.papers.sourceNames[citation.source] ?? citation.source
  // Where no text was read, the rule comes first and then that nobody read it.
  const own = name.includes('{at}')
  return {
    ...citation,
    source: own ? fillTemplate(name, { plural: false, value: () => citation.at, attr: () => null }) : name,
    at: own ? null : citation.at,
    // What nobody read has no day of reading.
    readOn: citation.certainty === 'unverified' ? null : (citation.readOn ?? w.pack.sources[citation.source]?.readOn ?? null),
  }
}

/** A source that did not exist yet on the day of the paper is not cited in it. */
export const ofTheDay = (w: Writing, citations: readonly Citation[]): Citation[] =>
  citations.filter((one) => {
    const issued = w.pack.sources[one.source]?.issuedOn
    return !issued || (earliest(issued) ?? '') <= w.today
  })

/** What the file itself shows: a consent, an authority, the record of a person. */
export const onFileCitation = (source: string, at: string | null = null): Citation => ({
  source,
  at,
  certainty: 'verified',
  readOn: null,
  onFile: true,
})

export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export const paragraph = (sentences: readonly Sentence[]): Block[] => (sentences.length > 0 ? [{ kind: 'paragraph', sentences }] : [])

/** Numbers every sentence from 1 in reading order, annex last. */
export const numbered = (paper: Paper): Paper => {
  let n = 0
  const one = (sentence: Sentence): Sentence => ({ ...sentence, n: ++n })
  const block = (at: Block): Block =>
    at.kind === 'list'
      ? { ...at, items: at.items.map((item) => item.map(one)) }
      : at.kind === 'table'
        ? { ...at, rows: at.rows.map((row) => row.map(one)) }
        : { ...at, sentences: at.sentences.map(one) }
  const sections = (all: readonly Section[]): Section[] => all.map((section) => ({ ...section, blocks: section.blocks.map(block) }))
  return {
    ...paper,
    head: paper.head.map((row) => ({ ...row, sentences: row.sentences.map(one) })),
    sections: sections(paper.sections),
    annex: paper.annex && { ...paper.annex, sections: sections(paper.annex.sections) },
  }
}

/** All sentences of a paper in reading order; part tells paper and annex apart. */
export const sentencesOf = (paper: Pick<Paper, 'head' | 'sections' | 'annex'>): { part: 'paper' | 'annex'; sentence: Sentence }[] => {
  const of = (blocks: readonly Block[]): Sentence[] =>
    blocks.flatMap((at) => (at.kind === 'list' ? at.items.flat() : at.kind === 'table' ? at.rows.flat() : [...at.sentences]))
  const main = [...paper.head.flatMap((row) => row.sentences), ...paper.sections.flatMap((section) => of(section.blocks))]
  const annex = (paper.annex?.sections ?? []).flatMap((section) => of(section.blocks))
  return [
    ...main.map((sentence) => ({ part: 'paper' as const, sentence })),
    ...annex.map((sentence) => ({ part: 'annex' as const, sentence })),
  ]
}
