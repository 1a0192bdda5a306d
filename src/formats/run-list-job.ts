/** Runs one piece of work on lists in a thread of its own, tells how far it is, and can be stopped at any moment. */
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode, type RefusalPlace } from '../basics/refusal.ts'
import { doListJob, type ListAnswers, type ListJob, type ListProgress } from './list-job.ts'

/** What the thread says. */
export type ListWord =
  | { step: string; share: number }
  | { answer: ListAnswers[ListJob['kind']] }
  | { refused: { code: RefusalCode; values: Readonly<Record<string, string>>; place: RefusalPlace | null } }
  | { failed: string }

/** Rejects with the refusal of the work, or with an AbortError when it was stopped. workerUrl null: in this thread (tests). */
export const runListJob = async <J extends ListJob>(
  job: J,
  { workerUrl, progress, signal }: { workerUrl: URL | null; progress: ListProgress; signal: AbortSignal },
): Promise<ListAnswers[J['kind']]> => {
  if (workerUrl === null) {
    await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
    const answer = await doListJob(job, progress)
    signal.throwIfAborted()
    return answer as ListAnswers[J['kind']]
  }
  const worker = new Worker(workerUrl)
  try {
    return await new Promise<ListAnswers[J['kind']]>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      if (signal.aborted) reject(signal.reason)
      worker.on('message', (word: ListWord) => {
        if ('step' in word) progress(word.step, word.share)
        else if ('answer' in word) resolve(word.answer as ListAnswers[J['kind']])
        else if ('refused' in word) reject(new Refusal(word.refused.code, { ...word.refused.values }, word.refused.place))
        else reject(new Error(`The work on a list failed (${word.failed}).`))
      })
      worker.on('error', (error) => reject(new Error(`The work on a list failed (${error.name}).`)))
      worker.on('exit', () => reject(new Error('The thread that works on lists ended.')))
      worker.postMessage(job)
    })
  } finally {
    void worker.terminate()
  }
}
