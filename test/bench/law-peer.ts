/** The refugee test, with everything it is drawn from, rewritten from the same pack for json-rules-engine, as one who uses that engine would write it. */
import { Engine } from 'json-rules-engine'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'
import { leavesOf } from '../../src/domain/law/compiled-condition.ts'
import { carries } from '../../src/domain/law/disputed-worlds.ts'
import { isBound } from '../../src/domain/law/is-bound.ts'
import type { Bearing, Condition, LawPack } from '../../src/domain/law/pack.ts'

type Almanac = { addRuntimeFact(name: string, value: number): void }
export type PeerAnswer = 'shown' | 'contradicted' | 'disputed' | 'missing'

const partsOf = (one: Bearing): readonly Condition[] =>
  [one.for, one.against, ...one.unless, one.despite, one.gate, one.bar].filter((part) => part !== null)

/** Every element of the refugee test and every one that any of them is drawn from. */
export const refugeeRules = (pack: LawPack): readonly Bearing[] => {
  const by = new Map(pack.bearings.map((one) => [one.element, one]))
  const wanted = new Set<string>()
  const take = (element: string): void => {
    const one = by.get(element)
    if (wanted.has(element) || one === undefined) return
    wanted.add(element)
    for (const leaf of partsOf(one).flatMap(leavesOf)) if ('el' in leaf) take(leaf.el)
  }
  for (const one of pack.bearings) if (one.element.startsWith('refugee.')) take(one.element)
  return pack.bearings.filter((one) => wanted.has(one.element))
}

/** Three rules an element (for, against, unless); what a line reads of another is drawn from these as the engine's own facts. Rules run from the ground up, by priority. */
export const peerEngine = (pack: LawPack, rules: readonly Bearing[]): Engine => {
  if (rules.some((one) => one.gate || one.bar || one.despite)) throw new Error('The rewriting for the peer knows no gate, bar or despite.')
  const engine = new Engine([], { allowUndefinedFacts: true })
  const depth = depthsOf(rules)
  for (const rule of rules) {
    const sides: [string, Condition][] = [
      ['for', rule.for],
      ['against', rule.against],
      ['unless', { any: rule.unless }],
    ]
    for (const [side, condition] of sides) {
      if (leavesOf(condition).length === 0) continue
      engine.addRule({
        conditions: { all: [asPeer(condition, pack)] } as never,
        event: { type: `${rule.element} ${side}` },
        priority: 1000 - depth.get(rule.element)!,
        onSuccess: (_event: unknown, almanac: Almanac) => almanac.addRuntimeFact(`${rule.element} ${side}`, 1),
      } as never)
    }
    for (const is of ['shown', 'contradicted'] as const)
      engine.addFact(`el ${rule.element} ${is}`, async (_, almanac) => {
        const met = async (side: string): Promise<boolean> => (await almanac.factValue(`${rule.element} ${side}`)) === 1
        return answerFrom(rule, await met('for'), await met('against'), await met('unless')) === is ? 1 : 0
      })
  }
  return engine
}

export const answerFrom = (rule: Bearing, met: boolean, against: boolean, unless: boolean): PeerAnswer => {
  if (unless) return 'contradicted'
  if (rule.kind === 'officer' || rule.kind === 'law') return met ? 'shown' : 'missing'
  return met ? (against ? 'disputed' : 'shown') : against ? 'contradicted' : 'missing'
}

