/** Births and ages as a person writes them, one a line, each with its source in brackets: 2009 (passport copy); 14-16, 2026-11 (relative); 2009년 3월 (학교); 17岁 (警察). */
import type { PartialDate } from '../../basics/partial-date.ts'
import type { Person } from '../../domain/people/person.ts'

type Told = Pick<Person, 'births' | 'ageStatements'>

const two = (digits: string): string => digits.padStart(2, '0')
/** A date in the words of the language in which it was told, as the desk writes dates. What is no such date stays as it stands, for the desk to refuse with its reason. */
const dateFrom = (text: string): string => {
  const words = /^(\d{4})\s*[년年](?:\s*(\d{1,2})\s*[월月])?(?:\s*(\d{1,2})\s*[일日号])?\s*(생|出生)?\s*(경|쯤|무렵|左右|前后)?$/u.exec(
    text,
  )
  const dotted = /^(\d{4})\.\s*(\d{1,2})(?:\.\s*(\d{1,2}))?\.?$/.exec(text)
  const [, year, month, day] = words ?? dotted ?? []
  if (!year) return text
  return [year, month && two(month), day && two(day)].filter(Boolean).join('-') + (words?.[5] ? '~' : '')
}

/** An age or a range of ages in whole years; after a comma the day, month or year when it was that. */
const age = /^(?:만\s*)?(\d{1,3})(?:\s*[-–~〜]\s*(\d{1,3}))?\s*(?:세|살|岁|歲|years?(?:\s+old)?)?(?:\s*[,，]\s*(.+))?$/iu

/** An IME writes figures and brackets full width. */
const plain = (text: string): string =>
  text.replace(/[０-９（）－～，．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim()

export const birthsFrom = (text: string): Told => {
  const births: Person['births'][number][] = []
  const ages: Person['ageStatements'][number][] = []
  for (const line of text.split('\n').map(plain).filter(Boolean)) {
    const [, value = '', source = null] = /^([^(]+?)\s*(?:\((.*)\))?$/.exec(line) ?? []
    const told = age.exec(value)
    if (told) {
      const [, low, high, on] = told
      ages.push({ low: Number(low), high: Number(high ?? low), on: on ? (dateFrom(on) as PartialDate) : null, source })
    } else births.push({ date: dateFrom(value || line) as PartialDate, source })
  }
  return { births, ageStatements: ages }
}

/** Reads back to the same: what is opened and kept unchanged loses nothing. */
export const linesOf = (person: Told | null): string => {
  const from = (source: string | null): string => (source ? ` (${source})` : '')
  return [
    ...(person?.births.map((one) => `${one.date}${from(one.source)}`) ?? []),
    ...(person?.ageStatements.map(
      (one) => `${one.low === one.high ? one.low : `${one.low}-${one.high}`}${one.on ? `, ${one.on}` : ''}${from(one.source)}`,
    ) ?? []),
  ].join('\n')
}
