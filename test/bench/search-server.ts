/** Search before create through the server: a million sealed persons read back after unlocking, then asked for by another spelling, by one client and by eight. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Card } from '../../src/actions/card.ts'
import { createCase } from '../../src/actions/create-case.ts'
import type { CaseId, PersonId } from '../../src/basics/id.ts'
import type { Person, Script } from '../../src/domain/people/person.ts'
import type { NamesOnCard } from '../../src/store/name-index.ts'
import { getRow, hourOf } from '../../src/store/sealed-rows.ts'
import { type CaseKey, newCaseKey } from '../../src/vault/case-key.ts'
import { sealField } from '../../src/vault/field.ts'
import { newId } from '../../src/vault/new-id.ts'
import { type InventedRecord, inventRecords } from '../generator/people.ts'
import { type BenchDesk, type Call, openBenchDesk } from './bench-desk.ts'
import { middle } from './search.ts'
import { percent } from './wilson.ts'

/** --persons=N (1000000), --own=N (500) of them in cases of the one who searches, --queries=N (1000), --json. Four persons share a case of others. */
export const run = async (argv: string[]): Promise<void> => {
  const number = (name: string, usual: number) => Number(argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
  const [persons, own, asked] = [number('persons', 1_000_000), number('own', 500), number('queries', 1000)]
  const say = (line: string) => argv.includes('--json') || console.log(line)
  const folder = mkdtempSync(join(tmpdir(), 'a33-search-'))
  chmodSync(folder, 0o711)
  const bench = await openBenchDesk(join(folder, 'data'))
  try {
    let began = performance.now()
    const questions = await seed(bench, persons, own, asked)
    await bench.close()
    const seeding = (performance.now() - began) / 1000
    say(`${persons} persons sealed and stored in ${seeding.toFixed(0)} s, ${own} of them in cases of the one who searches`)
    const call = await bench.serve()
    const empty = megabytes(bench)
    began = performance.now()
    await call('POST', '/api/unlock', null, { passphrase: bench.passphrase, recoveryWords: null })
    const open = (performance.now() - began) / 1000
    const tokens = await bench.signIn(8)
    await ready(call, tokens[0]!)
    const built = (performance.now() - began) / 1000
    const full = megabytes(bench)
    say(
      `open after ${open.toFixed(1)} s, every name in the index after ${built.toFixed(1)} s (goal 30), ${full - empty} MB more (goal 450)`,
    )
    // The first questions also fill the stores of read syllables and of cards; they are asked apart.
    await ask(call, tokens.slice(0, 1), questions.slice(0, 50))
    const one = await ask(call, tokens.slice(0, 1), questions)
    const eight = await ask(call, tokens, questions)
    for (const [who, answer] of [['one client', one] as const, ['eight clients', eight] as const])
      say(
        `${who.padEnd(14)} p50 ${answer.p50} ms  p95 ${answer.p95} ms${who === 'one client' ? ' (goal 40)' : ''}  found in own cases ${percent(answer.hits, answer.own)}`,
      )
    if (argv.includes('--json'))
      console.log(JSON.stringify({ bench: 'search-server', persons, own, seeding, open, built, megabytes: full - empty, one, eight }))
  } finally {
    await bench.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is resident of the server's process, in MB. */
const megabytes = (bench: BenchDesk): number => {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bench.pid()}/status`, 'utf8'))
  return Math.round(Number(line?.[1]) / 1024)
}

const ready = async (call: Call, token: string): Promise<void> => {
  for (;;) {
    try {
      await call('POST', '/api/search', token, { text: '아무개', birth: null, sex: null })
      return
    } catch (error) {
      if (!String(error).includes('names-being-read')) throw error
      await new Promise((soon) => setTimeout(soon, 100))
    }
  }
}

type Question = { record: InventedRecord; caseId: string | null }
type Answer = { p50: number; p95: number; hits: number; own: number }
const ask = async (call: Call, tokens: readonly string[], questions: readonly Question[]): Promise<Answer> => {
  const times: number[] = []
  let [hits, own] = [0, 0]
  const client = async (token: string, n: number): Promise<void> => {
    for (let at = n; at < questions.length; at += tokens.length) {
      const { record, caseId } = questions[at]!
      const began = performance.now()
      const found = (await call('POST', '/api/search', token, {
        text: record.name,
        birth: record.birth === '' ? null : record.birth,
        sex: record.sex === '' ? null : record.sex,
        place: record.place === '' ? null : record.place,
      })) as unknown as { caseId: string }[]
      times.push(performance.now() - began)
      if (caseId === null) continue
      own += 1
      if (found.some((one) => one.caseId === caseId)) hits += 1
    }
  }
  await Promise.all(tokens.map(client))
  return { ...middle(times), hits, own }
}

const scriptOf = (name: string): Script => (/\p{sc=Hangul}/u.test(name) ? 'hangul' : /\p{sc=Han}/u.test(name) ? 'hanja' : 'latin')
const personOf = (record: InventedRecord): Omit<Person, 'id'> => ({
  role: 'self',
  names: [{ text: record.name, script: scriptOf(record.name), kind: 'own' }],
  sex: record.sex === '' ? 'unknown' : (record.sex as 'F' | 'M'),
  births: record.birth === '' ? [] : [{ date: record.birth as Person['births'][0]['date'], source: 'intake' }],
  ageStatements: [],
  nationalities: [{ state: 'PRK', standing: 'claimed', basis: 'intake' }],
  languages: [],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: false,
  submitter: false,
  note: null,
})

/** Those of the one who searches are opened by the act itself; those of others go past it, sealed by the vault as the act would. Half of the questions are for each. */
const seed = async (bench: BenchDesk, persons: number, own: number, asked: number): Promise<Question[]> => {
  const { desk, session } = bench
  const now = desk.clock.now()
  const questions: Question[] = []
  const client = new Client(bench.boot)
  await client.connect()
  let template: Card | null = null
  const others = rowsOf(client, desk.office, () => template!)
  const every = Math.max(1, Math.floor(((persons - own) * 0.4) / Math.max(1, asked / 2)))
  let [made, second, entity] = [0, 0, -1]
  let caseId: string | null = null
  for (const record of inventRecords({ records: persons * 3, seed: 34 })) {
    if (record.entity === entity) {
      if (caseId !== null && questions.length < asked / 2) questions.push({ record, caseId })
      else if (caseId === null && second++ % every === 0 && questions.length < asked) questions.push({ record, caseId: null })
      continue
    }
    if (made === persons) break
    entity = record.entity
    made += 1
    if (made <= own) {
      const { names, sex, births } = personOf(record)
      const header = await createCase(desk, session, {
        codeName: `Own ${made}`,
        situation: 'china-dprk',
        names: names.map(({ text, script }) => ({ text, script })),
        sex,
        birth: births[0]?.date ?? null,
        origin: 'PRK',
        heldState: record.place === '' ? null : 'CHN',
        heldPlace: record.place === '' ? null : record.place,
        heldAuthority: null,
        heldSince: null,
        transferWords: null,
        transferTo: null,
        transferWindow: null,
        feared: null,
        askedBy: { basis: null, words: null },
        searched: true,
      })
      caseId = header.id
      template ??= await cardOf(bench, header.id as CaseId)
      continue
    }
    caseId = null
    if ((made - own) % 4 === 1) {
      others.card()
      const { key, version, wraps } = newCaseKey(desk.vault, { officeId: desk.office, caseId: newId<'case'>() as CaseId })
      others.key = key
      others.put('case_file', [
        key.caseId,
        version,
        sealField(key, at('case_file', key.caseId), JSON.stringify({ codeName: `Case ${made}` })),
      ])
      others.put('case_key_wrap', [key.caseId, version, wraps[0]!.recipientId, wraps[0]!.wrapped])
    }
    const { key } = others
    const id = newId<'person'>() as PersonId
    others.put('person', [key.caseId, id, key.version, sealField(key, at('person', id), JSON.stringify(personOf(record)))])
    if (record.place !== '') {
      const custody = newId<'custody'>()
      const body = { persons: [id], state: 'CHN', authority: null, place: record.place, period: '2024/..', sources: ['intake'], note: null }
      others.put('custody_period', [key.caseId, custody, key.version, sealField(key, at('custody_period', custody), JSON.stringify(body))])
    }
    const { names, births, sex } = personOf(record)
    const places = record.place === '' ? [] : [record.place]
    others.people.push({ key: id, names: names.map((name) => name.text), births: births.map((birth) => birth.date), sex, places })
    if (made % 5_000 === 0) await others.flush(now)
  }
  others.card()
  await others.flush(now)
  await client.query('analyze')
  await client.end()
  return questions
    .map((question, n) => ({ question, n }))
    .sort((a, b) => ((a.n * 7919) % 1009) - ((b.n * 7919) % 1009))
    .map(({ question }) => question)
}

const cardOf = (bench: BenchDesk, caseId: CaseId): Promise<Card> =>
  bench.desk.database.transaction(
    bench.actor,
    async (tx) => (await getRow<Card>(tx, bench.desk.caseKeys.get(caseId)!, 'case_card', caseId)).body,
  )

const at = (table: string, row: string) => ({ table, row, column: 'sealed', rowVersion: 1 })

type Table = 'case_file' | 'case_key_wrap' | 'person' | 'custody_period' | 'case_card'
const rowsOf = (client: Client, office: string, template: () => Card) => {
  const rows: Record<Table, unknown[][]> = { case_file: [], case_key_wrap: [], person: [], custody_period: [], case_card: [] }
  const texts: Record<Table, string> = {
    case_file: `insert into case_file (office_id, created_hour, case_id, key_version, sealed) select $1, $2, * from unnest($3::uuid[], $4::int[], $5::bytea[])`,
    case_key_wrap: `insert into case_key_wrap (office_id, recipient_kind, case_id, version, recipient_id, wrapped) select $1, $2, * from unnest($3::uuid[], $4::int[], $5::text[], $6::bytea[])`,
    person: `insert into person (office_id, created_hour, case_id, person_id, key_version, sealed) select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::int[], $6::bytea[])`,
    case_card: `insert into case_card (office_id, created_hour, case_id, case_card_id, key_version, sealed) select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::int[], $6::bytea[])`,
    custody_period: `insert into custody_period (office_id, created_hour, case_id, custody_period_id, key_version, sealed) select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::int[], $6::bytea[])`,
  }
  return {
    key: null as unknown as CaseKey,
    people: [] as NamesOnCard['people'][number][],
    put: (table: Table, row: unknown[]) => void rows[table].push(row),
    /** The card of the case that is full, as long as a true one. */
    card() {
      if (this.people.length === 0) return
      const { caseId, version } = this.key
      const body = JSON.stringify({ ...template(), people: this.people })
      this.put('case_card', [caseId, caseId, version, sealField(this.key, at('case_card', caseId), body)])
      this.people = []
    },
    flush: async (now: string) => {
      for (const table of Object.keys(rows) as Table[]) {
        const all = rows[table]
        if (all.length === 0) continue
        const columns = all[0]!.map((_, column) => all.map((row) => row[column]))
        await client.query(texts[table], [office, table === 'case_key_wrap' ? 'org' : hourOf(now), ...columns])
        rows[table] = []
      }
    },
  }
}
