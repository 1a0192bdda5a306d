import { expect, test } from 'vitest'
import { score } from './bench/cases.ts'

const results = score()

test('in the decided cases nothing is asserted that the forum refused', () => {
  expect(results.rows.filter((row) => row.got === 'met' && row.expected === 'not-met')).toEqual([])
})

test('in the decided cases no fact, treaty or custody is put to another State, and no authority is later than the day', () => {
  expect(results.misattributed).toEqual([])
  expect(results.later).toEqual([])
})

test('no procedure is said to be open that was not', () => {
  expect(results.doors.filter((one) => one.expected === 'closed' && one.got === 'open')).toEqual([])
})

test('taking away an adverse fact or turning a contested one round moves only lines it bears on', () => {
  expect(results.perturbed.filter((one) => one.outside.length > 0)).toEqual([])
})

test('agreement with the decided cases does not fall', () => {
  expect(results.ab.agreement.equal).toBeGreaterThanOrEqual(63)
})
