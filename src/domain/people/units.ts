/** What a name is made of once the script is taken away: family names and given syllables, each with how common it is. */
import { type Place, partsOf } from './spelling-systems.ts'
import { givenSyllables } from './tables/given-syllables.ts'
import { surnameRows } from './tables/surnames.ts'

export type Surname = { hangul: string; hanja: readonly string[]; rr: string; mr: string; popular: readonly string[]; bearers: number }

export const surnames: readonly Surname[] = surnameRows
  .trim()
  .split('\n')
  .map((row) => {
    const [hangul, hanja, rr, mr, popular, bearers] = row.split('|') as [string, string, string, string, string, string]
    return {
      hangul,
      hanja: hanja.split(' '),
      rr: rr.toLowerCase(),
      mr: mr.toLowerCase(),
      popular: popular === '' ? [] : popular.split(' '),
      bearers: Number(bearers),
    }
  })

const glides = new Set(['ㅣ', 'ㅑ', 'ㅕ', 'ㅖ', 'ㅛ', 'ㅠ'])
const compose = (lead: number, rest: number): string => String.fromCharCode(0xac00 + lead * 588 + rest)
const leads = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** The initial-sound rule of the South (한글 맞춤법 10–12): 리→이, 류→유, 로→노, 녀→여. The syllable itself where the rule has nothing to say. */
export const withInitialSoundRule = (syllable: string): string => {
  const parts = partsOf(syllable)
  if (parts === null || (parts.lead !== 'ㄹ' && parts.lead !== 'ㄴ')) return syllable
  const rest = (syllable.charCodeAt(0) - 0xac00) % 588
  if (glides.has(parts.vowel)) return compose(leads.indexOf('ㅇ'), rest)
  return parts.lead === 'ㄹ' ? compose(leads.indexOf('ㄴ'), rest) : syllable
}

/** 리 and 이 are one family name; the key is the southern form. */
export const familyKey = (hangul: string): string => withInitialSoundRule(hangul[0]!) + hangul.slice(1)

/** Share of all bearers by key; a surname outside the census list keeps a very small share so that it is still read. */
export const familyShare = new Map<string, number>()
const population = surnames.reduce((sum, one) => sum + one.bearers, 0)
for (const one of surnames) familyShare.set(familyKey(one.hangul), (familyShare.get(familyKey(one.hangul)) ?? 0) + one.bearers / population)

export const givenShare = new Map<string, number>()
const weights = givenSyllables.flatMap(({ weight, syllables }) => [...syllables].map((syllable) => [syllable, weight] as const))
for (const [syllable, weight] of weights) if (!givenShare.has(syllable)) givenShare.set(syllable, weight)
const givenTotal = [...givenShare.values()].reduce((sum, weight) => sum + weight, 0)
for (const [syllable, weight] of givenShare) givenShare.set(syllable, weight / givenTotal)
for (const syllable of givenShare.keys()) {
  const key = familyKey(syllable)
  if (!familyShare.has(key)) familyShare.set(key, 2e-6)
}

/** Units are numbered once: family keys first, given syllables after them. */
export const units: { place: Place; hangul: string; share: number }[] = [
  ...[...familyShare].map(([hangul, share]) => ({ place: 'family' as const, hangul, share })),
  ...[...givenShare].map(([hangul, share]) => ({ place: 'given' as const, hangul, share })),
]
const numbers = new Map(units.map((unit, number) => [unit.place + unit.hangul, number]))
/** The number of a family name or given syllable; null when the tables do not know it. */
export const unitOf = (place: Place, hangul: string): number | null =>
  numbers.get(place + (place === 'family' ? familyKey(hangul) : hangul)) ?? null
