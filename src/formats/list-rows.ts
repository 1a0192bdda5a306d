/** Reads the rows of a list, whether it comes as CSV or as an Excel sheet. */
import { isUtf8 } from 'node:buffer'
import { refuse } from '../basics/refusal.ts'
import { isUtf16 } from '../domain/linkage/list-text.ts'
import { eachCsvRow } from './csv-rows.ts'
import { allBytesOf, firstBytesOf, type ListFile, nameOf } from './list-source.ts'
import { eachXlsxRow, xlsxSheets } from './xlsx-rows.ts'

const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** The container of the old .xls, and of any Office file that has a password. */
const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

export const isSheet = (file: ListFile): boolean => {
  const first = firstBytesOf(file, 4)
  if (first.equals(oldOffice))
    refuse(
      'bad-file',
      { reason: 'it is an old .xls or has a password; save it as .xlsx without one, or as CSV in UTF-8' },
      { file: nameOf(file) },
    )
  return first.equals(zip)
}

/** Names of the sheets; none for CSV. */
export const sheetsOf = (file: ListFile): string[] => (isSheet(file) ? xlsxSheets(file) : [])

/** How a CSV file that was read without fault is written, where that is not UTF-8. */
export const encodingOf = (file: ListFile): 'cp949' | 'utf-16' | null =>
  isSheet(file) ? null : isUtf16(firstBytesOf(file, 4)) ? 'utf-16' : isUtf8(allBytesOf(file, 64 * 2 ** 20)) ? null : 'cp949'

/** What a reader of rows answers: 'above' while it has not met the headings, whose width the rows below them must not pass. */
export type ForRow = (cells: readonly string[], line: number) => unknown

/** progress = share of the file. Headings come first. */
export const eachListRow = (file: ListFile, sheet: string | null, row: ForRow, progress?: (share: number) => void): void =>
  isSheet(file) ? eachXlsxRow(file, sheet, row, progress) : eachCsvRow(file, row, progress)
