import { expect, test } from 'vitest'
import { isSameKey, newEncodingKey, openEncoder } from './encoding.ts'

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

test('bits agree wherever tokens are shared and else by chance, and a quarter of them are ones', () => {
  const encoder = openEncoder(Buffer.alloc(32, 7))
  for (const [shared, all] of [
    [0, 40],
    [20, 40],
    [32, 40],
    [38, 40],
  ] as const) {
    const a = encoder.encode(tokens(0, (all + shared) / 2))
    const b = encoder.encode(tokens((all - shared) / 2, all))
    expect(Math.abs(agreeing(a, b) / 1024 - (shared / all + (1 - shared / all) * 0.625))).toBeLessThan(0.07)
    expect(Math.abs(ones(a) - 256)).toBeLessThan(80)
  }
})

test('a known key and known tokens give known bits: organisations on different versions must agree', () => {
  const bits = openEncoder(Buffer.alloc(32, 1)).encode(['family', 'given', 'birth'])
  expect(Buffer.from(bits).toString('hex').slice(0, 32)).toMatchInlineSnapshot(`"681a28142b58260400011e04804502c1"`)
})

test('a short key and an empty person are refused', () => {
  expect(() => openEncoder(Buffer.alloc(16))).toThrow()
  expect(() => openEncoder(Buffer.alloc(32)).encode([])).toThrow()
})
