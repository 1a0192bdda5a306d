/** Measures search before create: a million invented persons, looked for by another spelling; the same questions to PostgreSQL's trigram index where there is one. */
import { buildNameIndex, type IndexedPerson, type NameIndex } from '../../src/domain/people/search.ts'
import { type InventedRecord, inventRecords } from '../generator/people.ts'
import { trigramPeer } from './search-peer.ts'
import { percent, wilson } from './wilson.ts'

type Answer = { what: string; hits: number; all: number; p50: number; p95: number; cpuMs: number }

const number = (argv: readonly string[], name: string, usual: number): number =>
  Number(argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)

export const run = async (argv: string[]): Promise<void> => {
  const persons = number(argv, 'persons', 1_000_000)
  const asked = number(argv, 'queries', 1000)
  const peerAsked = number(argv, 'peer-queries', 100)
  const seed = number(argv, 'seed', 33)
  const questions: { key: string; record: InventedRecord }[] = []
  const alone = process.cpuUsage()
  for (const _ of firstRecords(persons, seed, 0, []));
  const inventing = process.cpuUsage(alone)
  collect()
  const before = memory()
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const index = buildNameIndex(firstRecords(persons, seed, asked, questions))
  const spent = process.cpuUsage(cpu)
  const built = {
    wallSeconds: round((performance.now() - wall) / 1000),
    cpuSeconds: round((spent.user + spent.system - inventing.user - inventing.system) / 1e6),
  }
  collect()
  const megabytes = round((memory() - before) / 1e6)
  // The first questions also fill the stores of read syllables; they are asked apart.
  for (const { record } of questions.slice(0, 50)) index.search({ text: record.name }, 20)
  const answers = [
    ask('name alone', index, questions, () => ({})),
    ask('name and birth', index, questions, (record) => (record.birth === '' ? {} : { birth: record.birth })),
    ask('name, birth, sex and place', index, questions, (record) => ({
      ...(record.birth === '' ? {} : { birth: record.birth }),
      ...(record.sex === '' ? {} : { sex: record.sex as 'F' | 'M' }),
      ...(record.place === '' ? {} : { places: [record.place] }),
    })),
  ]
  const peer = argv.includes('--no-peer')
    ? null
    : await trigramPeer(() => firstRecords(persons, seed, 0, []), questions.slice(0, peerAsked))
  const same = peer === null ? null : ask('name alone, the questions of the peer', index, questions.slice(0, peerAsked), () => ({}))
  report(argv, {
    persons: index.size,
    built,
    megabytes,
    answers: same === null ? answers : [...answers, same],
    peer,
    recallRatio: peer && same && peer.hits > 0 ? round(same.hits / peer.hits) : null,
  })
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.()
const memory = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const round = (value: number): number => Math.round(value * 1000) / 1000

export const keyOf = (record: InventedRecord): string => `${record.id.slice(1).padStart(8, '0')}-0000-4000-8000-000000000000`

/** The first record of each person goes into the index; for a sample of them the second record, in whatever spelling it has, becomes a question. */
function* firstRecords(
  persons: number,
  seed: number,
  asked: number,
  questions: { key: string; record: InventedRecord }[],
): Generator<IndexedPerson & { name: string }> {
  let entity = -1
  let key = ''
  let made = 0
  const every = Math.max(1, Math.floor((persons * 0.4) / Math.max(1, asked)))
  let second = 0
  for (const record of inventRecords({ records: persons * 3, seed })) {
    if (record.entity === entity) {
      if (key !== '' && second++ % every === 0 && questions.length < asked) questions.push({ key, record })
      key = ''
      continue
    }
    if (made === persons) return
    entity = record.entity
    key = keyOf(record)
    made++
    yield {
      key,
      name: record.name,
      names: [record.name],
      births: record.birth === '' ? [] : [record.birth],
      sex: record.sex === '' ? 'unknown' : (record.sex as 'F' | 'M'),
      places: record.place === '' ? [] : [record.place],
    }
  }
}

const ask = (
  what: string,
  index: NameIndex,
  questions: readonly { key: string; record: InventedRecord }[],
  more: (record: InventedRecord) => object,
): Answer => {
  const times: number[] = []
  let hits = 0
  const began = process.cpuUsage()
  for (const { key, record } of questions) {
    const at = performance.now()
    const found = index.search({ text: record.name, ...more(record) }, 20)
    times.push(performance.now() - at)
    if (found.some((one) => one.key === key)) hits++
  }
  const spent = process.cpuUsage(began)
  return {
    what,
    hits,
    all: questions.length,
    ...middle(times),
    cpuMs: round((spent.user + spent.system) / 1000 / Math.max(1, questions.length)),
  }
}

export const middle = (times: number[]): { p50: number; p95: number } => {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: round(sorted[Math.floor(sorted.length / 2)] ?? 0), p95: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0) }
}

type Report = {
  persons: number
  built: { wallSeconds: number; cpuSeconds: number }
  megabytes: number
  answers: Answer[]
  peer: Answer | null
  recallRatio: number | null
}
const report = (argv: readonly string[], found: Report): void => {
  if (argv.includes('--json')) {
    const share = (one: Answer) => ({ ...one, recallAt20: one.hits / one.all, wilson95: wilson(one.hits, one.all) })
    console.log(
      JSON.stringify({
        bench: 'search',
        ...found,
        answers: found.answers.map(share),
        peer: found.peer === null ? 'peer not available' : share(found.peer),
      }),
    )
    return
  }
  console.log(
    `${found.persons} persons; built in ${found.built.wallSeconds} s (goal 30), ${found.built.cpuSeconds} s of processor time without inventing the persons; ${found.megabytes} MB (goal 450${globalThis.gc === undefined ? '; run node with --expose-gc for an exact figure' : ''})`,
  )
  for (const one of [...found.answers, ...(found.peer === null ? [] : [found.peer])])
    console.log(
      `${one.what.padEnd(46)} recall@20 ${percent(one.hits, one.all)}  p50 ${one.p50} ms  p95 ${one.p95} ms (goal 5)  processor ${one.cpuMs} ms each`,
    )
  console.log(found.peer === null ? 'pg_trgm: peer not available' : `recall against pg_trgm: ${found.recallRatio} × (goal 1.5)`)
}