/** Facts of one person as counts, one for each leaf: what the peer is given before its clock starts. */
export const peerFacts = (pack: LawPack, rules: readonly Bearing[], record: CaseRecord): Record<string, number> => {
  const person = record.persons[0]!.id
  const told = record.facts.filter((fact) => fact.about.includes(person) && (carries(fact) || fact.standing === 'disputed'))
  const facts: Record<string, number> = {}
  const give = (leaf: Condition): void => {
    if ('f' in leaf)
      facts[nameOf(leaf)] = told.filter(
        (fact) =>
          fact.kind === leaf.f &&
          Object.entries(leaf.where ?? {}).every(([key, value]) => {
            const own = fact.attrs[key]
            if (own === undefined) return [value].flat().includes('-')
            return value === '*' ? !['unknown', 'refused', 'not-asked'].includes(own) : [value].flat().includes(own)
          }),
      ).length
    if ('binds' in leaf) {
      const states = record.states.concerned.filter((state) => leaf.state === 'respondent' || state !== record.states.origin)
      facts[nameOf(leaf)] = states.filter(
        (state) => isBound(pack, state, leaf.binds, record.asOf, { article: leaf.article }).answer === 'bound',
      ).length
    }
    if ('source' in leaf) facts[nameOf(leaf)] = leaf.source in pack.sources ? 1 : 0
    if ('forum' in leaf) facts[nameOf(leaf)] = record.forum !== null && leaf.forum.includes(record.forum) ? 1 : 0
    if ('profile' in leaf) for (const one of pack.profiles) leavesOf(one.pattern).forEach(give)
  }
  rules.flatMap(partsOf).flatMap(leavesOf).forEach(give)
  return facts
}

export const peerAnswers = async (
  engine: Engine,
  rules: readonly Bearing[],
  facts: Record<string, number>,
): Promise<ReadonlyMap<string, PeerAnswer>> => {
  const { events } = await engine.run(facts)
  const met = new Set(events.map((event) => event.type))
  return new Map(
    rules.map((rule) => {
      const side = (name: string): boolean => met.has(`${rule.element} ${name}`)
      return [rule.element, answerFrom(rule, side('for'), side('against'), side('unless'))]
    }),
  )
}

const depthsOf = (rules: readonly Bearing[]): ReadonlyMap<string, number> => {
  const depths = new Map<string, number>()
  const depthOf = (element: string): number => {
    const known = depths.get(element)
    if (known !== undefined) return known
    depths.set(element, 0)
    const from = rules.filter((rule) => rule.element === element).flatMap((rule) => partsOf(rule).flatMap(leavesOf))
    const value = 1 + Math.max(0, ...from.flatMap((leaf) => ('el' in leaf ? [depthOf(leaf.el)] : [])))
    depths.set(element, value)
    return value
  }
  for (const rule of rules) depthOf(rule.element)
  return depths
}

const nameOf = (leaf: Condition): string => ('f' in leaf ? `${leaf.f} ${JSON.stringify(leaf.where)}` : JSON.stringify(leaf))
const isMet = (fact: string) => ({ fact, operator: 'greaterThan', value: 0 })
const never = { fact: 'never', operator: 'equal', value: 1 }

const asPeer = (condition: Condition, pack: LawPack): object => {
  if ('all' in condition) return { all: condition.all.map((one) => asPeer(one, pack)) }
  // The peer reads an empty "any" as met.
  if ('any' in condition) return condition.any.length === 0 ? never : { any: condition.any.map((one) => asPeer(one, pack)) }
  // The peer has no "at least n of": every choice is written out, as its users do.
  if ('atLeast' in condition)
    return {
      any: choices(condition.of.length, condition.atLeast).map((chosen) => ({ all: chosen.map((i) => asPeer(condition.of[i]!, pack)) })),
    }
  if ('el' in condition) return { fact: `el ${condition.el} ${condition.is}`, operator: 'equal', value: 1 }
  if ('profile' in condition) {
    const profiles = pack.profiles.filter((one) => (condition.profile === 'any' ? one.grounds.length > 0 : one.id === condition.profile))
    return { any: profiles.map((one) => asPeer(one.pattern, pack)) }
  }
  return isMet(nameOf(condition))
}

const choices = (of: number, size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: of - from }, (_, i) => from + i).flatMap((i) => choices(of, size - 1, i + 1).map((rest) => [i, ...rest]))
