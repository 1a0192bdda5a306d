/** Whether two births can be one: a whole date, a part of one, or a date with one slip in it. */
import { earliest, latest, type PartialDate, partialDateFrom } from '../../basics/partial-date.ts'
import type { Words } from '../../basics/text.ts'

/** First and last possible day as yyyymmdd. */
export type Born = { from: number; to: number }
export type BirthAnswer = 'same' | 'may-be' | 'near' | 'other' | 'unknown'

/** A season (1990-21) looks like a month and is none. */
const short = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/
const number = (day: string | null, open: number): number => (day === null ? open : Number(day.replaceAll('-', '').slice(0, 8)))

/** Null for an empty or unreadable date: it says nothing. */
export const bornWhen = (text: string): Born | null => {
  const plain = short.exec(text)
  if (plain !== null) {
    const year = Number(plain[1]) * 10000
    if (plain[2] === undefined) return { from: year + 101, to: year + 1231 }
    const month = year + Number(plain[2]) * 100
    return plain[3] === undefined ? { from: month + 1, to: month + 31 } : { from: month + Number(plain[3]), to: month + Number(plain[3]) }
  }
  if (text.trim() === '') return null
  try {
    const date: PartialDate = partialDateFrom(text)
    return { from: number(earliest(date), 101), to: number(latest(date), 99991231) }
  } catch {
    return null
  }
}

/** The best answer over all births recorded for the person; they may differ by source. */
export const compareBorn = (born: Born, recorded: readonly Born[]): BirthAnswer =>
  recorded.reduce<BirthAnswer>((best, one) => better(best, compareSpans(born, one.from, one.to)), 'unknown')
const order = { same: 4, 'may-be': 3, near: 2, other: 1, unknown: 0 } as const
export const better = (a: BirthAnswer, b: BirthAnswer): BirthAnswer => (order[b] > order[a] ? b : a)

export const compareSpans = (a: Born, from: number, to: number): BirthAnswer => {
  const whole = a.from === a.to && from === to
  if (a.from <= to && from <= a.to) return whole ? 'same' : 'may-be'
  // A Korean age counts one or two years more; a year off by one is common.
  if (Math.abs(Math.floor(a.from / 10000) - Math.floor(to / 10000)) <= 1) return 'near'
  return whole && isSlip(a.from, from) ? 'near' : 'other'
}

/** One digit differs, or day and month are exchanged. */
const isSlip = (a: number, b: number): boolean => {
  const swapped = Math.floor(a / 10000) * 10000 + (a % 100) * 100 + (Math.floor(a / 100) % 100)
  let differ = 0
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) if (x % 10 !== y % 10) differ++
  return swapped === b || differ === 1
}

export const bornReason = (answer: BirthAnswer): Words & { readonly code: string } => ({ code: `birth-${answer}`, ...words[answer] })
const words: Record<BirthAnswer, Words> = {
  same: { en: 'the same date of birth', ko: '생년월일이 같음', zh: '出生日期相同' },
  'may-be': { en: 'the births can be the same', ko: '출생 시기가 겹침', zh: '出生时间可能相同' },
  near: {
    en: 'the births are close: one digit, day and month exchanged, or a year apart',
    ko: '출생일이 비슷함: 숫자 하나, 월일 뒤바뀜 또는 한 해 차이',
    zh: '出生日期相近：差一位数字、月日颠倒或相差一年',
  },
  other: { en: 'another birth is recorded', ko: '출생일이 다르게 기록됨', zh: '记录的出生日期不同' },
  unknown: { en: 'no birth to compare', ko: '비교할 출생일이 없음', zh: '没有可比较的出生日期' },
}
