/** Looks at many cases again after a change of law, in threads, a few batches at a time: memory does not grow with the number of cases. */
import { Worker } from 'node:worker_threads'
import type { Reassessed } from '../domain/law/reassess.ts'
import { type AssessAnswer, type AssessStart, answered, startedWith } from './reassess-batch.ts'
import { batchOut, type Keyed } from './reassess-wire.ts'

export type ReassessMany = AssessStart & {
  records: AsyncIterable<Keyed> | Iterable<Keyed>
  /** The built assess-worker; null looks at them in this thread and lets others in between batches. */
  workerUrl: URL | null
  workers: number
  /** Called after each batch with the number of cases done. */
  onProgress?: (done: number) => void
  signal?: AbortSignal
}

const batchSize = 32
/** What one case leaves behind is rubbish when the next begins: room for it, so that less of it is copied about. */
const youngMb = 48
/** Batches a thread may hold: one under work, one waiting. */
const ahead = 2

/** Answers come in no fixed order; `each` hears them one by one and nothing is kept here. */
export const reassessMany = async (options: ReassessMany, each: (key: string, answer: Reassessed) => void): Promise<number> => {
  const { before, after, asOf, workerUrl, workers, onProgress, signal } = options
  const start: AssessStart = { before, after, asOf }
  let done = 0
  const take = (answer: AssessAnswer): void => {
    if ('failed' in answer) throw new Error(`Cases could not be looked at again (${answer.failed}).`)
    for (const one of answer.answers) each(one.key, one.answer)
    done += answer.answers.length
    onProgress?.(done)
  }
  if (workerUrl === null) {
    const here = startedWith(start)
    for await (const batch of batches(options.records)) {
      signal?.throwIfAborted()
      take(answered(here, batch))
      await new Promise((resolve) => setImmediate(resolve))
    }
    return done
  }
  const pool = Array.from(
    { length: Math.max(1, workers) },
    () => new Worker(workerUrl, { resourceLimits: { maxYoungGenerationSizeMb: youngMb } }),
  )
  try {
    const held = pool.map(() => 0)
    let wake: (() => void) | null = null
    let fault: unknown = null
    const stir = (): void => {
      wake?.()
      wake = null
    }
    pool.forEach((worker, at) => {
      worker.on('message', (answer: AssessAnswer) => {
        held[at]!--
        try {
          take(answer)
        } catch (error) {
          fault ??= error
        }
        stir()
      })
      worker.on('error', (error) => {
        fault ??= error
        stir()
      })
      worker.postMessage(start)
    })
    const until = async (ready: () => boolean): Promise<void> => {
      while (!ready() && fault === null) await new Promise<void>((resolve) => (wake = resolve))
      if (fault !== null) throw fault
    }
    for await (const batch of batches(options.records)) {
      signal?.throwIfAborted()
      await until(() => held.some((n) => n < ahead))
      const at = held.indexOf(Math.min(...held))
      held[at]!++
      pool[at]!.postMessage(batchOut(batch))
    }
    await until(() => held.every((n) => n === 0))
    return done
  } finally {
    await Promise.all(pool.map((worker) => worker.terminate()))
  }
}

async function* batches(records: ReassessMany['records']): AsyncGenerator<Keyed[]> {
  let batch: Keyed[] = []
  for await (const one of records) {
    batch.push(one)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
