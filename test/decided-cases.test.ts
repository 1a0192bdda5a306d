import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { assess } from '../src/domain/law/assess.ts'
import { perturbations, reader, score } from './bench/cases.ts'

const results = score()

test('in the decided cases nothing is asserted that the forum refused', () => {
  expect(results.rows.filter((row) => row.got === 'met' && row.expected === 'not-met')).toEqual([])
})

test('in the decided cases no fact, treaty or custody is put to another State, and no authority is later than the day', () => {
  expect(results.misattributed).toEqual([])
  expect(results.later).toEqual([])
})

test('no procedure is said to be open that was not, and none closed that was open', () => {
  expect(results.doors.filter((one) => one.expected === 'closed' && one.got === 'open')).toEqual([])
  expect(results.doors.filter((one) => one.expected === 'open' && one.got !== 'open')).toEqual([])
})

test('taking away an adverse fact or turning a contested one round moves only lines it bears on', () => {
  expect(results.perturbed.filter((one) => one.outside.length > 0)).toEqual([])
})

test('an engine that lets a fact reach a line it does not bear on is caught', () => {
  const { record, pack } = reader()(resolve('test/data/cases/cat-2012-432-hk-switzerland.yaml'))
  const before = assess(record, pack)
  // It answers the treaty line by the number of facts.
  const broken: typeof assess = (given, law, options) => {
    const answers = assess(given, law, options)
    const fewer = given.facts.length < record.facts.length
    const lines = answers.lines.map((line) =>
      fewer && line.element === 'cat3.absolute' ? { ...line, answer: 'contradicted' as const } : line,
    )
    return { ...answers, lines }
  }
  const caught = perturbations('control', record, pack, before, broken)
  expect(caught.length).toBeGreaterThan(0)
  expect(caught.every((one) => one.outside.includes('cat3.absolute'))).toBe(true)
})

test('agreement with the decided cases does not fall', () => {
  expect(results.ab.agreement.equal).toBeGreaterThanOrEqual(63)
})
