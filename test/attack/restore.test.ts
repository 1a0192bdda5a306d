import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addExhibit, readExhibit } from '../../src/actions/add-exhibit.ts'
import type { Session } from '../../src/actions/desk.ts'
import { foundOffice, type House, openHouse, unlock } from '../../src/actions/house.ts'
import { judgePair, revokeJudgement } from '../../src/actions/judge-pair.ts'
import { openCase } from '../../src/actions/open-case.ts'
import { recordPerson } from '../../src/actions/record-person.ts'
import { machineClock } from '../../src/basics/clock.ts'
import { run as backup } from '../../src/cli/backup.ts'
import { run as exportLog } from '../../src/cli/log.ts'
import { run as restore } from '../../src/cli/restore.ts'
import { run as verify } from '../../src/cli/verify.ts'
import { createRenderer } from '../../src/formats/renderer.ts'
import { keptTables } from '../../src/store/backup.ts'
import { type Cluster, startCluster } from '../../src/store/cluster.ts'
import { openDatabase } from '../../src/store/database.ts'
import { makeRoles, migrate } from '../../src/store/migrate.ts'
import { newMachineSecret } from '../../src/vault/new-id.ts'
import { memberOf, newCase, refusalOf, someone } from '../desk.ts'

const place = mkdtempSync(join(tmpdir(), 'a33-restore-'))
chmodSync(place, 0o711)
const at = (name: string) => join(place, name)
const bytes = Buffer.from('the original, as it was handed over\n'.repeat(5_000))
let house: House
let cluster: Cluster
let session: Session
let passphrase: string
let caseId: string
let exhibit: string
let recipient: string
let made: Buffer

const openFolder = async (folder: string): Promise<{ house: House; cluster: Cluster }> => {
  const cluster = await startCluster(folder, process.cwd(), newMachineSecret, () => {})
  const as = (user: 'app' | 'index' | 'migrate') => ({
    host: cluster.socket,
    database: 'article33',
    user: `article33_${user}`,
    password: cluster.secrets[user],
  })
  await makeRoles({ host: cluster.socket, database: 'postgres', user: 'article33_boot', password: cluster.secrets.boot }, cluster.secrets)
  await migrate(as('migrate'))
  const house = await openHouse({
    database: openDatabase(as('app'), 6),
    indexDatabase: openDatabase(as('index'), 1),
    dataFolder: folder,
    packsFolder: join(process.cwd(), 'packs'),
    clock: machineClock,
    renderer: createRenderer({ workers: 1, workerUrl: null }),
    idleSealMinutes: null,
    keepExampleKey: () => {},
    exampleKey: () => null,
    readExample: () => null,
  })
  return { house, cluster }
}

const closed = async (house: House, cluster: Cluster) => {
  await house.parts.database.close()
  await house.parts.indexDatabase.close()
  await cluster.stop()
}

const said = async (
  command: (argv: string[], out: NodeJS.WritableStream) => Promise<number>,
  argv: string[],
): Promise<{ code: number; text: string }> => {
  let text = ''
  const out = new Writable({
    write: (chunk, _, next) => {
      text += chunk
      next()
    },
  })
  return { code: await command(argv, out), text }
}

/** Read by hand, not by the code under test: every row of every table as text. */
const everyRow = async (cluster: Cluster): Promise<Map<string, string[]>> => {
  const client = new Client({ host: cluster.socket, database: 'article33', user: 'article33_keeper', password: cluster.secrets.keeper })
  await client.connect()
  const rows = new Map<string, string[]>()
  for (const { name } of (
    await client.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migration' order by 1`,
    )
  ).rows)
    rows.set(
      name,
      (await client.query(`select t::text as line from ${name} t order by 1`)).rows.map((row) => row.line),
    )
  await client.end()
  return rows
}

beforeAll(async () => {
  ;({ house, cluster } = await openFolder(at('source')))
  const founded = await foundOffice(
    house,
    { organisation: 'A small office 사무소', language: 'ko', passphrase: null, example: false },
    { memory: 1024, passes: 1 },
  )
  passphrase = founded.passphrase
  session = await memberOf(founded.desk, ['lawyer'])
  caseId = (await newCase(founded.desk, session)).id
  for (let index = 0; index < 20; index++) await recordPerson(founded.desk, session, someone(caseId, `사람 ${index}`))
  // Acts that refer to one another come back in the order of their ids, which is no order.
  const [her, ...others] = (await openCase(founded.desk, session, { case: caseId })).record.persons
  for (const other of others.slice(0, 12)) {
    const pair = { case: caseId, person: her!.id, otherCase: caseId, otherPerson: other.id }
    const { id } = await judgePair(founded.desk, session, { ...pair, verdict: 'unsure', reason: '확실하지 않음' })
    await revokeJudgement(founded.desk, session, { case: caseId, judgement: id, reason: '' })
  }
  exhibit = (
    await addExhibit(founded.desk, session, {
      case: caseId,
      title: '編號 7',
      receivedFrom: 'her aunt',
      receivedOn: '2026-11-02',
      bytes: new Blob([bytes]).stream(),
    })
  ).id
  const key = await said(backup, ['new-key'])
  writeFileSync(at('key.txt'), /AGE-SECRET-KEY-1\w+/.exec(key.text)![0])
  recipient = /age1\w+/.exec(key.text)![0]
  const words = key.text.split('24 words:')[1]!.match(/\b\d+ [a-z]+/g)!
  expect(words).toHaveLength(24)
  writeFileSync(at('words.txt'), words.join(' '))
})
afterAll(async () => {
  if (house) await closed(house, cluster).catch(() => {})
  rmSync(place, { recursive: true, force: true })
})

