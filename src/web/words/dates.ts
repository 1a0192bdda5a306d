/** Days, instants and partial dates in the words of each language. A date is never made more exact than it was given. */
import type { Locale } from '../../basics/text.ts'

export type DateWords = {
  seasons: Readonly<Record<'21' | '22' | '23' | '24', string>>
  about: (date: string) => string
  perhaps: (date: string) => string
  since: (date: string) => string
  until: (date: string) => string
  range: (from: string, to: string) => string
  season: (season: string, year: string) => string
  today: string
  daysOver: (n: number) => string
  inDays: (n: number) => string
}
export type Dates = {
  /** 24 Nov 2026 */
  day: (day: string) => string
  /** Tuesday 24 November 2026 */
  longDay: (day: string) => string
  /** Tue 8 Dec */
  shortDay: (day: string) => string
  /** 24 Nov 2026, 01:55, in this machine's zone */
  instant: (at: string) => string
  /** 01:48 today, else the day */
  clock: (at: string) => string
  timeIn: (zone: string) => string
  partial: (date: string) => string
  /** The range in one reading: 24 to 28 Nov 2026. */
  span: (earliest: string, latest: string) => string
  away: (from: string, to: string) => string
  number: (n: number) => string
}

const tags: Record<Locale, string> = { en: 'en-GB', ko: 'ko-KR', zh: 'zh-CN' }
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const datesFor = (locale: Locale, words: DateWords): Dates => {
  const tag = tags[locale]
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options })
  const formats = {
    day: format({ year: 'numeric', month: 'short', day: 'numeric' }),
    long: format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    short: format({ month: 'short', day: 'numeric', weekday: 'short' }),
    month: format({ year: 'numeric', month: 'long' }),
    // 1978년, 1978年: a bare year is a number of anything.
    year: format({ year: 'numeric' }),
    dayMonth: format({ month: 'short', day: 'numeric' }),
  }
  const local = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const exact = (text: string): string => {
    const [year = '', month, day] = text.split('-')
    if (month && Number(month) > 12) return words.season(words.seasons[month as '21'] ?? month, year)
    if (/X/.test(text)) return text
    if (day) return formats.day.format(utc(text))
    return month ? formats.month.format(utc(`${text}-01`)) : /^\d{4}$/.test(year) ? formats.year.format(utc(`${year}-01-01`)) : year
  }
  const one = (text: string): string => {
    const bare = text.replace(/[~?%]/g, '')
    const said = exact(bare)
    return /[~%]/.test(text) ? words.about(said) : text.includes('?') ? words.perhaps(said) : said
  }
  const span = (earliest: string, latest: string): string => {
    if (earliest === latest) return formats.day.format(utc(earliest))
    const oneYear = earliest.slice(0, 4) === latest.slice(0, 4)
    // The year of both is said once, where the language has it: first in Korean and Chinese, last in English.
    const yearFirst = formats.day.formatToParts(utc(latest))[0]?.type === 'year'
    return words.range(
      (oneYear && !yearFirst ? formats.dayMonth : formats.day).format(utc(earliest)),
      (oneYear && yearFirst ? formats.dayMonth : formats.day).format(utc(latest)),
    )
  }
  return {
    day: (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? formats.day.format(utc(day)) : one(day)),
    longDay: (day) => formats.long.format(utc(day)).replace(',', ''),
    shortDay: (day) => formats.short.format(utc(day)).replace(',', ''),
    instant: (at) => local.format(new Date(at)),
    clock: (at) =>
      new Date(at).toDateString() === new Date().toDateString() ? time.format(new Date(at)) : formats.dayMonth.format(new Date(at)),
    timeIn: (zone) =>
      new Intl.DateTimeFormat(tag, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date()),
    partial: (date) => {
      const [from = '', to] = date.split('/')
      if (to === undefined) return one(from)
      if (to === '' || to === '..') return words.since(one(from))
      return from === '' || from === '..'
        ? words.until(one(to))
        : /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(date)
          ? span(from, to)
          : words.range(one(from), one(to))
    },
    span,
    away: (from, to) => {
      const days = Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)
      return days === 0 ? words.today : days < 0 ? words.daysOver(-days) : words.inDays(days)
    },
    number: (n) => new Intl.NumberFormat(tag).format(n),
  }
}
