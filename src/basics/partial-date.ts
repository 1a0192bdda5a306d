/** A date as far as it is known (EDTF): 2018, 2018-03, 2018-03~, 2015-23 (autumn), 2026-11-09/.., 2026-11-20/2026-11-30. */
import edtf from 'edtf'
import type { Day } from './clock.ts'
import { refuse } from './refusal.ts'

export type PartialDate = string & { readonly partialDate: unique symbol }

/** Meteorological seasons of the northern hemisphere; the EDTF library would begin spring in January. */
const seasons: Record<string, readonly [first: string, last: string, yearsOn: number]> = {
  '21': ['03-01', '05-31', 0],
  '22': ['06-01', '08-31', 0],
  '23': ['09-01', '11-30', 0],
  '24': ['12-01', '02-28', 1],
}

/** A year, a month, or a day that every month has: right without asking the grammar, which takes a tenth of a millisecond a date, a minute for a long list. */
const plain = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?)?$/

/** Refuses with bad-date. Accepts EDTF level 1 and the season codes 21–24. */
export const partialDateFrom = (value: unknown): PartialDate => {
  const text = typeof value === 'string' ? value.trim() : value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
  if (!/^[-0-9X~?%/.TZ:+]{4,40}$/.test(text)) return refuse('bad-date', { value: text.slice(0, 40) })
  if (plain.test(text)) return text as PartialDate
  // The grammar would take 870302 for a year far ahead; it is a birth day without its century, as Korean papers write it.
  if (/(?:^|\/)\d{5,}/.test(text)) return refuse('bad-date', { value: text.slice(0, 40) })
  try {
    edtf(text)
  } catch {
    return refuse('bad-date', { value: text.slice(0, 40) })
  }
  return text as PartialDate
}

/** First day the date can mean; null when the beginning is open. */
export const earliest = (date: PartialDate): Day | null => bound(date, 'earliest')
/** Last day the date can mean; null when the end is open. */
export const latest = (date: PartialDate): Day | null => bound(date, 'latest')
/** Two dates can speak of the same time when their spans touch. */
export const mayCoincide = (a: PartialDate, b: PartialDate): boolean =>
  (earliest(a) ?? '0000') <= (latest(b) ?? '9999') && (earliest(b) ?? '0000') <= (latest(a) ?? '9999')

/** Reading a date costs a grammar; a case holds few different ones and every rule asks for them again. */
const bounds = new Map<string, { earliest: Day | null; latest: Day | null }>()
const mostBounds = 20_000
const bound = (date: PartialDate, side: 'earliest' | 'latest'): Day | null => {
  let known = bounds.get(date)
  if (known === undefined) {
    known = { earliest: boundOf(date, 'earliest'), latest: boundOf(date, 'latest') }
    if (bounds.size >= mostBounds) bounds.clear()
    bounds.set(date, known)
  }
  return known[side]
}

const boundOf = (date: PartialDate, side: 'earliest' | 'latest'): Day | null => {
  const parts = date.split('/')
  const text = parts.length === 2 ? (side === 'earliest' ? parts[0]! : parts[1]!) : date
  if (text === '..' || text === '') return null
  const season = /^(\d{4})-(2[1-4])/.exec(text)
  if (season) {
    const [first, last, yearsOn] = seasons[season[2]!]!
    return (side === 'earliest' ? `${season[1]}-${first}` : `${Number(season[1]) + yearsOn}-${last}`) as Day
  }
  const parsed = edtf(text) as { min: number; max: number }
  return new Date(side === 'earliest' ? parsed.min : parsed.max).toISOString().slice(0, 10) as Day
}
