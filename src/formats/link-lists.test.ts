import { expect, test } from 'vitest'
import { dateCell, fieldOf, levelIn, shapeOf } from '../domain/linkage/fields.ts'
import { limitsFor } from '../domain/linkage/overlap-plan.ts'
import { Texts } from '../domain/linkage/texts.ts'
import { joinEncodings } from './join-encodings.ts'
import { linkLists } from './link-lists.ts'

/** A small generator that needs no library: the tests must be the same tomorrow. */
const draws = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)
const dice = (a: Uint8Array, i: number, b: Uint8Array, j: number): number => {
  let [common, sum] = [0, 0]
  for (let byte = 0; byte < 128; byte++) {
    common += ones[a[i * 128 + byte]! & b[j * 128 + byte]!]!
    sum += ones[a[i * 128 + byte]!]! + ones[b[j * 128 + byte]!]!
  }
  return sum === 0 ? 0 : (2 * common) / sum
}

test('the join of encodings finds exactly the pairs that comparing every pair finds, sparse or dense, on one thread or two', async () => {
  for (const [fill, seed] of [
    [2, 1],
    [4, 2],
    [8, 3],
  ] as const) {
    const draw = draws(seed)
    const many = 140
    const list = (): Uint8Array => {
      const bytes = new Uint8Array(many * 128)
      for (let bit = 0; bit < many * 1024; bit++) if (draw(16) < fill) bytes[bit >> 3]! |= 1 << (bit & 7)
      return bytes
    }
    const [a, b] = [list(), list()]
    for (let i = 0; i < many; i++) {
      b.set(a.subarray(i * 128, i * 128 + 128), i * 128)
      for (let slip = draw(200); slip > 0; slip--) b[i * 128 + draw(128)]! ^= 1 << draw(8)
    }
    for (const threshold of [0.8, 0.9]) {
      const wanted: string[] = []
      for (let i = 0; i < many; i++) for (let j = 0; j < many; j++) if (dice(a, i, b, j) >= threshold) wanted.push(`${i} ${j}`)
      expect(limitsFor(threshold)[400]).toBeGreaterThan(0)
      for (const settings of [{ threads: 1 }, { threads: 2 }, { threads: 1, everyPair: true }]) {
        const { pairs } = await joinEncodings(a, b, { threshold, ...settings })
        const found = Array.from({ length: pairs.length / 2 }, (_, k) => `${pairs[2 * k]} ${pairs[2 * k + 1]}`)
        expect(found.sort()).toEqual(wanted.sort())
      }
    }
  }
})

test('empty lists have nothing in common', async () => {
  expect((await joinEncodings(new Uint8Array(0), new Uint8Array(128), { threshold: 0.9, threads: 1 })).pairs).toHaveLength(0)
})

/** Jaro–Winkler from its definition, slow and apart from the kernel. */
const jaroWinkler = (a: string, b: string): number => {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenB = new Set<number>()
  const fromA: string[] = []
  ;[...a].forEach((letter, i) => {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (takenB.has(j) || b[j] !== letter) continue
      takenB.add(j)
      fromA.push(letter)
      break
    }
  })
  const m = fromA.length
  if (m === 0) return 0
  const fromB = [...takenB].sort((x, y) => x - y).map((j) => b[j]!)
  const moved = Math.floor(fromA.filter((letter, i) => letter !== fromB[i]).length / 2)
  const jaro = (m / a.length + m / b.length + (m - moved) / m) / 3
  let prefix = 0
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro
}
const dateLevel = (a: string, b: string): number => {
  if (a === b) return 4
  const differing = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [x, y] = differing
  const swapped = differing.length === 2 && y === x! + 1 && a[x!] === b[y] && a[y] === b[x!]
  return differing.length === 1 || swapped ? 3 : a.slice(0, 4) === b.slice(0, 4) ? 2 : 1
}

test('the kernel counts the agreements that the definitions give, each pair once across rules, one list or two', async () => {
  const draw = draws(9)
  const syllables = ['yong', 'ok', 'hui', 'chol', 'su', 'myong', 'il', 'hye', 'jin', 'gwang']
  const people = Array.from({ length: 240 }, () => {
    const name = `${syllables[draw(10)]}${syllables[draw(10)]}`
    const slip = draw(4) === 0 ? name.slice(0, -1) : name
    const birth = draw(8) === 0 ? '' : `19${60 + draw(3)}${`${1 + draw(12)}`.padStart(2, '0')}${`${1 + draw(28)}`.padStart(2, '0')}`
    return { name: draw(12) === 0 ? '' : slip, birth, sex: ['', 'f', 'm'][draw(3)]! }
  })
  for (const second of [null, 100]) {
    const [names, sexes] = [new Texts(), new Texts()]
    const fields = [fieldOf('name', 'text', true), fieldOf('birth', 'date'), fieldOf('sex', 'exact')]
    const shape = shapeOf(fields)
    const cells = [
      people.map(({ name }) => names.add(name)),
      people.map(({ birth }) => dateCell(birth && `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`)),
      people.map(({ sex }) => sexes.add(sex)),
    ]
    const rules = [
      { name: 'year', keys: Uint32Array.from(people, ({ birth }) => (birth ? Number(birth.slice(2, 4)) - 59 : 0)), keyCount: 3, fixes: [] },
      { name: 'name', keys: Uint32Array.from(cells[0]!), keyCount: names.size, fixes: ['name'] },
    ]
    const wanted = new Map<number, number>()
    for (let i = 0; i < people.length; i++) {
      for (let j = i + 1; j < people.length; j++) {
        if (second !== null && (i >= second || j < second)) continue
        if (!rules.some(({ keys }) => keys[i] !== 0 && keys[i] === keys[j])) continue
        const [x, y] = [people[i]!, people[j]!]
        const likeness = jaroWinkler(x.name, y.name)
        const name = !x.name || !y.name ? 0 : x.name === y.name ? 4 : likeness >= 0.9399 ? 3 : likeness >= 0.8799 ? 2 : 1
        const birth = !x.birth || !y.birth ? 0 : dateLevel(x.birth, y.birth)
        const sex = !x.sex || !y.sex ? 0 : x.sex === y.sex ? 2 : 1
        const agreement = name * shape.multipliers[0]! + birth * shape.multipliers[1]! + sex * shape.multipliers[2]!
        wanted.set(agreement, (wanted.get(agreement) ?? 0) + 1)
      }
    }
    const linked = await linkLists(
      {
        columns: fields.map((field, i) => ({ field, cells: Uint32Array.from(cells[i]!), texts: [names, null, sexes][i]! })),
        rules,
        second,
      },
      { least: 0.001, threads: 2, picked: 5000 },
    )
    linked.unique.forEach((count, agreement) => {
      if (count !== (wanted.get(agreement) ?? 0))
        throw new Error(`${[0, 1, 2].map((field) => levelIn(shape, agreement, field))}: ${count}, not ${wanted.get(agreement) ?? 0}`)
    })
    for (let k = 0; k < linked.pairs.a.length; k++) expect(linked.pairs.a[k]).toBeLessThan(second ?? linked.pairs.b[k]!)
  }
})
