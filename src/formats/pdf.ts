/** Makes the PDF of a paper: tagged, searchable in Hangul and Hanja, the same bytes for the same paper. */
import type { Paper } from '../domain/documents/paper.ts'
import { paperTemplate } from './paper-template.ts'
import { type PrintedBlock, type PrintedPaper, printedAnnex, printedPaper, type RenderOptions } from './printed-paper.ts'
import { typesetter } from './typesetter.ts'

export const renderPdf = async (paper: Paper, options: RenderOptions): Promise<Uint8Array> => typeset(printedPaper(paper, options))

/** The confidential annex as a file of its own; null when the paper has none. */
export const renderAnnexPdf = async (paper: Paper, options: RenderOptions): Promise<Uint8Array | null> => {
  const annex = printedAnnex(paper, options)
  return annex && typeset(annex)
}

const typeset = async (paper: PrintedPaper): Promise<Uint8Array> =>
  (await typesetter()).pdf(paperTemplate, { paper: JSON.stringify(asInput(paper)) })

const asInput = (paper: PrintedPaper) => ({
  ...paper,
  shortTitle: paper.running.length > 110 ? `${[...paper.running].slice(0, 107).join('').trimEnd()}…` : paper.running,
  languageTag: languageTag(paper.language),
  sections: paper.sections.map((section) => ({ ...section, blocks: section.blocks.map(withTag) })),
})

const withTag = (block: PrintedBlock) => (block.kind === 'quote' ? { ...block, languageTag: languageTag(block.language) } : block)

/** A language tag that cannot be read must not stop an urgent paper: it is printed as undetermined. */
const languageTag = (language: string): { lang: string; region: string | null } => {
  try {
    const tag = new Intl.Locale(language)
    const region = tag.region && /^[A-Z]{2}$/.test(tag.region) ? tag.region : null
    return { lang: /^[a-z]{2,3}$/.test(tag.language) ? tag.language : 'und', region }
  } catch {
    return { lang: 'und', region: null }
  }
}
