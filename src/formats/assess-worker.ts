/** Runs in a thread of its own: holds two law packs and answers batches of cases against them. */
import { parentPort } from 'node:worker_threads'
import { type AssessStart, answered, startedWith } from './reassess-batch.ts'
import { batchIn } from './reassess-wire.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')
let start: ReturnType<typeof startedWith> | null = null
port.on('message', (message: AssessStart | string) => {
  if (typeof message !== 'string') start = startedWith(message)
  else port.postMessage(start ? answered(start, batchIn(message)) : { failed: 'No law pack was given.' })
})
