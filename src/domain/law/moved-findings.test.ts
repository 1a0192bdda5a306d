import { expect, test } from 'vitest'
import type { PersonId } from '../../basics/id.ts'
import type { Line } from './assessment.ts'
import type { Finding } from './case-record.ts'
import { movedFindings } from './moved-findings.ts'

const line = (answer: Line['answer'], facts: string[]): Line => ({
  element: 'a.b',
  test: 'a',
  person: 'p1' as PersonId,
  state: null,
  custody: null,
  answer,
  officer: false,
  for: facts as never,
  against: [],
  authorities: [],
  certainty: null,
  question: null,
  notes: [],
})
const finding = (more: Partial<Finding>): Finding => ({
  id: 'f',
  element: 'a.b',
  person: 'p1' as PersonId,
  state: null,
  custody: null,
  answer: 'shown',
  reasons: 'r',
  by: 'm',
  on: '2026-11-01' as never,
  reviewedBy: null,
  packVersion: '1',
  facts: ['x'],
  ...more,
})

test('a finding whose line reads as it did when it was signed has not moved, whatever the officer found', () => {
  expect(movedFindings([finding({ answer: 'contradicted', readAs: 'shown' })], [line('shown', ['x'])], '1')).toEqual([])
  expect(movedFindings([finding({ answer: 'contradicted' })], [line('shown', ['x'])], '1')).toEqual([])
})

test('a line that moved is told with what it read then, the other law and the facts that came and went', () => {
  expect(movedFindings([finding({ readAs: 'shown' })], [line('missing', ['y'])], '2')).toEqual([
    { finding: 'f', before: 'shown', now: 'missing', otherLaw: '1', came: ['y'], gone: ['x'] },
  ])
})

test('a line that is gone is told; a finding left open is not moved by what it never said', () => {
  expect(movedFindings([finding({ readAs: 'shown' })], [], '1')).toEqual([
    { finding: 'f', before: 'shown', now: null, otherLaw: null, came: [], gone: ['x'] },
  ])
  expect(movedFindings([finding({ answer: 'left-open' })], [line('shown', ['y'])], '2')).toEqual([])
})
