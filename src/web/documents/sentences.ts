/** Every sentence of a paper in reading order, annex included, and what is still to be settled about it. */
import type { PaperView } from '../../domain/documents/desk-api.ts'
import type { Block, Paper, Section, Sentence } from '../../domain/documents/paper.ts'

const inBlock = (block: Block): readonly Sentence[] =>
  block.kind === 'paragraph' || block.kind === 'quote' ? block.sentences : block.kind === 'list' ? block.items.flat() : block.rows.flat()
const inSections = (sections: readonly Section[]): readonly Sentence[] => sections.flatMap((section) => section.blocks.flatMap(inBlock))

export const sentencesOf = (paper: Paper): readonly Sentence[] => [
  ...paper.head.flatMap((pair) => pair.sentences),
  ...inSections(paper.sections),
  ...inSections(paper.annex?.sections ?? []),
]

export const unsourced = (sentence: Sentence): boolean =>
  sentence.marks.includes('unsourced') || (sentence.facts.length === 0 && sentence.citations.length === 0 && sentence.signedBy === null)

export type Settle = { sentence: Sentence; why: 'differs' | 'unsourced' | 'stale' }
export const toSettle = (view: PaperView): readonly Settle[] =>
  sentencesOf(view.paper).flatMap((sentence) => {
    const found: Settle[] = []
    if (view.divergences.some((one) => one.key === sentence.key && !one.explained)) found.push({ sentence, why: 'differs' })
    if (sentence.marks.includes('unsourced')) found.push({ sentence, why: 'unsourced' })
    if (view.stale.includes(sentence.key)) found.push({ sentence, why: 'stale' })
    return found
  })
