/** The real program in processes of its own, as somebody who started it would have it: for attacks from outside. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Secret, TOTP } from 'otpauth'
import { Client } from 'pg'

export type Served = {
  folder: string
  data: string
  /** The private temporary folder of its processes. */
  temp: string
  /** Everything the processes printed. */
  said(): string
  origin: string
  start(): Promise<void>
  /** kill -9 of PostgreSQL's first process, or of the process that serves. */
  kill(what: 'database' | 'server'): Promise<void>
  stop(): Promise<void>
  /** The same program for one command; answers what it printed. */
  command(...argv: string[]): string
  call(
    method: string,
    path: string,
    body?: unknown,
    more?: { raw?: Uint8Array; headers?: Record<string, string> },
  ): Promise<{ status: number; body: any; bytes: Buffer }>
  cookie: string
  sql<T>(user: 'migrate' | 'keeper', work: (client: Client) => Promise<T>): Promise<T>
  remove(): Promise<void>
}

const root = process.cwd()
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))

/** A copy of the built program of its own: another build of the same clone may not pull it away. */
const builtCopy = async (): Promise<string> => {
  const { buildCommand } = (await import(pathToFileURL(join(root, 'scripts/bootstrap.mjs')).href)) as { buildCommand(): Promise<void> }
  await buildCommand()
  mkdirSync(join(root, 'dist'), { recursive: true })
  const copy = mkdtempSync(join(root, 'dist', 'attack-'))
  cpSync(join(root, 'dist', 'cli'), join(copy, 'cli'), { recursive: true })
  writeFileSync(join(copy, 'run.mjs'), `import { main } from './cli/main.js'\nprocess.exitCode = await main(process.argv.slice(2))\n`)
  return copy
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

export const serveForReal = async (): Promise<Served> => {
  const program = await builtCopy()
  const folder = mkdtempSync(join(tmpdir(), 'a33-served-'))
  chmodSync(folder, 0o711)
  const [data, temp] = [join(folder, 'data'), join(folder, 'temp')]
  mkdirSync(temp)
  chmodSync(temp, 0o777)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { ...process.env, TMPDIR: temp, NODE_OPTIONS: '' }
  let watcher: ChildProcess | null = null
  let words = ''
  const run = join(program, 'run.mjs')
  const exited = (child: ChildProcess): Promise<unknown> =>
    child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', done))
  const phase = async (): Promise<string | null> =>
    fetch(`${origin}/api/state`).then(
      async (answer) => ((await answer.json()) as { phase: string }).phase,
      () => null,
    )
  const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (let tries = 0; tries < 1_200; tries++) {
      if (await holds()) return
      await pause(50)
    }
    throw new Error(`${what} did not come within a minute:\n${words.slice(-2_000)}`)
  }
  const served: Served = {
    folder,
    data,
    temp,
    origin,
    cookie: '',
    said: () => words,
    start: async () => {
      const child = spawn(process.execPath, [run, 'start', '--data', data, '--port', String(port)], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        cwd: root,
      })
      watcher = child
      for (const stream of [child.stdout!, child.stderr!])
        stream.on('data', (chunk: Buffer) => {
          words += chunk.toString()
        })
      await until('the desk', async () => {
        if (child.exitCode !== null) throw new Error(`it ended (${child.exitCode}):\n${words.slice(-2_000)}`)
        return (await phase()) !== null
      })
    },
    kill: async (what) => {
      const before = watcher!
      const pid =
        what === 'database' ? Number(readFileSync(join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]) : servingPid(before.pid!)
      process.kill(pid, 'SIGKILL')
      if (what === 'database') {
        await exited(before)
        await served.start()
      } else await until('the next serving process', async () => (await phase()) === 'sealed' && servingPid(before.pid!) !== pid)
    },
    stop: async () => {
      if (!watcher) return
      watcher.kill('SIGTERM')
      await exited(watcher)
      watcher = null
    },
    command: (...argv) =>
      execFileSync(process.execPath, [run, ...argv], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: root }),
    call: async (method, path, body, more = {}) => {
      const answer = await fetch(origin + path, {
        method,
        headers: {
          'x-article33': '1',
          ...(served.cookie ? { cookie: served.cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...more.headers,
        },
        ...(more.raw ? { body: more.raw as Uint8Array<ArrayBuffer> } : body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const set = answer.headers.get('set-cookie')
      if (set) served.cookie = set.split(';')[0]!
      const bytes = Buffer.from(await answer.arrayBuffer())
      let parsed: unknown = null
      try {
        parsed = JSON.parse(bytes.toString())
      } catch {
        /* bytes of a file */
      }
      return { status: answer.status, body: parsed, bytes }
    },
    sql: async (user, work) => {
      const secrets = JSON.parse(readFileSync(join(data, 'cluster.json'), 'utf8')) as Record<string, string>
      const socket = readFileSync(join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[4]!
      const client = new Client({ host: socket, database: 'article33', user: `article33_${user}`, password: secrets[user]! })
      await client.connect()
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    },
    remove: async () => {
      await served.stop()
      // Stopped in the middle of a start, its cluster may have been left behind.
      for (let tries = 0; tries < 100 && existsSync(join(data, 'cluster', 'postmaster.pid')); tries++) {
        try {
          process.kill(Number(readFileSync(join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
        } catch {
          break
        }
        await pause(50)
      }
      rmSync(program, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await served.start()
  return served
}

const servingPid = (parent: number): number =>
  Number(
    execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .find((found) => found && Number(found[2]) === parent && /\bserve$/.test(found[3]!))?.[1] ?? 0,
  )

export const codeOf = (secret: string, at = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at })

/** Sets the desk up and signs its first member in. */
export const setUp = async (
  served: Served,
  given: { organisation: string; passphrase: string; name: string; signInName: string; password: string },
): Promise<{ passphrase: string; totpSecret: string; recoveryCodes: string[] }> => {
  const made = await served.call('POST', '/api/set-up', {
    organisation: given.organisation,
    language: 'ko',
    passphrase: given.passphrase,
    member: { name: given.name, signInName: given.signInName, password: given.password },
  })
  if (made.status !== 200) throw new Error(`set-up: ${made.bytes.toString()}`)
  const entered = await served.call('POST', '/api/sign-in', {
    signInName: given.signInName,
    password: given.password,
    code: codeOf(made.body.totpSecret),
  })
  if (entered.status !== 200) throw new Error(`sign-in: ${entered.bytes.toString()}`)
  return made.body
}
