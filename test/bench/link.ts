/** Measures linkage of a million records against the same model written in SQL for DuckDB, which is how Splink runs. `--records N --seed N --threads N --no-peer --duckdb FOLDER --json`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dateCell, fieldOf, levelIn } from '../../src/domain/linkage/fields.ts'
import { Column, KeyNumbers } from '../../src/domain/linkage/key-numbers.ts'
import { Texts } from '../../src/domain/linkage/texts.ts'
import { eachCsvRow } from '../../src/formats/csv-rows.ts'
import { type LinkColumn, type Linked, type LinkRule, linkLists } from '../../src/formats/link-lists.ts'
import { duckLink, findDuckDb } from './link-peer.ts'
import { writeLinkRecords } from './link-records.ts'

const option = (argv: readonly string[], name: string, usual: number): number => {
  const at = argv.indexOf(`--${name}`)
  return at < 0 ? usual : Number(argv[at + 1])
}

export const least = 0.9
export const picked = 1_000_000
export const rounds = 25

/** From file to linked pairs; the entity of each record is read beside, for scoring only. */
export const linkFile = async (file: string, threads: number): Promise<{ linked: Linked; entities: Uint32Array; reading: number }> => {
  const began = performance.now()
  const fields = [
    fieldOf('family', 'text', true),
    fieldOf('given', 'text', true),
    fieldOf('birth', 'date'),
    fieldOf('sex', 'exact'),
    fieldOf('place', 'exact', true),
  ]
  const texts = [new Texts(), new Texts(), null, new Texts(), new Texts()]
  const cells = fields.map(() => new Column())
  const numbers = [new KeyNumbers(), new KeyNumbers(), new KeyNumbers()]
  const keys = numbers.map(() => new Column())
  const entities = new Column()
  let headed = false
  eachCsvRow(file, (row) => {
    if (!headed) {
      headed = true
      return
    }
    entities.push(Number(row[1]))
    const family = texts[0]!.add(row[2]!)
    const given = texts[1]!.add(row[3]!)
    const birth = dateCell(row[4]!)
    const sex = texts[3]!.add(row[5]!)
    ;[family, given, birth, sex, texts[4]!.add(row[6]!)].forEach((cell, i) => {
      cells[i]!.push(cell)
    })
    keys[0]!.push(birth ? numbers[0]!.add(0, birth) : 0)
    keys[1]!.push(family && given ? numbers[1]!.add(family, given) : 0)
    keys[2]!.push(given && sex && birth ? numbers[2]!.add(given, sex * 2 ** 16 + (birth >>> 16)) : 0)
  })
  const columns: LinkColumn[] = fields.map((field, i) => ({ field, cells: cells[i]!.cells, texts: texts[i]! }))
  const fixes = [['birth'], ['family', 'given'], ['given', 'sex']]
  const rules: LinkRule[] = keys.map((column, rule) => ({
    name: fixes[rule]!.join(' '),
    keys: column.cells,
    keyCount: numbers[rule]!.size,
    fixes: fixes[rule]!,
  }))
  const reading = performance.now() - began
  return {
    linked: await linkLists({ columns, rules, second: null }, { least, threads, picked, rounds }),
    entities: entities.cells,
    reading,
  }
}

