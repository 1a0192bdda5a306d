/** Reads one cell of a list of people as an office writes it: a sex, a birth, an age or a name, in English, Korean or Chinese. */
import { type PartialDate, partialDateFrom } from '../basics/partial-date.ts'
import type { NameKind, PersonName, Script, Sex } from '../domain/people/person.ts'

/** The cell cannot be read. The reason is shown beside the row; it quotes nothing. */
export type Unreadable = { unreadable: string }
export const isUnreadable = (value: unknown): value is Unreadable => typeof value === 'object' && value !== null && 'unreadable' in value

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const women = words('f female w woman girl 여 여성 여자 여아 女 女性 女子 女孩 妇女')
const men = words('m male man boy 남 남성 남자 남아 男 男性 男子 男孩')
const unknown = words('unknown n/a na none - – — ? ?? 미상 모름 불명 불상 없음 不明 不详 不詳 未知 无 無')

const plain = (cell: string): string => cell.trim().toLowerCase()
export const saysNothing = (cell: string): boolean => cell.trim() === '' || unknown.has(plain(cell))

export const sexIn = (cell: string): Sex | Unreadable => {
  if (saysNothing(cell)) return 'unknown'
  const text = plain(cell).replace(/\.$/, '')
  if (women.has(text)) return 'F'
  if (men.has(text)) return 'M'
  return text === 'x' ? 'X' : { unreadable: 'the sex is not one this desk can read; write F, M, X or leave it empty' }
}

/** Births that differ stay side by side: "2001 or 2003" gives two. Empty when nothing is said. */
export const birthsIn = (cell: string): PartialDate[] | Unreadable => {
  if (saysNothing(cell)) return []
  const births: PartialDate[] = []
  for (const part of cell.split(/\s+or\s+|\s*또는\s*|\s*혹은\s*|\s*或\s*|\s*[;；]\s*/i)) {
    // 870302 has no century, 31842 is a day as a spreadsheet counts it: as years both would be believed.
    if (/^\d+$/.test(part.trim()) && ![4, 8].includes(part.trim().length)) return { unreadable: bareNumber }
    try {
      births.push(partialDateFrom(asEdtf(part)))
    } catch {
      return { unreadable: 'the birth is not a date this desk can read; write the year first, for example 1990, 1990-03 or 1990-03-14' }
    }
  }
  return births
}

const bareNumber =
  'the birth is a bare number; write the year in four digits, for example 1987-03-02, or give the cells of the sheet a date format'

/** 1987년 봄, as EDTF numbers the seasons. */
const seasons: readonly (readonly [RegExp, string])[] = [
  [/\d\s*(?:년|年)?\s*(?:봄|春[季天]?)$/, '-21'],
  [/\d\s*(?:년|年)?\s*(?:여름|夏[季天]?)$/, '-22'],
  [/\d\s*(?:년|年)?\s*(?:가을|秋[季天]?)$/, '-23'],
  [/\d\s*(?:년|年)?\s*(?:겨울|冬[季天]?)$/, '-24'],
]

const about = /^(?:about|circa|ca?\.?|approx\.?|~|약|대략|约|大约)\s*|\s*(?:경|쯤|무렵|左右|前后)$/gi

/** Day before month, month before day and two-digit years are not guessed: they are left as they stand and refused. */
const asEdtf = (given: string): string => {
  const text = given
    .trim()
    .replace(about, '')
    .replace(/\s*(?:생|生|출생|出生)$/, '')
  const approximate = text !== given.trim().replace(/\s*(?:생|生|출생|出生)$/, '') ? '~' : ''
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const parts = eight ?? /^(\d{4})\s*(?:[-./]|년|年)\s*(?:(\d{1,2})\s*(?:[-./]|월|月)?\s*(?:(\d{1,2})\s*(?:일|日|\.)?)?)?$/.exec(text)
  if (!parts) {
    const season = /^\d{4}\D+$/.test(text) ? seasons.find(([word]) => word.test(text)) : undefined
    return (season ? text.slice(0, 4) + season[1] : text) + approximate
  }
  const numbered = Number(parts[2]) >= 21
  return [parts[1], parts[2]?.padStart(2, '0'), numbered ? undefined : parts[3]?.padStart(2, '0')].filter(Boolean).join('-') + approximate
}

export type Age = { low: number; high: number; exact: boolean }

/** exact = false when the words say less than the numbers ("about 30"); the caller then keeps the words. null when nothing is said. */
export const ageIn = (cell: string): Age | null | Unreadable => {
  if (saysNothing(cell)) return null
  const text = cell.trim().replace(about, '').trim()
  const vague = text !== cell.trim()
  const unit = '(?:세|살|岁|歲|years?(?: old)?|y)?'
  const one = new RegExp(`^(\\d{1,3})\\s*${unit}$`, 'i').exec(text)
  const range = new RegExp(`^(\\d{1,3})\\s*(?:[-–—~～]|to|or|또는|至|到|或)\\s*(\\d{1,3})\\s*${unit}$`, 'i').exec(text)
  const decade = /^(\d)0\s*(?:대|多岁|多歲|几岁|s)$/i.exec(text)
  const [low, high] = one ? [one[1], one[1]] : range ? [range[1], range[2]] : decade ? [`${decade[1]}0`, `${decade[1]}9`] : []
  if (low === undefined || high === undefined || Number(low) > Number(high) || Number(high) > 130)
    return { unreadable: 'the age is not one this desk can read; write a number or a range, for example 34 or 28-32' }
  return { low: Number(low), high: Number(high), exact: !vague && !decade }
}

/** 표은서 (P’yo Ŭn-sŏ) and 김철수/金哲洙 are two names of one person, kept as written. */
export const namesIn = (cell: string, kind: NameKind): PersonName[] | Unreadable => {
  if (saysNothing(cell)) return []
  const texts = cell.split(/[()（）[\]/／|]/).map((text) => text.replace(/\s+/g, ' ').trim())
  const names = texts.filter((text) => text !== '').map((text) => ({ text, script: scriptOf(text), kind }))
  return names.some((name) => name.text.length > 200) ? { unreadable: 'the name is longer than 200 letters' } : names
}

export const scriptOf = (text: string): Script => {
  if (/\p{Script=Hangul}/u.test(text)) return 'hangul'
  if (/\p{Script=Han}/u.test(text)) return 'hanja'
  if (/\p{Script=Cyrillic}/u.test(text)) return 'cyrillic'
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'other'
}
