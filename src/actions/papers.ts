/** What a case keeps of its papers: the draft as composed, notes on its sentences, the frozen files, and what happened after it left. */
import type { Day } from '../basics/clock.ts'
import type { FilingView } from '../domain/documents/desk-api.ts'
import type { Paper, Section, Sentence } from '../domain/documents/paper.ts'
import type { Basis } from '../domain/documents/what-changed.ts'

export type FrozenFile = { blob: string; sha256: string }
export type PaperBody = {
  body: string
  states: string[]
  persons: string[]
  paper: Paper
  /** What it was composed from; drafts of an earlier version have none. */
  basis?: Basis
  /** Only once released. */
  files: Partial<Record<'pdf' | 'docx' | 'annexPdf' | 'annexDocx', FrozenFile>>
}
export type PaperNoteBody = { kind: 'strike' | 'word' | 'explain'; key: string; text: string; by: string; byName: string; at: string }
export type FilingEventBody = { kind: FilingView['events'][number]['kind']; on: Day; words: string | null; at: string; by: string }

/** Which events of the packs' clock rules an event of the log stands for. */
export const eventNames: Partial<Record<FilingEventBody['kind'], readonly string[]>> = {
  sent: ['letter', 'sent', 'request'],
  acknowledged: ['transmission', 'acknowledged', 'registration'],
  replied: ['reply', 'notification'],
}

/** The paper as it would leave: struck sentences are gone, reworded ones carry the name of who signed them. */
export const withNotes = (paper: Paper, notes: readonly PaperNoteBody[]): Paper => {
  const struck = new Set(notes.filter((note) => note.kind === 'strike').map((note) => note.key))
  const reworded = new Map(notes.filter((note) => note.kind === 'word').map((note) => [note.key, note]))
  let n = 0
  const sentences = (list: readonly Sentence[]): Sentence[] =>
    list
      .filter((one) => !struck.has(one.key))
      .map((one) => {
        n += 1
        const word = reworded.get(one.key)
        return word
          ? { ...one, n, text: word.text, signedBy: word.byName, marks: one.marks.filter((mark) => mark !== 'unsourced') }
          : { ...one, n }
      })
  const sections = (list: readonly Section[]): Section[] =>
    list.map((section) => ({
      ...section,
      blocks: section.blocks
        .map((block) => {
          switch (block.kind) {
            case 'list':
              return { ...block, items: block.items.map(sentences).filter((item) => item.length > 0) }
            case 'table':
              return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, n: ++n }))) }
            default:
              return { ...block, sentences: sentences(block.sentences) }
          }
        })
        .filter((block) => block.kind === 'table' || (block.kind === 'list' ? block.items.length > 0 : block.sentences.length > 0)),
    }))
  const head = paper.head.map((row) => ({ ...row, sentences: sentences(row.sentences) }))
  return {
    ...paper,
    head,
    sections: sections(paper.sections),
    annex: paper.annex && { ...paper.annex, sections: sections(paper.annex.sections) },
  }
}
