/** One engine for every time limit: a rule, what starts it, how it is counted, and a range where the start is uncertain. */
import type { Day } from '../../basics/clock.ts'
import { earliest, latest, type PartialDate } from '../../basics/partial-date.ts'
import type { Words } from '../../basics/text.ts'
import type { ClockRule } from './bodies.ts'
import type { ClockReading } from './readiness.ts'

/** What starts a clock: a day as far as it is known, and the words that say which event it was. */
export type Trigger = { on: PartialDate; words: string }

/** One reading per trigger: when accounts differ on the start, each has its own end and none is chosen. An empty list answers "not started". */
export const readClock = (rule: ClockRule, triggers: readonly Trigger[], zone: string): ClockReading[] => {
  const started = rule.first && triggers.length > 1 ? [first(triggers)] : triggers
  if (started.length === 0) return [reading(rule, null, zone)]
  return started.flatMap((trigger) => [
    reading(rule, trigger, zone),
    ...(rule.extended === null ? [] : [reading({ ...rule, days: rule.extended, extended: null }, trigger, zone, true)]),
  ])
}

const reading = (rule: ClockRule, trigger: Trigger | null, zone: string, extended = false): ClockReading => {
  const startsOn = trigger ? span(trigger.on) : null
  return {
    name: extended ? `${rule.name}-extended` : rule.name,
    words: rule.words ? withTail(rule.words, extended) : null,
    rule: ruleWords(rule, extended),
    trigger: trigger?.words ?? rule.from,
    startsOn,
    endsOn: startsOn ? end(rule, startsOn) : null,
    zone,
    kind: rule.kind,
    certainty: rule.certainty,
    citation: rule.citation,
    consequence: [rule.note, rule.exceptions].filter(Boolean).join('; ') || null,
    reading: rule.reading,
  }
}

/** The days a date can mean. An open end is left at the known side: no later day is invented. */
const span = (on: PartialDate): { earliest: Day; latest: Day } | null => {
  const from = earliest(on) ?? latest(on)
  return from === null ? null : { earliest: from, latest: on.endsWith('/..') || on.endsWith('/') ? from : (latest(on) ?? from) }
}

/** null = the rule gives no length, so no date can be computed; an observation ends when it says. */
const end = (rule: ClockRule, start: { earliest: Day; latest: Day }): { earliest: Day; latest: Day } | null => {
  if (rule.kind === 'observation') return start
  if (rule.years === null && rule.months === null && rule.days === null) return null
  return { earliest: addTo(start.earliest, rule), latest: addTo(start.latest, rule) }
}

/** Calendar counting: the day after the trigger is day one; a month ends on the same day number, or on the last day where there is none. */
export const addTo = (day: Day, rule: Pick<ClockRule, 'years' | 'months' | 'days' | 'weekends'>): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  // A pack may say 4.5 years: the half is counted in months.
  const months = month - 1 + Math.round((rule.years ?? 0) * 12) + (rule.months ?? 0)
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate()
  const result = new Date(Date.UTC(year, months, Math.min(date, lastDay) + (rule.days ?? 0)))
  if (rule.weekends === 'next-working-day') while (result.getUTCDay() % 6 === 0) result.setUTCDate(result.getUTCDate() + 1)
  return result.toISOString().slice(0, 10) as Day
}

const first = (triggers: readonly Trigger[]): Trigger =>
  triggers.reduce((a, b) => ((earliest(a.on) ?? '9999') <= (earliest(b.on) ?? '9999') ? a : b))

const units = [
  ['years', 'year', '년', '年'],
  ['months', 'month', '개월', '个月'],
  ['days', 'day', '일', '天'],
] as const

const ruleWords = (rule: ClockRule, extended: boolean): Words => {
  const lengths = units.flatMap(([key, en, ko, zh]) =>
    rule[key] === null ? [] : [{ en: `${rule[key]} ${en}${rule[key] === 1 ? '' : 's'}`, ko: `${rule[key]}${ko}`, zh: `${rule[key]}${zh}` }],
  )
  const from = rule.fromWords ?? { en: rule.from, ko: rule.from, zh: rule.from }
  if (rule.kind === 'observation') return { en: `as told: ${from.en}`, ko: `전해 들은 대로: ${from.ko}`, zh: `据所述：${from.zh}` }
  if (lengths.length === 0)
    return {
      en: `cannot be computed: ${rule.note ?? from.en}`,
      ko: `계산할 수 없음: ${rule.note ?? from.ko}`,
      zh: `无法计算：${rule.note ?? from.zh}`,
    }
  return withTail(
    {
      en: `${lengths.map((one) => one.en).join(' and ')} from ${from.en}`,
      ko: `${lengths.map((one) => one.ko).join(' ')} (기산점: ${from.ko})`,
      zh: `${lengths.map((one) => one.zh).join('')}（起算点：${from.zh}）`,
    },
    extended,
  )
}

const withTail = (words: Words, extended: boolean): Words =>
  extended ? { en: `${words.en} (extended)`, ko: `${words.ko} (연장)`, zh: `${words.zh}（延长）` } : words
