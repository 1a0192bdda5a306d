/** Reads the rows of a list, whether it comes as CSV or as an Excel sheet. */
import { refuse } from '../basics/refusal.ts'
import { eachCsvRow } from './csv-rows.ts'
import { firstBytesOf, type ListFile, nameOf } from './list-source.ts'
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

/** progress = share of the file. Headings come first. */
export const eachListRow = (
  file: ListFile,
  sheet: string | null,
  row: (cells: readonly string[], line: number) => void,
  progress?: (share: number) => void,
): void => (isSheet(file) ? eachXlsxRow(file, sheet, row, progress) : eachCsvRow(file, row, progress))
