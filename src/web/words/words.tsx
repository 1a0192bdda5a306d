/** The language of the screen: one typed dictionary at a time, fetched when it is first chosen. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { RefusalCode } from '../../basics/refusal.ts'
import type { Locale, Words } from '../../basics/text.ts'
import type { Refused } from '../call.ts'
import { usePreferences } from '../preferences.ts'
import { type Dates, datesFor } from './dates.ts'
import type { en } from './en.ts'
import { type ReasonWords, teller } from './reasons.ts'

export type Dictionary = typeof en
/** What was wrong, what to do; {name} is filled from the refusal. */
export type RefusalWords = Readonly<Record<RefusalCode, readonly [what: string, todo: string]>>
type Loaded = { locale: Locale; w: Dictionary; refusals: RefusalWords; reasons: ReasonWords | null }

export const loadWords = async (locale: Locale): Promise<Loaded> => {
  const { w, refusals, reasons } =
    locale === 'ko'
      ? await import('./ko.ts').then((m) => ({ w: m.ko, refusals: m.refusalsKo, reasons: m.reasonsKo }))
      : locale === 'zh'
        ? await import('./zh.ts').then((m) => ({ w: m.zh, refusals: m.refusalsZh, reasons: m.reasonsZh }))
        : await import('./en.ts').then((m) => ({ w: m.en, refusals: m.refusalsEn, reasons: null }))
  return { locale, w, refusals, reasons }
}

export type Spoken = {
  w: Dictionary
  locale: Locale
  /** A sentence that came in three languages. */
  say: (words: Words) => string
  date: Dates
  /** A term of a fixed list (role, sex, standing …); a value the list does not know is shown as it stands. */
  term: (list: Readonly<Record<string, string>>, value: string) => string
  refusal: (refused: Refused) => readonly [what: string, todo: string]
  /** Why a file or a field was refused, as whoever read it said in English. */
  reason: (said: string) => string
  /** Why something was refused, by its code alone, as a history line has it. */
  why: (code: string) => string
}
const Speech = createContext<Spoken | null>(null)

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
/** some-value → some value, for the few lists that only the pack knows. */
export const plain = (value: string): string => value.replace(/[-_]/g, ' ')

export const Speaking = ({ first, children }: { first: Loaded; children: ReactNode }) => {
  const { language } = usePreferences()
  const [loaded, setLoaded] = useState(first)
  useEffect(() => {
    let wanted = true
    if (loaded.locale !== language) void loadWords(language).then((next) => wanted && setLoaded(next))
    return () => {
      wanted = false
    }
  }, [language, loaded.locale])
  const spoken = useMemo<Spoken>(() => {
    const { w, locale, refusals, reasons } = loaded
    const reason = teller(reasons)
    /** {reason} and {field} come as words of the reader's; all else is a figure or a name. */
    const told = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, name === 'reason' || name === 'field' ? reason(value) : value]),
      )
    return {
      reason,
      w,
      locale,
      say: (words) => words[locale] || words.en,
      date: datesFor(locale, w.dates),
      term: (list, value) => list[value] ?? plain(value),
      // A line of the log has the code alone: where the sentence is made of its values, the general word stands.
      why: (code) => {
        const words = refusals[code as RefusalCode]?.[0] ?? code
        return /\{\w+\}/.test(words) ? (w.frame.refusedBare[code] ?? words.replace(/\{\w+\}/g, '…')) : words
      },
      refusal: ({ answer }) => {
        if (answer.values.network) return [w.frame.noAnswer, w.frame.noAnswerTodo]
        const words = refusals[answer.code]
        const values = told(answer.values)
        return words ? [fill(words[0], values), fill(words[1], values)] : [answer.what, answer.todo]
      },
    }
  }, [loaded])
  return <Speech value={spoken}>{children}</Speech>
}

export const useWords = (): Spoken => {
  const spoken = useContext(Speech)
  if (!spoken) throw new Error('no language is loaded')
  return spoken
}
