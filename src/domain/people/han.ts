/** Chinese characters in Korean names: how each is read in Korean and in Chinese. Kept apart: it pulls whole dictionaries of characters. */
import hanja from 'hanja'
import { pinyin } from 'pinyin-pro'
import { nameHanja, sameCharacters } from './tables/name-hanja.ts'
import { familyKey, surnames, withInitialSoundRule } from './units.ts'

const translate = ((hanja as { default?: typeof hanja }).default ?? hanja).translate
const same = new Map(sameCharacters.split(' ').map((pair) => [...pair] as [string, string]))

/** One form for simplified, variant and traditional writings of a character. */
export const characterKey = (text: string): string => [...text].map((one) => same.get(one) ?? one).join('')

const familyReadings = new Map<string, Set<string>>()
for (const one of surnames)
  for (const written of one.hanja) {
    const key = characterKey(written)
    familyReadings.set(key, (familyReadings.get(key) ?? new Set()).add(familyKey(one.hangul)))
  }

/** Korean readings of one character; `hanja` gives one, initial-sound forms are added. Empty for a character it does not know. */
const readingOf = (character: string): string | null => {
  const beside = translate(`가${character}`, 'SUBSTITUTION')
  const read = beside.slice(1)
  return /^[가-힣]$/.test(read) ? read : null
}

export const familyReadingsOf = (text: string): readonly string[] => {
  const listed = familyReadings.get(characterKey(text))
  if (listed !== undefined) return [...listed]
  const read = [...text].length === 1 ? readingOf(text) : null
  return read === null ? [] : [familyKey(read)]
}

export const givenReadingsOf = (character: string): readonly string[] => {
  const read = readingOf(character)
  if (read === null) return []
  const initial = withInitialSoundRule(read)
  const also = character === '金' ? ['김'] : []
  return [...new Set([read, initial, ...also])]
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
const pinyinCache = new Map<string, readonly string[]>()
/** Hanyu Pinyin of one character without tones, every reading the dictionary knows; ü is written u. */
export const pinyinOf = (character: string): readonly string[] => {
  const kept = pinyinCache.get(character)
  if (kept !== undefined) return kept
  const read = [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map(plain))].filter((one) =>
    /^[a-z]+$/.test(one),
  )
  pinyinCache.set(character, read)
  return read
}

/** For each given syllable, how often a name character with that reading is pronounced so in Chinese; shares of one syllable sum to one. */
export const pinyinShares = (): Map<string, Map<string, number>> => {
  const shares = new Map<string, Map<string, number>>()
  for (const row of nameHanja.trim().split('\n')) {
    const [syllable, characters] = row.split(':') as [string, string]
    const list = [...characters]
    const total = list.reduce((sum, _, rank) => sum + 1 / (rank + 1.5), 0)
    const of = new Map<string, number>()
    list.forEach((character, rank) => {
      const reading = pinyinOf(character)[0]
      if (reading !== undefined) of.set(reading, (of.get(reading) ?? 0) + 1 / (rank + 1.5) / total)
    })
    shares.set(syllable, of)
  }
  return shares
}

/** The same for family names, from the characters of the surname list: the first character carries most bearers. */
export const familyPinyinShares = (): Map<string, Map<string, number>> => {
  const shares = new Map<string, Map<string, number>>()
  for (const one of surnames) {
    const of = shares.get(familyKey(one.hangul)) ?? new Map<string, number>()
    one.hanja.forEach((written, rank) => {
      const reading = plain(pinyin(written, { toneType: 'none', type: 'array', surname: 'all' }).join(''))
      if (/^[a-z]+$/.test(reading)) of.set(reading, (of.get(reading) ?? 0) + one.bearers / (rank + 1) ** 2)
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
