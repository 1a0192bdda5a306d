/** What the pack says on one day: who is bound, and which authorities were there. Kept, for the same day is asked again when many cases are looked at. */
import type { Day } from '../../basics/clock.ts'
import { type Certainty, type Citation, weakest } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound } from './assessment.ts'
import type { BindsLeaf } from './compiled-condition.ts'
import type { CompiledBearing, CompiledPack } from './compiled-pack.ts'
import { lastDay } from './day-bounds.ts'
import { articleCertainty, isBound } from './is-bound.ts'

export type LawOfDay = {
  asOf: Day
  /** One answer, in a list as conditions read it. */
  boundOf(leaf: BindsLeaf, state: StateCode): readonly Bound[]
  /** An authority later than the day asked cannot be used for that day. */
  inTime(source: string): boolean
  /** The line's own authorities that were there on the day. */
  authoritiesOf(one: CompiledBearing): readonly Citation[]
}

/** Cases of one desk stand on few days; many days in a row must not fill the memory. */
const mostDays = 400
const kept = new WeakMap<CompiledPack, Map<Day, LawOfDay>>()

export const lawOfDay = (compiled: CompiledPack, asOf: Day): LawOfDay => {
  const days = kept.get(compiled) ?? new Map<Day, LawOfDay>()
  kept.set(compiled, days)
  const known = days.get(asOf)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const bounds = new Map<BindsLeaf, Map<StateCode, readonly Bound[]>>()
  const usable = new Map<string, boolean>()
  const own: (readonly Citation[] | undefined)[] = []
  const inTime = (source: string): boolean => {
    const answer = usable.get(source)
    if (answer !== undefined) return answer
    const issued = compiled.sources.get(source)?.issuedOn ?? null
    const fresh = issued === null || (lastDay(issued) ?? '') <= asOf
    usable.set(source, fresh)
    return fresh
  }
  const law: LawOfDay = {
    asOf,
    inTime,
    authoritiesOf: (one) => {
      own[one.at] ??= distinct(one.bearing.citations.filter((citation) => inTime(citation.source)))
      return own[one.at]!
    },
    boundOf: (leaf, state) => {
      const states = bounds.get(leaf) ?? new Map<StateCode, readonly Bound[]>()
      bounds.set(leaf, states)
      const answer = states.get(state)
      if (answer !== undefined) return answer
      const fresh = [boundOn(compiled, leaf, state, asOf)]
      states.set(state, fresh)
      return fresh
    },
  }
  days.set(asOf, law)
  return law
}

const boundOn = ({ pack }: CompiledPack, { binds, article }: BindsLeaf, state: StateCode, asOf: Day): Bound => {
  const bound = isBound(pack, state, binds, asOf, { article })
  // What an article says is as sure as its paraphrase: an unread article lowers the line.
  const certainty: Certainty =
    article === null || bound.answer !== 'bound'
      ? bound.citation.certainty
      : weakest([bound.citation.certainty, articleCertainty(pack, binds, article)])
  return { ...bound, citation: { ...bound.citation, at: `${binds}${article === null ? '' : ` Art ${article}`}, ${state}`, certainty } }
}

/** One of each source and place; of two the later one's certainty stands. */
export const distinct = (citations: readonly Citation[]): readonly Citation[] => {
  if (citations.length < 2) return citations
  const found: Citation[] = []
  for (const one of citations) {
    const at = found.findIndex((other) => other.source === one.source && other.at === one.at)
    if (at < 0) found.push(one)
    else found[at] = one
  }
  return found
}
