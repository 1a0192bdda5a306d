/** Whether two births can be one: a whole date, a part of one, or a date with one slip in it. */
import { earliest, latest, type PartialDate, partialDateFrom } from '../../basics/partial-date.ts'
import type { Words } from '../../basics/text.ts'

/** First and last possible day as yyyymmdd. */
export type Born = { from: number; to: number }
export type BirthAnswer = 'same' | 'may-be' | 'near' | 'other' | 'unknown'

const short = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/
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
export const compareBorn = (born: Born, recorded: readonly Born[]): BirthAnswer => {
  let best: BirthAnswer = recorded.length === 0 ? 'unknown' : 'other'
  for (const one of recorded) {
    const answer = compareOne(born, one)
    if (order[answer] > order[best] || best === 'unknown') best = answer
  }
  return best
}
const order = { same: 3, 'may-be': 2, near: 1, other: 0, unknown: 0 } as const

const compareOne = (a: Born, b: Born): BirthAnswer => {
  if (a.from <= b.to && b.from <= a.to) return a.from === a.to && b.from === b.to ? 'same' : 'may-be'
  if (a.from === a.to && b.from === b.to && isSlip(a.from, b.from)) return 'near'
  // A Korean age counts one or two years more; a year off by one is common.
  return Math.abs(Math.floor(a.from / 10000) - Math.floor(b.to / 10000)) <= 1 ? 'near' : 'other'
}

/** One digit differs, or day and month are exchanged. */
const isSlip = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (x.slice(0, 4) === y.slice(0, 4) && x.slice(4, 6) === y.slice(6) && x.slice(6) === y.slice(4, 6)) return true
  return [...x].filter((digit, at) => digit !== y[at]).length === 1
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
