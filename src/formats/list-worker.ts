/** The thread that works on lists, so that linking a million rows never holds up a person at the desk. Ending it stops the work and forgets it. */
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../basics/refusal.ts'
import { doListJob, type ListJob } from './list-job.ts'
import type { ListWord } from './run-list-job.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')
const say = (word: ListWord): void => port.postMessage(word)

port.once('message', async (job: ListJob) => {
  try {
    say({ answer: await doListJob(job, (step, share) => say({ step, share })) })
  } catch (error) {
    if (error instanceof Refusal) say({ refused: { code: error.code, values: error.values, place: error.place } })
    // The kind only: an error may quote what a list says.
    else say({ failed: error instanceof Error ? error.name : 'unknown' })
  }
})
