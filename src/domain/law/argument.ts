/** Draws a chain of reasoning over one person's facts: which steps stand, on what, and which links are weak. Data for a picture, not a result. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import type { Citation } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { Assessment, Line } from './assessment.ts'
import type { CaseRecord } from './case-record.ts'
import { CaseView, spreads } from './case-view.ts'
import { compile, type Scope, type World } from './compiled-condition.ts'
import { compiledPack } from './compiled-pack.ts'
import { lastDay } from './day-bounds.ts'
import { carries, everythingTold } from './disputed-worlds.ts'
import type { ArgumentPattern, LawPack } from './pack.ts'

/** stands = carried by facts; told = only open or disputed facts; missing = nothing in the file. */
export type ArgumentNode = {
  id: string
  route: '1' | '2' | 'both'
  words: Words
  stands: 'stands' | 'told' | 'missing'
  facts: readonly FactId[]
}
export type WeakReason = 'start-missing' | 'end-missing' | 'adverse-fact' | 'unverified-source' | 'no-source'
export type ArgumentLink = {
  from: string
  to: string
  words: Words
  citations: readonly Citation[]
  /** Why the step is weak; empty = nothing in file or pack weakens it. */
  weak: readonly WeakReason[]
  /** The usual answer against this step, to be met in words. */
  counter: Words | null
  against: readonly FactId[]
}
export type Argument = {
  id: string
  title: Words
  caution: Words
  person: PersonId
  nodes: readonly ArgumentNode[]
  links: readonly ArgumentLink[]
}

export const drawArguments = (record: CaseRecord, pack: LawPack, assessment: Assessment, person: PersonId): Argument[] =>
  pack.arguments.map((one) => drawn(one, record, pack, assessment, person))

const drawn = (pattern: ArgumentPattern, record: CaseRecord, pack: LawPack, assessment: Assessment, person: PersonId): Argument => {
  const { places } = compiledPack(pack)
  const scope = scopeOf(record, pack, assessment, person)
  const firm: World = { holds: (fact) => carries(fact) || fact.disputedPart !== null, lenient: false }
  const nodes = pattern.nodes.map((node): ArgumentNode => {
    const test = compile(node.when, 'argument', places)
    const match = test.match(scope, firm)
    const told = match ?? test.match(scope, everythingTold)
    return {
      id: node.id,
      route: node.route,
      words: node.words,
      stands: match ? 'stands' : told ? 'told' : 'missing',
      facts: told?.facts ?? [],
    }
  })
  const standing = new Map(nodes.map((node) => [node.id, node.stands]))
  return {
    id: pattern.id,
    title: pattern.title,
    caution: pattern.caution,
    person,
    nodes,
    links: pattern.links.map((link): ArgumentLink => {
      const citations = link.citations.filter((citation) => issuedBy(pack, citation.source, assessment.asOf))
      const against = [
        ...new Set(link.weak.flatMap((condition) => compile(condition, 'argument', places).match(scope, everythingTold)?.facts ?? [])),
      ]
      const weak: WeakReason[] = []
      if (standing.get(link.from) !== 'stands') weak.push('start-missing')
      if (standing.get(link.to) !== 'stands') weak.push('end-missing')
      if (against.length > 0) weak.push('adverse-fact')
      if (citations.length === 0) weak.push('no-source')
      else if (citations.every((citation) => citation.certainty === 'unverified')) weak.push('unverified-source')
      return { from: link.from, to: link.to, words: link.words, citations, weak, counter: link.weakWords, against }
    }),
  }
}

const issuedBy = (pack: LawPack, source: string, on: Day): boolean => {
  const issued = pack.sources[source]?.issuedOn ?? null
  return issued === null || (lastDay(issued) ?? '') <= on
}

/** The argument reads the lines of an assessment already made, so that picture and table never differ. */
const scopeOf = (record: CaseRecord, pack: LawPack, assessment: Assessment, person: PersonId): Scope => {
  const compiled = compiledPack(pack)
  const view = new CaseView(record, compiled.kinds, assessment.asOf, null)
  const who = view.persons.find((one) => one.id === person)
  const told = who === undefined ? [] : view.toldIn(view.units(spreads.indexOf('person'), who)[0]!)
  const lines = new Map<string, Line[]>()
  for (const line of assessment.lines) if (line.person === person) lines.set(line.element, [...(lines.get(line.element) ?? []), line])
  const linesOf = (element: number): readonly Line[] => lines.get(compiled.bearings[element]?.bearing.element ?? '') ?? []
  return {
    told: (kind) => told[kind],
    lines: linesOf,
    reads: (element, is, lenient) => linesOf(element).some((line) => line.answer === is || (lenient && line.answer === 'disputed')),
    forum: record.forum,
    profile: () => null,
    hasProfile: () => false,
    bounds: () => [],
    source: () => null,
    child: () => false,
  }
}
