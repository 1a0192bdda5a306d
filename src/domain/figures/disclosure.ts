/** Hides small figures before a table leaves the house, and as many others as it takes that nobody can subtract their way back to them. */
import { type Equation, feasibleRange } from './feasible-range.ts'

/** Below this many people a figure can point at a person. */
export const smallest = 10

/** A published figure. `parts` = the ids whose counts add up to this one; a figure without parts stands by itself. A part may belong to several sums. */
export type Figure = { id: string; count: number; parts?: readonly string[] }
/** count null = hidden: small by itself, or hidden so that another cannot be computed. Both look alike outside; `why` stays in the house. */
export type SafeFigure = { id: string; count: number | null; why: 'small' | 'complement' | null }

/**
 * Zero is shown: it says that nobody was counted; 1 to k − 1 are hidden. For each hidden small figure the interval that a reader can derive, knowing
 * that counts are never negative, is at least k − 1 wide: computed exactly, not by looking for single differences.
 */
export const suppressSmall = (figures: readonly Figure[], k: number = smallest): SafeFigure[] => {
  const place = new Map(figures.map((figure, i) => [figure.id, i]))
  const hidden = figures.map((figure) => figure.count > 0 && figure.count < k)
  const small = [...hidden]
  const sums = figures.flatMap((figure, i) => (figure.parts ? [[i, ...figure.parts.map((part) => place.get(part)!)]] : []))
  for (;;) {
    const known = knownSums(figures, sums, hidden)
    const open = small.findIndex((is, i) => is && isExposed(i, known, k))
    if (open < 0) break
    const more = complementFor(open, figures, sums, hidden, known)
    if (more < 0) {
      // Nothing left to hide beside it: the whole of what it is connected to goes.
      for (let i = 0; i < hidden.length; i++) hidden[i] = true
      break
    }
    hidden[more] = true
  }
  return figures.map((figure, i) => ({
    id: figure.id,
    count: hidden[i] ? null : figure.count,
    why: small[i] ? 'small' : hidden[i] ? 'complement' : null,
  }))
}

type Known = { equations: Equation[]; unknowns: number[] }

/** What the reader knows: every sum, with the shown figures moved to the right-hand side. */
const knownSums = (figures: readonly Figure[], sums: readonly number[][], hidden: readonly boolean[]): Known => {
  const unknowns = hidden.flatMap((is, i) => (is ? [i] : []))
  const at = new Map(unknowns.map((figure, i) => [figure, i]))
  const equations = sums.flatMap(([total, ...parts]) => {
    const terms = [
      ...parts.filter((part) => hidden[part]).map((part) => ({ at: at.get(part)!, sign: 1 as const })),
      ...(hidden[total!] ? [{ at: at.get(total!)!, sign: -1 as const }] : []),
    ]
    if (terms.length === 0) return []
    const shown = parts.reduce((sum, part) => sum + (hidden[part] ? 0 : figures[part]!.count), 0)
    return [{ terms, sum: (hidden[total!] ? 0 : figures[total!]!.count) - shown }]
  })
  return { equations, unknowns }
}

const isExposed = (figure: number, { equations, unknowns }: Known, k: number): boolean => {
  const { low, high } = feasibleRange(equations, unknowns.length, unknowns.indexOf(figure))
  return high - low < k - 1 - 1e-6
}

/** The next figure to hide: in a sum with a hidden one, a part before a total, the smallest that is not zero (a shown zero protects nothing). */
const complementFor = (
  exposed: number,
  figures: readonly Figure[],
  sums: readonly number[][],
  hidden: readonly boolean[],
  { unknowns }: Known,
): number => {
  const near = reachable(exposed, sums, new Set(unknowns))
  let best = -1
  let bestRank: readonly number[] = []
  for (const sum of sums) {
    const [total] = sum
    const holds = sum.filter((figure) => near.has(figure)).length
    if (holds === 0) continue
    for (const figure of sum) {
      if (hidden[figure] || figures[figure]!.count === 0) continue
      // First the sums that hold the exposed figure and hide too little, then any joined to it; parts before totals; small before large.
      const rank = [sum.includes(exposed) ? 0 : 1, holds, figure === total ? 1 : 0, figures[figure]!.count]
      if (best < 0 || isBefore(rank, bestRank)) {
        best = figure
        bestRank = rank
      }
    }
  }
  return best
}

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

/** All hidden figures joined to this one by a chain of sums. */
const reachable = (from: number, sums: readonly number[][], hidden: ReadonlySet<number>): Set<number> => {
  const found = new Set([from])
  for (let grown = true; grown; ) {
    grown = false
    for (const sum of sums) {
      if (!sum.some((figure) => found.has(figure))) continue
      for (const figure of sum) {
        if (!hidden.has(figure) || found.has(figure)) continue
        found.add(figure)
        grown = true
      }
    }
  }
  return found
}

/** A table of counts with the sums of its rows and columns and the grand total, ready to be suppressed. Ids are r{row}c{column}, r{row}, c{column} and total. */
export const tableFigures = (counts: readonly (readonly number[])[]): Figure[] => {
  const columns = counts[0]?.length ?? 0
  const cells = counts.flatMap((row, r) => row.map((count, c) => ({ id: `r${r}c${c}`, count })))
  const rowSums = counts.map((row, r) => ({ id: `r${r}`, count: row.reduce((a, b) => a + b, 0), parts: row.map((_, c) => `r${r}c${c}`) }))
  const columnSums = Array.from({ length: columns }, (_, c) => ({
    id: `c${c}`,
    count: counts.reduce((sum, row) => sum + row[c]!, 0),
    parts: counts.map((_, r) => `r${r}c${c}`),
  }))
  const total = rowSums.reduce((sum, row) => sum + row.count, 0)
  return [...cells, ...rowSums, ...columnSums, { id: 'total', count: total, parts: rowSums.map((row) => row.id) }]
}
