/** Which models are tried: every hierarchical one where that is possible, otherwise a search by steps; and how a model is written. */
import { bitsOf } from './capture-history.ts'

/** All interactions of two lists up to all but the last (which the unseen cell can never tell), smaller ones first. */
export const interactions = (lists: number, order: number = lists - 1): number[] => {
  const all: number[] = []
  for (let cell = 1; cell < 1 << lists; cell++) {
    const size = bitsOf(cell).length
    if (size >= 2 && size <= order) all.push(cell)
  }
  return all.sort((a, b) => bitsOf(a).length - bitsOf(b).length || a - b)
}

/** A term may enter only when all the terms inside it are there. */
export const mayEnter = (term: number, inside: (term: number) => boolean): boolean =>
  bitsOf(term).length === 2 || bitsOf(term).every((bit) => inside(term ^ (1 << bit)))

/** 8 models for three lists, 113 for four, 6,893 for five (as Rcapture's closedpMS.t); null where there would be too many to try. */
export const allHierarchical = (lists: number): number[][] | null => {
  if (lists > 5) return null
  const candidates = interactions(lists)
  const found: number[][] = []
  const chosen = new Set<number>()
  const walk = (at: number): void => {
    const term = candidates[at]
    if (term === undefined) {
      found.push([...chosen])
      return
    }
    walk(at + 1)
    if (mayEnter(term, (part) => chosen.has(part))) {
      chosen.add(term)
      walk(at + 1)
      chosen.delete(term)
    }
  }
  walk(0)
  return found
}

/** As Rcapture writes it: the largest terms only, lists by number, for example [12,13,4]. From ten lists on numbers are joined by a point. */
export const nameOf = (terms: readonly number[], lists: number): string => {
  const all = [...terms, ...Array.from({ length: lists }, (_, i) => 1 << i)]
  const largest = all.filter((term) => !all.some((other) => other !== term && (other & term) === term))
  const words = largest.map((term) =>
    bitsOf(term)
      .map((bit) => bit + 1)
      .join(lists > 9 ? '.' : ''),
  )
  return `[${words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join(',')}]`
}
