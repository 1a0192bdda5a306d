import { expect, test } from 'vitest'
import { encodingKeyFrom, isSameKey, newEncodingKey, openEncoder } from './encoding.ts'

const ones = (bits: Uint8Array): number => bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
const agreeing = (a: Uint8Array, b: Uint8Array): number => 1024 - ones(a.map((byte, i) => byte ^ b[i]!))
const tokens = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `t${from + i}`)

test('the same key and tokens give the same bits in any order; another key gives unrelated ones', () => {
  const key = newEncodingKey()
  const [one, same, other] = [openEncoder(key), openEncoder(key), openEncoder(newEncodingKey())]
  expect(one.encode(['a', 'b', 'c'])).toEqual(same.encode(['c', 'b', 'a', 'a']))
  expect(isSameKey(one.keyId, same.keyId)).toBe(true)
  expect(isSameKey(one.keyId, other.keyId)).toBe(false)
  expect(Math.abs(agreeing(one.encode(['a', 'b', 'c']), other.encode(['a', 'b', 'c'])) - 640)).toBeLessThan(100)
})

test('bits agree by the square of the share of tokens in common and else by chance, and a quarter of them are ones', () => {
  const encoder = openEncoder(Buffer.alloc(32, 7))
  for (const [shared, all] of [
    [0, 40],
    [20, 40],
    [32, 40],
    [38, 40],
  ] as const) {
    const a = encoder.encode(tokens(0, (all + shared) / 2))
    const b = encoder.encode(tokens((all - shared) / 2, all))
    expect(Math.abs(agreeing(a, b) / 1024 - ((shared / all) ** 2 + (1 - (shared / all) ** 2) * 0.625))).toBeLessThan(0.08)
    expect(Math.abs(ones(a) - 256)).toBeLessThan(80)
  }
})

test('one person within two years of birth has two encodings with nothing in common but chance', () => {
  const encoder = openEncoder(Buffer.alloc(32, 7))
  const [one, same, other] = ['1976', '1976', '1977'].map((part) => encoder.encode(tokens(0, 20), part)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  expect(one).toEqual(same)
  expect(Math.abs(agreeing(one, other) - 640)).toBeLessThan(80)
})

test('a known key and known tokens give known bits: organisations on different versions must agree', () => {
  const bits = openEncoder(Buffer.alloc(32, 1)).encode(['family', 'given', 'birth'])
  expect(Buffer.from(bits).toString('hex').slice(0, 32)).toMatchInlineSnapshot(`"046c080500502a0d9608210800401468"`)
})

test('a short key and an empty person are refused', () => {
  expect(() => openEncoder(Buffer.alloc(16))).toThrow()
  expect(() => openEncoder(Buffer.alloc(32)).encode([])).toThrow()
})

test('a bit does not follow a token: people who share one token and nothing else do not stand out in any place', () => {
  const encoder = openEncoder(Buffer.alloc(32, 5))
  const share = (common: string[]): number[] => {
    const ones = new Array<number>(1024).fill(0)
    for (let i = 0; i < 400; i++) {
      const bits = encoder.encode([...common, ...tokens(i * 20, i * 20 + 20)])
      for (let lane = 0; lane < 1024; lane++) ones[lane]! += (bits[lane >> 3]! >> (lane & 7)) & 1
    }
    return ones.map((count) => count / 400)
  }
  const spread = (shares: number[]): number => shares.reduce((sum, one) => sum + (one - 0.25) ** 2, 0) / shares.length
  // Chance alone spreads by .25 × .75 / 400. With one winner a place the token brings about eleven times that.
  expect(spread(share(['surname'])) / ((0.25 * 0.75) / 400)).toBeLessThan(2)
})

test('a key that nobody drew is none: too short, one byte again and again, counted up', () => {
  const counted = Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, '0')).join('')
  for (const text of ['', 'ab', 'g'.repeat(64), '00'.repeat(32), 'ab'.repeat(40), '0123456789abcdef'.repeat(4), counted])
    expect(encodingKeyFrom(text), text).toBeNull()
  for (let i = 0; i < 200; i++) expect(encodingKeyFrom(newEncodingKey().toString('hex'))).not.toBeNull()
})
