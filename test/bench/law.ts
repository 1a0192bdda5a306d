/** The law measured: one person under all tests before four States, many cases looked at again after a change of law, and json-rules-engine on the same rules for the refugee test. */
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { answersOf, assess } from '../../src/domain/law/assess.ts'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'
import { CaseView } from '../../src/domain/law/case-view.ts'
import { compiledPack } from '../../src/domain/law/compiled-pack.ts'
import type { LawPack } from '../../src/domain/law/pack.ts'
import { readCaseFile } from '../../src/formats/case-file.ts'
import { readPack } from '../../src/formats/pack.ts'
import { reassessMany } from '../../src/formats/reassess-many.ts'
import { peerAnswers, peerEngine, peerFacts, refugeeRules } from './law-peer.ts'

const number = (argv: readonly string[], name: string, usual: number): number =>
  Number(argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const round = (n: number, places = 2): number => Math.round(n * 10 ** places) / 10 ** places
const quantile = (all: readonly number[], q: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * q))]!

/** --cases=N (5000) how many are looked at again; --json. */
export const run = async (argv: string[]): Promise<void> => {
  const pack = readPack('packs', 'china-dprk')
  const { record } = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'examples/heron.yaml', pack)
  const one = onePerson(record, pack)
  const peer = await peerOnRefugee(record, pack)
  const many = await again(record, pack, number(argv, 'cases', 5000))
  const results = { one, peer, many, cores: availableParallelism() }
  if (argv.includes('--json')) return void process.stdout.write(`${JSON.stringify(results, null, 1)}\n`)
  process.stdout.write(
    [
      `One person, all tests, four States: median ${one.wallMs.median} ms wall, p95 ${one.wallMs.p95}; ${one.cpuMs} ms CPU; ${one.lines} lines (goal 20 ms)`,
      `Refugee test, ${peer.rules} elements, same answers ${peer.same}: json-rules-engine ${peer.theirsUs} µs for the answers; ours ${peer.answersUs} µs for the answers, ${peer.answersRatio}× (aim 20×); ours ${peer.oursUs} µs with facts, authorities and questions, ${peer.ratio}×`,
      ...many.map(
        (run) =>
          `Looked at again, ${run.what}: ${run.cases} cases in ${run.seconds} s with ${run.workers} workers (${run.cpuMsPerCase} ms CPU a case), for 100,000: ${run.secondsFor100000} s measured rate, ${run.secondsFor100000OnTwoFreeCores} s if two cores were free; memory ${run.memoryMb.join(' → ')} MB at quarters`,
      ),
      '',
    ].join('\n'),
  )
}

const onePerson = (record: CaseRecord, pack: LawPack) => {
  const four: CaseRecord = { ...record, states: { ...record.states, concerned: ['CHN', 'LAO', 'THA', 'PRK'] } }
  const options = { persons: [record.persons[0]!.id] }
  for (let n = 0; n < 200; n++) assess({ ...four }, pack, options)
  const times: number[] = []
  const cpu = process.cpuUsage()
  for (let n = 0; n < 300; n++) {
    const began = performance.now()
    assess({ ...four }, pack, options)
    times.push(performance.now() - began)
  }
  const spent = process.cpuUsage(cpu)
  return {
    wallMs: { median: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)) },
    cpuMs: round((spent.user + spent.system) / 1000 / 300),
    lines: assess(four, pack, options).lines.length,
  }
}

/**
 * The same rules in both engines, and the same answers for the whole record and for the record without each of its facts in turn.
 * The peer's facts are counted for it beforehand, and it gives answers; ours begins at the record, and is measured for the answers and for whole lines (facts, authorities, questions).
 */
