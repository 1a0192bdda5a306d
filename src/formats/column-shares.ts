/** Gives each column of a printed table its share of the page, so that a number column stays narrow and a telling one gets room. */

/** Shares of the whole in order of the columns, summing to about 1. Cells are read as [row][column]. */
export const columnShares = (cells: readonly (readonly string[])[]): number[] => {
  const columns = cells[0]?.length ?? 0
  const weights = Array.from({ length: columns }, (_, column) => {
    const longestWord = Math.max(...cells.map((row) => Math.max(0, ...(row[column] ?? '').split(/[\s/]+/).map(printedWidth))))
    const longestCell = Math.max(...cells.map((row) => printedWidth(row[column] ?? '')))
    // The root keeps one long story from starving its neighbours; the word keeps a name or a date from being broken.
    return Math.max(3, Math.min(longestWord, 18), Math.sqrt(longestCell) * 2.5)
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.round((weight / whole) * 1000) / 1000)
}

/** Hangul and Han letters take two Latin widths. */
const printedWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? 2 : 1), 0)
