/**
 * Measures the name room: sanctions-list aliases, popular spellings, invented pairs across systems.
 * The halves show how steady a figure is. They are not clean: the thresholds were chosen in sight of both halves of the given names and of the sanctions
 * list, and the near-miss rule (ㄴ/ㅇ, ㅗ/ㅜ) after its one miss. Only names that are not in this repository measure the reader blind.
 */
import { readFileSync } from 'node:fs'
import { comparePersonNames, type NameAnswer } from '../../src/domain/people/compare-names.ts'
import { letterSlot } from '../../src/domain/people/name-slot.ts'
import { familyKey, units } from '../../src/domain/people/units.ts'
import { chanceFrom } from '../generator/chance.ts'
import { inventPerson } from '../generator/people.ts'
import { type Written, write } from '../generator/spell.ts'
import { jaroWinkler, lettersOnly } from './jaro-winkler.ts'
import { percent, wilson } from './wilson.ts'

type Row = { what: string; hits: number; all: number; low: number; high: number; goal: string; note: string }
const folder = 'test/data/names/'
const lines = (file: string): string[][] =>
  readFileSync(folder + file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

export const run = async (argv: string[]): Promise<void> => {
  const rows: Row[] = []
  const put = (what: string, hits: number, all: number, goal = '', note = ''): void => {
    const [low, high] = wilson(hits, all)
    rows.push({ what, hits, all, low, high, goal, note })
  }
  listed(put)
  spellings(put)
  invented(put, Number(argv.find((word) => word.startsWith('--pairs='))?.slice(8) ?? 20_000))
  const speed = perSecond()
  if (argv.includes('--json')) {
    console.log(
      JSON.stringify({
        bench: 'names',
        rows: rows.map((row) => ({ ...row, share: row.all === 0 ? null : row.hits / row.all })),
        comparisonsPerSecond: speed,
      }),
    )
    return
  }
  for (const row of rows)
    console.log(
      `${row.what.padEnd(86)} ${`${row.hits}/${row.all}`.padStart(16)}  ${percent(row.hits, row.all)}  ${row.goal === '' ? '' : `goal ${row.goal}`} ${row.note}`,
    )
  console.log(`comparisons per second, names not seen before: ${speed}`)
}
type Put = (what: string, hits: number, all: number, goal?: string, note?: string) => void

const listed = (put: Put): void => {
  const { persons } = JSON.parse(readFileSync(`${folder}un-list.json`, 'utf8')) as {
    persons: { name: string; sameName: string[]; otherName: string[] }[]
  }
  for (const half of ['even rows', 'odd rows', 'all'] as const) {
    const some = persons.filter((_, at) => half === 'all' || (at % 2 === 0) === (half === 'even rows'))
    const aliases = some.flatMap((person) => person.sameName.map((alias) => [person.name, alias] as const))
    const answers = aliases.map(([name, alias]) => comparePersonNames(name, alias).answer)
    put(`UN list, ${half}: same-name aliases answered same`, count(answers, 'same'), answers.length, '.93')
    put(
      `UN list, ${half}: same-name aliases answered same or possible`,
      answers.filter((one) => one !== 'different').length,
      answers.length,
    )
    const all = some.flatMap((person, of) => [person.name, ...person.sameName, ...person.otherName].map((name) => ({ of, name })))
    const pairs = all.flatMap((one, at) =>
      all
        .slice(0, at)
        .filter((other) => other.of !== one.of)
        .map((other) => [one.name, other.name] as const),
    )
    const wrong = pairs.map(([a, b]) => comparePersonNames(a, b).answer)
    put(`UN list, ${half}: different persons answered same`, count(wrong, 'same'), wrong.length, '0')
    put(`UN list, ${half}: different persons answered possible`, count(wrong, 'possible'), wrong.length, '≤ .01')
    // The peer at its best: the lowest threshold that calls no two persons one.
    const floor = Math.max(...pairs.map(([a, b]) => jaroWinkler(lettersOnly(a), lettersOnly(b))))
    put(
      `UN list, ${half}: peer Jaro–Winkler, no false positive`,
      aliases.filter(([a, b]) => jaroWinkler(lettersOnly(a), lettersOnly(b)) > floor).length,
      aliases.length,
    )
  }
}

const spellings = (put: Put): void => {
  const given = lines('given-names.tsv')
  for (const half of ['even rows', 'odd rows'] as const) {
    const some = given.filter((_, at) => (at % 2 === 0) === (half === 'even rows'))
    const answers = some.map(([hangul, spelling]) => comparePersonNames(hangul!, spelling!).answer)
    put(`given names, ${half}: popular spelling answered same as its Hangul`, count(answers, 'same'), answers.length)
    put(`given names, ${half}: same or possible`, answers.filter((one) => one !== 'different').length, answers.length, '.97')
    const others = some.flatMap(([hangul], at) =>
      [some[(at + 7) % some.length]!, some[(at + 31) % some.length]!]
        .filter(([other]) => other !== hangul)
        .map(([, other]) => comparePersonNames(hangul!, other!).answer),
    )
    put(`given names, ${half}: other names answered same`, count(others, 'same'), others.length)
  }
  let bearers = 0
  const reached = { same: 0, possible: 0, rules: 0 }
  for (const [hangul, , , , others, population] of lines('surnames.tsv')) {
    const spelled = (others ?? '').split(', ').filter((one) => one !== '')
    for (const spelling of spelled) {
      const part = Number(population) / spelled.length
      bearers += part
      const { answer } = comparePersonNames(hangul!, spelling)
      if (answer === 'same') reached.same += part
      if (answer !== 'different') reached.possible += part
      if (byRules(spelling.toLowerCase(), hangul!)) reached.rules += part
    }
  }
  put(
    'surnames by bearers: listed other spellings answered same',
    Math.round(reached.same),
    Math.round(bearers),
    '',
    'the list ships with the program',
  )
  put('surnames by bearers: same or possible', Math.round(reached.possible), Math.round(bearers), '.90')
  put(
    'surnames by bearers: read by the rules alone, the list left out',
    Math.round(reached.rules),
    Math.round(bearers),
    '',
    'as for a spelling nobody listed',
  )
}
/** The given-name table never saw the surname list: what it reads is read by rule. */
const byRules = (spelling: string, hangul: string): boolean => {
  const slot = [...hangul].length === 1 ? letterSlot(spelling, 'korean', 'given') : null
  return slot?.evidence != null && [...slot.evidence.units].some((unit) => familyKey(units[unit]!.hangul) === familyKey(hangul))
}

const invented = (put: Put, many: number): void => {
  const chance = chanceFrom(33)
  const systems: Written[] = ['hangul', 'hanja', 'dprk', 'popular', 'rr', 'mr', 'mr-plain', 'mr-broken', 'pinyin']
  const same = new Map<string, NameAnswer[]>()
  const strangers: NameAnswer[] = []
  const neighbours: NameAnswer[] = []
  const persons = Array.from({ length: many }, () => inventPerson(chance))
  persons.forEach((person, at) => {
    const a = chance.pick(systems)
    const b = chance.pick(systems.filter((one) => one !== a))
    const kind =
      a === 'pinyin' || b === 'pinyin' ? 'one in pinyin' : a === 'hanja' || b === 'hanja' ? 'one in Hanja' : 'hangul and romanisations'
    const answer = comparePersonNames(write(person, a, chance), write(person, b, chance)).answer
    same.set(kind, [...(same.get(kind) ?? []), answer])
    const other = persons[(at + 1) % many]!
    if (other.family + other.given !== person.family + person.given)
      strangers.push(comparePersonNames(write(person, a, chance), write(other, b, chance)).answer)
    const near = {
      ...person,
      given: person.given[0]! + other.given[1]!,
      characters: person.characters.slice(0, -1) + other.characters.at(-1)!,
      pinyin: [...person.pinyin.slice(0, 2), other.pinyin.at(-1)!],
    }
    if (near.given !== person.given) neighbours.push(comparePersonNames(write(person, a, chance), write(near, b, chance)).answer)
  })
  for (const [kind, answers] of same) {
    put(`generator, one person in two systems, ${kind}: same`, count(answers, 'same'), answers.length)
    put(
      `generator, one person in two systems, ${kind}: same or possible`,
      answers.filter((one) => one !== 'different').length,
      answers.length,
    )
  }
  put('generator, two strangers in two systems: same', count(strangers, 'same'), strangers.length)
  put('generator, two strangers in two systems: possible', count(strangers, 'possible'), strangers.length)
  put(
    'generator, one syllable apart, two systems: same',
    count(neighbours, 'same'),
    neighbours.length,
    '',
    'some pairs are truly one spelling: 정/종 Jong',
  )
  put('generator, one syllable apart, two systems: possible', count(neighbours, 'possible'), neighbours.length)
}
const count = (answers: readonly NameAnswer[], answer: NameAnswer): number => answers.filter((one) => one === answer).length

const perSecond = (): number => {
  const chance = chanceFrom(77)
  const pairs = Array.from(
    { length: 20_000 },
    () => [write(inventPerson(chance), 'popular', chance), write(inventPerson(chance), 'dprk', chance)] as const,
  )
  const began = process.cpuUsage()
  for (const [a, b] of pairs) comparePersonNames(a, b)
  const spent = process.cpuUsage(began)
  return Math.round(pairs.length / ((spent.user + spent.system) / 1e6))
}
