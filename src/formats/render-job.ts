/** One document to be made: which paper, in which form; the same whether it is made here or in a thread of its own. */
import type { Day } from '../basics/clock.ts'
import type { Citation } from '../basics/source.ts'
import type { Block, Paper, Sentence } from '../domain/documents/paper.ts'
import { renderAnnexDocx, renderDocx } from './docx.ts'
import { renderAnnexPdf, renderPdf } from './pdf.ts'
import type { RenderOptions } from './printed-paper.ts'
import { typesetter } from './typesetter.ts'

const renderers = { pdf: renderPdf, docx: renderDocx, annexPdf: renderAnnexPdf, annexDocx: renderAnnexDocx }

/** letters = which of these has no picture in our fonts. */
export type RenderJob = { kind: keyof typeof renderers; paper: Paper; options: RenderOptions } | { kind: 'letters'; letters: string }
/** worn = the thread holds so much that it should be replaced before the next document. */
export type RenderAnswer = ({ bytes: Uint8Array | null } | { failed: string }) & { worn: boolean }

/** null only for the annex of a paper that has none. Letters come back as UTF-8. */
export const rendered = async (job: RenderJob): Promise<Uint8Array | null> => {
  if (job.kind !== 'letters') return renderers[job.kind](job.paper, job.options)
  const { canPrint } = await typesetter()
  return new TextEncoder().encode([...job.letters].filter((letter) => !canPrint(letter.codePointAt(0)!)).join(''))
}

/** Starts the typesetter and runs it once over a paper without sense that has a little of everything, so that its fonts are ready; then every paper begins from there. */
export const warmUp = async (): Promise<void> => {
  const citation: Citation = { source: 'a', at: null, certainty: 'verified', readOn: null }
  const letters = 'abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,;:()-–“”§ 가나다'
  const sentence: Sentence = { n: 1, key: '', text: letters, facts: [], citations: [citation], signedBy: null, marks: ['unsourced'] }
  const blocks: Block[] = [
    { kind: 'paragraph', sentences: [sentence, sentence] },
    { kind: 'list', ordered: true, items: [[sentence]] },
    { kind: 'list', ordered: false, items: [[sentence]] },
    { kind: 'table', head: ['a', '나'], rows: [[sentence, sentence]] },
    { kind: 'quote', language: 'ko', sentences: [sentence] },
  ]
  const paper: Paper = {
    body: '',
    language: 'en',
    title: letters,
    head: [{ label: 'a', sentences: [sentence] }],
    sections: ([1, 2, 3] as const).map((level) => ({ heading: letters, level, blocks })),
    annex: null,
    status: 'draft',
    draftNumber: 0,
    withheld: [],
    fictional: true,
  }
  await renderPdf(paper, { draft: true, madeOn: '1970-01-01' as Day })
  const { rememberState } = await typesetter()
  rememberState()
}

const mostHeld = 384 * 1024 * 1024
export const isWorn = async (): Promise<boolean> => (await typesetter()).bytesHeld() > mostHeld
