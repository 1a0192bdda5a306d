/** What the screens of lists ask of the desk: linking two lists, comparing lists that may not be shared, and how many there are. Nothing of it enters a case. */
import type { RefusalCode } from '../../basics/refusal.ts'

export type LinkMeaning = 'name' | 'romanised' | 'family' | 'given' | 'birth' | 'sex' | 'place' | 'id'
export const linkMeanings: readonly LinkMeaning[] = ['name', 'romanised', 'family', 'given', 'birth', 'sex', 'place', 'id']

/** first, second: to be linked. own: to be encoded. mine, theirs: encodings. histories: who was seen by which lists. */
export type ListSlot = 'first' | 'second' | 'own' | 'mine' | 'theirs' | 'histories'
export const listSlots: readonly ListSlot[] = ['first', 'second', 'own', 'mine', 'theirs', 'histories']

/** A refusal that waits to be shown. */
export type ToldRefusal = { code: RefusalCode; values: Readonly<Record<string, string>>; line: number | null }

/** What a list shows of itself before it is used: sheets, headings, which heading means what, how many people; or why it cannot be read. */
export type LookedAt = {
  sheets: readonly string[]
  heads: readonly string[]
  columns: Readonly<Partial<Record<LinkMeaning, readonly string[]>>>
  /** Said when it is not UTF-8, so that a person looks whether the names came out right. */
  encoding: 'cp949' | 'utf-16' | null
  people: number | null
  fault: ToldRefusal | null
}
/** looked null: encodings and histories are not looked at before they are used. */
export type HeldList = { name: string; bytes: number; sheet: string | null; looked: LookedAt | null }

export type ListWorkKind = 'look' | 'link' | 'encode' | 'overlap' | 'estimate'

/** null = not shown, for it would point at few people. */
export type OverlapCounts = {
  threshold: number
  suppressedBelow: number
  a: { people: number | null; alsoInB: number | null }
  b: { people: number | null; alsoInA: number | null }
}

/** One model as domain/figures tries it; null numbers are not determined and `why` says so. */
export type ModelView = {
  terms: string
  kind: 'log-linear' | 'latent class'
  estimate: number | null
  low95: number | null
  high95: number | null
  aic: number | null
  bic: number | null
  deviance: number | null
  df: number | null
  why: 'not-determined' | 'at-the-boundary' | 'chains-disagree' | null
}
type Interval = { low95: number; high95: number }
export type EstimatesView = {
  lists: readonly string[]
  observed: number
  models: readonly ModelView[]
  search: 'every model' | 'by steps'
  notable: { bestBic: string | null; bestAic: string | null; bestPairs: string | null; stepwise: string; independent: string }
  range: { low: number; high: number; models: number } | null
  bootstrap: (Interval & { point: number; failed: number }) | null
  latent:
    | (Interval & {
        median: number
        agreement: number
        chains: readonly number[]
        hills: readonly (Interval & { share: number; median: number })[]
        /** How often a chain went over to a higher hill, and back to a lower one. */
        moves: { up: number; down: number }
      })
    | null
}
/** Places are shares of the drawing's width. */
export type PlotView = {
  observed: number
  ticks: readonly { at: number; value: number }[]
  rows: readonly {
    label: string
    point: number
    low: number
    high: number
    estimate: number
    low95: number
    high95: number
    cut: boolean
    tone: 'log-linear' | 'latent class' | 'bootstrap'
  }[]
}
export type EstimatedSet = { id: string; estimates: EstimatesView | null; plot: PlotView | null; refused: ToldRefusal | null }

export type PairJudgement = 'same' | 'different' | 'unsure'
export type WeightGroup = 'strong' | 'fair' | 'weak'
/** Weights are bits: 3 is eight to one, 7 a hundred to one. */
export const weightGroupOf = (weight: number): WeightGroup => (weight >= 7 ? 'strong' : weight >= 3 ? 'fair' : 'weak')

export type LinkedRow = {
  list: 'first' | 'second'
  line: number
  id: string
  name: string
  birth: string
  sex: string
  place: string
  /** As the name was read, in one writing system. */
  family: string
  given: string
  /** In how many other pairs this row stands. */
  others: number
}
export type LinkedField = { name: string; kind: 'exact' | 'text' | 'date'; level: number; weight: number }
export type LinkedPair = {
  pair: number
  a: LinkedRow
  b: LinkedRow
  weight: number
  fields: readonly LinkedField[]
  judged: PairJudgement | null
}
/** kept < found: only the heaviest can be looked through here. start = the weight of any two rows before they are looked at. */
export type LinkedLists = {
  people: { first: number; second: number | null }
  compared: number
  found: number
  kept: number
  start: number
  groups: Readonly<Record<WeightGroup, number>>
  judged: Readonly<Record<PairJudgement, number>>
  rules: readonly { rule: string; pairs: number; leftOutGroups: number; leftOutPairs: number }[]
}

/** Everything of one session; null = not there. It is gone with the session, and when the desk is sealed. */
export type ListsState = {
  lists: Readonly<Record<ListSlot, HeldList | null>>
  working: { kind: ListWorkKind; step: string; share: number } | null
  /** How the last work ended, when it was refused. */
  refused: (ToldRefusal & { kind: ListWorkKind }) | null
  linked: LinkedLists | null
  encoded: { people: number; leftOut: number } | null
  overlap: OverlapCounts | null
  estimated: boolean
  /** Grows with every change, so that a page reads the large answers again only when they are new. */
  version: number
}

type Row<I, O> = { in: I; out: O }
export type ListsApi = {
  'GET /api/lists': Row<null, ListsState>
  /** Body is the file's bytes; its name travels in the header x-title (percent-encoded UTF-8). */
  'PUT /api/lists/files/:slot': Row<'bytes', ListsState>
  'POST /api/lists/files/:slot/read': Row<
    { sheet: string | null; columns: Readonly<Partial<Record<LinkMeaning, string | null>>> },
    ListsState
  >
  /** The invented lists of the worked example, which takes no others. */
  'POST /api/lists/invented': Row<{ for: 'link' | 'overlap' | 'estimate' }, ListsState>
  'POST /api/lists/link': Row<null, ListsState>
  'GET /api/lists/pairs': Row<
    { from: number; many: number; only: 'all' | 'open' | PairJudgement; version: number },
    { total: number; pairs: readonly LinkedPair[] }
  >
  'POST /api/lists/pairs/:pair': Row<{ judged: PairJudgement | null }, ListsState>
  'GET /api/lists/decisions': Row<null, 'bytes'>
  'POST /api/lists/encoding-key': Row<null, { key: string }>
  'POST /api/lists/encode': Row<{ key: string }, ListsState>
  'GET /api/lists/encodings': Row<null, 'bytes'>
  'POST /api/lists/overlap': Row<{ threshold: number }, ListsState>
  'POST /api/lists/estimate': Row<null, ListsState>
  'GET /api/lists/estimates': Row<{ version: number }, readonly EstimatedSet[]>
  'POST /api/lists/stop': Row<null, ListsState>
  'POST /api/lists/forget': Row<null, ListsState>
}
