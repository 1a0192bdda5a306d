/** Chinese characters in Korean names: how each is read in Korean and in Chinese. Kept apart: it pulls whole dictionaries of characters. */
import hanja from 'hanja'
import { pinyin } from 'pinyin-pro'
import { alsoRead, nameHanja } from './tables/name-hanja.ts'
import { sameCharacters } from './tables/same-characters.ts'
import { syllablePinyin } from './tables/syllable-pinyin.ts'
import { familyKey, surnames, withInitialSoundRule } from './units.ts'

const translate = ((hanja as { default?: typeof hanja }).default ?? hanja).translate
const forms = sameCharacters.split(' ').map((row) => [...row])
const same = new Map(forms.flatMap(([usual, ...others]) => others.map((other) => [other, usual!] as const)))
/** The first other form is the simplified one where there is one. */
const simplified = new Map(forms.map(([usual, first]) => [usual!, first!]))

/** One form for simplified, variant and traditional writings of a character. */
export const characterKey = (text: string): string => [...text].map((one) => same.get(one) ?? one).join('')

const familyReadings = new Map<string, Set<string>>()
for (const one of surnames)
  for (const written of one.hanja) {
    const key = characterKey(written)
    familyReadings.set(key, (familyReadings.get(key) ?? new Set()).add(familyKey(one.hangul)))
  }

/** `hanja` gives one reading of a character. It stands after a closed syllable here: after a vowel the library itself would soften 렬 to 열. */
const readingOf = (character: string): string | null => {
  const read = translate(`각${character}`, 'SUBSTITUTION').slice(1)
  return /^[가-힣]$/.test(read) ? read : null
}

export const familyReadingsOf = (text: string): readonly string[] => {
  const listed = familyReadings.get(characterKey(text))
  if (listed !== undefined) return [...listed]
  const read = [...text].length === 1 ? readingOf(text) : null
  return read === null ? [] : [familyKey(read)]
}

const others = new Map<string, string[]>()
for (const [character, syllable] of alsoRead.split(' ').map((pair) => [...pair] as [string, string]))
  others.set(character, [...(others.get(character) ?? []), syllable])

/** Korean readings of one character, the dictionary's first, those of its usual form and the forms of the initial-sound rule after it. Empty for a character nobody knows. */
export const givenReadingsOf = (character: string): readonly string[] => {
  const usual = characterKey(character)
  const read = readingOf(usual) ?? readingOf(character)
  const all = [...(read === null ? [] : [read]), ...(others.get(usual) ?? [])]
  return [...new Set([...all, ...all.map(withInitialSoundRule)])]
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
const pinyinCache = new Map<string, readonly string[]>()
/** Hanyu Pinyin of one character without tones, every reading the dictionary knows; ü is written v. */
export const pinyinOf = (character: string): readonly string[] => {
  const kept = pinyinCache.get(character)
  if (kept !== undefined) return kept
  const read = [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map(plain))].filter((one) =>
    /^[a-z]+$/.test(one),
  )
  pinyinCache.set(character, read)
  return read
}

