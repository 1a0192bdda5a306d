/** Puts a partial date into English as a lawyer writes it: “on 9 November 2026”, “in or about April 2018”, “in the autumn of 2015”, “between 20 and 30 November 2026”. */
import type { PartialDate } from '../../basics/partial-date.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const seasons: Record<string, string> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' }

/** The date without a preposition: 9 November 2026, April 2018, the autumn of 2015, 2011. */
export const dateWords = (date: string): string => {
  const [first, last] = date.split('/')
  if (last !== undefined)
    return first === '..' || first === ''
      ? `a day before ${one(last)}`
      : last === '..' || last === ''
        ? one(first!)
        : `${one(first!)} to ${one(last)}`
  return one(date)
}

/** The date as it stands in a sentence, preposition included. */
export const whenWords = (date: PartialDate | string): string => {
  const [first, last] = date.split('/')
  if (last !== undefined) {
    if (last === '..' || last === '') return `since ${one(first!)}`
    if (first === '..' || first === '') return `until ${one(last)}`
    return between(first!, last)
  }
  return single(date)
}

/** Since when: for what still lasts. */
export const sinceWords = (date: string): string =>
  date.includes('/') ? whenWords(date) : `since ${approximate(date) ? 'about ' : ''}${one(date)}`

const approximate = (date: string): boolean => /[~%?]$/.test(date)

const single = (date: string): string => {
  const about = approximate(date)
  if (/^\d{4}-\d\d-\d\d/.test(date)) return about ? `on or about ${one(date)}` : `on ${one(date)}`
  return about ? `in or about ${one(date)}` : `in ${one(date)}`
}

const one = (date: string): string => {
  const [year, month, day] = date.replace(/[~%?]/g, '').split('-') as [string, string?, string?]
  const plain = /^\d{3}X$/.test(year) ? `the ${year.slice(0, 3)}0s` : year
  if (!month) return plain
  if (seasons[month]) return `the ${seasons[month]} of ${year}`
  const name = months[Number(month) - 1] ?? month
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`
}

/** Days of one month, or of one year, share what they have in common. */
const between = (first: string, last: string): string => {
  const [a, b] = [first, last].map((date) => date.replace(/[~%?]/g, '').split('-')) as [string[], string[]]
  if (first === last) return single(first)
  if (a.length === 3 && b.length === 3 && a[0] === b[0] && a[1] === b[1]) return `between ${Number(a[2])} and ${one(last)}`
  if (a.length === 3 && b.length === 3) return `between ${one(first)} and ${one(last)}`
  return `from ${one(first)} to ${one(last)}`
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
export const numberWords = (value: string | number): string => {
  const text = String(value)
  const range = /^(\d+)\s?[/–-]\s?(\d+)$/.exec(text)
  if (range) return `between ${numberWords(range[1]!)} and ${numberWords(range[2]!)}`
  const about = /[~%?]$/.test(text) ? 'about ' : ''
  const plain = text.replace(/[~%?]$/, '')
  return about + (numbers[Number(plain)] ?? plain)
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
/** null for a number that is not known exactly: an “about twelfth” departure says nothing. */
export const ordinalWords = (value: string): string | null => (/^\d+$/.test(value) ? (ordinals[Number(value)] ?? `${value}th`) : null)

const spans: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' }
/** ISO 8601 durations: P2M~ is “about two months”; a range has a slash. */
export const durationWords = (value: string): string => {
  if (value.includes('/')) return value.split('/').map(durationWords).join(' to ')
  const about = /[~%?]$/.test(value) ? 'about ' : ''
  const parts = [...value.matchAll(/(\d+)([YMWDH])/g)].map(
    ([, count, unit]) => `${numberWords(count!)} ${spans[unit!]}${count === '1' ? '' : 's'}`,
  )
  return parts.length > 0 ? about + parts.join(' and ') : value
}
