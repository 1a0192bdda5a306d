/** Instants in UTC and civil days. Domain receives them; only cli, server and store ask the machine for the time. */
/** ISO 8601 with milliseconds and Z, for example 2026-11-24T01:55:00.000Z. */
export type Instant = string & { readonly instant: unique symbol }
/** Civil day YYYY-MM-DD without zone. */
export type Day = string & { readonly day: unique symbol }

export type Clock = { now(): Instant }
export const machineClock: Clock = { now: () => new Date().toISOString() as Instant }

const calendars = new Map<string, Intl.DateTimeFormat>()
/** The civil day of an instant in an IANA zone, e.g. Europe/Zurich for Geneva bodies. */
export const dayIn = (instant: Instant, zone: string): Day => {
  let calendar = calendars.get(zone)
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    calendars.set(zone, calendar)
  }
  return calendar.format(new Date(instant)) as Day
}
