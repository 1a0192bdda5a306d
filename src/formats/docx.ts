/** Makes the DOCX of a paper: real headings, footnotes and page fields, no person's name in its properties, the same bytes for the same paper. */
import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Paper } from '../domain/documents/paper.ts'
import { docxBlock, docxHead, footnotesOf, headings, type Tally } from './docx-blocks.ts'
import { docxNumbering, docxStyles, quiet, textWidth } from './docx-styles.ts'
import { fixedDates } from './fixed-zip.ts'
import { type PrintedPaper, printedAnnex, printedPaper, type RenderOptions } from './printed-paper.ts'

export const renderDocx = async (paper: Paper, options: RenderOptions): Promise<Uint8Array> => written(printedPaper(paper, options))

/** The confidential annex as a file of its own; null when the paper has none. */
export const renderAnnexDocx = async (paper: Paper, options: RenderOptions): Promise<Uint8Array | null> => {
  const annex = printedAnnex(paper, options)
  return annex && written(annex)
}

const written = async (paper: PrintedPaper): Promise<Uint8Array> => {
  const tally: Tally = { notes: [], lists: 0 }
  const children = [
    ...paper.marks.map((text) => new Paragraph({ style: 'Mark', text })),
    new Paragraph({ style: 'Title', text: paper.title }),
    ...docxHead(paper, tally),
    ...paper.sections.flatMap((section) => [
      ...(section.heading ? [new Paragraph({ heading: headings[section.level], text: section.heading })] : []),
      ...section.blocks.flatMap((block) => docxBlock(block, tally)),
    ]),
  ]
  const document = new Document({
    title: paper.title,
    creator: 'Article 33',
    lastModifiedBy: 'Article 33',
    description: '',
    revision: 1,
    styles: docxStyles(paper),
    numbering: docxNumbering,
    footnotes: footnotesOf(tally),
    sections: [
      {
        // The first page carries its mark in the text, where a voice that reads the paper finds it: not twice on one page.
        properties: { page: a4, titlePage: true },
        headers: { default: header(paper), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(paper), first: footer(paper) },
        children,
      },
    ],
  })
  const bytes = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(paper) }])
  return fixedDates(bytes)
}

const a4 = { size: { width: 11906, height: 16838 }, margin: { top: 1700, bottom: 1474, left: 1418, right: 1418, header: 680, footer: 680 } }
const rightEdge = [{ type: TabStopType.RIGHT, position: textWidth }]

const header = (paper: PrintedPaper): Header =>
  new Header({
    children: paper.marks.length > 0 ? paper.marks.map((text) => new Paragraph({ style: 'HeaderMark', text })) : [new Paragraph({})],
  })

// Live fields: the numbers stay right when a lawyer edits the draft.
const footer = (paper: PrintedPaper): Footer => {
  const [before, between, after] = paper.pageWords
  const page = new TextRun({
    color: quiet,
    children: [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after].filter((part) => part !== ''),
  })
  return new Footer({
    children: [new Paragraph({ style: 'Footer', tabStops: rightEdge, children: [new TextRun({ text: paper.foot, color: quiet }), page] })],
  })
}

/** Written here because the library would put the present moment in: a paper's date is the day it was made on. */
const coreProperties = (paper: PrintedPaper): string => {
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${paper.madeOn}T00:00:00Z</dcterms:${name}>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(paper.title)}</dc:title><dc:creator>Article 33</dc:creator><cp:lastModifiedBy>Article 33</cp:lastModifiedBy><cp:revision>1</cp:revision>${stamp('created')}${stamp('modified')}<dc:language>${escaped(paper.language)}</dc:language></cp:coreProperties>`
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter)
