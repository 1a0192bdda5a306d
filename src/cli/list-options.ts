/** How a list is to be read, said on the command line: which sheet of it, and which heading holds what. */
import { refuse } from '../basics/refusal.ts'
import { type LinkMeaning, linkMeanings } from '../domain/documents/lists-api.ts'
import type { List } from '../formats/link-columns.ts'
import type { ChosenColumns } from '../formats/link-heads.ts'

export const listOptions = {
  sheet: { type: 'string', multiple: true, default: [] as string[] },
  column: { type: 'string', multiple: true, default: [] as string[] },
} as const

/** a:… and b:… speak of one list; without it they speak of both. */
export const listOf = (file: string, side: 'a' | 'b', { sheet, column }: { sheet: readonly string[]; column: readonly string[] }): List => {
  const mine = (words: readonly string[]): string[] =>
    words.flatMap((word) => (/^[ab]:/.test(word) ? (word.startsWith(`${side}:`) ? [word.slice(2)] : []) : [word]))
  const columns: ChosenColumns = Object.fromEntries(
    mine(column).map((word) => {
      const at = word.indexOf('=')
      const meaning = word.slice(0, at) as LinkMeaning
      if (at < 0 || !linkMeanings.includes(meaning))
        refuse('bad-input', { field: '--column', reason: `write MEANING=HEADING; the meanings are ${linkMeanings.join(', ')}` })
      return [meaning, word.slice(at + 1) || null]
    }),
  )
  return { file, sheet: mine(sheet).at(-1) ?? null, columns }
}
