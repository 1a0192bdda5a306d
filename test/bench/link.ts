/** Measures linkage of a million records against the same model written in SQL for DuckDB, which is how Splink runs. `--records N --seed N --threads N --json`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dateCell, fieldOf, levelIn } from '../../src/domain/linkage/fields.ts'
import { Texts } from '../../src/domain/linkage/texts.ts'
import { eachCsvRow } from '../../src/formats/csv-rows.ts'
import { type LinkColumn, type Linked, type LinkRule, linkLists } from '../../src/formats/link-lists.ts'
import { duckLink } from './link-peer.ts'
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
  const columns: LinkColumn[] = [
    { field: fieldOf('family', 'text', true), cells: new Uint32Array(1024), texts: new Texts() },
    { field: fieldOf('given', 'text', true), cells: new Uint32Array(1024), texts: new Texts() },
    { field: fieldOf('birth', 'date'), cells: new Uint32Array(1024), texts: null },
    { field: fieldOf('sex', 'exact'), cells: new Uint32Array(1024), texts: new Texts() },
    { field: fieldOf('place', 'exact', true), cells: new Uint32Array(1024), texts: new Texts() },
  ]
  const keyTexts = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  const keys: Uint32Array[] = keyTexts.map(() => new Uint32Array(1024))
  let entities: Uint32Array = new Uint32Array(1024)
  let many = -1
  const key = (rule: number, value: number): number => {
    const found = keyTexts[rule]!.get(value)
    if (found !== undefined) return found
    keyTexts[rule]!.set(value, keyTexts[rule]!.size + 1)
    return keyTexts[rule]!.size
  }
  eachCsvRow(file, (row) => {
    if (++many === 0) return
    const i = many - 1
    if (i >= entities.length) {
      entities = grown(entities)
      for (const column of columns) column.cells = grown(column.cells)
      keys.forEach((cells, rule) => {
        keys[rule] = grown(cells)
      })
    }
    entities[i] = Number(row[1])
    const family = (columns[0]!.cells[i] = columns[0]!.texts!.add(row[2]!))
    const given = (columns[1]!.cells[i] = columns[1]!.texts!.add(row[3]!))
    const birth = (columns[2]!.cells[i] = dateCell(row[4]!))
    const sex = (columns[3]!.cells[i] = columns[3]!.texts!.add(row[5]!))
    columns[4]!.cells[i] = columns[4]!.texts!.add(row[6]!)
    keys[0]![i] = birth ? key(0, birth) : 0
    keys[1]![i] = family && given ? key(1, family * 2 ** 24 + given) : 0
    keys[2]![i] = given && sex && birth ? key(2, (given * 4 + sex) * 2 ** 16 + (birth >>> 16)) : 0
  })
  for (const column of columns) column.cells = column.cells.subarray(0, many)
  const fixes = [['birth'], ['family', 'given'], ['given', 'sex']]
  const rules: LinkRule[] = keys.map((cells, rule) => ({
    name: fixes[rule]!.join(' '),
    keys: cells.subarray(0, many),
    keyCount: keyTexts[rule]!.size,
    fixes: fixes[rule]!,
  }))
  const reading = performance.now() - began
  return {
    linked: await linkLists({ columns, rules, second: null }, { least, threads, picked, rounds }),
    entities: entities.subarray(0, many),
    reading,
  }
}

const grown = (cells: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(cells.length * 2)
  larger.set(cells)
  return larger
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
    const peer = argv.includes('--no-peer') ? null : await duckLink(file, { threads, least, picked, rounds })
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
