/** Reads a CSV file of any size row by row, holding only a piece of it in memory; a bad row is refused with its line and the reason. */
import { isAscii, isUtf8 } from 'node:buffer'
import { refuse } from '../basics/refusal.ts'
import { isUtf16, koreanTextIn, listTextIn } from '../domain/linkage/list-text.ts'
import { allBytesOf, firstBytesOf, type ListFile, nameOf, openList } from './list-source.ts'

/**
 * Calls `row` with the cells of every row, headings first, and the line it begins on (from 1). RFC 4180: quotes, doubled quotes, line ends inside quotes;
 * CRLF or LF; a byte order mark is skipped, empty lines too. The delimiter is a comma, semicolon or tab, whichever the first line holds most of.
 * UTF-8; or UTF-16 with its mark and Korean CP949, which Excel writes. The array of cells is reused: copy what is kept. Refuses bad-file: broken text, an open quote, a quote in the middle, a wrong number of cells.
 */
export const eachCsvRow = (
  file: ListFile,
  row: (cells: readonly string[], line: number) => unknown,
  progress: (share: number) => void = () => {},
): void => {
  if (isUtf16(firstBytesOf(file, 4))) {
    eachCsvRow(utf8Of(file), row, progress)
    return
  }
  const list = openList(file)
  const bad = (line: number, reason: string): never =>
    refuse('bad-file', { reason: `line ${line}: ${reason}` }, { file: nameOf(file), line })
  let piece = Buffer.allocUnsafe(1 << 20)
  const cells: string[] = []
  let rest = ''
  let line = 1
  let width = 0
  let any = false
  let delimiter = ''
  let bytes = 0
  const cut = (text: string, from: number, to: number): readonly string[] => {
    cells.length = 0
    const sign = delimiter.charCodeAt(0)
    let begin = from
    for (let i = from; i < to; i++) {
      if (text.charCodeAt(i) !== sign) continue
      cells.push(text.slice(begin, i))
      begin = i + 1
    }
    cells.push(text.slice(begin, to))
    return cells
  }
  const give = (found: readonly string[], on: number): void => {
    width ||= found.length
    any = true
    if (found.length !== width) bad(on, `${found.length} cells, the headings are ${width}`)
    if (row(found, on) === 'above') width = 0
  }
  /** plain = the text holds no quotation mark; the caller knows it from the bytes. */
  const take = (text: string, plain: boolean, last: boolean): string => {
    let at = 0
    while (at < text.length) {
      const begin = at
      const beganOn = line
      const end = plain ? text.indexOf('\n', at) : -1
      if (end >= 0) {
        at = end + 1
        line++
        const stop = end > begin && text.charCodeAt(end - 1) === 13 ? end - 1 : end
        if (stop > begin) give(cut(text, begin, stop), beganOn)
        continue
      }
      cells.length = 0
      let whole = false
      for (;;) {
        if (text.charCodeAt(at) === 34) {
          let end = at + 1
          for (;;) {
            end = text.indexOf('"', end)
            if (end < 0 || (end === text.length - 1 && !last)) break
            if (text.charCodeAt(end + 1) !== 34) break
            end += 2
          }
          if (end < 0 || (end === text.length - 1 && !last)) {
            if (last) bad(beganOn, 'a quotation mark opens here and never closes')
            break
          }
          const cell = text.slice(at + 1, end)
          cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell)
          for (let i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) line++
          at = end + 1
        } else {
          let end = at
          while (end < text.length) {
            const code = text.charCodeAt(end)
            if (code === 10 || code === delimiter.charCodeAt(0)) break
            if (code === 34) bad(line, 'a quotation mark stands in the middle of a cell')
            end++
          }
          if (end === text.length && !last) break
          cells.push(
            text.slice(at, text.charCodeAt(end - 1) === 13 && (end === text.length || text.charCodeAt(end) === 10) ? end - 1 : end),
          )
          at = end
        }
        if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
        if (at >= text.length) {
          whole = last
          break
        }
        const sign = text[at]
        if (sign === '\n') {
          at++
          whole = true
          break
        }
        if (sign !== delimiter) bad(line, 'something follows a closing quotation mark')
        at++
      }
      if (!whole) {
        line = beganOn
        return text.slice(begin)
      }
      line++
      if (cells.length > 1 || cells[0] !== '') give(cells, beganOn)
    }
    return ''
  }
  /** A file is in one encoding from its beginning to its end: what began in UTF-8 is broken, not Korean, when a letter of it is. */
  let encoding: 'ascii' | 'utf8' | 'cp949' = 'ascii'
  const textOf = (bytes: Buffer): string => {
    if (encoding !== 'cp949' && isUtf8(bytes)) {
      if (encoding === 'ascii' && !isAscii(bytes)) encoding = 'utf8'
      return bytes.toString('utf8')
    }
    const korean = encoding === 'utf8' ? null : koreanTextIn(bytes)
    if (korean === null) {
      const before = linesBeforeFault(bytes)
      return bad(line + before.lines, encoding === 'utf8' || !isAscii(bytes.subarray(0, before.bytes)) ? brokenText : unknownText)
    }
    encoding = 'cp949'
    return korean
  }
  try {
    let held = 0
    for (;;) {
      if (held === piece.length) piece = larger(piece, line, bad)
      const many = list.read(piece, held, piece.length - held)
      bytes += many
      const filled = held + many
      // Whole lines only: a letter of several bytes is never cut, and the text needs no decoder that remembers.
      const end = many === 0 ? filled : piece.lastIndexOf(10, filled - 1) + 1
      const whole = piece.subarray(0, end)
      if (whole.includes(0)) bad(line, 'it is not text')
      const text = textOf(whole)
      // Asked of the bytes on purpose: V8 moves a search of the text into the loop over its rows, and reading was thirty times slower.
      const plain = !whole.includes(34) && rest === ''
      delimiter ||= delimiterOf(text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')))
      rest = take(rest === '' ? text.replace(/^\uFEFF/, '') : rest + text, plain, many === 0)
      if (rest.length > most) bad(line, 'a row is longer than 64 million letters')
      piece.copyWithin(0, end, filled)
      held = filled - end
      progress(Math.min(1, bytes / (list.size || 1)))
      if (many === 0) break
    }
  } finally {
    list.close()
  }
  if (!any) refuse('bad-file', { reason: 'line 1: it holds no row' }, { file: nameOf(file), line: 1 })
}

