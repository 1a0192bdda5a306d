/** A desk to be measured: its own database, an office with one member who works in it, and the server as it is started for users. */
import { type ChildProcess, fork } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Desk, Session } from '../../src/actions/desk.ts'
import { foundOffice, openHouse } from '../../src/actions/house.ts'
import { machineClock } from '../../src/basics/clock.ts'
import type { MemberId, OfficeId } from '../../src/basics/id.ts'
import { createRenderer } from '../../src/formats/renderer.ts'
import { startCluster } from '../../src/store/cluster.ts'
import { openDatabase } from '../../src/store/database.ts'
import { insertMember } from '../../src/store/members.ts'
import { type LogIn, makeRoles, migrate } from '../../src/store/migrate.ts'
import { insertSession } from '../../src/store/sessions.ts'
import { newId, newMachineSecret } from '../../src/vault/new-id.ts'
import { newToken } from '../../src/vault/token.ts'

const root = process.cwd()

export type Call = (method: string, path: string, token: string | null, body?: unknown) => Promise<Record<string, unknown>>
export type BenchDesk = {
  desk: Desk
  session: Session
  actor: { office: OfficeId; member: MemberId }
  passphrase: string
  /** Past every wall, for filling tables that no act would fill so fast. */
  boot: LogIn
  /** Ends the desk of this process; what was kept stays. */
  close(): Promise<void>
  /** Starts the server over what was kept; to be called after close. */
  serve(): Promise<Call>
  /** The number of the server's process; null before serve. */
  pid(): number | null
  /** Sessions of the one member; unlocking ends whatever there was before. */
  signIn(count: number): Promise<string[]>
  stop(): Promise<void>
}

export const openBenchDesk = async (data: string): Promise<BenchDesk> => {
  const cluster = await startCluster(data, root, newMachineSecret, () => {})
  const as = (user: string, password: string, database = 'article33'): LogIn => ({ host: cluster.socket, database, user, password })
  const [app, index] = [as('article33_app', cluster.secrets.app), as('article33_index', cluster.secrets.index)]
  await makeRoles(as('article33_boot', cluster.secrets.boot, 'postgres'), cluster.secrets)
  await migrate(as('article33_migrate', cluster.secrets.migrate))
  const house = await openHouse({
    database: openDatabase(app),
    indexDatabase: openDatabase(index, 1),
    dataFolder: data,
    packsFolder: join(root, 'packs'),
    clock: machineClock,
    renderer: createRenderer({ workers: 1, workerUrl: null }),
    idleSealMinutes: null,
    keepExampleKey: () => {},
    exampleKey: () => null,
    readExample: () => null,
  })
  const { desk, passphrase } = await foundOffice(house, { organisation: 'Bench', language: 'en', passphrase: null, example: false })
  const member = newId<'member'>() as MemberId
  const actor = { office: desk.office, member }
  await desk.database.transaction(actor, (tx) =>
    insertMember(tx, desk.vault, desk.office, member, ['lawyer', 'caseworker'], {
      name: 'Bench',
      signInName: 'bench',
      password: null,
      totp: null,
      lastStep: null,
      recoveryHashes: [],
    }),
  )
  let child: ChildProcess | null = null
  return {
    desk,
    session: { id: newId<'session'>() as string, member, name: 'Bench', roles: ['lawyer', 'caseworker'], authenticator: 'bench' },
    actor,
    passphrase,
    boot: as('article33_boot', cluster.secrets.boot),
    close: async () => {
      await house.parts.database.close()
      await house.parts.indexDatabase.close()
      await house.parts.renderer.close()
    },
    serve: async () => {
      const port = await freePort()
      const server = fork(join(root, 'scripts/bootstrap.mjs'), ['serve'], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        execArgv: ['--max-semi-space-size=64'],
      })
      child = server
      server.send({ app, index, dataFolder: data, projectRoot: root, host: '127.0.0.1', port, tls: null, idleSealMinutes: null })
      await new Promise<void>((ready) => server.on('message', (word) => word === 'ready' && ready()))
      return caller(port)
    },
    pid: () => child?.pid ?? null,
    signIn: async (count) => {
      const database = openDatabase(app, 1)
      const tokens = Array.from({ length: count }, newToken)
      await database.transaction(actor, async (tx) => {
        for (const [n, { hash }] of tokens.entries())
          await insertSession(tx, { id: newId(), tokenHash: hash, ...actor, authenticator: `bench:${n}`, now: machineClock.now() })
      })
      await database.close()
      return tokens.map(({ token }) => token)
    },
    stop: async () => {
      child?.kill('SIGKILL')
      await cluster.stop()
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })

const caller =
  (port: number): Call =>
  async (method, path, token, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'x-article33': '1', 'content-type': 'application/json', ...(token ? { cookie: `session=${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const bytes = await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${Buffer.from(bytes).toString().slice(0, 200)}`)
    return answer.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(Buffer.from(bytes).toString()) : {}
  }
