/** Makes documents in threads beside the desk: one queue, a time limit, and a thread that fails is replaced. */
import { Worker } from 'node:worker_threads'
import type { Paper } from '../domain/documents/paper.ts'
import type { RenderOptions } from './printed-paper.ts'
import { type RenderAnswer, type RenderJob, rendered } from './render-job.ts'

export type Renderer = {
  pdf(paper: Paper, options: RenderOptions): Promise<Uint8Array>
  docx(paper: Paper, options: RenderOptions): Promise<Uint8Array>
  /** null when the paper has no annex. */
  annexPdf(paper: Paper, options: RenderOptions): Promise<Uint8Array | null>
  annexDocx(paper: Paper, options: RenderOptions): Promise<Uint8Array | null>
  /** Those of the letters for which no font has a picture. Each letter is asked of the fonts once in the life of the renderer. */
  withoutPicture(letters: string): Promise<string>
  /** Ends the threads; documents still waiting are refused. */
  close(): Promise<void>
}

type Waiting = { job: RenderJob; done: (bytes: Uint8Array | null) => void; failed: (error: Error) => void }
type Thread = { worker: Worker; busy: Waiting | null; timer: NodeJS.Timeout | null }

/** workerUrl = the built render-worker; null makes the documents in this thread. timeLimitMs counts from the start of a job. */
export const createRenderer = ({
  workers,
  workerUrl,
  timeLimitMs = 60_000,
}: {
  workers: number
  workerUrl: URL | null
  timeLimitMs?: number
}): Renderer => {
  const queue: Waiting[] = []
  const threads = new Set<Thread>()
  let closed = false

  const open = (url: URL): void => {
    const worker = new Worker(url)
    const thread: Thread = { worker, busy: null, timer: null }
    threads.add(thread)
    worker.unref()
    worker.on('message', (answer: RenderAnswer) => settle(thread, url, answer))
    worker.on('error', () => lose(thread, url, 'The thread that makes documents failed.'))
    worker.on('exit', () => lose(thread, url, 'The thread that makes documents ended.'))
  }
  const free = (thread: Thread): Waiting | null => {
    const waiting = thread.busy
    if (thread.timer) clearTimeout(thread.timer)
    thread.busy = null
    thread.timer = null
    thread.worker.unref()
    return waiting
  }
  const settle = (thread: Thread, url: URL, answer: RenderAnswer): void => {
    const waiting = free(thread)
    if (answer.worn && !closed && threads.delete(thread)) {
      void thread.worker.terminate()
      open(url)
    }
    if ('failed' in answer) waiting?.failed(new Error(answer.failed))
    else waiting?.done(answer.bytes)
    next()
  }
  const lose = (thread: Thread, url: URL, why: string): void => {
    if (!threads.delete(thread)) return
    const waiting = free(thread)
    void thread.worker.terminate()
    waiting?.failed(new Error(why))
    // A thread that dies without work is broken for good: another would only die again, and its jobs must not wait for ever.
    if (waiting && !closed) open(url)
    else if (threads.size === 0) for (const left of queue.splice(0)) left.failed(new Error(why))
    next()
  }
  const next = (): void => {
    for (const thread of threads) {
      if (thread.busy || queue.length === 0) continue
      const waiting = queue.shift()!
      thread.busy = waiting
      thread.worker.ref()
      thread.timer = setTimeout(() => lose(thread, workerUrl!, 'The document took too long to make.'), timeLimitMs)
      thread.worker.postMessage(waiting.job)
    }
  }
  if (workerUrl) for (let i = 0; i < Math.max(1, workers); i += 1) open(workerUrl)

  const make = (job: RenderJob): Promise<Uint8Array | null> => {
    if (closed) return Promise.reject(new Error('The renderer is closed.'))
    if (!workerUrl) return rendered(job)
    if (threads.size === 0) open(workerUrl)
    return new Promise((done, failed) => {
      queue.push({ job, done, failed })
      next()
    })
  }
  const always = async (job: RenderJob): Promise<Uint8Array> =>
    (await make(job)) ?? Promise.reject(new Error('The paper gave no document.'))
  const pictured = new Map<string, boolean>()
  const withoutPicture = async (letters: string): Promise<string> => {
    const fresh = [...new Set(letters)].filter((letter) => !pictured.has(letter))
    if (fresh.length > 0) {
      const without = new Set(new TextDecoder().decode((await make({ kind: 'letters', letters: fresh.join('') })) ?? undefined))
      for (const letter of fresh) pictured.set(letter, !without.has(letter))
    }
    return [...new Set(letters)].filter((letter) => pictured.get(letter) === false).join('')
  }
  return {
    withoutPicture,
    pdf: (paper, options) => always({ kind: 'pdf', paper, options }),
    docx: (paper, options) => always({ kind: 'docx', paper, options }),
    annexPdf: (paper, options) => make({ kind: 'annexPdf', paper, options }),
    annexDocx: (paper, options) => make({ kind: 'annexDocx', paper, options }),
    close: async () => {
      closed = true
      for (const left of queue.splice(0)) left.failed(new Error('The renderer is closed.'))
      await Promise.all([...threads].map((thread) => thread.worker.terminate()))
    },
  }
}
