/** Which elements can answer otherwise after a change of the law pack: only these need to be looked at again. */
import { leavesOf } from './compiled-condition.ts'
import { compiledPack } from './compiled-pack.ts'
import type { Bearing, Condition, LawPack } from './pack.ts'

/** null = everything (kinds of fact themselves changed, or the packs are of two situations). */
export const affectedElements = (before: LawPack, after: LawPack): ReadonlySet<string> | null => {
  if (before.situation !== after.situation || !same(before.vocabulary, after.vocabulary)) return null
  const old = new Map(before.bearings.map((one) => [one.element, one]))
  const law = new Set<string>([
    ...changed(before.instruments, after.instruments, (one) => one.id),
    ...changed(before.status, after.status, (one) => `${one.instrument}`),
  ])
  const sources = new Set(
    Object.keys({ ...before.sources, ...after.sources }).filter((key) => !same(before.sources[key], after.sources[key])),
  )
  const profiles = changed(before.profiles, after.profiles, (one) => one.id).length > 0
  const touched = (bearing: Bearing): boolean =>
    !same(old.get(bearing.element), bearing) ||
    bearing.citations.some((one) => sources.has(one.source)) ||
    conditionsOf(bearing).some(
      (leaf) =>
        ('binds' in leaf && law.has(leaf.binds)) || ('source' in leaf && sources.has(leaf.source)) || ('profile' in leaf && profiles),
    )
  const first = after.bearings.filter(touched).map((one) => one.element)
  const gone = before.bearings.map((one) => one.element).filter((element) => !after.bearings.some((one) => one.element === element))
  const reached = [...first, ...gone].flatMap((element) => [
    ...(compiledPack(after).reached.get(element) ?? []),
    ...(compiledPack(before).reached.get(element) ?? []),
  ])
  return new Set([...first, ...gone, ...reached])
}

const conditionsOf = (bearing: Bearing): readonly Condition[] =>
  [bearing.for, bearing.against, ...bearing.unless, bearing.despite, bearing.gate, bearing.bar].flatMap((one) => (one ? leavesOf(one) : []))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Keys of which any entry differs. */
const changed = <T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): string[] => {
  const texts = (all: readonly T[]): Map<string, string> => {
    const by = new Map<string, string>()
    for (const one of all) by.set(keyOf(one), `${by.get(keyOf(one)) ?? ''}${JSON.stringify(one)}`)
    return by
  }
  const [old, now] = [texts(before), texts(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key))
}
