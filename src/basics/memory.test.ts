import { expect, test } from 'vitest'
import { Memory } from './memory.ts'

test('what was read before a change ended is not kept after it', () => {
  const memory = new Memory<string, string>()
  const seen = memory.timesForgotten('a')
  memory.forget('a')
  memory.keep('a', seen, 'old')
  expect(memory.find('a')).toBeUndefined()
  memory.keep('a', memory.timesForgotten('a'), 'new')
  expect(memory.find('a')).toBe('new')
})

test('forgetting all outdates every reading under way', () => {
  const memory = new Memory<string, string>()
  memory.keep('a', memory.timesForgotten('a'), 'one')
  const seen = memory.timesForgotten('b')
  memory.forgetAll()
  memory.keep('b', seen, 'old')
  expect([memory.find('a'), memory.find('b')]).toEqual([undefined, undefined])
})
