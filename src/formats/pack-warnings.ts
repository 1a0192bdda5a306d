/** What a reader of a pack should look at although nothing in it is wrong: elements that nothing can show, kinds that bear on nothing, circles. */
import { leavesOf } from '../domain/law/compiled-condition.ts'
import type { LawPack } from '../domain/law/pack.ts'

export const packWarnings = (pack: LawPack): string[] => {
  const warnings: string[] = []
  const elements = pack.tests.flatMap((test) => test.elements.map((element) => `${test.id}.${element.id}`))
  const borne = new Set(pack.bearings.map((one) => one.element))
  for (const element of elements) if (!borne.has(element)) warnings.push(`${element} has no bearing: no fact can reach it`)
  const leaves = pack.bearings.flatMap((one) => [one.for, one.against, ...one.unless, ...(one.gate ? [one.gate] : [])].flatMap(leavesOf))
  const used = new Set(
    [...leaves, ...pack.profiles.flatMap((one) => leavesOf(one.pattern))].flatMap((leaf) => ('f' in leaf ? [leaf.f] : [])),
  )
  const idle = pack.vocabulary.kinds.filter((kind) => !used.has(kind.id) && kind.group !== 'evidence').map((kind) => kind.id)
  if (idle.length > 0) warnings.push(`kinds of fact that bear on no element: ${idle.join(', ')}`)
  const from = new Map(
    pack.bearings.map((one) => [
      one.element,
      [one.for, one.against, ...one.unless, ...(one.gate ? [one.gate] : [])]
        .flatMap(leavesOf)
        .flatMap((leaf) => ('el' in leaf ? [leaf.el] : [])),
    ]),
  )
  for (const element of borne) if (reaches(from, element, element)) warnings.push(`${element} is drawn from itself in a circle`)
  return warnings
}

const reaches = (from: ReadonlyMap<string, readonly string[]>, start: string, goal: string, seen = new Set<string>()): boolean => {
  for (const next of from.get(start) ?? []) {
    if (next === goal) return true
    if (seen.has(next)) continue
    seen.add(next)
    if (reaches(from, next, goal, seen)) return true
  }
  return false
}
