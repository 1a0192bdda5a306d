/** Links two lists of people outside this desk and takes a person's judgement on each pair; only the judgements leave, as a file. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { LinkedPair, LinkedRow, ListsState, PairJudgement } from '../domain/documents/lists-api.ts'
import { csvFrom } from '../formats/csv.ts'
import type { LinkReview } from '../formats/link-review.ts'
import { officeAct } from './action.ts'
import { heldIn, type ListWork, listOf, stateOfLists } from './list-room.ts'

export const linkTwoLists = officeAct({
  name: 'link-lists',
  may: 'lists.compare',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    const second = work.held.get('second')
    const job = { kind: 'link', first: listOf(heldIn(work, 'first')), second: second ? listOf(second) : null } as const
    work.review = null
    work.judged.clear()
    void desk.lists.begin(work, job, (review) => {
      work.review = review
    })
    return { answer: stateOfLists(work) }
  },
})

const reviewOf = (work: ListWork): LinkReview => work.review ?? refuse('no-list-yet')

export const seePairs = officeAct({
  name: 'see-pairs',
  may: 'lists.compare',
  reads: true,
  ofNobody: true,
  input: z.object({
    from: z.coerce.number().int().min(0),
    many: z.coerce.number().int().min(1).max(200),
    only: z.enum(['all', 'open', 'same', 'different', 'unsure']),
  }),
  do: async ({ desk, session }, { from, many, only }): Promise<{ answer: { total: number; pairs: readonly LinkedPair[] } }> => {
    const work = desk.lists.of(session)
    const review = reviewOf(work)
    const wanted = Array.from(review.weight.keys()).filter((pair) => only === 'all' || (work.judged.get(pair) ?? 'open') === only)
    const pairOf = pairReader(review, work.judged)
    return { answer: { total: wanted.length, pairs: wanted.slice(from, from + many).map(pairOf) } }
  },
})

const pairReader = (review: LinkReview, judged: ReadonlyMap<number, PairJudgement>): ((pair: number) => LinkedPair) => {
  const pairsOfRow = new Uint32Array(review.rows.length)
  for (const side of [review.a, review.b]) for (const row of side) pairsOfRow[row]!++
  const rowOf = (at: number): LinkedRow => {
    const { list, ...row } = review.rows[at]!
    return { ...row, list: list === 'a' ? 'first' : 'second', others: pairsOfRow[at]! - 1 }
  }
  const width = review.fields.length
  return (pair) => ({
    pair,
    a: rowOf(review.a[pair]!),
    b: rowOf(review.b[pair]!),
    weight: review.weight[pair]!,
    fields: review.fields.map((field, i) => ({
      ...field,
      level: review.levels[pair * width + i]!,
      weight: review.weights[pair * width + i]!,
    })),
    judged: judged.get(pair) ?? null,
  })
}

/** Held in memory beside the lists: it becomes an act of the house when it is taken out. */
export const judgePair = officeAct({
  name: 'judge-linked-pair',
  may: 'lists.compare',
  reads: true,
  ofNobody: true,
  input: z.object({ pair: z.coerce.number().int().min(0), judged: z.enum(['same', 'different', 'unsure']).nullable() }),
  do: async ({ desk, session }, { pair, judged }): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    if (pair >= reviewOf(work).weight.length) refuse('not-found')
    if (judged === null) work.judged.delete(pair)
    else work.judged.set(pair, judged)
    work.version++
    return { answer: stateOfLists(work) }
  },
})

/** As a number: a negative one written as text would be disarmed as a formula and could not be added up. */
const figure = (weight: number): number => Number(weight.toFixed(3))

export const takeOutDecisions = officeAct({
  name: 'take-out-decisions',
  may: 'lists.compare',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: { csv: string }; details: { pairs: number } }> => {
    const work = desk.lists.of(session)
    const review = reviewOf(work)
    const pairOf = pairReader(review, work.judged)
    const pairs = [...work.judged.keys()].sort((x, y) => x - y).map(pairOf)
    const sides = ['first', 'second'].flatMap((list) => ['line', 'id', 'name', 'birth', 'sex', 'place'].map((field) => `${list}_${field}`))
    const head = ['judgement', ...sides, 'weight', 'weight_before', ...review.fields.map(({ name }) => `weight_${name}`)]
    const rows = pairs.map(({ a, b, weight, fields, judged }) => [
      judged,
      ...[a, b].flatMap(({ line, id, name, birth, sex, place }) => [line, id, name, birth, sex, place]),
      figure(weight),
      figure(review.start),
      ...fields.map((field) => (field.level === 0 ? null : figure(field.weight))),
    ])
    return { answer: { csv: csvFrom(head, rows) }, details: { pairs: rows.length } }
  },
})
