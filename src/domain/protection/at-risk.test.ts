import { describe, expect, it } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { CustodyPeriod, Fact } from '../testimony/fact.ts'
import { ageOn, atRiskOf, peopleAtRisk } from './at-risk.ts'

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
  it('a later word of a transfer without a day does not hide the day that was told before', () => {
    const later = { ...fact('removal-announced'), id: 'later' as never, standing: 'open' as const }
    expect(
      atRiskOf(record([custody('HHH', '2026-11-09/..')], [fact('removal-announced', { expected: '2026-11-27' }), later]), today)?.transfer
        .window,
    ).toBe('2026-11-27')
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
  const people = (...ids: string[]) => ids.map((id) => ({ id, role: 'self', sex: 'F', births: [], ageStatements: [] }))
  const of = (custodies: CustodyPeriod[], facts: Fact[], persons = people('one', 'two', 'three')): CaseRecord =>
    ({ ...record(custodies, facts), persons }) as unknown as CaseRecord
  const naming = (period: CustodyPeriod, ...ids: string[]) => ({ ...period, persons: ids as never })
  it('a custody that names one person puts nobody else of the case at risk', () => {
    const held = of([naming(custody('HHH', '2026-11-01/..'), 'two')], [])
    expect(atRiskOf(held, today)?.who.count).toBe(1)
    expect(peopleAtRisk(held, today).map((person) => person.id)).toEqual(['two'])
  })
  it('a custody that names nobody in particular covers everybody concerned, and no relative', () => {
    const aunt = { id: 'aunt', role: 'uncle-aunt', sex: 'F', births: [], ageStatements: [] }
    expect(atRiskOf(of([custody('HHH', '2026-11-01/..')], [], [...people('one', 'two'), aunt]), today)?.who.count).toBe(2)
  })
  it('who is held in another custody, and who is named in the announced transfer, are counted once each', () => {
    const told = { ...fact('removal-announced'), about: ['one', 'two'] as never }
    const held = of([naming(custody('HHH', '2026-11-01/..'), 'two'), naming(custody('TTT', '2026-11-02/..'), 'three')], [told])
    expect(peopleAtRisk(held, today)).toHaveLength(3)
  })
  it('who has been handed over is not counted among those still held', () => {
    const gone = { ...fact('transferred-to-home-state'), about: ['one'] as never }
    expect(
      peopleAtRisk(of([naming(custody('HHH', '2026-11-01/..'), 'two', 'three')], [gone, fact('removal-announced')]), today).map(
        (person) => person.id,
      ),
    ).toEqual(['two', 'three'])
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
