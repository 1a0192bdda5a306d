/** `link A B --out DIR`: says which people of two lists may be one person, for a person to judge; `link A` looks for duplicates in one. */
import { accessSync, constants, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { clustersOf } from '../domain/linkage/clusters.ts'
import { equalLevel, levelsOf } from '../domain/linkage/fields.ts'
import { probabilityOf } from '../domain/linkage/weights.ts'
import { csvFrom } from '../formats/csv.ts'
import { type LinkRow, readListsToLink, rowsOf } from '../formats/link-columns.ts'
import { type Linked, linkLists } from '../formats/link-lists.ts'
import { listOf, listOptions } from './list-options.ts'

const usage = `article33 link A [B] --out DIR [--least 0.9] [--threads N] [--quiet] [--sheet NAME]… [--column MEANING=HEADING]…
Lists as CSV or XLSX, plain or as Kobo, ODK and Uwazi export them. The first row holds headings: name (or family and given, or romanised), birth, sex, place,
id; the rest is not read. --sheet and --column hold for both lists, or for one: --sheet a:NAME, --column b:name=HEADING; --column place= leaves it out.
Writes links.csv, clusters.csv and weights.json into DIR.
`

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      least: { type: 'string', default: '0.9' },
      threads: { type: 'string', default: `${Math.min(8, availableParallelism())}` },
      quiet: { type: 'boolean', default: false },
      ...listOptions,
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [fileA, fileB] = positionals
  if (values.help || fileA === undefined || values.out === undefined || positionals.length > 2) {
    out.write(usage)
    return values.help ? 0 : 2
  }
  const least = Number(values.least)
  if (!(least > 0 && least < 1)) refuse('bad-input', { field: '--least', reason: 'write a number between 0 and 1' })
  mustBeFolder(values.out)
  const first = listOf(fileA, 'a', values)
  const second = fileB === undefined ? null : listOf(fileB, 'b', values)
  const told = progressTo(values.quiet)
  const { input, lines, first: many } = readListsToLink(first, second, (file, share) => told(`reading ${file}`, share))
  const linked = await linkLists(input, { least, threads: Math.max(1, Number(values.threads) || 1), progress: told })
  told('writing', 0)
  const order = Array.from(linked.pairs.weight.keys()).sort((a, b) => linked.pairs.weight[b]! - linked.pairs.weight[a]!)
  mkdirSync(values.out, { recursive: true, mode: 0o700 })
  const wanted = new Set(linked.pairs.a)
  for (const record of linked.pairs.b) wanted.add(record)
  const rows = rowsOf(first, second, { lines, first: many }, wanted)
  await whole(values.out, ['links.csv', 'clusters.csv', 'weights.json'], async ([links, groups, learnt]) => {
    await writeLinks(links!, linked, order, rows, lines)
    writeFileSync(groups!, clusters(linked, lines, many), { mode: 0o600 })
    writeFileSync(learnt!, `${JSON.stringify(weights(linked), null, 2)}\n`, { mode: 0o600 })
  })
  told('done', 1)
  const left = linked.blocked.filter(({ tooLarge }) => tooLarge.blocks > 0)
  out.write(
    `${lines.length.toLocaleString('en')} people read, ${linked.compared.toLocaleString('en')} pairs compared, ${order.length.toLocaleString('en')} may be one person. A person decides each.\n${left
      .map(
        ({ rule, tooLarge }) =>
          `Not compared by ${rule}: ${tooLarge.blocks} groups too large (${tooLarge.pairs.toLocaleString('en')} pairs).\n`,
      )
      .join('')}${values.out}: links.csv, clusters.csv, weights.json\n`,
  )
  return 0
}

/** Said before an hour of work, not after it. */
const mustBeFolder = (out: string): void => {
  const bad = (reason: string): never => refuse('bad-input', { field: '--out', reason })
  if (existsSync(out) && !statSync(out).isDirectory()) bad('there is a file of that name; name a folder')
  let near = resolve(out)
  while (!existsSync(near)) near = dirname(near)
  try {
    accessSync(near, constants.W_OK)
  } catch {
    bad('the folder cannot be written to')
  }
}

