/** Brings a written name to plain pieces: letters lower, marks in one form, words and hyphens told apart, scripts kept separate, titles left out. */

import { lettersBehind, titlesBefore, titlesBehind } from './tables/titles.ts'

export type Script = 'latin' | 'hangul' | 'hanja' | 'cyrillic' | 'other'
export type Piece = { text: string; script: Script }
export type Word = { pieces: readonly Piece[]; capitals: boolean; comma: boolean }

const quotes = /[’‘ʼ`´ʻ′ʹ]/g

/** One form for every way of printing ŏ, ŭ and the aspiration mark, broken catalogues' o' and u' and My'ong included. */
export const foldLetters = (text: string): string => (/^[a-zA-Z-]+$|^[가-힣]+$/.test(text) ? text.toLowerCase() : foldMarks(text))
const foldMarks = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(quotes, "'")
    .replace(/([ou])[\u0306\u0302\u030c˘]/g, (_, vowel: string) => (vowel === 'o' ? 'ŏ' : 'ŭ'))
    // The dots of ё and й belong to the letter; tone marks and accents do not.
    .replace(/(?<![\u0435\u0438])[\u0300-\u036f]/g, '')
    .replace(
      /([^yu])?([ou])'(?=[a-z'-]|$)/g,
      (_, before: string | undefined, vowel: string) => `${before ?? ''}${vowel === 'o' ? 'ŏ' : 'ŭ'}`,
    )
    .replace(/yo'/g, 'yŏ')
    .replace(/(?<![kctph])'([ou])/g, (_, vowel: string) => (vowel === 'o' ? 'ŏ' : 'ŭ'))
    .replace(/(?<!ch|[ktp]|ts)'/g, '-')
    .normalize('NFC')

const scriptOf = (character: string): Script =>
  /[가-힣]/.test(character)
    ? 'hangul'
    : /\p{Script=Han}/u.test(character)
      ? 'hanja'
      : /[a-z'ŏŭ]/.test(character)
        ? 'latin'
        : /\p{Script=Cyrillic}/u.test(character)
          ? 'cyrillic'
          : 'other'

const piecesOf = (part: string): Piece[] => {
  if (/^[a-z]+$/.test(part)) return [{ text: part, script: 'latin' }]
  const pieces: { text: string; script: Script }[] = []
  for (const character of part) {
    const script = scriptOf(character)
    const last = pieces.at(-1)
    if (last !== undefined && last.script === script) last.text += character
    else pieces.push({ text: character, script })
  }
  return pieces
}

const isPlain = (name: string): boolean => /^[a-zA-Z가-힣-]+(?: [a-zA-Z가-힣-]+)*$/.test(name)
/** What cannot be seen is taken out: joiners, marks of direction, soft hyphens, control characters. Letters of full or half width and compatibility characters take their usual form. */
const visible = (name: string): string =>
  isPlain(name)
    ? name
    : name
        .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
        .replace(/\p{Cc}/gu, ' ')
        .replace(/[\uf900-\ufaff\uff01-\uffee]+/g, (text) => text.normalize('NFKC'))
        .normalize('NFC')

const rawWords = (name: string): string[] =>
  (isPlain(name)
    ? name
    : visible(name)
        .replace(/[·・.;]/g, ' ')
        .replace(/([,，、])/g, '$1 ')
        .trim()
  ).split(/\s+/)

const wholeTitles = new Set(titlesBehind)
/** 김 씨 keeps 김; a name is never emptied, and two syllables remain before a title that is joined to them, so that a name that only sounds like one stands. */
const withoutTitles = (words: readonly string[]): readonly string[] => {
  let [from, to] = [0, words.length]
  while (from + 1 < to && titlesBefore.has(words[from]!.toLowerCase())) from++
  while (from + 1 < to && (wholeTitles.has(words[to - 1]!) || lettersBehind.has(words[to - 1]!.toLowerCase()))) to--
  const last = words[to - 1]?.replace(/-ssi$/i, '')
  const title = last === undefined || /[a-z]/i.test(last) ? undefined : titlesBehind.find((one) => last.endsWith(one))
  if (from === 0 && to === words.length && title === undefined && last === words.at(-1)) return words
  const kept = words.slice(from, to)
  if (last !== undefined && last !== '') kept[kept.length - 1] = last
  if (title !== undefined) {
    const bare = last!.slice(0, -title.length)
    if (bare.length >= 2) kept[kept.length - 1] = bare
  }
  return kept
}

/** Words in the order written. A change of script inside a word begins another word; titles and punctuation are dropped. */
export const wordsOf = (name: string): Word[] => {
  const words: Word[] = []
  for (const raw of withoutTitles(rawWords(name))) {
    const comma = /[,，、]$/.test(raw)
    const bare = raw.replace(/[,，、"“”()]/g, '')
    if (bare === '') continue
    const capitals = bare.length > 1 && !/[a-z가-힣]/.test(bare) && bare === bare.toUpperCase() && bare !== bare.toLowerCase()
    const parts = foldLetters(bare)
      .split(/[-‐‑–—_/]+/)
      .filter((part) => part !== '')
    let held: Piece[] = []
    for (const piece of parts.flatMap(piecesOf)) {
      if (held.length > 0 && held[0]!.script !== piece.script) {
        words.push({ pieces: held, capitals, comma: false })
        held = []
      }
      held.push(piece)
    }
    if (held.length > 0) words.push({ pieces: held, capitals, comma })
  }
  // Capitals say "family name" only when the rest is not in capitals too.
  return words.every((word) => word.capitals || word.pieces[0]!.script !== 'latin')
    ? words.map((word) => ({ ...word, capitals: false }))
    : words
}

/** The name as plain pieces in one line: two writings with the same line differ in nothing that is read. */
export const plainLine = (name: string): string =>
  wordsOf(name)
    .flatMap((word) => word.pieces.map((piece) => piece.text))
    .join(' ')

/** A name given twice, "최영옥 (崔永玉)" or "Choe Yong Ok / 최영옥", is two writings of one name. */
export const writingsOf = (name: string): string[] => {
  if (isPlain(name)) return [name]
  const parts = visible(name)
    .split(/[()（）/=]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? [name] : parts
}
