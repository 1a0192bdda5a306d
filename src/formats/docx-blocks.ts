/** Turns the blocks of a printed paper into Word paragraphs, tables and footnotes. */
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'
import { alarm, eastAsian, quiet, rule, textWidth } from './docx-styles.ts'
import type { PrintedBlock, PrintedPaper, PrintedSentence } from './printed-paper.ts'

/** What is counted through one document: footnote texts in order of their reference, from 1, and lists that start anew. */
export type Tally = { notes: string[]; lists: number }
export const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

type Run = TextRun | FootnoteReferenceRun
type RunLook = ConstructorParameters<typeof TextRun>[0] & object

export const footnotesOf = ({ notes }: Tally): Record<string, { children: Paragraph[] }> =>
  Object.fromEntries(
    notes.map((note, i) => [String(i + 1), { children: [new Paragraph({ style: 'FootnoteText', children: lines(` ${note}`, {}) })] }]),
  )

export const docxHead = (paper: PrintedPaper, tally: Tally): (Paragraph | Table)[] => {
  if (paper.head.length === 0) return []
  const labelWidth = Math.round(textWidth * 0.2)
  const rows = paper.head.map((line) => {
    const label = new Paragraph({ style: 'TableHead', children: lines(line.label, {}) })
    return row([label, new Paragraph({ style: 'TableText', children: runs(line.sentences, tally) })], false)
  })
  return [table(rows, [labelWidth, textWidth - labelWidth]), new Paragraph({ style: 'Gap' })]
}

export const docxBlock = (block: PrintedBlock, tally: Tally): (Paragraph | Table)[] => {
  if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.sentences, tally) })]
  if (block.kind === 'quote') return [new Paragraph({ style: 'Quote', children: runs(block.sentences, tally, eastAsian(block.language)) })]
  if (block.kind === 'list') {
    // Each list counts from one again; numbered within the document and not the process, so that two renderings agree.
    tally.lists += 1
    const numbering = { reference: block.ordered ? 'ordered' : 'bullets', level: 0, instance: tally.lists }
    return block.items.map((item) => new Paragraph({ style: 'ListParagraph', numbering, children: runs(item, tally) }))
  }
  const head = row(
    block.head.map((text) => new Paragraph({ style: 'TableHead', children: lines(text, {}) })),
    true,
  )
  const rows = block.rows.map((cells) =>
    row(
      cells.map((cell) => new Paragraph({ style: 'TableText', children: runs(cell, tally) })),
      false,
    ),
  )
  // Word glues two tables that touch into one; the empty paragraph keeps them apart.
  return [
    table(
      [head, ...rows],
      block.shares.map((share) => Math.round(share * textWidth)),
    ),
    new Paragraph({}),
  ]
}

const runs = (sentences: readonly PrintedSentence[], tally: Tally, look: RunLook = {}): Run[] =>
  sentences.flatMap((one, i) => {
    const number = one.n === null ? [] : [new TextRun({ text: String(one.n), superScript: true, color: quiet }), new TextRun({ text: ' ' })]
    const mark = one.unsourced ? { underline: { type: UnderlineType.DASH, color: alarm } } : {}
    const note = one.note === null ? [] : [new FootnoteReferenceRun(tally.notes.push(one.note))]
    return [...(i > 0 ? [new TextRun({ text: ' ' })] : []), ...number, ...lines(one.text, { ...look, ...mark }), ...note]
  })

const lines = (text: string, look: RunLook): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 ? { break: 1 } : {}) }))

const row = (paragraphs: Paragraph[], tableHeader: boolean): TableRow =>
  new TableRow({ tableHeader, cantSplit: true, children: paragraphs.map((one) => new TableCell({ children: [one] })) })

const edge = { style: BorderStyle.SINGLE, size: 4, color: rule }
const table = (rows: TableRow[], columnWidths: number[]): Table =>
  new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    alignment: AlignmentType.LEFT,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
  })
