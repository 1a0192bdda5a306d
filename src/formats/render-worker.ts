/** The thread that renders papers, so that a long document never holds up a person at the desk. */
import { parentPort } from 'node:worker_threads'
import { isWorn, type RenderAnswer, type RenderJob, rendered, warmUp } from './render-job.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')

// The first document of the day should not wait for the typesetter; a failure shows itself with the first job.
void warmUp().catch(() => undefined)

port.on('message', async (job: RenderJob) => {
  try {
    const bytes = await rendered(job)
    // A copy of exact length: what is handed over must not be a window on a larger buffer with other papers in it.
    const own = bytes && new Uint8Array(bytes)
    port.postMessage({ bytes: own, worn: await isWorn() } satisfies RenderAnswer, own ? [own.buffer] : [])
  } catch (error) {
    port.postMessage({
      failed: error instanceof Error ? error.message : 'The document could not be made.',
      worn: false,
    } satisfies RenderAnswer)
  }
})
