import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../basics/clock.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { ClockRule } from './bodies.ts'
import { addTo, readClock } from './clock.ts'

const rule = (over: Partial<ClockRule>): ClockRule => ({
  name: 'a',
  years: null,
  months: null,
  days: null,
  extended: null,
  from: 'the day',
  kind: 'limit',
  certainty: 'verified',
  event: null,
  facts: [],
  onlyIf: [],
  attr: null,
  first: false,
  reading: null,
  weekends: 'run-through',
  state: null,
  note: null,
  exceptions: null,
  citation: { source: 'x', at: null, certainty: 'verified', readOn: null },
  ...over,
})
const on = (date: string) => [{ on: date as PartialDate, words: 'it' }]

describe('counting', () => {
  test.each([
    ['2026-11-28', { months: 3 }, '2027-02-28'],
    ['2026-11-30', { months: 3 }, '2027-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2026-11-09', { days: 30 }, '2026-12-09'],
    ['2026-11-09', { days: 60 }, '2027-01-08'],
    ['2026-03-28', { days: 1 }, '2026-03-29'],
    ['2024-01-23', { years: 4.5 }, '2028-07-23'],
    ['2026-11-20', { days: 1, weekends: 'next-working-day' as const }, '2026-11-23'],
  ])('%s and %o is %s', (start, length, end) => expect(addTo(start as Day, rule(length))).toBe(end))

  test('an uncertain trigger gives a range, not a day', () =>
    expect(readClock(rule({ years: 10 }), on('2015-23'), 'UTC')[0]!.endsOn).toEqual({ earliest: '2025-09-01', latest: '2025-11-30' }))

  test('three triggers give three readings, and none is chosen', () =>
    expect(
      readClock(rule({ years: 10 }), [...on('2019-08'), ...on('2015-23'), ...on('2014-21')], 'UTC').map((one) => one.endsOn?.earliest),
    ).toEqual(['2029-08-01', '2025-09-01', '2024-03-01']))

  test('without a trigger the answer is that it has not started', () => {
    const [one] = readClock(rule({ days: 60 }), [], 'Europe/Zurich')
    expect([one!.startsOn, one!.endsOn]).toEqual([null, null])
  })

  test('a rule whose length nobody read gives no day, even when it has started', () => {
    const [one] = readClock(rule({ certainty: 'unverified' }), on('2026-01-01'), 'UTC')
    expect(one!.startsOn).not.toBeNull()
    expect(one!.endsOn).toBeNull()
    expect(one!.rule.en).toMatch(/cannot be computed/)
  })
})

test('a deadline never comes before its trigger', () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.record({
        years: fc.integer({ min: 0, max: 20 }),
        months: fc.integer({ min: 0, max: 40 }),
        days: fc.integer({ min: 0, max: 400 }),
      }),
      fc.constantFrom('', '~', '/..'),
      fc.constantFrom(7, 10),
      (date, length, tail, cut) => {
        const start = `${date.toISOString().slice(0, cut)}${cut === 7 && tail === '/..' ? '' : tail}` as PartialDate
        const [one] = readClock(rule(length), [{ on: start, words: 'it' }], 'UTC')
        expect(one!.endsOn!.earliest >= one!.startsOn!.earliest).toBe(true)
        expect(one!.endsOn!.latest >= one!.startsOn!.latest).toBe(true)
        expect(one!.endsOn!.latest >= one!.endsOn!.earliest).toBe(true)
      },
    ),
  ))
