/** Writes CSV that a spreadsheet opens as text: a cell that would be run as a formula is disarmed. */

export type CsvCell = string | number | null

/** UTF-8 with a byte order mark, so that spreadsheets read Hangul, and CRLF as RFC 4180 has it. A missing value is an empty cell. */
export const csvFrom = (head: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

// Full-width forms too: spreadsheets of East Asian locales fold them to the plain sign.
const formula = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠|%]|^[\t\r\n]/

const csvCell = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
