/** Starts the desk: the database, the schema, and the process that serves; watches over them until it is told to stop. */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal, refuse } from '../basics/refusal.ts'
import { startCluster } from '../store/cluster.ts'
import { isReachable } from '../store/cluster-binaries.ts'
import { type LogIn, makeRoles, migrate } from '../store/migrate.ts'
import { checkTheWalls } from '../store/self-check.ts'
import { newMachineSecret } from '../vault/new-id.ts'
import { projectRoot } from './project-root.ts'
import type { ServeOrder } from './serve.ts'

/** The exit code by which the serving process says that it was sealed. */
export const sealedExit = 75
/** The exit code by which it says that starting again would not help. */
export const cannotServe = 78
const leastFreeMiB = 512

export const run = async (argv: readonly string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      host: { type: 'string' },
      port: { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      data: { type: 'string' },
      'idle-seal': { type: 'string' },
    },
    strict: true,
  })
  const say = (line: string) => out.write(`${line}\n`)
  const host = values.host ?? '127.0.0.1'
  const port = Number(values.port ?? 3300)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) refuse('bad-command', { reason: '--port takes a number from 1 to 65535' })
  const tls = tlsOf(values['tls-cert'], values['tls-key'])
  if (!isLoopback(host) && !tls) refuse('address-needs-tls', { host })
  const dataFolder = resolve(values.data ?? defaultDataFolder())
  const address = `${tls ? 'https' : 'http'}://${host}:${port}`
  guardData(dataFolder, address)
  await portMustBeFree(host, port)
  // Told to stop while the database is still coming up: it is brought down again, never left behind.
  let toldToStop = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (toldToStop = true))
  const server = process.env.DATABASE_URL ? teamServer(process.env.DATABASE_URL) : null
  const cluster = server ? null : await startCluster(dataFolder, projectRoot(), newMachineSecret, say)
  const pidFile = join(dataFolder, 'article33.pid')
  try {
    const at = server?.at ?? { host: cluster!.socket, database: 'article33' }
    const as = (user: string, password: string): LogIn => ({ ...at, user, password })
    const secrets = server?.secrets ?? cluster!.secrets
    if (cluster)
      await makeRoles(
        { host: cluster.socket, database: 'postgres', user: 'article33_boot', password: cluster.secrets.boot },
        cluster.secrets,
      )
    await migrate(as('article33_migrate', secrets.migrate))
    await checkTheWalls(as('article33_app', secrets.app))
    writeFileSync(pidFile, `${process.pid}\n${address}\n`, { mode: 0o600 })
    const order: ServeOrder = {
      app: as('article33_app', secrets.app),
      index: as('article33_index', secrets.index),
      dataFolder,
      projectRoot: projectRoot(),
      host,
      port,
      tls,
      idleSealMinutes: values['idle-seal'] ? Number(values['idle-seal']) : null,
    }
    if (toldToStop) return 0
    return await watch(order, address, say, cluster?.exited ?? null)
  } finally {
    rmSync(pidFile, { force: true })
    await cluster?.stop()
  }
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

/** Inside the clone when PostgreSQL's own user can reach it there; else in the system's place for such data. */
const defaultDataFolder = (): string =>
  process.getuid?.() === 0 && !isReachable(projectRoot()) ? '/var/lib/article33/data' : join(projectRoot(), 'data')

const tlsOf = (cert: string | undefined, key: string | undefined): ServeOrder['tls'] => {
  if (!cert && !key) return null
  if (!cert || !key) return refuse('bad-command', { reason: '--tls-cert and --tls-key go together' })
  for (const file of [cert, key]) if (!existsSync(file)) refuse('bad-command', { reason: `there is no file ${file}` })
  return { cert: resolve(cert), key: resolve(key) }
}

const guardData = (dataFolder: string, address: string): void => {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  } catch (error) {
    refuse((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'data-folder-unreachable', {
      folder: dataFolder,
      reason: (error as NodeJS.ErrnoException).code ?? '',
    })
  }
  const pidFile = join(dataFolder, 'article33.pid')
  const [pid, where] = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
  if (pid && isRunning(Number(pid))) refuse('already-running', { pid, address: where ?? address })
  const { bavail, bsize } = statfsSync(dataFolder)
  if ((Number(bavail) * Number(bsize)) / 1_048_576 < leastFreeMiB) refuse('disk-full')
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return (
      pid !== process.pid &&
      (!existsSync(`/proc/${pid}/cmdline`) || /(bootstrap|main)\.m?js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')))
    )
  } catch {
    return false
  }
}

const portMustBeFree = (host: string, port: number): Promise<void> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new Refusal('port-taken', { port: String(port) })
          : new Refusal('bad-command', { reason: `the address ${host}:${port} cannot be served (${error.code})` }),
      ),
    )
    probe.listen(port, host, () => probe.close(() => done()))
  })

/** A team's own PostgreSQL: roles made by its operator (docs/team-server.md); passwords in DATABASE_URL's query. */
const teamServer = (text: string) => {
  const url = new URL(text)
  const password = (name: string) =>
    url.searchParams.get(name) ?? refuse('bad-command', { reason: `DATABASE_URL lacks ?${name}=…; see docs/team-server.md` })
  return {
    at: { host: url.hostname, port: Number(url.port || 5432), database: url.pathname.slice(1) || 'article33' },
    secrets: { migrate: password('migrate'), app: password('app'), index: password('index') },
  }
}

/** Most of what a request allocates is gone when it is answered: young memory large enough to hold it is cleared less often. */
const serveFlags = ['--max-semi-space-size=64']

/** Keeps one serving process alive. Sealed on purpose: a new, sealed one. Crashed: the same, but not without end. */
const watch = (
  order: ServeOrder,
  address: string,
  say: (line: string) => void,
  clusterExited: Promise<number | null> | null,
): Promise<number> =>
  new Promise((done) => {
    let child: ChildProcess | null = null
    let stopping = false
    const crashes: number[] = []
    const begin = () => {
      child = fork(process.argv[1]!, ['serve'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: serveFlags })
      child.send(order)
      child.on('message', (message) => {
        if (message === 'ready') say(`Article 33 is at ${address}\nStop it with Ctrl-C.`)
      })
      child.once('exit', (code) => {
        if (stopping) return done(0)
        if (code === cannotServe) return done(2)
        if (code === sealedExit) say('Sealed. It opens again with the passphrase.')
        else {
          crashes.push(Date.now())
          say(`The desk stopped unexpectedly (${code ?? 'killed'}) and starts again, sealed. What was acknowledged is kept.`)
          if (crashes.filter((at) => at > Date.now() - 60_000).length > 5) {
            say('It stopped six times in a minute: giving up. The messages above say why.')
            return done(70)
          }
        }
        begin()
      })
    }
    const stop = () => {
      stopping = true
      if (child?.exitCode === null) child.kill('SIGTERM')
      else done(0)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.on('SIGUSR2', () => child?.send('seal'))
    void clusterExited?.then((code) => {
      if (!stopping) {
        say(`The database stopped (${code ?? 'killed'}). The desk stops with it; start it again.`)
        stopping = true
        child?.kill('SIGKILL')
        done(70)
      }
    })
    begin()
  })
