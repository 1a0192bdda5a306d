/** A calendar feed that a phone may show on a table in a café: it says "due" and a code, and nothing else. */
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import type { Day, Instant } from '../basics/clock.ts'

/** code = an opaque code that only the desk can read back, such as D-7F3K; never a name, a body or a case's code name. */
export type CalendarEntry = { code: string; on: Day }

/** The same entries give the same text, but for madeAt. Whole days, since a deadline's hour would tell which body it is. */
export const calendarFeed = (entries: readonly CalendarEntry[], madeAt: Instant): string => {
  const calendar = ical({
    name: 'due',
    prodId: { company: 'Article 33', product: 'due', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { code, on } of entries) {
    // A code that could carry words is a fault of ours and stops the feed before it leaves the house.
    if (!/^[A-Z0-9][A-Z0-9-]{1,19}$/.test(code)) throw new Error('A calendar entry has a code that is no code.')
    const day = dayAtUtc(on)
    calendar.createEvent({
      id: code,
      summary: `due ${code}`,
      start: day,
      end: new Date(day.getTime() + 24 * 60 * 60 * 1000),
      timezone: 'UTC',
      allDay: true,
      stamp: new Date(madeAt),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

const dayAtUtc = (on: Day): Date => {
  const day = new Date(`${on}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) throw new Error('A calendar entry has a day that is no day.')
  return day
}