const peerOnRefugee = async (record: CaseRecord, pack: LawPack) => {
  const rules = refugeeRules(pack)
  const elements = new Set(rules.map((one) => one.element))
  const options = { persons: [record.persons[0]!.id], elements }
  const engine = peerEngine(pack, rules)
  // A contradiction between accounts is read by trying both, and a State's own line by State: the peer knows neither and is asked of one host State.
  const { origin, concerned } = record.states
  const one: CaseRecord = {
    ...record,
    contradictions: [],
    states: { ...record.states, concerned: concerned.filter((state) => state !== origin).slice(0, 1) },
  }
  const records = [one, ...one.facts.map((fact) => ({ ...one, facts: one.facts.filter((other) => other !== fact) }))]
  let [same, all] = [0, 0]
  for (const each of records) {
    const theirs = await peerAnswers(engine, rules, peerFacts(pack, rules, each))
    for (const line of assess(each, pack, options).lines) {
      all++
      if ((line.answer === 'not-in-issue' ? 'missing' : line.answer) === theirs.get(line.element)) same++
    }
  }
  const facts = peerFacts(pack, rules, one)
  for (let n = 0; n < 1000; n++) assess({ ...one }, pack, options)
  for (let n = 0; n < 200; n++) await engine.run(facts)
  // Short rounds in turn, and the ratio of each round: what else runs on the machine then weighs on both alike.
  const [mine, alone, peer]: [number[], number[], number[]] = [[], [], []]
  const compiled = compiledPack(pack)
  const answers = () => answersOf(new CaseView({ ...one }, compiled.kinds, one.asOf, options.persons), compiled, elements)
  const given = new Set(assess(one, pack, options).lines.map((line) => `${line.element} ${line.state} ${line.answer}`))
  if (!answers().every((line) => given.has(`${line.element} ${line.state} ${line.answer}`)))
    throw new Error('Answers alone differ from the lines.')
  for (let n = 0; n < 1000; n++) answers()
  for (let n = 0; n < 41; n++) {
    let cpu = process.cpuUsage()
    for (let k = 0; k < 200; k++) assess({ ...one }, pack, options)
    mine.push(process.cpuUsage(cpu).user / 200)
    cpu = process.cpuUsage()
    for (let k = 0; k < 200; k++) answers()
    alone.push(process.cpuUsage(cpu).user / 200)
    cpu = process.cpuUsage()
    for (let k = 0; k < 20; k++) await engine.run(facts)
    peer.push(process.cpuUsage(cpu).user / 20)
  }
  const ratios = peer.map((theirs, n) => theirs / mine[n]!)
  return {
    rules: rules.length,
    same: `${same}/${all}`,
    oursUs: round(quantile(mine, 0.5), 0),
    answersUs: round(quantile(alone, 0.5), 0),
    answersRatio: round(
      quantile(
        peer.map((theirs, n) => theirs / alone[n]!),
        0.5,
      ),
      1,
    ),
    theirsUs: round(quantile(peer, 0.5), 0),
    ratio: round(quantile(ratios, 0.5), 1),
    ratioFirstToThirdQuarter: [round(quantile(ratios, 0.25), 1), round(quantile(ratios, 0.75), 1)],
  }
}

/** Two changes: one rule of the pack (what a lawyer's edit is), and every rule at once (a new edition: every line is answered under both packs). */
const again = async (record: CaseRecord, pack: LawPack, cases: number) => {
  const folder = resolve('dist/bench')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'assess-worker.mjs')
  await build({
    entryPoints: [resolve('src/formats/assess-worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  const oneRule: LawPack = {
    ...pack,
    version: 'one rule',
    bearings: pack.bearings.map((one) => (one.element === 'persecution_forms.economic_measure' ? { ...one, for: { any: [] } } : one)),
  }
  const everyRule: LawPack = {
    ...pack,
    version: 'every rule',
    bearings: pack.bearings.map((one) => ({ ...one, note: `${one.note ?? ''} (new)` })),
  }
  const workers = Math.min(2, availableParallelism())
  const records = function* (n: number) {
    // A record of its own each time, so that nothing kept for one case serves the next.
    for (let key = 0; key < n; key++) yield { key: String(key), record: { ...record, codeName: `case ${key}` } }
  }
  const measured = async (what: string, before: LawPack | null, after: LawPack, n: number) => {
    const memoryMb: number[] = []
    let changed = 0
    const cpu = process.cpuUsage()
    const began = performance.now()
    await reassessMany(
      {
        before,
        after,
        asOf: null,
        records: records(n),
        workerUrl: pathToFileURL(outfile),
        workers,
        onProgress: (done) => {
          if (done % Math.max(32, Math.floor(n / 4 / 32) * 32) === 0) memoryMb.push(round(process.memoryUsage().rss / 1e6, 0))
        },
      },
      (_key, answer) => {
        changed += answer.changed.length
      },
    )
    const seconds = (performance.now() - began) / 1000
    const spent = process.cpuUsage(cpu)
    const cpuMs = (spent.user + spent.system) / 1000 / n
    return {
      what,
      cases: n,
      workers,
      changedLines: changed,
      seconds: round(seconds, 1),
      cpuMsPerCase: round(cpuMs),
      secondsFor100000: round((seconds / n) * 100_000, 0),
      secondsFor100000OnTwoFreeCores: round((cpuMs / workers / 1000) * 100_000, 0),
      memoryMb,
    }
  }
  return [
    await measured('one rule changed, both packs compared', pack, oneRule, cases),
    await measured('every rule changed, every line under both packs', pack, everyRule, cases),
  ]
}
