/** The law measured: one person under all tests before four States, many cases looked at again after a change of law, and json-rules-engine on the same rules for the refugee test. */
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { Engine } from 'json-rules-engine'
import { assess } from '../../src/domain/law/assess.ts'
import type { CaseRecord } from '../../src/domain/law/case-record.ts'
import { carries } from '../../src/domain/law/disputed-worlds.ts'
import type { Bearing, Condition, LawPack } from '../../src/domain/law/pack.ts'
import { readCaseFile } from '../../src/formats/case-file.ts'
import { readPack } from '../../src/formats/pack.ts'
import { reassessMany } from '../../src/formats/reassess-many.ts'

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
      `Refugee test, ${peer.rules} rules, same answers ${peer.same}: ours ${peer.oursUs} µs, json-rules-engine ${peer.theirsUs} µs, ${peer.ratio}× (aim 20×)`,
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

/** A rule is rewritten for the peer from the same pack: facts as counts by kind, narrower leaves as facts of their own, lines by forward chaining in order of priority. */
const peerOnRefugee = async (record: CaseRecord, pack: LawPack) => {
  const elements = new Set(
    pack.bearings
      .filter((one) => /^(persecution_forms|grounds|refugee\.(outside|fear_subjective|persecution|nexus|protection))/.test(one.element))
      .map((one) => one.element),
  )
  elements.add('state_protection.agent_is_state')
  const rules = pack.bearings.filter((one) => elements.has(one.element))
  const person = record.persons[0]!.id
  const told = record.facts.filter((fact) => fact.about.includes(person) && (carries(fact) || fact.standing === 'disputed'))
  const engineFacts = (): Record<string, number> => {
    const facts: Record<string, number> = {}
    for (const leaf of rules.flatMap((rule) => leaves(rule))) {
      if (!('f' in leaf)) continue
      facts[nameOf(leaf)] = told.filter(
        (fact) =>
          fact.kind === leaf.f &&
          Object.entries(leaf.where ?? {}).every(([key, value]) =>
            value === '*' ? fact.attrs[key] !== undefined : [value].flat().includes(fact.attrs[key] ?? '-'),
          ),
      ).length
    }
    return facts
  }
  const engine = new Engine([], { allowUndefinedFacts: true })
  const depth = new Map<string, number>()
  const depthOf = (element: string): number => {
    const known = depth.get(element)
    if (known !== undefined) return known
    depth.set(element, 0)
    const from = rules.filter((rule) => rule.element === element).flatMap(leaves)
    const value = 1 + Math.max(0, ...from.flatMap((leaf) => ('el' in leaf && elements.has(leaf.el) ? [depthOf(leaf.el)] : [])))
    depth.set(element, value)
    return value
  }
  for (const rule of rules)
    engine.addRule({
      conditions: { all: [asPeer(rule.for)] } as never,
      event: { type: rule.element },
      priority: 1000 - depthOf(rule.element),
      onSuccess: (_event: unknown, almanac: { addRuntimeFact(name: string, value: number): void }) =>
        almanac.addRuntimeFact(`el ${rule.element} shown`, 1),
    } as never)
  const facts = engineFacts()
  const first = await engine.run(facts)
  const theirs = new Set(first.events.map((event) => event.type))
  const options = { persons: [person], elements }
  const ours = new Set(
    assess(record, pack, options)
      .lines.filter((line) => line.for.length > 0 && ['shown', 'disputed', 'contradicted'].includes(line.answer))
      .map((line) => line.element),
  )
  const agreed = [...elements].filter((element) => ours.has(element) === theirs.has(element)).length
  for (let n = 0; n < 300; n++) assess({ ...record }, pack, options)
  for (let n = 0; n < 50; n++) await engine.run(facts)
  const rounds = 7
  const [mine, peer]: [number[], number[]] = [[], []]
  for (let n = 0; n < rounds; n++) {
    let cpu = process.cpuUsage()
    for (let k = 0; k < 200; k++) assess({ ...record }, pack, options)
    mine.push(process.cpuUsage(cpu).user / 200)
    cpu = process.cpuUsage()
    for (let k = 0; k < 40; k++) await engine.run(facts)
    peer.push(process.cpuUsage(cpu).user / 40)
  }
  const [oursUs, theirsUs] = [round(quantile(mine, 0.5), 0), round(quantile(peer, 0.5), 0)]
  return { rules: rules.length, same: `${agreed}/${elements.size}`, oursUs, theirsUs, ratio: round(theirsUs / oursUs, 1) }
}

const leaves = (rule: Bearing): readonly Condition[] => flat(rule.for)
const flat = (condition: Condition): readonly Condition[] =>
  'all' in condition
    ? condition.all.flatMap(flat)
    : 'any' in condition
      ? condition.any.flatMap(flat)
      : 'atLeast' in condition
        ? condition.of.flatMap(flat)
        : [condition]
const nameOf = (leaf: Condition): string => ('f' in leaf ? `${leaf.f} ${JSON.stringify(leaf.where)}` : JSON.stringify(leaf))

const asPeer = (condition: Condition): object => {
  if ('all' in condition) return { all: condition.all.map(asPeer) }
  if ('any' in condition) return { any: condition.any.map(asPeer) }
  // The peer has no "at least n of": every pair is written out, as its users do.
  if ('atLeast' in condition)
    return { any: pairs(condition.of.length, condition.atLeast).map((chosen) => ({ all: chosen.map((i) => asPeer(condition.of[i]!)) })) }
  if ('f' in condition) return { fact: nameOf(condition), operator: 'greaterThan', value: 0 }
  if ('el' in condition) return { fact: `el ${condition.el} ${condition.is}`, operator: 'equal', value: 1 }
  return { fact: 'never', operator: 'equal', value: 1 }
}
const pairs = (of: number, size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: of - from }, (_, i) => from + i).flatMap((i) => pairs(of, size - 1, i + 1).map((rest) => [i, ...rest]))

/** Two changes: one rule of the pack (what a lawyer's edit is), and every rule at once (a new edition). */
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
    await measured('a whole new pack, every line', null, pack, cases),
  ]
}
