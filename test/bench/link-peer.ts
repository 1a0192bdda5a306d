/** The same model in SQL on DuckDB: blocks joined, levels by CASE, EM by sums over agreement patterns, rarity by a join; as Splink has it done. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { leastChance } from '../../src/domain/linkage/weights.ts'

export type Peer = {
  a: Uint32Array
  b: Uint32Array
  match: number[][]
  chance: number[][]
  levels: Map<string, number>
  compared: number
  wall: number
  cpu: number
}

/** As much of @duckdb/node-api as is used here: the package is not installed with the desk. */
type Connection = {
  run(query: string): Promise<unknown>
  runAndReadAll(query: string): Promise<{ getRows(): unknown[][]; getColumns(): unknown[][] }>
  closeSync(): void
}
type DuckDb = { DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }> } }

/** From the project, or from a folder in which `npm install @duckdb/node-api@1.5.6-r.1` was run; null when it is in neither. */
export const findDuckDb = (folder: string): DuckDb | null => {
  try {
    return createRequire(join(folder, 'package.json'))('@duckdb/node-api') as DuckDb
  } catch {
    return null
  }
}

const fields = ['family', 'given', 'birth', 'sex', 'place']
const text = (name: string): string =>
  `CASE WHEN l.${name} IS NULL OR r.${name} IS NULL THEN 0 WHEN l.${name} = r.${name} THEN 4 WHEN jaro_winkler_similarity(l.${name}, r.${name}) >= 0.9399 THEN 3 WHEN jaro_winkler_similarity(l.${name}, r.${name}) >= 0.8799 THEN 2 ELSE 1 END AS ${name}`
const exact = (name: string): string =>
  `CASE WHEN l.${name} IS NULL OR r.${name} IS NULL THEN 0 WHEN l.${name} = r.${name} THEN 2 ELSE 1 END AS ${name}`
const date = `CASE WHEN l.birth IS NULL OR r.birth IS NULL THEN 0 WHEN l.birth = r.birth THEN 4 WHEN damerau_levenshtein(l.birth, r.birth) <= 1 THEN 3 WHEN l.birth[1:4] = r.birth[1:4] THEN 2 ELSE 1 END AS birth`
const levels = [text('family'), text('given'), date, exact('sex'), exact('place')].join(', ')

const rules = [
  { on: 'l.birth = r.birth', fixes: ['birth'] },
  { on: 'l.family = r.family AND l.given = r.given', fixes: ['family', 'given'] },
  { on: 'l.given = r.given AND l.sex = r.sex AND l.birth[1:4] = r.birth[1:4]', fixes: ['given', 'sex'] },
]

export const duckLink = async (
  { DuckDBInstance }: DuckDb,
  file: string,
  { threads, least, picked, rounds }: { threads: number; least: number; picked: number; rounds: number },
): Promise<Peer> => {
  const db = await DuckDBInstance.create(':memory:', { threads: `${threads}` })
  const sql = await db.connect()
  const cpu = process.cpuUsage()
  const began = performance.now()
  await sql.run(
    `CREATE TABLE people AS SELECT id::INTEGER AS id, family, given, replace(birth, '-', '') AS birth, sex, place FROM read_csv('${file}', header = true, all_varchar = true, nullstr = '')`,
  )
  const n = Number((await rowsOf(sql, 'SELECT count(*) FROM people'))[0]![0])
  // The same million pairs as ours, by the same arithmetic.
  await sql.run(`CREATE TABLE picked AS SELECT ${levels} FROM (
    SELECT (i * 7919) % ${n} AS a, CASE WHEN y = (i * 7919) % ${n} THEN (y + 1) % ${n} ELSE y END AS b
    FROM (SELECT i, (i * 104729 + (i // ${n}) * 31 + 1) % ${n} AS y FROM range(${picked}) t(i))
  ) p JOIN people l ON l.id = p.a JOIN people r ON r.id = p.b`)
  const chance = await sharesOf(sql, 'picked', '1')
  await sql.run(
    `CREATE TABLE pairs AS ${rules
      .map(({ on }, i) => `SELECT l.id AS a, r.id AS b, ${i} AS rule, ${levels} FROM people l JOIN people r ON ${on} AND l.id < r.id`)
      .join(' UNION ALL ')}`,
  )
  await sql.run(`CREATE TABLE patterns AS SELECT rule, ${fields.join(', ')}, count(*) AS n FROM pairs GROUP BY ALL`)
  const taught: Record<string, number[]>[] = []
  for (const [rule, { fixes }] of rules.entries())
    taught.push(
      await learn(
        sql,
        rule,
        fields.filter((field) => !fixes.includes(field)),
        chance,
        rounds,
      ),
    )
  const match = fields.map((field, i) => {
    const all = taught.flatMap((one) => (one[field] ? [one[field]] : []))
    return chance[i]!.map((_, level) => all.reduce((sum, one) => sum + (one[level] ?? 0), 0) / all.length)
  })
  // Each pair once: by its first rule.
  await sql.run(
    `CREATE TABLE candidates AS SELECT a, b, ${fields.join(', ')} FROM pairs QUALIFY row_number() OVER (PARTITION BY a, b ORDER BY rule) = 1`,
  )
  const weight = fields
    .map(
      (field, i) =>
        `CASE ${field} ${match[i]!.map((m, level) => (level === 0 ? '' : `WHEN ${level} THEN ${double(Math.log2(Math.max(m, leastChance) / Math.max(chance[i]![level]!, leastChance)))}`)).join(' ')} ELSE 0e0 END`,
    )
    .join(' + ')
  await sql.run(
    `CREATE TABLE unique_patterns AS SELECT ${fields.join(', ')}, count(*) AS n, ${weight} AS weight FROM candidates GROUP BY ALL`,
  )
  const all = (n * (n - 1)) / 2
  let share = 1 / Math.sqrt(all + 1)
  for (let round = 0; round < 50; round++) {
    const [[sum]] = (await rowsOf(sql, `SELECT sum(n / (1 + ${double((1 - share) / share)} / pow(2, weight))) FROM unique_patterns`)) as [
      [number],
    ]
    share = Math.min(0.5, Math.max(sum / all, 1e-15))
  }
  const prior = Math.log2(share / (1 - share))
  const line = Math.log2(least / (1 - least))
  for (const field of ['family', 'given', 'place']) {
    const usual = chance[fields.indexOf(field)]!.at(-1)!
    await sql.run(
      `CREATE TABLE rare_${field} AS SELECT ${field} AS value, log2(${double(Math.max(usual, leastChance))} * sum(count(*)) OVER () / count(*)) AS rarity FROM people WHERE ${field} IS NOT NULL GROUP BY ${field}`,
    )
  }
  const rare = (field: string, equal: number): string => `CASE WHEN c.${field} = ${equal} THEN rare_${field}.rarity ELSE 0 END`
  await sql.run(`CREATE TABLE told AS SELECT a, b, u.weight + ${double(prior)} + ${rare('family', 4)} + ${rare('given', 4)} + ${rare('place', 2)} AS weight
    FROM candidates c JOIN unique_patterns u USING (${fields.join(', ')}) JOIN people l ON l.id = c.a
    LEFT JOIN rare_family ON rare_family.value = l.family LEFT JOIN rare_given ON rare_given.value = l.given LEFT JOIN rare_place ON rare_place.value = l.place
    WHERE u.weight + ${double(prior)} + ${rare('family', 4)} + ${rare('given', 4)} + ${rare('place', 2)} >= ${double(line)}`)
  const told = await sql.runAndReadAll('SELECT a, b FROM told')
  const [a, b] = told.getColumns() as [number[], number[]]
  const wall = performance.now() - began
  const used = process.cpuUsage(cpu)
  const patterns = await rowsOf(sql, `SELECT ${fields.join(', ')}, n FROM unique_patterns`)
  const compared = patterns.reduce((sum, row) => sum + Number(row.at(-1)), 0)
  const seen = new Map(patterns.map((row) => [row.slice(0, -1).join(','), Number(row.at(-1))]))
  sql.closeSync()
  return {
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    match,
    chance,
    levels: seen,
    compared,
    wall,
    cpu: (used.user + used.system) / 1e6,
  }
}