test('a backup is made beside the running desk, while others write', async () => {
  const writing = Promise.all(
    Array.from({ length: 12 }, (_, index) => recordPerson(house.desk!, session, someone(caseId, `나중 ${index}`))),
  )
  const { code, text } = await said(backup, ['make', '--to', at('one.age'), '--recipient', recipient, '--data', at('source')])
  await writing
  expect(code).toBe(0)
  expect(text).toMatch(/Log head: [0-9a-f]{16}, entry \d+/)
  expect(existsSync(at('one.age.half'))).toBe(false)
  const checked = await said(backup, ['verify', at('one.age'), '--key', at('key.txt')])
  expect(checked.text).toMatch(/^OK: .*its log is chained and signed/)
  expect((await said(backup, ['verify', at('one.age'), '--key', at('words.txt')])).code).toBe(0)
  expect(await refusalOf(backup(['make', '--to', at('one.age'), '--recipient', recipient, '--data', at('source')], process.stdout))).toBe(
    'file-exists',
  )
})

test('the backup of a sleeping desk comes back row by row as it was, and its files byte by byte', async () => {
  const source = await everyRow(cluster)
  await closed(house, cluster)
  expect((await said(backup, ['make', '--to', at('two.age'), '--recipient', recipient, '--data', at('source')])).code).toBe(0)
  made = readFileSync(at('two.age'))
  const { text } = await said(restore, [at('two.age'), '--key', at('words.txt'), '--data', at('back')])
  expect(text).toContain('compared row by row')
  ;({ house, cluster } = await openFolder(at('back')))
  const back = await everyRow(cluster)
  expect([...back.keys()].sort()).toEqual([...keptTables].sort())
  expect(back).toEqual(source)
  expect([...back.values()].flat().length).toBeGreaterThan(70)
  // The positive control: one changed letter in one row would have been seen.
  expect(
    new Map(
      [...back].map(([name, rows]) => [
        name,
        name === 'person' ? rows.map((row, index) => (index === 3 ? row.replace(/.\)$/, '0)') : row)) : rows,
      ]),
    ),
  ).not.toEqual(source)

  const desk = await unlock(house, { passphrase })
  const page = await openCase(desk, session, { case: caseId })
  expect(page.record.persons).toHaveLength(2 + 20 + 12)
  // Rows are counted on from where they were.
  const last = async () =>
    Number(
      (await desk.database.transaction({ office: desk.office, member: session.member }, (tx) =>
        tx.one<{ kept: string }>('select max(kept) as kept from person'),
      ))!.kept,
    )
  const before = await last()
  await recordPerson(desk, session, someone(caseId, '돌아온 뒤'))
  expect(await last()).toBeGreaterThan(before)
  const opened = await readExhibit(desk, session, { case: caseId, exhibit })
  expect(
    createHash('sha256')
      .update(Buffer.from(await new Response(opened.stream).arrayBuffer()))
      .digest('hex'),
  ).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('the restored desk says in its log from which head it came, once, and the log still verifies', async () => {
  expect((await said(exportLog, ['export', '--to', at('log'), '--data', at('back')])).code).toBe(0)
  const lines: string[] = []
  expect(await verify([at('log')], (line) => lines.push(line))).toBe(0)
  const acts = readFileSync(at('log/log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).action as string)
  expect(acts.filter((act) => act === 'restored-from')).toHaveLength(1)
  expect(existsSync(at('back/restored.json'))).toBe(false)
})

test('a restore into a folder that holds anything is refused and touches nothing', async () => {
  mkdirSync(at('full'))
  writeFileSync(at('full/note'), 'mine')
  expect(await refusalOf(restore([at('two.age'), '--key', at('key.txt'), '--data', at('full')], process.stdout))).toBe('folder-not-empty')
  expect(readdirSync(at('full'))).toEqual(['note'])
})

test('torn at 40 places and flipped at 60, every backup is refused before anything is made', async () => {
  const nothing = () => expect(readdirSync(place).filter((name) => name.startsWith('never'))).toEqual([])
  for (let index = 0; index < 100; index++) {
    const spot = Math.floor(((index % 50) + 0.5) * (made.length / 50)) + index
    const broken = index < 40 ? made.subarray(0, spot % made.length) : Buffer.from(made)
    if (index >= 40) broken[spot % made.length]! ^= 1 << (index % 8)
    writeFileSync(at('broken.age'), broken)
    expect(
      await refusalOf(
        restore(
          [at('broken.age'), '--key', at('key.txt'), '--data', at('never')],
          new Writable({ write: (_chunk, _encoding, next) => next() }),
        ),
      ),
      `place ${spot}`,
    ).toBe('backup-damaged')
  }
  nothing()
  writeFileSync(at('broken.age'), made)
  appendFileSync(at('broken.age'), 'x')
  expect(await refusalOf(backup(['verify', at('broken.age'), '--key', at('key.txt')], process.stdout))).toBe('backup-damaged')
})

test('another key opens nothing, and a file without a key is named', async () => {
  const key = await said(backup, ['new-key'])
  writeFileSync(at('other.txt'), /AGE-SECRET-KEY-1\w+/.exec(key.text)![0])
  expect(await refusalOf(backup(['verify', at('two.age'), '--key', at('other.txt')], process.stdout))).toBe('backup-damaged')
  writeFileSync(at('empty.txt'), 'nothing here')
  expect(await refusalOf(backup(['verify', at('two.age'), '--key', at('empty.txt')], process.stdout))).toBe('bad-key-file')
})