type Score = { pairs: number; right: number; precision: number; recall: number; f1: number }
const scoreOf = (a: Uint32Array, b: Uint32Array, entities: Uint32Array): Score => {
  const sizes = new Map<number, number>()
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  let all = 0
  for (const size of sizes.values()) all += (size * (size - 1)) / 2
  let right = 0
  for (let i = 0; i < a.length; i++) if (entities[a[i]!] === entities[b[i]!]) right++
  const [precision, recall] = [right / a.length, right / all]
  return { pairs: a.length, right, precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Largest difference of log2(m / u) between the engines over all fields and levels. */
const weightsApart = (linked: Linked, peer: { match: number[][]; chance: number[][] }): number => {
  let apart = 0
  linked.shape.fields.forEach((_, field) => {
    for (let level = 1; level < linked.learnt.match[field]!.length; level++) {
      const [m, u] = [linked.learnt.match[field]![level]!, linked.learnt.chance[field]![level]!]
      const [m2, u2] = [peer.match[field]![level]!, peer.chance[field]![level]!]
      if (m > 1e-9 && u > 1e-9) apart = Math.max(apart, Math.abs(Math.log2(m / u) - Math.log2(m2 / u2)))
    }
  })
  return apart
}

export const run = async (argv: string[]): Promise<void> => {
  const records = option(argv, 'records', 1_000_000)
  const threads = option(argv, 'threads', 2)
  const folder = mkdtempSync(join(tmpdir(), 'bench-link-'))
  const file = join(folder, 'records.csv')
  try {
    writeLinkRecords(file, records, option(argv, 'seed', 7))
    const before = process.memoryUsage.rss()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 20)
    const cpu = process.cpuUsage()
    const began = performance.now()
    const { linked, entities, reading } = await linkFile(file, threads)
    const wall = performance.now() - began
    clearInterval(watch)
    const used = process.cpuUsage(cpu)
    const ours = scoreOf(linked.pairs.a, linked.pairs.b, entities)
    const at = argv.indexOf('--duckdb')
    const duckDb = argv.includes('--no-peer') ? null : findDuckDb(at < 0 ? process.cwd() : argv[at + 1]!)
    if (!duckDb && !argv.includes('--no-peer') && !argv.includes('--json'))
      console.log('DuckDB is not here: run npm install @duckdb/node-api@1.5.6-r.1 in a folder and give it as --duckdb FOLDER.')
    const peer = duckDb === null ? null : await duckLink(duckDb, file, { threads, least, picked, rounds })
    const theirs = peer ? scoreOf(peer.a, peer.b, entities) : null
    const result = {
      bench: 'link',
      records,
      threads,
      compared: linked.compared,
      blocked: linked.blocked.map(({ rule, pairs }) => ({ rule, pairs })),
      ours: {
        wallMs: Math.round(wall),
        readingMs: Math.round(reading),
        cpuS: (used.user + used.system) / 1e6,
        peakMB: Math.round(peak / 1e6),
        sharedMB: Math.round(linked.bytes / 1e6),
        ...ours,
      },
      duckdb: peer && theirs ? { wallMs: Math.round(peer.wall), cpuS: peer.cpu, compared: peer.compared, ...theirs } : null,
      ratioWall: peer ? peer.wall / wall : null,
      f1Apart: theirs ? Math.abs(theirs.f1 - ours.f1) : null,
      weightsApart: peer ? weightsApart(linked, peer) : null,
      agreementsApart: peer ? agreementsApart(linked, peer.levels) : null,
    }
    if (argv.includes('--json')) console.log(JSON.stringify(result))
    else {
      console.log(
        `${records} records, ${linked.compared} pairs compared by ${result.blocked.map(({ rule, pairs }) => `${rule} ${pairs}`).join(', ')}`,
      )
      console.table({ ours: result.ours, ...(result.duckdb ? { duckdb: result.duckdb } : {}) })
      console.table({
        'wall ratio (goal ≥ 8)': result.ratioWall,
        'F1 apart (goal ≤ .001)': result.f1Apart,
        'weights apart (goal ≤ 1e-6)': result.weightsApart,
        'pairs with another agreement': result.agreementsApart,
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pairs told by both whose levels differ; `levels` holds the peer's levels joined by commas, by pair. */
const agreementsApart = (linked: Linked, levels: ReadonlyMap<string, number>): number => {
  let apart = 0
  for (const [key, count] of levels) {
    const parts = key.split(',').map(Number)
    const agreement = parts.reduce((sum, level, field) => sum + level * linked.shape.multipliers[field]!, 0)
    if (parts.some((level, field) => levelIn(linked.shape, agreement, field) !== level)) apart += count
    apart += Math.abs(count - (linked.unique[agreement] ?? 0))
  }
  return apart
}
