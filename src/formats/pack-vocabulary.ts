/** Reads the kinds of fact, their attributes and the lists of choices of a pack; a situation adds its own. */
import type { Locale, Words } from '../basics/text.ts'
import type { FactKind, Vocabulary } from '../domain/testimony/vocabulary.ts'
import type { FaultList } from './faults.ts'
import { onlyKeys, textsOf, wordsOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export const readVocabulary = (law: Placed, situation: Placed, faults: FaultList): Vocabulary => {
  const types = Object.fromEntries(
    law
      .at('types')
      .keys()
      .map((key) => [key, law.at('types').at(key).text()]),
  )
  const choices: Record<string, string[]> = {}
  for (const file of [law, situation])
    for (const key of file.at('choices').keys())
      choices[key] = [...new Set([...(choices[key] ?? []), ...textsOf(file.at('choices').at(key))])]
  const choiceWords: Record<string, Record<string, Words>> = {}
  for (const file of [law, situation])
    for (const list of file.at('choice_words').keys())
      for (const value of file.at('choice_words').at(list).keys()) {
        const at = file.at('choice_words').at(list).at(value)
        if (!choices[list]?.includes(value)) at.refuse(`“${value}” is not one of the choices of ${list}`)
        choiceWords[list] = { ...choiceWords[list], [value]: wordsOf(at) }
      }
  const common = Object.fromEntries(
    law
      .at('common_attrs')
      .keys()
      .map((key) => [key, law.at('common_attrs').at(key).text()]),
  )
  const groups = [...law.at('groups').list(), ...situation.at('groups').list()].map((at) => ({
    id: at.at('id').text(),
    label: wordsOf(at),
  }))
  const sides = new Map(
    [...law.at('groups').list(), ...situation.at('groups').list()].map(
      (at) => [at.at('id').text(), at.at('side').maybe() === null ? 'both' : at.at('side').oneOf(['home', 'host', 'both'])] as const,
    ),
  )
  const known = new Set([...Object.keys(types), ...Object.keys(choices)])
  const kind = (at: Placed, pack: FactKind['pack']): FactKind => {
    onlyKeys(at, ['id', 'side', 'group', 'label', 'def', 'everyday', 'attrs', 'sensitive', 'leans', 'third', 'huridocs'])
    const attrs = at.at('attrs')
    for (const key of attrs.keys())
      if (!known.has(attrs.at(key).text())) attrs.at(key).refuse(`“${attrs.at(key).text()}” is neither a type nor a list of choices`)
    return {
      id: at.at('id').text(),
      group: at.at('group').oneOf(groups.map((group) => group.id)),
      label: wordsOf(at.at('label')),
      definition: at.at('def').text(),
      ...(at.has('everyday') ? { everyday: everydayOf(at.at('everyday')) } : {}),
      attrs: { ...common, ...Object.fromEntries(attrs.keys().map((key) => [key, attrs.at(key).text()])) },
      sensitive: at.at('sensitive').maybe() === 'true',
      third: at.at('third').maybe() === 'true',
      leans: at.at('leans').oneOf(['favourable', 'adverse', 'either', 'neutral']),
      side:
        at.at('side').maybe() === null
          ? (sides.get(at.at('group').text()) ?? 'both')
          : at.at('side').oneOf(['home', 'host', 'both', 'onward']),
      pack,
    }
  }
  const kinds = [
    ...faults.each(law.at('kinds').list(), (at) => kind(at, 'law')),
    ...faults.each(situation.at('kinds').list(), (at) => kind(at, 'situation')),
  ]
  return { kinds, groups, choices, choiceWords, types }
}

/** Words to find a kind by. All three languages, or a kind is found on one desk and not on the next. */
const everydayOf = (at: Placed): Readonly<Record<Locale, readonly string[]>> => {
  onlyKeys(at, ['en', 'ko', 'zh'])
  const of = (locale: Locale): readonly string[] => {
    const words = at.has(locale) ? textsOf(at.at(locale)) : []
    return words.length > 0 && words.every((one) => one.trim() !== '')
      ? words
      : at.refuse(`everyday words need at least one word in each language; ${locale} has none or an empty one`)
  }
  return { en: of('en'), ko: of('ko'), zh: of('zh') }
}
