/** First and last day of a partial date, remembered: an assessment asks for the same few dates thousands of times. */
import type { Day } from '../../basics/clock.ts'
import { earliest, latest, type PartialDate } from '../../basics/partial-date.ts'

const most = 20_000
const known = new Map<PartialDate, readonly [first: Day | null, last: Day | null]>()

const boundsOf = (date: PartialDate): readonly [Day | null, Day | null] => {
  const found = known.get(date)
  if (found) return found
  if (known.size >= most) known.clear()
  const bounds = [earliest(date), latest(date)] as const
  known.set(date, bounds)
  return bounds
}

export const firstDay = (date: PartialDate): Day | null => boundsOf(date)[0]
export const lastDay = (date: PartialDate): Day | null => boundsOf(date)[1]
export const canCoincide = (a: PartialDate, b: PartialDate): boolean =>
  (firstDay(a) ?? '0000') <= (lastDay(b) ?? '9999') && (firstDay(b) ?? '0000') <= (lastDay(a) ?? '9999')
