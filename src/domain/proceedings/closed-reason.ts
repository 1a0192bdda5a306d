/** Says why a door is not open, in the pack's own words for that reason, with its braces filled. */
import type { Words } from '../../basics/text.ts'
import type { BodiesPack } from './bodies.ts'
import type { ClosedCode } from './readiness.ts'

export const closedCodes = [
  'not-party',
  'not-accepted',
  'no-standing',
  'not-yet',
  'before-acceptance',
  'past-limit',
  'no-authority',
  'no-consent',
  'same-matter',
  'not-in-hands',
  'not-exhausted',
  'in-person',
  'wrong-kind',
  'unverified-rule',
  'blocked-recipient',
] as const satisfies readonly ClosedCode[]

const locales = ['en', 'ko', 'zh'] as const

/** A brace without a value stays visible: a half-filled reason must be seen, not guessed. */
export const fillWords = (words: Words, fill: Readonly<Record<string, string | Words>>): Words =>
  Object.fromEntries(
    locales.map((locale) => [
      locale,
      words[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = fill[name]
        return value === undefined ? whole : typeof value === 'string' ? value : value[locale]
      }),
    ]),
  ) as Words

export const closedReason = (pack: BodiesPack, code: ClosedCode, fill: Readonly<Record<string, string | Words>>): Words => {
  const filled = fillWords(pack.closedReasons[code] ?? { en: code, ko: code, zh: code }, fill)
  // A reason may begin with the name of a State: “the Lao PDR …” opens a sentence as “The Lao PDR …”.
  return { ...filled, en: filled.en.slice(0, 1).toUpperCase() + filled.en.slice(1) }
}

const certaintyWords: Record<string, Words> = {
  verified: { en: 'verified', ko: '확인됨', zh: '已核实' },
  partial: { en: 'partly verified', ko: '일부 확인', zh: '部分核实' },
  unverified: { en: 'unverified', ko: '미확인', zh: '未核实' },
}
export const certaintyIn = (certainty: string): Words => certaintyWords[certainty] ?? { en: certainty, ko: certainty, zh: certainty }

export const countWords = (list: readonly Words[]): Words => ({
  en:
    list.length < 2
      ? (list[0]?.en ?? '')
      : `${list
          .slice(0, -1)
          .map((one) => one.en)
          .join(', ')} and ${list.at(-1)!.en}`,
  ko: list.map((one) => one.ko).join('·'),
  zh: list.map((one) => one.zh).join('、'),
})
