/** Which elements can answer otherwise after a change of the law pack, and why: only these need to be looked at again. */
import { leavesOf } from './compiled-condition.ts'
import { compiledPack } from './compiled-pack.ts'
import type { Bearing, Condition, LawPack } from './pack.ts'

/** What changed in the pack: the rule of the element itself, what binds, a source, a risk profile, or an element it is drawn from. */
export type ChangeReason = { what: 'rule' | 'gone' | 'profile' } | { what: 'law' | 'source' | 'drawn'; from: string }

/** null = everything (kinds of fact themselves changed, or the packs are of two situations). */
export const changeReasons = (before: LawPack, after: LawPack): ReadonlyMap<string, readonly ChangeReason[]> | null => {
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
  const reasons = new Map<string, ChangeReason[]>()
  const give = (element: string, ...found: readonly ChangeReason[]): void => {
    if (found.length > 0) reasons.set(element, [...(reasons.get(element) ?? []), ...found])
  }
  for (const bearing of after.bearings) {
    const leaves = conditionsOf(bearing)
    const read = (of: (leaf: Condition) => string[]): string[] => [...new Set(leaves.flatMap(of))]
    const cited = bearing.citations.map((one) => one.source)
    if (!same(old.get(bearing.element), bearing)) give(bearing.element, { what: 'rule' })
    give(
      bearing.element,
      ...read((leaf) => ('binds' in leaf && law.has(leaf.binds) ? [leaf.binds] : [])).map((from) => ({ what: 'law' as const, from })),
      ...[...new Set([...cited, ...read((leaf) => ('source' in leaf ? [leaf.source] : []))])]
        .filter((source) => sources.has(source))
        .map((from) => ({ what: 'source' as const, from })),
      ...(profiles && leaves.some((leaf) => 'profile' in leaf) ? [{ what: 'profile' as const }] : []),
    )
  }
  const now = new Set(after.bearings.map((one) => one.element))
  for (const { element } of before.bearings) if (!now.has(element)) give(element, { what: 'gone' })
  for (const element of [...reasons.keys()])
    for (const pack of [after, before])
      for (const reached of compiledPack(pack).reached.get(element) ?? [])
        if (!(reasons.get(reached) ?? []).some((one) => one.what === 'drawn' && one.from === element))
          give(reached, { what: 'drawn', from: element })
  return reasons
}

export const affectedElements = (before: LawPack, after: LawPack): ReadonlySet<string> | null => {
  const reasons = changeReasons(before, after)
  return reasons && new Set(reasons.keys())
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