const most = 1 << 26

const larger = (piece: Buffer, line: number, bad: (line: number, reason: string) => never): Buffer<ArrayBuffer> => {
  if (piece.length >= most) bad(line, 'a row is longer than 64 million letters')
  return Buffer.concat([piece, Buffer.allocUnsafe(piece.length)])
}

const brokenText = 'it is UTF-8 text with a broken letter there'
export const unknownText = 'its letters are neither UTF-8 nor Korean CP949; save it as “CSV UTF-8” or as .xlsx'

/** What stands before the first line that is no UTF-8. */
const linesBeforeFault = (given: Buffer): { lines: number; bytes: number } => {
  let lines = 0
  let from = 0
  for (; from < given.length; lines++) {
    const end = given.indexOf(10, from)
    if (end < 0 || !isUtf8(given.subarray(from, end + 1))) break
    from = end + 1
  }
  return { lines, bytes: from }
}

/** UTF-16 has zeros in every letter: it is turned around whole, which the size of a list allows. */
const utf8Of = (file: ListFile): ListFile => {
  const read = listTextIn(allBytesOf(file, 64 * 2 ** 20))
  return read
    ? { name: nameOf(file), bytes: Buffer.from(read.text) }
    : refuse('bad-file', { reason: `line 1: ${unknownText}` }, { file: nameOf(file), line: 1 })
}

const delimiterOf = (line: string): string =>
  [',', ';', '\t'].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best), ',')
