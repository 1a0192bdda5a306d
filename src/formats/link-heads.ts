/** Finds out which column of another organisation's list holds the name, the birth and so on: plain headings, form exports with group names, archive exports with languages. */
import { type LinkMeaning, linkMeanings } from '../domain/documents/lists-api.ts'
import { headOf } from './people-list-columns.ts'

/** Headings a person named because they were not recognised, or wrongly. null = leave this meaning out. */
export type ChosenColumns = Readonly<Partial<Record<LinkMeaning, string | null>>>
/** Places of the columns; where several say one thing in several languages, the likeliest comes first and the others stand in when it is empty. */
export type LinkColumns = Readonly<Record<LinkMeaning, readonly number[]>>
/** noHeads: the row names no person's name at all, so it may be a title that stands above the headings. */
export type HeadFault = { reason: string; noHeads?: true }

const parts: Readonly<Record<string, 'family' | 'given'>> = Object.fromEntries([
  ...'familyname family surname lastname lastnames 성씨 姓 姓氏 姓氏姓'.split(' ').map((head) => [head, 'family'] as const),
  ...'givenname givennames given firstname firstnames forename forenames 이름자'.split(' ').map((head) => [head, 'given'] as const),
])
/** Uwazi calls the name of every record its title; a form export calls its key so. */
const last: Readonly<Record<string, LinkMeaning>> = { title: 'name', key: 'id', instanceid: 'id', sharedid: 'id', index: 'id' }

const meaningOf = (head: string): LinkMeaning | null => {
  if (/^(id|_id|uuid|_uuid|record)$/i.test(head)) return 'id'
  const plain = head.toLowerCase().replace(/[\s_.:：*'’-]/g, '')
  if (parts[plain]) return parts[plain]
  const meaning = headOf(head)
  if (meaning === 'number') return 'id'
  return meaning === 'name' || meaning === 'romanised' || meaning === 'birth' || meaning === 'sex' || meaning === 'place' ? meaning : null
}

/** name__ko: the language in which an archive gives a column. A longer ending is a part of the heading. */
const languageOf = (head: string): readonly [plain: string, language: string] => {
  const [, plain, language] = /^(.+?)__([a-z]{2}(?:-[a-z]+)?)$/i.exec(head) ?? []
  return plain === undefined ? [head, ''] : [plain, language!.toLowerCase()]
}
/** Scripts that say more about a name come first. */
const languageRank = (language: string): number => (language === '' ? 0 : language === 'ko' ? 1 : language.startsWith('zh') ? 2 : 3)

type Read = { at: number; meaning: LinkMeaning; tier: number; rank: number; head: string }

const readHead = (head: string, at: number): Read[] => {
  const given = head.trim()
  const [plain, language] = languageOf(given)
  const rank = languageRank(language)
  const found = (meaning: LinkMeaning | null | undefined, tier: number): Read[] =>
    meaning ? [{ at, meaning, tier, rank, head: given }] : []
  // Form tools put the groups of a question before it: about_you/name, about_you-name.
  const question = plain.split('/').at(-1)!
  const afterDash = question.split('-').at(-1)!
  const tries = [
    found(meaningOf(plain), 0),
    found(question === plain ? null : meaningOf(question), 1),
    found(afterDash === question ? null : meaningOf(afterDash), 1),
    found(last[afterDash.toLowerCase().replace(/[\s_]/g, '')], 2),
  ]
  return tries.find((one) => one.length > 0) ?? []
}

/** The columns by the headings, or why they cannot be told. */
export const linkColumnsIn = (heads: readonly string[], chosen: ChosenColumns = {}): LinkColumns | HeadFault => {
  const reads = heads.flatMap(readHead)
  const columns = Object.fromEntries(linkMeanings.map((meaning) => [meaning, [] as number[]])) as Record<LinkMeaning, number[]>
  for (const meaning of linkMeanings) {
    const wanted = chosen[meaning]
    if (wanted === null) continue
    if (wanted !== undefined) {
      const at = heads.findIndex((head) => head.trim() === wanted.trim())
      if (at < 0) return { reason: `no heading is “${wanted}”` }
      columns[meaning] = [at]
      continue
    }
    const mine = reads.filter((one) => one.meaning === meaning && !Object.values(chosen).includes(one.head))
    const tier = Math.min(...mine.map((one) => one.tier))
    const best = mine.filter((one) => one.tier === tier).sort((a, b) => a.rank - b.rank)
    const same = best.filter((one) => one.rank === best[0]!.rank)
    // A form may ask the name of the person, of a guardian and of the interviewer: that must not be guessed.
    if (tier === 1 && meaning !== 'id' && same.length > 1)
      return { reason: `“${same[0]!.head}” and “${same[1]!.head}” may both hold the ${meaning}; name the right one` }
    if (meaning !== 'id' && same.some((one) => one.head === same[0]!.head && one !== same[0]))
      return { reason: `two headings are both “${same[0]!.head}”; give one of them another heading in the file` }
    columns[meaning] = best.map((one) => one.at)
  }
  return withSurname(heads, chosen, columns)
}

export const noNameHead = 'no heading says which column holds the name; the first row must hold headings, one of them “name”'

/** 성 is a surname beside 성별 and a sex without it; 이름 and 名 are the given name beside a surname. */
const withSurname = (heads: readonly string[], chosen: ChosenColumns, columns: Record<LinkMeaning, number[]>): LinkColumns | HeadFault => {
  const at = (head: string): number => heads.findIndex((one) => one.trim() === head)
  if (chosen.sex === undefined && chosen.family === undefined && at('성') >= 0 && at('성별') >= 0) {
    columns.sex = [at('성별')]
    columns.family = [at('성')]
  }
  const [name] = columns.name
  if (
    chosen.name === undefined &&
    name !== undefined &&
    columns.family.length > 0 &&
    columns.given.length === 0 &&
    /^(이름|名|名字)$/.test(heads[name]!.trim())
  ) {
    columns.given = columns.name
    columns.name = []
  }
  const known = columns.name.length + columns.romanised.length + (columns.family.length && columns.given.length ? 1 : 0)
  return known === 0 ? { reason: noNameHead, noHeads: true } : columns
}

/** Rows of a title or of merged headings that may stand above the headings of a printed list. */
const mostAbove = 10

/**
 * Takes the first rows of a list until one is its headings. 'above' = not yet. A heading that is merged with cells below it, or that stands over a
 * merged one (인적사항 over 이름 and 성별), is filled in from the row above. Answers the fault of the first row when none of the rows is headings.
 */
export const headFinder = (
  chosen: ChosenColumns = {},
): ((cells: readonly string[]) => 'above' | { heads: readonly string[]; columns: LinkColumns } | HeadFault) => {
  let first: HeadFault | null = null
  let above: readonly string[] = []
  let rows = 0
  return (cells) => {
    const own = linkColumnsIn(cells, chosen)
    if ('reason' in own && !own.noHeads) return own
    if ('reason' in own) {
      first ??= own
      above = [...cells]
      rows++
      return rows < mostAbove ? 'above' : first
    }
    const heads = rows === 0 ? [...cells] : cells.map((cell, i) => (cell.trim() === '' ? (above[i] ?? '') : cell))
    const columns = rows === 0 ? own : linkColumnsIn(heads, chosen)
    return 'reason' in columns ? columns : { heads, columns }
  }
}