/** The files take their names when all are whole; stopped before, they leave nothing, for each line holds names. */
const whole = async (folder: string, names: readonly string[], write: (parts: string[]) => Promise<void>): Promise<void> => {
  const parts = names.map((name) => join(folder, `.${name}.part`))
  const forget = (): void => {
    for (const part of parts) rmSync(part, { force: true })
  }
  const stopped = (): void => {
    forget()
    process.exit(130)
  }
  forget()
  process.once('SIGINT', stopped).once('SIGTERM', stopped)
  try {
    await write(parts)
    names.forEach((name, i) => {
      renameSync(parts[i]!, join(folder, name))
    })
  } finally {
    forget()
    process.off('SIGINT', stopped).off('SIGTERM', stopped)
  }
}

/** One line that rewrites itself on a terminal; elsewhere a line a step. */
const progressTo = (quiet: boolean): ((step: string, share: number) => void) => {
  let last = ''
  return (step, share) => {
    const line = `${step} … ${Math.round(share * 20) * 5} %`
    if (quiet || line === last) return
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${step === 'done' ? '\n' : ''}`)
    else if (!last.startsWith(step)) process.stderr.write(`${line}\n`)
    last = line
  }
}

const levelWords = (kind: 'exact' | 'text' | 'date'): string[] =>
  kind === 'exact'
    ? ['not known', 'different', 'equal']
    : kind === 'text'
      ? ['not known', 'different', 'alike', 'much alike', 'equal']
      : ['not known', 'different', 'same year', 'one slip apart', 'equal']

const writeLinks = async (
  file: string,
  linked: Linked,
  order: readonly number[],
  people: ReadonlyMap<number, LinkRow>,
  lines: Uint32Array,
): Promise<void> => {
  const stream = createWriteStream(file, { mode: 0o600 })
  const head = [
    'line_a',
    'line_b',
    'id_a',
    'id_b',
    'name_a',
    'name_b',
    'birth_a',
    'birth_b',
    'sex_a',
    'sex_b',
    'place_a',
    'place_b',
    'weight',
    'probability',
  ]
  stream.write(csvFrom(head, []))
  for (let from = 0; from < order.length; from += 10_000) {
    const rows = order.slice(from, from + 10_000).map((i) => {
      const [a, b, weight] = [linked.pairs.a[i]!, linked.pairs.b[i]!, linked.pairs.weight[i]!]
      const [x, y] = [people.get(a)!, people.get(b)!]
      return [
        lines[a]!,
        lines[b]!,
        x.id,
        y.id,
        x.name,
        y.name,
        x.birth,
        y.birth,
        x.sex,
        y.sex,
        x.place,
        y.place,
        weight.toFixed(3),
        probabilityOf(weight).toFixed(4),
      ]
    })
    if (!stream.write(csvFrom([], rows).replace(/^\uFEFF\r\n/, '')))
      await new Promise<void>((resolve) => stream.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject)
    stream.end(resolve)
  })
}

/** Only clusters of two or more; the list is a or b. */
const clusters = ({ pairs }: Linked, lines: Uint32Array, many: number): string => {
  const found = clustersOf(
    lines.length,
    Array.from(pairs.a, (a, i) => [a, pairs.b[i]!] as const),
  )
  const sizes = new Uint32Array(lines.length)
  for (const cluster of found) sizes[cluster]! += 1
  const rows = Array.from(found.keys()).filter((record) => sizes[found[record]!]! > 1)
  rows.sort((a, b) => found[a]! - found[b]! || a - b)
  return csvFrom(
    ['cluster', 'list', 'line'],
    rows.map((record) => [found[record]!, record < many ? 'a' : 'b', lines[record]!]),
  )
}

/** What each agreement speaks for, so that a reader can add a pair's weight up by hand (rarity of equal names comes on top). */
const weights = ({ shape, learnt, blocked }: Linked): object => ({
  shareOfPairsThatAreOnePerson: learnt.share,
  fields: shape.fields.map(({ name, kind, rarity }, i) => ({
    field: name,
    rarityCounted: rarity,
    levels: Array.from({ length: levelsOf(kind) - 1 }, (_, at) => {
      const [level, m, u] = [at + 1, learnt.match[i]![at + 1]!, learnt.chance[i]![at + 1]!]
      return {
        level: levelWords(kind)[level],
        amongOnePerson: m,
        amongStrangers: u,
        weight: m > 0 && u > 0 ? Math.log2(m / u) : null,
        equal: level === equalLevel(kind),
      }
    }),
  })),
  rules: blocked,
})
