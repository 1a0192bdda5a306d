/** Links two lists for a person to look through: the pairs by weight, each with its two rows and what every field speaks for. */
import { pairExplainer } from '../domain/linkage/explain-pair.ts'
import { type LinkRow, type List, readListsToLink, rowsOf } from './link-columns.ts'
import { linkLists } from './link-lists.ts'
import { nameKeysOf } from './link-names.ts'
import type { ListProgress } from './list-job.ts'

/** family and given: as the name was read, in one writing system. */
export type ReviewRow = LinkRow & { list: 'a' | 'b'; line: number; family: string; given: string }
/** Pairs by weight, heaviest first: pair i is of rows[a[i]] and rows[b[i]]; levels and weights hold its fields side by side. start = the weight of any pair before it is looked at. */
export type LinkReview = {
  people: { a: number; b: number | null }
  compared: number
  found: number
  start: number
  fields: readonly { name: string; kind: 'exact' | 'text' | 'date' }[]
  rules: readonly { rule: string; pairs: number; leftOutGroups: number; leftOutPairs: number }[]
  rows: readonly ReviewRow[]
  a: Uint32Array
  b: Uint32Array
  weight: Float64Array
  levels: Uint8Array
  weights: Float32Array
}

/** A person cannot look through more; the heaviest are kept and the number of all is said. */
export const mostPairsToReview = 20_000
/** More likely one person than not: what is doubtful is exactly what a person should see. */
const least = 0.5

export const linkForReview = async (first: List, second: List | null, threads: number, progress: ListProgress): Promise<LinkReview> => {
  const read = readListsToLink(first, second, (_file, share) => progress('reading', share))
  const { input, lines, first: many } = read
  const linked = await linkLists(input, { least, threads, progress })
  const { pairs, learnt, shape } = linked
  const order = Array.from(pairs.weight.keys()).sort((x, y) => pairs.weight[y]! - pairs.weight[x]!)
  const kept = order.slice(0, mostPairsToReview)
  const wanted = new Set<number>()
  for (const i of kept) wanted.add(pairs.a[i]!).add(pairs.b[i]!)
  progress('telling', 0.5)
  const found = rowsOf(first, second, read, wanted)
  const records = [...wanted].sort((x, y) => x - y)
  const place = new Map(records.map((record, at) => [record, at]))
  const explain = pairExplainer(
    shape,
    input.columns.map(({ cells, texts }) => ({ cells, texts: texts?.all ?? null, counts: texts?.counts ?? null })),
    learnt.match,
    learnt.chance,
  )
  const width = shape.fields.length
  const review = {
    a: new Uint32Array(kept.length),
    b: new Uint32Array(kept.length),
    weight: new Float64Array(kept.length),
    levels: new Uint8Array(kept.length * width),
    weights: new Float32Array(kept.length * width),
  }
  kept.forEach((i, to) => {
    review.a[to] = place.get(pairs.a[i]!)!
    review.b[to] = place.get(pairs.b[i]!)!
    review.weight[to] = pairs.weight[i]!
    explain(pairs.a[i]!, pairs.b[i]!).forEach(({ level, weight }, field) => {
      review.levels[to * width + field] = level
      review.weights[to * width + field] = weight
    })
  })
  return {
    people: { a: many, b: second === null ? null : lines.length - many },
    compared: linked.compared,
    found: order.length,
    start: Math.log2(learnt.share / (1 - learnt.share)),
    fields: shape.fields.map(({ name, kind }) => ({ name, kind })),
    rules: linked.blocked.map(({ rule, pairs: of, tooLarge }) => ({
      rule,
      pairs: of,
      leftOutGroups: tooLarge.blocks,
      leftOutPairs: tooLarge.pairs,
    })),
    rows: records.map((record) => {
      const row = found.get(record)!
      const { family, given } = nameKeysOf(row.name)
      return { ...row, family, given, list: record < many ? 'a' : 'b', line: lines[record]! }
    }),
    ...review,
  }
}
