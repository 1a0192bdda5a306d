/** Measures what Korean keys are worth in linking: the same engine, rules and other fields, with names as our keys or as Latin letters compared by Jaro–Winkler. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { romanize } from 'es-hangul'
import hanja from 'hanja'
import { dateCell, fieldOf } from '../../src/domain/linkage/fields.ts'
import { Column, KeyNumbers } from '../../src/domain/linkage/key-numbers.ts'
import { placeKey } from '../../src/domain/linkage/place-key.ts'
import { Texts } from '../../src/domain/linkage/texts.ts'
import { eachPerson, type List, readListsToLink } from '../../src/formats/link-columns.ts'
import { type LinkInput, linkLists } from '../../src/formats/link-lists.ts'
import { inventRecords, usualRates, writeRecords } from '../generator/people.ts'

const translate = ((hanja as { default?: typeof hanja }).default ?? hanja).translate

/** precision, recall and F1 of the pairs above one weight. */
type Point = { precision: number; recall: number; f1: number; pairs: number }
export type KeysAgainstLetters = { what: string; records: number; peer: Point; ours: Point; oursBest: Point }

const latin = ['rr', 'mr', 'mr-plain', 'mr-broken', 'dprk', 'popular']

/** Both at the precision at which the peer's F1 is highest. `records` of people of one to three records each. */
export const keysAgainstLetters = async (folder: string, records: number, seed: number, threads: number): Promise<KeysAgainstLetters[]> => {
  const found: KeysAgainstLetters[] = []
  for (const [what, rates] of [
    ['all scripts and systems', usualRates],
    ['Latin spellings alone', { ...usualRates, systems: usualRates.systems.filter(([system]) => latin.includes(system)) }],
  ] as const) {
    const wanted = { records, seed, rates }
    const file = join(folder, `keys-${found.length}.csv`)
    await writeRecords(file, wanted)
    const entities = Uint32Array.from(inventRecords(wanted), ({ entity }) => entity)
    const list = { file }
    const ours = await curve(readListsToLink(list, null).input, entities, threads)
    const peer = await curve(inLetters(list), entities, threads)
    rmSync(file)
    const theirs = best(peer)
    const level = ours.filter(({ precision }) => precision >= theirs.precision)
    found.push({ what, records, peer: theirs, ours: best(level), oursBest: best(ours) })
  }
  return found
}

const best = (points: readonly Point[]): Point => points.reduce((most, point) => (point.f1 > most.f1 ? point : most))

/** A point for every weight at which pairs stand, heaviest first. */
const curve = async (input: LinkInput, entities: Uint32Array, threads: number): Promise<Point[]> => {
  const { pairs } = await linkLists(input, { least: 0.02, threads })
  const sizes = new Map<number, number>()
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  let all = 0
  for (const size of sizes.values()) all += (size * (size - 1)) / 2
  const order = Array.from(pairs.weight.keys()).sort((x, y) => pairs.weight[y]! - pairs.weight[x]!)
  const points: Point[] = []
  let right = 0
  order.forEach((pair, at) => {
    if (entities[pairs.a[pair]!] === entities[pairs.b[pair]!]) right++
    if (at + 1 < order.length && pairs.weight[order[at + 1]!] === pairs.weight[pair]) return
    const [precision, recall] = [right / (at + 1), right / all]
    points.push({ precision, recall, f1: (2 * precision * recall) / (precision + recall), pairs: at + 1 })
  })
  return points
}

/** The name as a list in Latin letters has it: Hangul and Hanja by the Revised Romanization, marks off, first word the family name. */
const lettersOf = (name: string): { family: string; given: string } => {
  const korean = /\p{Script=Han}/u.test(name) ? translate(name, 'SUBSTITUTION') : name
  const words = /\p{Script=Hangul}/u.test(korean)
    ? [korean.replace(/\s/g, '').slice(0, 1), korean.replace(/\s/g, '').slice(1)].map(romanize)
    : korean.split(/\s+/)
  const [family = '', ...given] = words.map((word) =>
    word
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  )
  return { family, given: given.join('') }
}

/** The four rules and five fields of `readListsToLink`, with letters for keys. */
const inLetters = (list: List): LinkInput => {
  const fields = [
    fieldOf('family', 'text', true),
    fieldOf('given', 'text', true),
    fieldOf('birth', 'date'),
    fieldOf('sex', 'exact'),
    fieldOf('place', 'text', true),
  ]
  const texts = [new Texts(), new Texts(), null, new Texts(), new Texts()]
  const cells = fields.map(() => new Column())
  const skeletons = new Texts()
  const fixes = [['family', 'given'], ['birth', 'sex'], ['given'], ['family']]
  const numbers = fixes.map(() => new KeyNumbers())
  const keys = fixes.map(() => new Column())
  eachPerson(list, ({ name, birth, sex, place }) => {
    const letters = lettersOf(name)
    const [f, g, s, p] = [texts[0]!.add(letters.family), texts[1]!.add(letters.given), texts[3]!.add(sex), texts[4]!.add(placeKey(place))]
    const born = dateCell(birth)
    const year = born >>> 16
    ;[f, g, born, s, p].forEach((cell, i) => {
      cells[i]!.push(cell)
    })
    keys[0]!.push(f && g ? numbers[0]!.add(f, g) : 0)
    keys[1]!.push((born & 0xff) !== 0 && s ? numbers[1]!.add(s, born) : 0)
    keys[2]!.push(g && year ? numbers[2]!.add(g, year) : 0)
    keys[3]!.push(f && year ? numbers[3]!.add(f, skeletons.add(letters.given.replace(/[aeiouyw]/g, '') || '-') * 2 ** 16 + year) : 0)
  })
  return {
    columns: fields.map((field, i) => ({ field, cells: cells[i]!.cells, texts: texts[i]! })),
    rules: keys.map((column, i) => ({ name: fixes[i]!.join(' '), keys: column.cells, keyCount: numbers[i]!.size, fixes: fixes[i]! })),
    second: null,
  }
}

/** On its own, beside `link`: `--records N --seed N --threads N --json`. */
export const run = async (argv: string[]): Promise<void> => {
  const option = (name: string, usual: number) => (argv.includes(`--${name}`) ? Number(argv[argv.indexOf(`--${name}`) + 1]) : usual)
  const folder = mkdtempSync(join(tmpdir(), 'bench-keys-'))
  try {
    const found = await keysAgainstLetters(folder, option('records', 100_000), option('seed', 11), option('threads', 2))
    if (argv.includes('--json')) console.log(JSON.stringify({ bench: 'link-keys', found }))
    else
      console.table(
        found.flatMap(({ what, peer, ours, oursBest }) => [
          { list: what, names: 'letters, Jaro–Winkler, at its best F1', ...peer },
          { list: what, names: 'Korean keys at the same precision (goal F1 ≥ .82)', ...ours },
          { list: what, names: 'Korean keys at their best F1', ...oursBest },
        ]),
      )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
