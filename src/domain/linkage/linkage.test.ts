import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, sharesOf } from './blocks.ts'
import { clustersOf } from './clusters.ts'
import { encodingTokens } from './encoding-tokens.ts'
import { dateCell, fieldOf, levelIn, shapeOf } from './fields.ts'
import { Column, KeyNumbers } from './key-numbers.ts'
import { flipCount, flipsFor, limitsFor, planOverlap, spreadOf, turnsFor } from './overlap-plan.ts'
import { pickedPairs } from './picked-pairs.ts'
import { letterBytes, Texts } from './texts.ts'
import { chanceLevels, learnFrom, probabilityOf, shareOfMatches, together, weightTable } from './weights.ts'

test('blocks hold every pair of equal keys once, and only those', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  fc.assert(
    fc.property(keys, fc.integer({ min: 0, max: 40 }), fc.boolean(), (list, cut, one) => {
      const second = one ? null : Math.min(cut, list.length)
      const { order, starts, seconds, total } = blocksOf(Uint32Array.from(list), 6, second, 1e9)
      const found = new Set<string>()
      for (let k = 0; k + 1 < starts.length; k++) {
        for (let i = starts[k]!; i < (second === null ? starts[k + 1]! : seconds[k]!); i++) {
          for (let j = second === null ? i + 1 : seconds[k]!; j < starts[k + 1]!; j++) found.add(`${order[i]} ${order[j]}`)
        }
      }
      const wanted = new Set<string>()
      for (let i = 0; i < list.length; i++)
        for (let j = i + 1; j < list.length; j++)
          if (list[i] === list[j] && list[i] !== 0 && (second === null || (i < second && j >= second))) wanted.add(`${i} ${j}`)
      expect(found).toEqual(wanted)
      expect(total).toBe(wanted.size)
    }),
  )
})

test('a block too large is left out and said to be', () => {
  const { total, tooLarge, left } = blocksOf(Uint32Array.from([1, 1, 1, 1, 2, 2]), 2, null, 3)
  expect([total, tooLarge.blocks, tooLarge.pairs, [...left]]).toEqual([1, 1, 6, [1]])
})

test('shares of blocks cover all of them once, with the pairs before each', () => {
  const blocks = blocksOf(
    Uint32Array.from({ length: 300 }, (_, i) => 1 + (i % 17)),
    17,
    null,
    1e9,
  )
  const shares = sharesOf(blocks, 500)
  expect(shares[0]!.from).toBe(0)
  expect(shares.at(-1)!.to).toBe(17)
  shares.slice(1).forEach((share, i) => {
    expect(share.from).toBe(shares[i]!.to)
    expect(share.before).toBe(shares[i]!.before + shares[i]!.pairs)
  })
})

test('EM finds the weights that made the data', () => {
  const shape = shapeOf([fieldOf('a', 'exact'), fieldOf('b', 'exact'), fieldOf('c', 'exact')])
  const [m, u, share] = [[0.9, 0.8, 0.95], [0.1, 0.2, 0.05], 0.2]
  const counts = new Uint32Array(shape.size)
  const strangers = new Uint32Array(shape.size)
  for (let agreement = 0; agreement < shape.size; agreement++) {
    const levels = [0, 1, 2].map((field) => levelIn(shape, agreement, field))
    if (levels.includes(0)) continue
    const chance = (equal: number[]): number =>
      levels.reduce((product, level, field) => product * (level === 2 ? equal[field]! : 1 - equal[field]!), 1)
    counts[agreement] = Math.round(1e7 * (share * chance(m) + (1 - share) * chance(u)))
    strangers[agreement] = Math.round(1e7 * chance(u))
  }
  const chance = chanceLevels(shape, strangers)
  const taught = learnFrom(shape, counts, chance, [], 200)
  expect(taught.share).toBeCloseTo(share, 3)
  m.forEach((equal, field) => {
    expect(taught.levels[field]![2]).toBeCloseTo(equal, 3)
  })
  const weights = weightTable(shape, together(shape, [taught]), chance)
  const equal = shape.multipliers.reduce((sum, multiplier) => sum + 2 * multiplier, 0)
  expect(weights[equal]).toBeCloseTo(
    m.reduce((sum, one, field) => sum + Math.log2(one / u[field]!), 0),
    2,
  )
  expect(weights[0]).toBe(0)
  // The share is found when all pairs there can be were compared.
  expect(shareOfMatches(counts, weights, 1e7, 400)).toBeCloseTo(share, 2)
  expect(probabilityOf(0)).toBe(0.5)
})

