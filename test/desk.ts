/** A real desk for a test file: its own database on the run's PostgreSQL, an office with members of every role, and a case or two. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { createCase } from '../src/actions/create-case.ts'
import type { Desk, Session } from '../src/actions/desk.ts'
import { foundOffice, type House, openHouse } from '../src/actions/house.ts'
import { openCase } from '../src/actions/open-case.ts'
import { recordAccount } from '../src/actions/record-account.ts'
import { type Clock, type Instant, machineClock } from '../src/basics/clock.ts'
import type { CaseId, MemberId } from '../src/basics/id.ts'
import type { Export } from '../src/cli/verify.ts'
import type { MemberRole } from '../src/domain/documents/desk-api.ts'
import { createRenderer } from '../src/formats/renderer.ts'
import { openDatabase } from '../src/store/database.ts'
import { insertMember } from '../src/store/members.ts'
import type { LogIn } from '../src/store/migrate.ts'
import { insertSession } from '../src/store/sessions.ts'
import { newId } from '../src/vault/new-id.ts'
import { newToken } from '../src/vault/token.ts'
import { as, type Lent, variable } from './desk-cluster.ts'

/** token = what the browser would hold. */
export type Member = Session & { token: string }
export type TestDesk = {
  house: House
  desk: Desk
  passphrase: string
  dataFolder: string
  database: string
  logIn(user: 'boot' | 'migrate' | 'app' | 'keeper' | 'index'): LogIn
  /** A second member with the same role is another person. */
  member(...roles: MemberRole[]): Promise<Member>
  /** Raw SQL as the owner of the tables; FORCE binds it as well, so data is looked at as the keeper. */
  owner(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  keeper(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Raw SQL in the application's own role, with whatever actor the caller claims; rolled back. */
  app(actor: { office: string | null; member: string | null }, text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Cheap on purpose: what the key derivation costs is tested where it lives. */
const cheap = { memory: 1024, passes: 1 }

export const lentCluster = async (): Promise<Lent> => {
  const folder = process.env[variable]
  if (!folder) throw new Error('vitest.config.ts lost its globalSetup: test/desk-cluster.ts')
  writeFileSync(join(folder, 'wanted'), '')
  for (let tries = 0; tries < 2_400; tries++) {
    if (existsSync(join(folder, 'ready'))) {
      const word = JSON.parse(readFileSync(join(folder, 'ready'), 'utf8')) as Lent & { failed?: string }
      if (word.failed) throw new Error(word.failed)
      return word
    }
    await new Promise((next) => setTimeout(next, 25))
  }
  throw new Error('the test cluster did not start within a minute')
}

export const openTestDesk = async (given: { clock?: Clock; poolSize?: number } = {}): Promise<TestDesk> => {
  const lent = await lentCluster()
  const database = `t_${randomBytes(6).toString('hex')}`
  await once(as(lent, 'boot', 'postgres'), async (client) => {
    await client.query(`create database ${database} template article33 owner article33_owner`)
    // What a crash leaves is looked at where desks are killed (test/attack/kill.test.ts); here nobody waits for the disk.
    await client.query(`alter database ${database} set synchronous_commit to off`)
  })
  const logIn: TestDesk['logIn'] = (user) => as(lent, user, database)
  const dataFolder = mkdtempSync(join(tmpdir(), 'a33-desk-'))
  const house = await openHouse({
    database: openDatabase(logIn('app'), given.poolSize ?? 8),
    indexDatabase: openDatabase(logIn('index'), 1),
    dataFolder,
    packsFolder: join(process.cwd(), 'packs'),
    clock: given.clock ?? machineClock,
    renderer: createRenderer({ workers: 1, workerUrl: null }),
    idleSealMinutes: null,
    keepExampleKey: () => {},
    exampleKey: () => null,
    readExample: () => null,
  })
  const { passphrase } = await foundOffice(house, { organisation: 'Test office', language: 'en', passphrase: null, example: false }, cheap)
  // One connection a role, one statement at a time.
  const clients = new Map<string, Promise<Client>>()
  const turns = new Map<string, Promise<unknown>>()
  const turn = <T>(user: 'migrate' | 'keeper' | 'app', work: (client: Client) => Promise<T>): Promise<T> => {
    if (!clients.has(user)) clients.set(user, connected(logIn(user)))
    const next = (turns.get(user) ?? Promise.resolve()).then(async () => work(await clients.get(user)!))
    turns.set(
      user,
      next.catch(() => {}),
    )
    return next
  }
  return {
    house,
    get desk() {
      return house.desk!
    },
    passphrase,
    dataFolder,
    database,
    logIn,
    member: (...roles) => memberOf(house.desk!, roles),
    owner: (text, values) =>
      turn('migrate', async (client) => {
        await client.query('set role article33_owner')
        return (await client.query(text, values)).rows
      }),
    keeper: (text, values) => turn('keeper', async (client) => (await client.query(text, values)).rows),
    app: (actor, text, values) =>
      turn('app', async (client) => {
        await client.query('begin')
        await client.query('select app_act($1, $2)', [actor.office, actor.member])
        try {
          return (await client.query(text, values)).rows
        } finally {
          await client.query('rollback')
        }
      }),
    close: async () => {
      for (const client of clients.values()) await (await client).end()
      await house.parts.database.close()
      await house.parts.indexDatabase.close()
      await house.parts.renderer.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const connected = async (logIn: LogIn): Promise<Client> => {
  const client = new Client(logIn)
  await client.connect()
  return client
}

export const once = async <T>(logIn: LogIn, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(logIn)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let count = 0

/** A member signed in, made past the invitation: argon2 and codes are tested where they live. */
export const memberOf = async (desk: Desk, roles: readonly MemberRole[]): Promise<Member> => {
  const member = newId<'member'>() as MemberId
  const id = newId<'session'>() as string
  const { token, hash } = newToken()
  const name = `${roles.join('-')} ${++count}`
  const authenticator = `test:${member}`
  await desk.database.transaction({ office: desk.office, member }, async (tx) => {
    await insertMember(tx, desk.vault, desk.office, member, roles, {
      name,
      signInName: name,
      password: null,
      totp: null,
      lastStep: null,
      recoveryHashes: [],
    })
    await insertSession(tx, { id, tokenHash: hash, office: desk.office, member, authenticator, now: desk.clock.now() })
  })
  return { id, member, name, roles, authenticator, token }
}

export const intake = {
  codeName: 'Heron',
  situation: 'china-dprk',
  names: [
    { text: '홍길순', script: 'hangul' },
    { text: 'Hong Gilsun', script: 'latin' },
  ],
  sex: 'F',
  birth: '1990',
  origin: 'PRK',
  heldState: 'CHN',
  heldPlace: 'a county detention house',
  heldAuthority: 'border police',
  heldSince: '2026-10',
  transferWords: 'guards spoke of Monday',
  transferTo: 'PRK',
  transferWindow: '2026-12',
  feared: 'punishment for leaving',
  askedBy: { basis: 'relative', words: 'her aunt asked by phone' },
  searched: true,
} as const

/** A case led by this member, with one person and the minute's answers. */
export const newCase = async (
  desk: Desk,
  lead: Session,
  more: Partial<Record<keyof typeof intake, unknown>> = {},
): Promise<{ id: CaseId; person: string }> => {
  const header = await createCase(desk, lead, { ...intake, ...more })
  const page = await openCase(desk, lead, { case: header.id })
  return { id: header.id as CaseId, person: page.record.persons[0]!.id }
}

export const accountOf = (caseId: string, speaker: string, text = '나는 강을 건넜다. 다시 잡히면 죽는다.') => ({
  case: caseId,
  speaker,
  takenOn: '2026-11-20',
  zone: null,
  language: 'ko',
  hand: 'first',
  interpreterCode: 'I-1',
  circumstances: null,
  text,
})

export const newAccount = async (desk: Desk, by: Session, caseId: string, speaker: string, text?: string): Promise<string> =>
  (await recordAccount(desk, by, accountOf(caseId, speaker, text))).id

export const someone = (caseId: string, name = '리영희') => ({
  case: caseId,
  role: 'sibling',
  names: [{ text: name, script: 'hangul', kind: 'own' }],
  sex: 'F',
  births: [],
  ageStatements: [],
  nationalities: [],
  languages: ['ko'],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: true,
  submitter: false,
  note: null,
})

/** A clock that stands until it is moved. */
export const standingClock = (start = '2026-11-24T08:00:00.000Z'): Clock & { move(ms: number): void } => {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString() as Instant,
    move: (ms) => {
      at += ms
    },
  }
}

/** The code of the refusal with which this ends; fails when it does not refuse. */
export const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
  throw new Error('it was not refused')
}

/** The desk's log as `log export` would write it, for the verifier that stands alone. */
export const logOf = async (t: TestDesk): Promise<Export> => {
  const lines = await t.keeper('select entry from audit_entry order by seq')
  const [head] = await t.keeper('select note from audit_head')
  return {
    log: lines.map((row) => `${row.entry as string}\n`).join(''),
    head: head!.note as string,
    publicKey: t.house.record!.logPublicKey,
    heads: [],
    kept: [],
    openings: '',
    files: [],
  }
}

export const actsIn = async (
  t: TestDesk,
): Promise<{ seq: number; actor: string | null; action: string; object: string | null; outcome: string }[]> =>
  (await t.keeper('select entry from audit_entry order by seq')).map((row) => JSON.parse(row.entry as string))
