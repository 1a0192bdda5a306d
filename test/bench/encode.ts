/** Measures the exact join of encodings against comparing every pair, here and in C, and what an encoding gives away. `--records N --queries N --threads N --thresholds 0.9,0.8 --no-attack --json` */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinEncodings } from '../../src/formats/join-encodings.ts'
import { attackOn } from './encode-attack.ts'
import { readByKnown, strongestPattern } from './encode-patterns.ts'
import { type EncodedList, encodedLists } from './encode-people.ts'

const option = (argv: readonly string[], name: string, usual: number): number => {
  const at = argv.indexOf(`--${name}`)
  return at < 0 ? usual : Number(argv[at + 1])
}

const measured = async <T>(work: () => Promise<T>): Promise<{ answer: T; wall: number; cpu: number }> => {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const answer = await work()
  const used = process.cpuUsage(cpu)
  return { answer, wall: (performance.now() - began) / 1000, cpu: (used.user + used.system) / 1e6 }
}

/** Pairs as sorted numbers, of queries below `queries`. */
const keysOf = (pairs: Uint32Array, queries: number): string => {
  const keys: number[] = []
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i + 1]! < queries) keys.push(pairs[i]! * 2 ** 24 + pairs[i + 1]!)
  return keys.sort((x, y) => x - y).join()
}

export const run = async (argv: string[]): Promise<void> => {
  const records = option(argv, 'records', 100_000)
  const threads = option(argv, 'threads', 1)
  // Every pair of 100,000 with 100,000 takes over a minute: a part of the queries is compared and the time scaled; --queries N for more.
  const queries = Math.min(records, option(argv, 'queries', 5000))
  const { a, b } = encodedLists(records, option(argv, 'seed', 11))
  const c = inC(a.encodings, b.encodings, queries)
  const at = argv.indexOf('--thresholds')
  const thresholds = at < 0 ? [0.9, 0.85, 0.8] : argv[at + 1]!.split(',').map(Number)
  const rows: Record<string, unknown>[] = []
  for (const threshold of thresholds) {
    const scan = await measured(() =>
      joinEncodings(a.encodings, b.encodings.subarray(0, queries * 128), { threshold, threads: 1, everyPair: true }),
    )
    const ours = await measured(() => joinEncodings(a.encodings, b.encodings, { threshold, threads }))
    const scale = records / queries
    const native = c(threshold)
    let right = 0
    const { pairs } = ours.answer
    for (let i = 0; i < pairs.length; i += 2) if (a.entities[pairs[i]!] === b.entities[pairs[i + 1]!]) right++
    rows.push({
      threshold,
      pairs: pairs.length / 2,
      precision: round(right / Math.max(1, pairs.length / 2)),
      recall: round(right / (records * 0.2)),
      joinWallS: round(ours.wall),
      joinCpuS: round(ours.cpu),
      scanMPairsPerS: round((records * queries) / scan.cpu / 1e6),
      scanCpuS: round(scan.cpu * scale),
      cCpuS: native ? round(native.seconds * scale) : null,
      ratioToScan: round((scan.cpu * scale) / ours.cpu),
      ratioTo144M: round((records * records) / 144e6 / ours.cpu),
      ratioToC: native ? round((native.seconds * scale) / ours.cpu) : null,
      identical: keysOf(pairs, queries) === keysOf(scan.answer.pairs, queries) && (!native || native.pairs === countBelow(pairs, queries)),
      method: ours.answer.method,
    })
  }
  const encoding = { perSecond: Math.round((2 * records) / (a.seconds + b.seconds)) }
  const attack = argv.includes('--no-attack') ? null : attacks(option(argv, 'seed', 11))
  if (argv.includes('--json')) console.log(JSON.stringify({ bench: 'encode', records, threads, queries, rows, encoding, attack }))
  else {
    console.log(
      `${records} × ${records} encodings, ${threads} thread(s); every pair measured on ${queries} queries. Encoding: ${encoding.perSecond} people a CPU second.`,
    )
    console.table(rows)
    if (attack) console.table(attack)
  }
}

/** Every attack on 20,000 people a side, and beside it the same attack on the same people not hardened: an attack that breaks nothing there proves nothing here. */
const attacks = (seed: number): Record<string, unknown> => {
  const [told, control] = [true, false].map((hardened) => {
    const { a, b } = encodedLists(20_000, seed, 0.2, hardened)
    return { ...attackOn(a, b), ...patternsIn(a) }
  }) as [Record<string, unknown>, Record<string, unknown>]
  return Object.fromEntries(Object.entries(told).map(([what, measured]) => [what, { measured, notHardened: control[what] }]))
}

const patternsIn = (list: EncodedList): Record<string, unknown> => {
  const months = list.births.map((birth) => birth.slice(5, 7))
  const rows: [string, number][] = [['strongest pattern over the bits, times what chance makes', round(strongestPattern(list))]]
  for (const known of [2000, 18_000])
    for (const [what, values] of [
      ['surname', list.families],
      ['first given syllable', list.givens],
      ['month of birth', months],
    ] as const) {
      const { all, withinYear } = readByKnown(list, values, known)
      rows.push(
        [`${what} by ${known} known, right`, round(all)],
        [`${what} by ${known} known and every year of birth, right`, round(withinYear)],
      )
    }
  return Object.fromEntries(rows)
}

const countBelow = (pairs: Uint32Array, queries: number): number => {
  let count = 0
  for (let i = 1; i < pairs.length; i += 2) if (pairs[i]! < queries) count++
  return count
}

/** null where there is no C compiler. */
const inC = (a: Uint8Array, b: Uint8Array, queries: number): ((threshold: number) => { seconds: number; pairs: number } | null) => {
  if (spawnSync('gcc', ['--version']).status !== 0) return () => null
  return (threshold) => {
    const folder = mkdtempSync(join(tmpdir(), 'full-scan-'))
    try {
      execFileSync('gcc', ['-O3', '-march=native', '-o', join(folder, 'scan'), 'test/bench/full-scan.c'])
      writeFileSync(join(folder, 'a'), a)
      writeFileSync(join(folder, 'b'), b.subarray(0, queries * 128))
      const [seconds, pairs] = execFileSync(join(folder, 'scan'), [join(folder, 'a'), join(folder, 'b'), `${queries}`, `${threshold}`], {
        encoding: 'utf8',
      })
        .split(' ')
        .map(Number)
      return { seconds: seconds!, pairs: pairs! }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000
