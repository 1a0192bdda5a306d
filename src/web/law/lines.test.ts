import { describe, expect, it } from 'vitest'
import type { Line } from '../../domain/law/assessment.ts'
import { countsOf, groupsOf } from './lines.ts'

const line = (over: Partial<Line>): Line => ({
  element: 'e',
  test: 't',
  person: 'p' as Line['person'],
  state: null,
  custody: null,
  answer: 'shown',
  officer: false,
  for: [],
  against: [],
  authorities: [],
  certainty: null,
  question: null,
  notes: [],
  ...over,
})

describe('the lines of an assessment on the page', () => {
  it('one element that two States share is one row and counts once', () => {
    const lines = [line({ state: 'AAA' }), line({ state: 'BBB' })]
    expect(groupsOf(lines)[0]?.rows).toHaveLength(1)
    expect(countsOf(lines)).toEqual([{ answer: 'shown', n: 1 }])
  })
  it('two custody periods are never merged', () => {
    const groups = groupsOf([line({ custody: 'c1' }), line({ custody: 'c2', answer: 'missing' })])
    expect(groups.map((group) => group.custody)).toEqual(['c1', 'c2'])
  })
})