/** A character of several readings is mostly read by its first. */
const firstReading = 0.75
/** For each given syllable, how often a name character with that reading is pronounced so in Chinese; shares of one syllable sum to one. */
export const pinyinShares = (): Map<string, Map<string, number>> => {
  const shares = new Map<string, Map<string, number>>()
  const add = (syllable: string, reading: string, share: number): void => {
    const of = shares.get(syllable) ?? new Map<string, number>()
    shares.set(syllable, of.set(reading, (of.get(reading) ?? 0) + share))
  }
  const listed = new Map<string, number>()
  for (const row of nameHanja.trim().split('\n')) {
    const [syllable, characters] = row.split(':') as [string, string]
    const list = [...characters]
    const total = list.reduce((sum, _, rank) => sum + 1 / (rank + 1.5), 0)
    listed.set(syllable, list.length)
    list.forEach((character, rank) => {
      const share = 1 / (rank + 1.5) / total
      const [first, ...more] = pinyinOf(character)
      if (first !== undefined) add(syllable, first, share * (more.length === 0 ? 1 : firstReading))
      for (const reading of more) add(syllable, reading, (share * (1 - firstReading)) / more.length)
    })
  }
  // The list of name characters is short; any other character of the standard may stand in a name too, the rarer the longer the list is.
  for (const row of syllablePinyin.trim().split('\n')) {
    const [syllable, text] = row.split(':') as [string, string]
    const words = text.split(' ')
    const counts = words.flatMap((reading, at) => (at % 2 === 0 ? [[reading, Number(words[at + 1])] as const] : []))
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    for (const one of new Set([syllable, withInitialSoundRule(syllable)])) {
      const known = listed.get(one)
      const outside = known === undefined ? 1 : 1 / (known + 2)
      const of = [...(shares.get(one) ?? [])]
      if (one === syllable) for (const [reading, share] of of) shares.get(one)!.set(reading, share * (1 - outside))
      const weight = one === syllable ? outside : outside / 2
      for (const [reading, count] of counts) add(one, reading, (weight * count) / total)
    }
  }
  for (const of of shares.values()) {
    const total = [...of.values()].reduce((sum, share) => sum + share, 0)
    for (const [reading, share] of of)
      if (share / total < 0.004) of.delete(reading)
      else of.set(reading, share / total)
  }
  return shares
}

/** The same for family names, from the characters of the surname list: the first character carries most bearers. */
export const familyPinyinShares = (): Map<string, Map<string, number>> => {
  const shares = new Map<string, Map<string, number>>()
  for (const one of surnames) {
    const of = shares.get(familyKey(one.hangul)) ?? new Map<string, number>()
    one.hanja.forEach((written, rank) => {
      // The dictionary knows more surnames in their simplified form: 车 Che, 单 Shan.
      const short = [...written].map((character) => simplified.get(character) ?? character).join('')
      for (const [text, share] of short === written
        ? ([[written, 1]] as const)
        : ([
            [short, 0.8],
            [written, 0.2],
          ] as const)) {
        const reading = plain(pinyin(text, { toneType: 'none', type: 'array', surname: 'all' }).join(''))
        if (/^[a-z]+$/.test(reading)) of.set(reading, (of.get(reading) ?? 0) + (share * one.bearers) / (rank + 1) ** 2)
      }
    })
    shares.set(familyKey(one.hangul), of)
  }
  for (const of of shares.values()) {
    const total = [...of.values()].reduce((sum, weight) => sum + weight, 0)
    for (const [reading, weight] of of) of.set(reading, weight / total)
  }
  return shares
}

const giles: readonly (readonly [RegExp, string])[] = [
  [/^zh(i)$/, 'chih'],
  [/^zh/, 'C='],
  [/^ch(i)$/, "ch'ih"],
  [/^ch/, "C='"],
  [/^j/, 'C='],
  [/^q/, "C='"],
  [/^x/, 'hs'],
  [/^sh(i)$/, 'shih'],
  [/^r/, 'j'],
  [/^z/, 'ts'],
  [/^c/, "ts'"],
  [/^([ptk])/, "$1'"],
  [/^b/, 'p'],
  [/^d/, 't'],
  [/^g/, 'k'],
]
/** Wade–Giles of a pinyin syllable, by rule; rare finals are left as pinyin has them. */
export const wadeGilesOf = (reading: string): string => {
  const rule = giles.find(([pattern]) => pattern.test(reading))
  const begun = rule === undefined ? reading : reading.replace(rule[0], rule[1]).replace('C=', 'ch')
  return begun
    .replace(/ong$/, 'ung')
    .replace(/ian$/, 'ien')
    .replace(/(?<!y)ue$/, 'ueh')
    .replace(/^yan$/, 'yen')
    .replace(/^you$/, 'yu')
    .replace(/(?<=^(?:k|k'|h))e$/, 'o')
    .replace(/ie$/, 'ieh')
}
