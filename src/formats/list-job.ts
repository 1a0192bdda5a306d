/** The long work on lists: looking at one, linking two, encoding, counting an overlap, estimating. The same in a thread and in a test. */
import { availableParallelism } from 'node:os'
import { Refusal } from '../basics/refusal.ts'
import type { EstimatedSet, EstimatesView, LookedAt, OverlapCounts } from '../domain/documents/lists-api.ts'
import type { CaptureSet } from '../domain/figures/capture-history.ts'
import { seededChance } from '../domain/figures/chance.ts'
import { estimate } from '../domain/figures/estimate.ts'
import { plotOf } from '../domain/figures/plot.ts'
import type { List } from './link-columns.ts'
import type { LinkReview } from './link-review.ts'

export type ListProgress = (step: string, share: number) => void
type Bytes = { name: string; bytes: Uint8Array }

export type ListJob =
  | { kind: 'look'; list: List }
  | { kind: 'link'; first: List; second: List | null }
  | { kind: 'encode'; list: List; key: Uint8Array }
  | { kind: 'overlap'; mine: Bytes; theirs: Bytes; threshold: number }
  | { kind: 'estimate'; file: Bytes }
export type ListAnswers = {
  look: LookedAt
  link: LinkReview
  encode: { file: Uint8Array; people: number; leftOut: number; keyId: string }
  overlap: OverlapCounts
  estimate: readonly EstimatedSet[]
}

/** One is left for the people at the desk. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1))

/** What each kind needs is loaded when it is asked for: the tables of names take their time. */
export const doListJob = async (job: ListJob, progress: ListProgress): Promise<ListAnswers[ListJob['kind']]> => {
  switch (job.kind) {
    case 'look':
      return (await import('./look-at-list.ts')).lookAtList(job.list)
    case 'link':
      return (await import('./link-review.ts')).linkForReview(job.first, job.second, threads, progress)
    case 'encode':
      return (await import('./encode-list.ts')).encodedList(job.list, job.key, progress)
    case 'overlap':
      return (await import('./count-overlap.ts')).countedOverlap(job.mine, job.theirs, job.threshold, threads, (share) =>
        progress('comparing', share),
      )
    case 'estimate': {
      const { captureHistoriesIn } = await import('./capture-histories.ts')
      const sets = captureHistoriesIn(job.file)
      return sets.map((set, i) => {
        progress('estimating', i / sets.length)
        return estimatedSet(set)
      })
    }
  }
}

const estimatedSet = (set: CaptureSet): EstimatedSet => {
  try {
    const estimates = estimate(set, seededChance(33))
    const { bootstrap, latent, ...rest } = estimates
    const { replicates: _replicates, ...interval } = bootstrap ?? { replicates: null }
    const { samples: _samples, ...posterior } = latent ?? { samples: null }
    return {
      id: set.id,
      estimates: {
        ...rest,
        bootstrap: bootstrap && (interval as EstimatesView['bootstrap']),
        latent: latent && (posterior as EstimatesView['latent']),
      },
      plot: plotOf(estimates),
      refused: null,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { id: set.id, estimates: null, plot: null, refused: { code: error.code, values: error.values, line: null } }
  }
}
