import { expect, test } from 'vitest'
import { captureSetFrom } from './capture-history.ts'
import { seededChance } from './chance.ts'
import { chainsAgree, latentClassEstimate } from './latent-class.ts'

const kosovo = captureSetFrom(
  'kosovo',
  null,
  Object.entries({
    '1000': 1131,
    '0100': 845,
    '0010': 936,
    '0001': 306,
    '1100': 177,
    '1010': 228,
    '1001': 106,
    '0110': 217,
    '0101': 31,
    '0011': 123,
    '1110': 181,
    '1101': 18,
    '1011': 42,
    '0111': 32,
    '1111': 27,
  }),
)

test('the median for Kosovo is near LCMCR’s 10,351 and the same for the same seed', () => {
  const settings = { classes: 10, a: 0.25, b: 0.25, chains: 2, burnIn: 3000, samples: 1000, thinning: 5, longer: 0 }
  const found = latentClassEstimate(kosovo, seededChance(1), settings)
  expect(Math.abs(found.median / 10351 - 1)).toBeLessThan(0.08)
  expect(found.low95).toBeLessThan(9700)
  expect(found.high95).toBeGreaterThan(11500)
  expect(latentClassEstimate(kosovo, seededChance(1), settings).median).toBe(found.median)
})

test('independent lists are told from one kind of people', () => {
  const rows: [string, number][] = []
  for (let cell = 1; cell < 8; cell++) {
    const history = cell.toString(2).padStart(3, '0')
    const on = [...history].filter((digit) => digit === '1').length
    rows.push([history, Math.round(2000 * 0.4 ** on * 0.6 ** (3 - on))])
  }
  const { median, hills } = latentClassEstimate(captureSetFrom('one kind', null, rows), seededChance(2), {
    classes: 10,
    a: 0.25,
    b: 0.25,
    chains: 2,
    burnIn: 2000,
    samples: 1000,
    thinning: 5,
    longer: 0,
  })
  expect(Math.abs(median / 2000 - 1)).toBeLessThan(0.05)
  expect(hills).toHaveLength(1)
})

test('where two hills hold the samples both are told, at the same heights for every seed, with how the chains moved', () => {
  // Potential victims of modern slavery, United Kingdom 2013: see test/data/estimation. LCMCR's one chain stayed on the lower hill: 12,396.
  const histories =
    '10000 54,01000 463,00100 995,00010 695,00001 316,11000 15,10100 19,10010 3,01100 62,01010 19,01001 1,00110 76,00101 11,00011 8'
  const rows = `${histories},11100 1,11010 1,01110 4,11110 1`.split(',').map((one): [string, number] => {
    const [history = '', count] = one.split(' ')
    return [history, Number(count)]
  })
  const set = captureSetFrom('uk', null, rows)
  const settings = { classes: 10, a: 0.25, b: 0.25, chains: 6, burnIn: 2000, samples: 1000, thinning: 5, longer: 3000 }
  for (const seed of [1, 2]) {
    const { hills, agreement, moves } = latentClassEstimate(set, seededChance(seed), settings)
    expect(agreement).toBeGreaterThan(chainsAgree)
    expect(hills.length).toBeGreaterThan(1)
    const near = (at: number): number => Math.min(...hills.map((hill) => Math.abs(hill.median / at - 1)))
    expect(near(12_400)).toBeLessThan(0.04)
    expect(near(21_700)).toBeLessThan(0.05)
    expect(moves.down).toBeLessThanOrEqual(moves.up + 1)
  }
})
