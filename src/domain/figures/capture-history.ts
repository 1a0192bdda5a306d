/** Who was seen by which lists: how many people carry each combination, and when that is too little to say how many were seen by none. */
import { refuse } from '../../basics/refusal.ts'

/** counts[h] = people whose lists are the bits of h (list 1 = bit 0). counts[0] is always 0: nobody counts those whom no list saw. */
export type CaptureSet = { id: string; lists: readonly string[]; counts: Float64Array; observed: number }

export const mostLists = 10

/** Histories are written as in the field: one digit a list, 1 = on the list. Refuses what cannot be a count of people. */
export const captureSetFrom = (
  id: string,
  names: readonly string[] | null,
  rows: Iterable<readonly [history: string, count: number]>,
): CaptureSet => {
  let width = names?.length ?? 0
  let counts: Float64Array | null = null
  const seen = new Set<string>()
  const bad = (reason: string): never => refuse('bad-file', { reason: `${id}: ${reason}` })
  for (const [history, count] of rows) {
    if (!/^[01]+$/.test(history)) bad(`the history “${history.slice(0, 40)}” must be written with 0 and 1, one digit a list`)
    width ||= history.length
    if (history.length !== width) bad(`the history “${history.slice(0, 40)}” names ${history.length} lists, the others ${width}`)
    if (width > mostLists) bad(`${width} lists are more than the ${mostLists} this desk can model`)
    if (!Number.isSafeInteger(count) || count < 0) bad(`the count of “${history}” must be a whole number, 0 or more`)
    if (seen.has(history)) bad(`the history “${history}” is given twice`)
    seen.add(history)
    counts ??= new Float64Array(1 << width)
    let cell = 0
    for (let i = 0; i < width; i++) if (history[i] === '1') cell |= 1 << i
    if (cell === 0 && count > 0) bad('people whom no list saw cannot have been counted; leave the history of zeros out')
    counts[cell] = count
  }
  if (!counts) return bad('it holds no history')
  return { id, lists: names ?? Array.from({ length: width }, (_, i) => `${i + 1}`), counts, observed: counts.reduce((a, b) => a + b, 0) }
}

/** Below seven people on two lists even the simplest estimator is badly biased (Robson and Regier 1964, for Chapman's estimator). */
export const fewestShared = 7

/** Refuses where an honest estimate cannot be made, and says why. */
export const mustBeEstimable = (set: CaptureSet): void => {
  const many = set.lists.length
  if (many < 3) refuse('too-few-lists', { count: `${many}` })
  let shared = 0
  const onList = new Float64Array(many)
  const sharedBy = new Float64Array(many)
  for (let cell = 1; cell < set.counts.length; cell++) {
    const lists = bitsOf(cell)
    const count = set.counts[cell]!
    if (lists.length > 1) shared += count
    for (const list of lists) {
      onList[list]! += count
      if (lists.length > 1) sharedBy[list]! += count
    }
  }
  for (let list = 0; list < many; list++) {
    if (onList[list] === 0) refuse('too-sparse', { reason: `list ${set.lists[list]} has nobody on it` })
  }
  if (shared === 0) refuse('too-sparse', { reason: 'no person is on two lists' })
  if (shared < fewestShared)
    refuse('too-sparse', { reason: `${shared} people are on two lists or more; fewer than ${fewestShared} say almost nothing` })
  for (let list = 0; list < many; list++) {
    if (sharedBy[list] === 0) refuse('too-sparse', { reason: `list ${set.lists[list]} shares no person with any other list` })
  }
}

/** The positions of the ones, lowest first. */
export const bitsOf = (cell: number): number[] => {
  const found: number[] = []
  for (let i = 0; cell >> i; i++) if ((cell >> i) & 1) found.push(i)
  return found
}
