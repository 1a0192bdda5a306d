/** Starts serving: one process that holds the keys while the desk is open and ends when it is sealed. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { openHouse, seal } from '../actions/house.ts'
import { reopenExample } from '../actions/open-example.ts'
import { machineClock } from '../basics/clock.ts'
import type { Renderer } from '../formats/renderer.ts'
import { openDatabase } from '../store/database.ts'
import type { LogIn } from '../store/migrate.ts'
import { buildApp } from './app.ts'

export type ServeParts = {
  app: LogIn
  index: LogIn
  dataFolder: string
  projectRoot: string
  host: string
  port: number
  tls: { cert: string; key: string } | null
  idleSealMinutes: number | null
  renderer: Renderer
  say(line: string): void
  /** Ends the process; a supervisor starts a sealed one. */
  sealed(): void
}

/** Answers once the port listens. stop() ends without sealing first. */
export const run = async (parts: ServeParts): Promise<{ stop(): Promise<void>; seal(): Promise<void> }> => {
  const exampleKey = join(parts.dataFolder, 'example-key')
  const house = await openHouse({
    database: openDatabase(parts.app),
    indexDatabase: openDatabase(parts.index, 2),
    dataFolder: parts.dataFolder,
    packsFolder: join(parts.projectRoot, 'packs'),
    keptPacks: join(parts.projectRoot, 'dist', 'packs'),
    clock: machineClock,
    renderer: parts.renderer,
    listWorker: pathToFileURL(join(parts.projectRoot, 'dist', 'cli', 'list-worker.js')),
    namesWorker: { url: pathToFileURL(join(parts.projectRoot, 'dist', 'cli', 'names-worker.js')), logIn: parts.index },
    assessWorker: pathToFileURL(join(parts.projectRoot, 'dist', 'cli', 'assess-worker.js')),
    idleSealMinutes: parts.idleSealMinutes,
    keepExampleKey: (passphrase) => writeFileSync(exampleKey, passphrase, { mode: 0o600 }),
    exampleKey: () => (existsSync(exampleKey) ? readFileSync(exampleKey, 'utf8') : null),
    readExample: (file) => {
      const path = join(parts.projectRoot, 'examples', file)
      return existsSync(path) ? readFileSync(path, 'utf8') : null
    },
  })
  await reopenExample(house)
  const scheme = parts.tls ? 'https' : 'http'
  const names = [parts.host, ...(parts.host === '127.0.0.1' ? ['localhost'] : [])]
  const origins = names.map((name) => new URL(`${scheme}://${name.includes(':') ? `[${name}]` : name}:${parts.port}`).origin)
  let lastAct = Date.now()
  const app = buildApp({
    house,
    webFolder: join(parts.projectRoot, 'dist', 'web'),
    secure: parts.tls !== null,
    origins,
    onSealed: () => setTimeout(parts.sealed, 150),
    say: parts.say,
  })
  const fetch = (request: Request, env: unknown) => {
    lastAct = Date.now()
    return app.fetch(request, env as object)
  }
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const made = serve(
      {
        fetch,
        hostname: parts.host,
        port: parts.port,
        ...(parts.tls
          ? {
              createServer: createTlsServer,
              serverOptions: { cert: readFileSync(parts.tls.cert), key: readFileSync(parts.tls.key), minVersion: 'TLSv1.2' as const },
            }
          : {}),
      } as Parameters<typeof serve>[0],
      () => resolve(made),
    )
    made.on('error', reject)
    // A page that thinks for a while must not send its next act into a connection that is just being closed.
    if ('keepAliveTimeout' in made) made.keepAliveTimeout = 55_000
  })
  const sealNow = async () => {
    await seal(house, null)
    parts.sealed()
  }
  const idle = parts.idleSealMinutes
  if (idle !== null)
    setInterval(() => {
      if (house.desk && !house.record?.example && Date.now() - lastAct > idle * 60_000) void sealNow()
    }, 10_000).unref()
  return {
    stop: async () => {
      server.close()
      await house.parts.database.close()
      await house.parts.indexDatabase.close()
    },
    seal: sealNow,
  }
}
