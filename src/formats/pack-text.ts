/** Small readings that every file of a pack shares: words in three languages, days, citations with their certainty. */
import type { Day } from '../basics/clock.ts'
import { latest, type PartialDate, partialDateFrom } from '../basics/partial-date.ts'
import { type Certainty, type Citation, certainties, weakest } from '../basics/source.ts'
import type { Words } from '../basics/text.ts'
import type { Instrument, LawSource } from '../domain/law/pack.ts'
import type { StateWords } from '../domain/law/state-in-sentence.ts'
import type { Placed } from './placed-yaml.ts'

/** Refuses a field the format does not know: a misspelt key must not be lost in silence. */
export const onlyKeys = (at: Placed, known: readonly string[]): void => {
  for (const key of at.keys()) if (!known.includes(key)) at.at(key).refuse(`“${key}” is not a field here; known are ${known.join(', ')}`)
}

/** Three languages; a single text counts as English and stands for the others until they are written. */
export const wordsOf = (at: Placed): Words => {
  const raw = at.raw()
  if (typeof raw === 'string') return { en: raw, ko: raw, zh: raw }
  const en = at.at('en').text()
  return { en, ko: at.at('ko').maybe() ?? en, zh: at.at('zh').maybe() ?? en }
}

/** The name of a State; in = the English name as a sentence takes it, where it takes an article. */
export const stateWords = (at: Placed): StateWords => ({ ...wordsOf(at), ...(at.has('in') ? { in: at.at('in').text() } : {}) })

/** Is anything written here? An empty field and null are the same: nothing. */
export const isGiven = (at: Placed): boolean => at.raw() !== null && at.raw() !== undefined

export const zoneOf = (at: Placed): string => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: at.text() })
    return at.text()
  } catch {
    return at.refuse(`“${at.text()}” is not a time zone`)
  }
}

export const textsOf = (at: Placed): string[] => at.list().map((one) => one.text())
export const certaintyOf = (at: Placed): Certainty => at.oneOf(certainties)
/** An absent mark is the weakest: nothing becomes verified by silence. */
export const markOf = (at: Placed): Certainty => (at.maybe() === null ? 'unverified' : certaintyOf(at))

export const dayOf = (at: Placed): Day => {
  const text = at.text()
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? (text as Day)
    : at.refuse(`“${text.slice(0, 40)}” is not a day; write year-month-day`)
}
export const maybeDayOf = (at: Placed): Day | null => (at.maybe() === null ? null : dayOf(at))

export const dateOf = (at: Placed): PartialDate => {
  const text = at.text()
  try {
    const date = partialDateFrom(text)
    latest(date)
    return date
  } catch {
    return at.refuse(
      `“${text.slice(0, 40)}” is not a date; write 2018, 2018-03, 2018-03-05, 2018-03~ (about), 2018-21 (spring) or a range with /`,
    )
  }
}
export const maybeDateOf = (at: Placed): PartialDate | null => (at.maybe() === null ? null : dateOf(at))

export type Authorities = {
  sources: Readonly<Record<string, LawSource>>
  citedAs: readonly (readonly [prefix: string, key: string])[]
  instruments: ReadonlyMap<string, Instrument>
}

const marks: Record<string, Certainty> = { v: 'verified', p: 'partial', u: 'unverified' }

/** "Handbook 42-50 (u)" → source, place and certainty. Without a mark it is unverified; a mark never lifts a source above its own certainty. */
export const citationOf = (at: Placed, authorities: Authorities): Citation => {
  const text = at.text()
  const mark = /\s*\(([vpu])(?: as range)?\)$/.exec(text)
  const bare = mark ? text.slice(0, mark.index) : text
  const found = authorities.citedAs.find(
    ([prefix]) => bare === prefix.trim() || bare.startsWith(prefix.endsWith(' ') ? prefix : `${prefix} `) || bare.startsWith(`${prefix},`),
  )
  if (!found) return at.refuse(`“${bare}” names no source; add it to sources.yaml with cited_as, or begin with the id of an instrument`)
  const [prefix, key] = found
  const place = bare.slice(prefix.length).replace(/^[ ,]+/, '') || null
  const source = authorities.sources[key]
  const own = source?.certainty ?? 'verified'
  return { source: key, at: place, certainty: weakest([own, marks[mark?.[1] ?? 'u']!]), readOn: source?.readOn ?? null }
}
