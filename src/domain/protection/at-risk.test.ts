import { describe, expect, it } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { CustodyPeriod, Fact } from '../testimony/fact.ts'
import { ageOn, atRiskOf } from './at-risk.ts'

const today = '2026-11-24' as Day
const custody = (state: string, period: string): CustodyPeriod => ({
  id: 'c' as never,
  persons: [],
  state,
  authority: 'police',
  place: 'a city',
  period: period as PartialDate,
  sources: [],
  note: null,
})
const fact = (kind: string, attrs: Record<string, string> = {}): Fact => ({
  id: kind as never,
  label: 'F1',
  kind,
  about: [],
  spans: [],
  exhibit: null,
  publicSources: ['s1'],
  actor: null,
  place: null,
  date: null,
  attrs,
  adverse: false,
  standing: 'accepted',
  disputedPart: null,
  twin: null,
  custody: null,
  hand: 'second',
  summary: null,
  sealed: false,
  note: null,
})
const record = (custodies: CustodyPeriod[], facts: Fact[]): CaseRecord =>
  ({ states: { origin: 'OOO', concerned: ['HHH'], transit: [] }, custodies, facts, persons: [] }) as unknown as CaseRecord

describe('who may be removed', () => {
  it('a person in custody with an announced transfer is in imminent danger', () => {
    expect(
      atRiskOf(record([custody('HHH', '2026-11-09/..')], [fact('removal-announced', { expected: '2026-11-20/2026-11-30' })]), today),
    ).toMatchObject({ urgency: 'imminent', transfer: { window: '2026-11-20/2026-11-30', secondHand: true } })
  })
  it('a person in custody without news of a transfer is at risk', () => {
    expect(atRiskOf(record([custody('HHH', '2026-11-09/..')], []), today)?.urgency).toBe('at-risk')
  })
  it('a transfer feared outside custody is a risk too', () => {
    expect(atRiskOf(record([], [fact('removal-announced')]), today)?.urgency).toBe('at-risk')
  })
  it('a person already in the hands of the State of origin is not listed as one who may be removed', () => {
    expect(
      atRiskOf(
        record(
          [custody('HHH', '2013-05-10/2013-05-28'), custody('OOO', '2013-05-28/..')],
          [fact('transferred-to-home-state'), fact('removal-announced')],
        ),
        today,
      ),
    ).toBeNull()
  })
  it('custody that ended does not count', () => {
    expect(atRiskOf(record([custody('HHH', '2018-03/2018-04')], []), today)).toBeNull()
  })
  it('a fact that is not accepted does not raise an alarm', () => {
    expect(atRiskOf(record([], [{ ...fact('removal-announced'), standing: 'not-accepted' }]), today)).toBeNull()
  })
  it('the age of a partial birth date is a span that holds the true age', () => {
    expect(ageOn('1990-21' as PartialDate, today)).toEqual({ low: 36, high: 36 })
    expect(ageOn('1990' as PartialDate, today)).toEqual({ low: 35, high: 36 })
  })
})
