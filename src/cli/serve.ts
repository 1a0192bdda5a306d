/** The serving process: started by the watching one, holds the keys, and ends when the desk is sealed. */

import { Refusal } from '../basics/refusal.ts'
import { createRenderer } from '../formats/renderer.ts'
import { run as serve } from '../server/run.ts'
import type { LogIn } from '../store/migrate.ts'
import { projectRoot } from './project-root.ts'
import { cannotServe, sealedExit } from './start.ts'

export type ServeOrder = {
  app: LogIn
  index: LogIn
  dataFolder: string
  projectRoot: string
  host: string
  port: number
  tls: { cert: string; key: string } | null
  idleSealMinutes: number | null
}

export const run = (): Promise<number> =>
  new Promise((done) => {
    process.once('message', async (message) => {
      const order = message as ServeOrder
      const renderer = createRenderer({ workers: 1, workerUrl: new URL(`file://${projectRoot()}/dist/cli/render-worker.js`) })
      const serving = await serve({
        ...order,
        renderer,
        say: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
        sealed: () => process.exit(sealedExit),
      }).catch((error: unknown) => {
        // A pack or a port that cannot be used will not be better after a restart: the watching process is told to stop.
        process.stderr.write(error instanceof Refusal ? `${error.message}\n${error.todo}\n` : `${(error as Error).stack}\n`)
        return process.exit(cannotServe)
      })
      process.on('message', (told) => {
        if (told === 'seal') void serving.seal()
      })
      // The watching process is gone: nobody would start a sealed one again.
      process.on('disconnect', () => process.exit(0))
      process.on('SIGTERM', () => {
        void serving
          .stop()
          .finally(() => done(0))
          .then(() => process.exit(0))
      })
      process.on('SIGINT', () => {})
      process.send?.('ready')
    })
  })
