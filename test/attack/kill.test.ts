import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { intake, someone } from '../desk.ts'
import { type Served, serveForReal, setUp } from './served.ts'

const rounds = 10
const writers = 4
const passphrase = 'one two three four five six'
const me = { signInName: 'first', password: 'a password that is long' }
let served: Served
/** Unlocking ends every session; a printed code opens a new one, each once. */
let codes: readonly string[] = []
/** Case → what the desk acknowledged in it. */
const acknowledged = new Map<string, { persons: Set<string>; exhibits: Map<string, string> }>()

beforeAll(async () => {
  served = await serveForReal()
  ;({ recoveryCodes: codes } = await setUp(served, { organisation: 'Office', passphrase, name: 'First', ...me }))
}, 120_000)
afterAll(() => served?.remove())

/** Writes until somebody pulls the plug; keeps only what was answered with 200. */
const write = async (caseId: string, going: { on: boolean }): Promise<void> => {
  const kept = { persons: new Set<string>(), exhibits: new Map<string, string>() }
  acknowledged.set(caseId, kept)
  for (let index = 0; going.on; index++) {
    try {
      if (index % 5 === 4) {
        const text = `file ${index} of ${caseId} `.repeat(50)
        const answer = await served.call('PUT', `/api/cases/${caseId}/exhibits`, undefined, {
          raw: Buffer.from(text),
          headers: { 'x-title': 'note', 'x-received-from': 'her', 'x-received-on': '2026-11', 'content-type': 'application/octet-stream' },
        })
        if (answer.status === 200) kept.exhibits.set(answer.body.id, text)
      } else {
        const answer = await served.call('POST', `/api/cases/${caseId}/persons`, { ...someone(caseId, `사람 ${index}`), case: undefined })
        if (answer.status === 200) kept.persons.add(answer.body.id)
      }
    } catch {
      // The connection broke: nothing was acknowledged.
    }
  }
}

/** What was acknowledged and is not there. */
const missing = async (): Promise<string[]> => {
  const gone: string[] = []
  for (const [caseId, kept] of acknowledged) {
    const page = await served.call('GET', `/api/cases/${caseId}`)
    if (page.status !== 200) {
      gone.push(`case ${caseId}`)
      continue
    }
    const found = new Set([...page.body.record.persons, ...page.body.record.exhibits].map((one: { id: string }) => one.id))
    for (const id of [...kept.persons, ...kept.exhibits.keys()]) if (!found.has(id)) gone.push(id)
    for (const [id, text] of kept.exhibits)
      if (found.has(id) && (await served.call('GET', `/api/cases/${caseId}/exhibits/${id}`)).bytes.toString() !== text)
        gone.push(`bytes of ${id}`)
  }
  return gone
}

test(`${rounds} times kill -9 under load, of the database and of the server in turn: nothing acknowledged is lost`, async () => {
  const heads: string[] = []
  for (let round = 0; round < rounds; round++) {
    const cases: string[] = []
    for (let index = 0; index < writers; index++) {
      const made = await served.call('POST', '/api/cases', intake)
      expect(made.status, made.bytes.toString()).toBe(200)
      cases.push(made.body.id)
    }
    const going = { on: true }
    const writing = cases.map((id) => write(id, going))
    // In the middle of the writing, wherever that is: each round a little later.
    const many = () => cases.reduce((sum, id) => sum + (acknowledged.get(id)?.persons.size ?? 0), 0)
    while (many() < 6 + round) await new Promise((next) => setTimeout(next, 5))
    const killing = served.kill(round % 2 === 0 ? 'database' : 'server')
    await new Promise((next) => setTimeout(next, 20))
    going.on = false
    await Promise.all([killing, ...writing])
    const opened = await served.call('POST', '/api/unlock', { passphrase })
    expect(opened.status, opened.bytes.toString()).toBe(200)
    expect((await served.call('GET', '/api/cases')).status).toBe(401)
    const entered = await served.call('POST', '/api/sign-in', { ...me, code: codes[round] })
    expect(entered.status, entered.bytes.toString()).toBe(200)
    if (round === 3 || round === 7) {
      const to = join(served.folder, `log-${round}`)
      served.command('log', 'export', '--to', to, '--data', served.data)
      heads.push(join(to, 'head.note'))
    }
  }
  const count = [...acknowledged.values()].reduce((sum, kept) => sum + kept.persons.size + kept.exhibits.size, 0)
  expect(count).toBeGreaterThan(rounds * 2)
  expect(await missing()).toEqual([])
  const to = join(served.folder, 'log')
  served.command('log', 'export', '--to', to, '--data', served.data)
  expect(served.command('verify', to, ...heads.flatMap((head) => ['--head', head]))).toMatch(/^OK: .* 2 kept heads agree/)
  const seqs = readFileSync(join(to, 'log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).seq)
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
}, 600_000)

test('positive control: one acknowledged row taken out by hand is found missing by the same comparison', async () => {
  const victim = [...acknowledged.values()].flatMap((kept) => [...kept.persons])[0]!
  await served.sql('migrate', async (client) => {
    await client.query('set role article33_owner')
    await client.query('create policy harm on person for all to article33_owner using (true)')
    await client.query('delete from person where person_id = $1', [victim])
    await client.query('drop policy harm on person')
  })
  expect(await missing()).toEqual([victim])
}, 120_000)
