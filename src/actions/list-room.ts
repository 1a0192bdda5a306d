/** Where other people's lists lie while somebody works on them: in the memory of this process, apart for each session, gone with it and never in a case. */
import type { MemberId } from '../basics/id.ts'
import { Refusal, refuse } from '../basics/refusal.ts'
import {
  type EstimatedSet,
  type HeldList,
  type ListSlot,
  type ListsState,
  type ListWorkKind,
  listSlots,
  type OverlapCounts,
  type PairJudgement,
  type WeightGroup,
  weightGroupOf,
} from '../domain/documents/lists-api.ts'
import type { List } from '../formats/link-columns.ts'
import type { ChosenColumns } from '../formats/link-heads.ts'
import type { LinkReview } from '../formats/link-review.ts'
import type { ListAnswers, ListJob } from '../formats/list-job.ts'
import { runListJob } from '../formats/run-list-job.ts'
import type { Session } from './desk.ts'

type Held = { name: string; bytes: Uint8Array; sheet: string | null; columns: ChosenColumns; looked: HeldList['looked'] }
export type ListWork = {
  member: MemberId
  held: Map<ListSlot, Held>
  working: { kind: ListWorkKind; step: string; share: number; stop: AbortController } | null
  refused: ListsState['refused']
  review: LinkReview | null
  judged: Map<number, PairJudgement>
  encoded: { file: Uint8Array; people: number; leftOut: number } | null
  overlap: OverlapCounts | null
  estimated: readonly EstimatedSet[] | null
  version: number
  idle: ReturnType<typeof setTimeout> | null
}

export type ListRoom = {
  /** readInvented: the files of examples/. */
  readInvented(file: string): string | null
  of(session: Session): ListWork
  /** Puts a file in its place; what was made from the one before goes. */
  hold(work: ListWork, slot: ListSlot, list: Omit<Held, 'looked'>): Promise<void>
  /** Runs until it is done, refused or stopped; what ran before is stopped. */
  begin<J extends ListJob>(work: ListWork, job: J, done: (answer: ListAnswers[J['kind']]) => void): Promise<void>
  stop(work: ListWork): void
  drop(session: string): void
  dropMember(member: MemberId): void
  close(): void
}

export const mostInList = 64 * 2 ** 20
const idleMinutes = 60

export const openListRoom = (workerUrl: URL | null, readInvented: (file: string) => string | null): ListRoom => {
  const works = new Map<string, ListWork>()
  const drop = (session: string): void => {
    const work = works.get(session)
    if (!work) return
    works.delete(session)
    if (work.idle) clearTimeout(work.idle)
    forget(work)
  }
  const of = (session: Session): ListWork => {
    const work = works.get(session.id) ?? emptyWork(session.member)
    works.set(session.id, work)
    if (work.idle) clearTimeout(work.idle)
    work.idle = setTimeout(() => drop(session.id), idleMinutes * 60_000)
    work.idle.unref()
    return work
  }
  const room: ListRoom = {
    readInvented,
    of,
    hold: async (work, slot, list) => {
      clearMadeFrom(work, slot)
      const held: Held = { ...list, looked: null }
      work.held.set(slot, held)
      if (slot === 'first' || slot === 'second' || slot === 'own') {
        const job = { kind: 'look', list: listOf(held) } as const
        held.looked = await runListJob(job, { workerUrl, progress: () => {}, signal: new AbortController().signal })
      }
      work.version++
    },
    begin: async (work, job, done) => {
      room.stop(work)
      const stop = new AbortController()
      work.working = { kind: job.kind, step: 'starting', share: 0, stop }
      work.refused = null
      const mine = (): boolean => work.working?.stop === stop
      try {
        const progress = (step: string, share: number): void => {
          if (mine()) Object.assign(work.working!, { step, share })
        }
        const answer = await runListJob(job, { workerUrl, progress, signal: stop.signal })
        if (mine()) done(answer)
      } catch (error) {
        if (!mine()) return
        const refusal = error instanceof Refusal ? error : new Refusal('internal')
        work.refused = { kind: job.kind, code: refusal.code, values: refusal.values, line: refusal.place?.line ?? null }
      } finally {
        if (mine()) work.working = null
        work.version++
      }
    },
    stop: (work) => {
      work.working?.stop.abort()
      work.working = null
      work.version++
    },
    drop,
    dropMember: (member) => {
      for (const [session, work] of works) if (work.member === member) drop(session)
    },
    close: () => {
      for (const session of [...works.keys()]) drop(session)
    },
  }
  return room
}

const emptyWork = (member: MemberId): ListWork => ({
  member,
  held: new Map(),
  working: null,
  refused: null,
  review: null,
  judged: new Map(),
  encoded: null,
  overlap: null,
  estimated: null,
  version: 0,
  idle: null,
})

/** What stood in the memory is overwritten; nothing waits for the collector. */
export const forget = (work: ListWork): void => {
  work.working?.stop.abort()
  for (const { bytes } of work.held.values()) bytes.fill(0)
  work.encoded?.file.fill(0)
  const { member, idle, version } = work
  Object.assign(work, emptyWork(member), { idle, version: version + 1 })
}

const clearMadeFrom = (work: ListWork, slot: ListSlot): void => {
  work.refused = null
  if (slot === 'first' || slot === 'second') {
    work.review = null
    work.judged.clear()
  } else if (slot === 'own') work.encoded = null
  else if (slot === 'histories') work.estimated = null
  else work.overlap = null
}

export const listOf = ({ name, bytes, sheet, columns }: Omit<Held, 'looked'>): List => ({ file: { name, bytes }, sheet, columns })

/** Refuses no-list-yet. */
export const heldIn = (work: ListWork, slot: ListSlot): Held => work.held.get(slot) ?? refuse('no-list-yet')

export const stateOfLists = (work: ListWork): ListsState => ({
  lists: Object.fromEntries(
    listSlots.map((slot) => {
      const held = work.held.get(slot)
      return [slot, held ? { name: held.name, bytes: held.bytes.length, sheet: held.sheet, looked: held.looked } : null]
    }),
  ) as ListsState['lists'],
  working: work.working && { kind: work.working.kind, step: work.working.step, share: work.working.share },
  refused: work.refused,
  linked: work.review && linkedFrom(work.review, work.judged),
  encoded: work.encoded && { people: work.encoded.people, leftOut: work.encoded.leftOut },
  overlap: work.overlap,
  estimated: work.estimated !== null,
  version: work.version,
})

const linkedFrom = (review: LinkReview, decisions: ReadonlyMap<number, PairJudgement>): NonNullable<ListsState['linked']> => {
  const groups: Record<WeightGroup, number> = { strong: 0, fair: 0, weak: 0 }
  for (const weight of review.weight) groups[weightGroupOf(weight)]++
  const judged: Record<PairJudgement, number> = { same: 0, different: 0, unsure: 0 }
  for (const judgement of decisions.values()) judged[judgement]++
  const { people, compared, found, start, rules } = review
  return { people: { first: people.a, second: people.b }, compared, found, kept: review.weight.length, start, groups, judged, rules }
}