test('a rule teaches nothing about the fields it fixes', () => {
  const shape = shapeOf([fieldOf('a', 'exact'), fieldOf('b', 'exact')])
  const counts = Uint32Array.from({ length: shape.size }, () => 10)
  expect(learnFrom(shape, counts, chanceLevels(shape, counts), [0]).levels[0]).toBeNull()
})

test('picked pairs stay in their lists and never pair a record with itself', () => {
  const one = pickedPairs(101, null, 1500)
  const two = pickedPairs(150, 100, 1500)
  for (let i = 0; i < 3000; i += 2) {
    expect(one[i]).not.toBe(one[i + 1])
    expect(two[i]).toBeLessThan(100)
    expect(two[i + 1]).toBeGreaterThanOrEqual(100)
    expect(two[i + 1]).toBeLessThan(150)
  }
})

test('days are digits, and an unknown day is zero', () => {
  expect(dateCell('1984-03-12').toString(16)).toBe('19840312')
  expect(dateCell('1984').toString(16)).toBe('19840000')
  expect(dateCell('')).toBe(0)
})

test('Hangul is taken apart into letters, so that 영 and 용 are near', () => {
  expect(letterBytes('영')).toHaveLength(3)
  expect(letterBytes('Cafe').toString()).toBe(letterBytes('Cafe').toString())
  const texts = new Texts()
  expect([texts.add('가'), texts.add('나'), texts.add('가'), texts.add('')]).toEqual([1, 2, 1, 0])
  expect([...texts.counts]).toEqual([0, 2, 1])
})

test('numbered keys: equal keys have one number, and none is lost as the table grows', () => {
  const numbers = new KeyNumbers()
  const column = new Column()
  for (let i = 0; i < 20_000; i++) column.push(numbers.add(i % 7000, (i % 7000) * 3 + 1))
  expect(numbers.size).toBe(7000)
  expect(column.cells[19_999]).toBe(column.cells[19_999 - 7000])
})

test('clusters join through others and keep strangers apart', () => {
  expect([
    ...clustersOf(6, [
      [4, 5],
      [1, 4],
      [0, 2],
    ]),
  ]).toEqual([0, 1, 0, 3, 1, 1])
})

test('the limit is the largest distance that still reaches the threshold', () => {
  for (const threshold of [0.7, 0.8, 0.85, 0.9, 1]) {
    const limits = limitsFor(threshold)
    for (let s = 1; s <= 2048; s++) {
      let wanted = -1
      for (let common = 0; 2 * common <= s; common++) if ((2 * common) / s >= threshold) wanted = Math.max(wanted, s - 2 * common)
      if (limits[s] !== wanted) throw new Error(`${threshold} ${s}: ${limits[s]} ${wanted}`)
    }
  }
})

test('radii and blocks of a plan always exceed the distance, and every bit has a place', () => {
  const ones = Uint32Array.from({ length: 5000 }, (_, i) => 200 + Math.floor(i / 10))
  const agree = Float64Array.from({ length: 1024 }, (_, i) => 0.5 + (i % 10) / 25)
  for (const threshold of [0.8, 0.85, 0.9, 0.95]) {
    for (const { band, plan } of planOverlap(ones, ones, threshold, limitsFor(threshold), { agree, spread: spreadOf([200, 300, 400]) })) {
      if (!plan.blocks) continue
      expect(plan.blocks.reduce((sum, { radius }) => sum + radius + 1, 0)).toBeGreaterThan(band.distance)
      expect(plan.blocks.reduce((sum, { width }) => sum + width, 0)).toBe(1024)
      if (plan.place) expect(new Set(plan.place).size).toBe(1024)
    }
  }
})

test('flips are all sets of turned bits, and turns are never equal', () => {
  const turns = turnsFor(30, 12)
  expect(new Set(turns).size).toBe(30)
  const { hashes, sets } = flipsFor(turns, 2)
  expect(hashes).toHaveLength(flipCount(30, 2))
  expect(new Set(sets).size).toBe(1 + 30 + 435)
})

test('a name without a year, or a year without a name, is not encoded', () => {
  const known = { family: '김', given: '영희', skeleton: '-h', birth: '1984-03', sex: 'F' }
  expect(encodingTokens(known)!.tokens.length).toBeGreaterThan(10)
  expect(encodingTokens({ ...known, birth: '' })).toBeNull()
  expect(encodingTokens({ ...known, given: '' })).toBeNull()
})
