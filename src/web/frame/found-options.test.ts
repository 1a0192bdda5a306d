import { describe, expect, it } from 'vitest'
import type { Locale } from '../../basics/text.ts'
import { readPack } from '../../formats/pack.ts'
import { currentAtFirst, foundOptions, type Option } from './found-options.ts'

const { kinds, groups, choices, choiceWords } = readPack('packs', 'china-dprk').vocabulary
const optionsIn = (locale: Locale): Option[] =>
  kinds.map((one) => ({
    value: one.id,
    words: one.label[locale],
    second: groups.find((group) => group.id === one.group)?.label[locale] ?? '',
    also: [one.label.en, ...Object.values(one.everyday ?? {}).flat()],
    hidden: `${one.definition} ${Object.entries(one.attrs)
      .filter(([attribute]) => attribute !== 'authority')
      .flatMap(([, type]) => (choices[type] ?? []).map((value) => `${value} ${choiceWords?.[type]?.[value]?.[locale] ?? ''}`))
      .join(' ')}`,
  }))
const typed = (locale: Locale, text: string) => {
  const found = foundOptions(optionsIn(locale), text)
  return { ids: found.map((one) => one.option.value), taken: found[currentAtFirst(found, text)]?.option.value ?? null }
}

describe('the kind that typed words name', () => {
  it.each([
    ['ko', '종교'],
    ['ko', '신앙'],
    ['ko', '기독교'],
    ['en', 'religion'],
    ['en', 'Bible'],
    ['zh', '宗教'],
    ['zh', '圣经'],
  ] as const)('%s %s is belief at home', (locale, text) => expect(typed(locale, text).taken).toBe('belief-at-home'))
  it.each([
    ['ko', '송환'],
    ['ko', '북송'],
    ['en', 'returned'],
    ['en', 'deported'],
    ['zh', '遣返'],
  ] as const)('%s %s has an earlier forced return among the first five', (locale, text) =>
    expect(typed(locale, text).ids.slice(0, 5)).toContain('returned-before'),
  )
  it('is the one whose label has it before the one whose everyday word it is', () =>
    expect(typed('ko', '교회').taken).toBe('contact-with-church'))
  it('is not changed by decomposed Hangul', () => expect(typed('ko', '종교'.normalize('NFD')).taken).toBe('belief-at-home'))
})

describe('a word that only a detail has', () => {
  it('is shown and never taken by Enter alone', () => {
    expect(typed('ko', '두려움')).toEqual({ ids: ['motive-for-leaving'], taken: null })
    expect(typed('en', 'beating').ids).toContain('torture-or-ill-treatment')
    expect(typed('en', 'beating').taken).toBeNull()
  })
  it('does not make a named kind of one that has the other word in its label', () => expect(typed('ko', '이유 두려움').taken).toBeNull())
})

it('nothing typed names nothing', () => expect(typed('en', ' ').taken).toBeNull())
it('two words of one label find it in any order', () => {
  expect(typed('ko', '구금 환경').taken).toBe('inhuman-conditions')
  expect(typed('ko', '환경 구금').taken).toBe('inhuman-conditions')
})
