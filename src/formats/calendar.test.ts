import { expect, test } from 'vitest'
import type { Day, Instant } from '../basics/clock.ts'
import { calendarFeed } from './calendar.ts'

const madeAt = '2026-11-24T01:55:00.000Z' as Instant
const entry = { code: 'D-7F3K', on: '2026-12-31' as Day }

test('an entry says due and its code, on whole days, and no other word', () => {
  const feed = calendarFeed([entry], madeAt)
  expect(feed).toContain('SUMMARY:due D-7F3K')
  expect(feed).toContain('DTSTART;VALUE=DATE:20261231')
  expect(feed).toContain('DTEND;VALUE=DATE:20270101')
  for (const property of ['DESCRIPTION', 'LOCATION', 'ORGANIZER', 'ATTENDEE', 'URL', 'VALARM']) expect(feed).not.toContain(property)
})

test('the same entries give the same feed', () => {
  expect(calendarFeed([entry], madeAt)).toBe(calendarFeed([{ ...entry }], madeAt))
})

test('a code that could carry a word or break a line stops the feed', () => {
  for (const code of ['표은서', 'Geneva hearing', 'D-1\r\nLOCATION:x', '', 'd-7f3k'])
    expect(() => calendarFeed([{ ...entry, code }], madeAt)).toThrow('no code')
  expect(() => calendarFeed([{ ...entry, on: 'soon' as Day }], madeAt)).toThrow('no day')
})

test('a feed without entries is still a calendar', () => {
  expect(calendarFeed([], madeAt)).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR$/)
})
