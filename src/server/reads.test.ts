import { expect, test } from 'vitest'
import { readActs } from '../actions/see-today.ts'
import { routes } from './app.ts'

test('no act that only reads a case stands under "changed" on Today', () => {
  const reading = routes.filter(({ act, path }) => act.reads && /:(case|paper|filing)/.test(path)).map(({ act }) => act.name)
  expect(reading.length).toBeGreaterThan(5)
  expect(reading.filter((name) => !readActs.includes(name))).toEqual([])
})
