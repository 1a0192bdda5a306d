/** Runs in a thread of its own: holds two law packs and answers batches of cases against them. */
import { parentPort } from 'node:worker_threads'
import { type AssessBatch, type AssessStart, answered, startedWith } from './reassess-batch.ts'

const port = parentPort
if (!port) throw new Error('This file runs as a worker only.')
let start: ReturnType<typeof startedWith> | null = null
port.on('message', (message: AssessStart | AssessBatch) => {
  if ('after' in message) start = startedWith(message)
  else port.postMessage(start ? answered(start, message) : { failed: 'No law pack was given.' })
})
