/** One document to be made: which paper, in which form; the same whether it is made here or in a thread of its own. */
import type { Day } from '../basics/clock.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { renderAnnexDocx, renderDocx } from './docx.ts'
import { renderAnnexPdf, renderPdf } from './pdf.ts'
import type { RenderOptions } from './printed-paper.ts'
import { typesetter } from './typesetter.ts'

const renderers = { pdf: renderPdf, docx: renderDocx, annexPdf: renderAnnexPdf, annexDocx: renderAnnexDocx }

export type RenderJob = { kind: keyof typeof renderers; paper: Paper; options: RenderOptions }
/** worn = the thread holds so much that it should be replaced before the next document. */
export type RenderAnswer = ({ bytes: Uint8Array | null } | { failed: string }) & { worn: boolean }

/** null only for the annex of a paper that has none. */
export const rendered = ({ kind, paper, options }: RenderJob): Promise<Uint8Array | null> => renderers[kind](paper, options)

/** Starts the typesetter and runs it once over nothing. */
export const warmUp = async (): Promise<void> => {
  const nothing: Paper = {
    body: '',
    language: 'en',
    title: '.',
    head: [],
    sections: [],
    annex: null,
    status: 'draft',
    draftNumber: 0,
    withheld: [],
    fictional: true,
  }
  await renderPdf(nothing, { draft: true, madeOn: '1970-01-01' as Day })
}

const mostHeld = 384 * 1024 * 1024
export const isWorn = async (): Promise<boolean> => (await typesetter()).bytesHeld() > mostHeld