/** An exponent makes it a DOUBLE; a plain literal would be a DECIMAL. */
const double = (value: number): string => value.toExponential()

const rowsOf = async (sql: Connection, query: string): Promise<(number | bigint)[][]> =>
  (await sql.runAndReadAll(query)).getRows() as (number | bigint)[][]

const sizes = [5, 5, 5, 3, 3]
const sharesOf = async (sql: Connection, table: string, count: string): Promise<number[][]> => {
  const out: number[][] = []
  for (const [i, field] of fields.entries()) {
    const sums = new Array<number>(sizes[i]!).fill(0)
    for (const [level, n] of await rowsOf(sql, `SELECT ${field}, sum(${count}) FROM ${table} WHERE ${field} > 0 GROUP BY ${field}`))
      sums[Number(level)] = Number(n)
    const all = sums.reduce((x, y) => x + y, 0)
    out.push(sums.map((sum) => sum / all))
  }
  return out
}

/** EM by SQL over the patterns of one rule, starting as ours does. */
const learn = async (
  sql: Connection,
  rule: number,
  learnt: string[],
  chance: number[][],
  rounds: number,
): Promise<Record<string, number[]>> => {
  const levelsBy: Record<string, number[]> = Object.fromEntries(
    learnt.map((field) => {
      const many = sizes[fields.indexOf(field)]!
      return [field, Array.from({ length: many }, (_, level) => (level === 0 ? 0 : level === many - 1 ? 0.95 : 0.05 / (many - 2)))]
    }),
  )
  let share = 0.1
  const product = (of: (field: string) => number[]): string =>
    learnt
      .map(
        (field) =>
          `CASE ${field} ${of(field)
            .map((value, level) => (level === 0 ? '' : `WHEN ${level} THEN ${double(Math.max(value, leastChance))}`))
            .join(' ')} ELSE 1e0 END`,
      )
      .join(' * ')
  for (let round = 0; round < rounds; round++) {
    await sql.run(`CREATE OR REPLACE TEMP TABLE expected AS SELECT ${learnt.join(', ')}, n, n * same / (same + other) AS e FROM (
      SELECT *, ${double(share)} * ${product((field) => levelsBy[field]!)} AS same, ${double(1 - share)} * ${product((field) => chance[fields.indexOf(field)]!)} AS other FROM patterns WHERE rule = ${rule})`)
    const [[matches, all]] = (await rowsOf(sql, 'SELECT sum(e), sum(n)::DOUBLE FROM expected')) as [[number, number]]
    share = matches / all
    for (const field of learnt) {
      const sums = new Array<number>(sizes[fields.indexOf(field)]!).fill(0)
      for (const [level, sum] of await rowsOf(sql, `SELECT ${field}, sum(e) FROM expected WHERE ${field} > 0 GROUP BY ${field}`))
        sums[Number(level)] = Number(sum)
      const whole = sums.reduce((x, y) => x + y, 0)
      levelsBy[field] = sums.map((sum) => sum / whole)
    }
  }
  return levelsBy
}
