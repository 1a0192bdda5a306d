/** Reads the rows of an Excel sheet as text, one at a time; formulas give the value they last had, dates the part that the sheet shows. */
import { refuse } from '../basics/refusal.ts'
import { allBytesOf, type ListFile, nameOf } from './list-source.ts'
import { attributeOf, attributesOf, type DatePart, dateFormatsIn, dayOf, textIn, wholeTags } from './xlsx-parts.ts'
import { type ZipParts, zipPartsOf } from './zip-parts.ts'

const mostPacked = 64 * 2 ** 20
const mostUnpacked = 256 * 2 ** 20
const mostColumns = 2_000
const mostInRow = 4 * 2 ** 20

type Book = {
  parts: ZipParts
  sheets: readonly { name: string; part: string }[]
  since1904: boolean
  bad: (reason: string, line?: number) => never
}

const openBook = (file: ListFile): Book => {
  const bad = (reason: string, line?: number): never =>
    refuse(
      'bad-file',
      { reason: line === undefined ? reason : `line ${line}: ${reason}` },
      { file: nameOf(file), ...(line === undefined ? {} : { line }) },
    )
  const parts = zipPartsOf(allBytesOf(file, mostPacked), mostUnpacked, bad)
  const text = (name: string): string => parts.read(name)?.toString('utf8') ?? ''
  const book = text('xl/workbook.xml')
  if (book === '') return bad('it is a zip, but not an Excel sheet; take the list out of it first')
  const targets = new Map(
    attributesOf(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')]),
  )
  const sheets = attributesOf(book, 'sheet').flatMap((tag) => {
    const target = targets.get(attributeOf(tag, '\\w+:id'))
    return target ? [{ name: attributeOf(tag, 'name')!, part: target.startsWith('/') ? target.slice(1) : `xl/${target}` }] : []
  })
  const since1904 = /^(1|true)$/.test(attributeOf(attributesOf(book, 'workbookPr')[0] ?? '', 'date1904') ?? '')
  return { parts, sheets: sheets.filter(({ part }) => parts.names.includes(part)), since1904, bad }
}

export const xlsxSheets = (file: ListFile): string[] => openBook(file).sheets.map(({ name }) => name)

/**
 * Calls `row` with the cells of every row that holds something, headings first, and its number in the sheet. sheet = null: the first one.
 * Every row has as many cells as the headings. Refuses bad-file with the row, and too-large.
 */
export const eachXlsxRow = (
  file: ListFile,
  sheet: string | null,
  row: (cells: readonly string[], line: number) => unknown,
  progress: (share: number) => void = () => {},
): void => {
  const { parts, sheets, since1904, bad } = openBook(file)
  const wanted =
    sheets.find(({ name }) => sheet === null || name === sheet) ?? bad(`it holds no sheet${sheet === null ? '' : ` called ${sheet}`}`)
  const shared = wholeTags(parts.read('xl/sharedStrings.xml')?.toString('utf8') ?? '', 'si').map(({ inner }) => textIn(inner))
  const dates = dateFormatsIn(parts.read('xl/styles.xml')?.toString('utf8') ?? '')
  const xml = parts.read(wanted.part)!
  const prefix = /<(\w+:)?worksheet\b/.exec(xml.toString('utf8', 0, 4_000))?.[1] ?? ''
  const close = `</${prefix}row>`
  let width = 0
  let line = 0
  let widest = 0
  let met = false
  for (let from = 0, end = xml.indexOf(close); end >= 0; from = end + close.length, end = xml.indexOf(close, from)) {
    if (end - from > mostInRow) bad('a row is larger than 4 MiB', line + 1)
    const piece = xml.toString('utf8', from, end)
    // Empty rows close themselves and stand before the one that ends here.
    const [, head, inner] =
      new RegExp(`^<${prefix}row\\b([^>]*)>([\\s\\S]*)$`).exec(piece.slice(piece.lastIndexOf(`<${prefix}row`))) ??
      bad('its sheet is damaged', line + 1)
    line = Number(attributeOf(head!, 'r') ?? line + 1)
    const cells = cellsOf(inner!, line, shared, dates, since1904, bad)
    while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop()
    if (cells.length === 0) continue
    // Above the headings a title may be narrower or wider; a merged heading leaves empty cells at the end.
    if (!met) width = widest = Math.max(widest, cells.length)
    if (cells.length > width) bad(`${cells.length} cells, the headings are ${width}`, line)
    while (cells.length < width) cells.push('')
    met = row(cells, line) !== 'above'
    progress(end / xml.length)
  }
  if (width === 0) bad('it holds no row', 1)
}

const cellsOf = (
  inner: string,
  line: number,
  shared: readonly string[],
  dates: readonly DatePart[],
  since1904: boolean,
  bad: Book['bad'],
): string[] => {
  const cells: string[] = []
  for (const { attributes, inner: cell } of wholeTags(inner, 'c')) {
    const at = columnOf(attributeOf(attributes, 'r')) ?? cells.length
    if (at < cells.length || at >= mostColumns) bad('its cells are not in order', line)
    while (cells.length < at) cells.push('')
    const kind = attributeOf(attributes, 't')
    const value = kind === 'inlineStr' ? textIn(cell) : textIn(wholeTags(cell, 'v')[0]?.inner ?? '', null)
    const date = dates[Number(attributeOf(attributes, 's') ?? 0)] ?? null
    if (kind === 'e') bad(`a formula there gives an error (${value})`, line)
    if (kind === 's') cells.push(shared[Number(value)] ?? bad('a text of it is missing', line))
    else if (kind === 'inlineStr' || kind === 'str' || value === '') cells.push(value)
    else if (kind === 'd') cells.push(value.slice(0, 10))
    else cells.push(date ? dayOf(Number(value), date, since1904) : String(Number(value)))
  }
  return cells
}

/** BC → 54, from 0. */
const columnOf = (reference: string | null): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}
