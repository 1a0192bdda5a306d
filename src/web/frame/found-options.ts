/** Which of many choices are meant by what was typed, the nearest first, and which of them the typed words really name. */

/** words and second stand on the screen; also = further names of the same thing; hidden = what belongs to it but is not its name. */
export type Option = { value: string; words: string; second: string; also: readonly string[]; hidden: string }
/** named: a name of the choice holds every typed word. A choice that only has them among its details is shown, but never taken unseen. */
export type Found = { option: Option; named: boolean }

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase()

/** 0 the label begins so, 1 the label has it, 2 another name has it, 3 only the second line or the details have it, null nothing has it. */
const placeOf = (option: Option, word: string): number | null => {
  const label = plain(option.words)
  if (label.startsWith(word)) return 0
  if (label.includes(word)) return 1
  if (option.also.some((one) => plain(one).includes(word))) return 2
  return plain(`${option.second} ${option.hidden}`).includes(word) ? 3 : null
}

export const foundOptions = (options: readonly Option[], typed: string): Found[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return options
    .flatMap((option) => {
      const places = words.map((word) => placeOf(option, word))
      if (places.includes(null)) return []
      const worst = Math.max(0, ...(places as number[]))
      // Every word stands in the label: then the best place counts, since only one word can begin it.
      const place = worst <= 1 ? Math.min(worst, ...(places as number[])) : worst
      const exact = option.also.some((one) => plain(one) === words.join(' '))
      const begins = plain(option.words).includes(` ${words[0]}`)
      return [{ option, named: place < 3, order: [place, exact ? 0 : 1, begins ? 0 : 1] as const }]
    })
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2])
    .map(({ option, named }) => ({ option, named }))
}

/** The place of the choice that Enter takes before any arrow: the first, if it is named by what was typed; else none. */
export const currentAtFirst = (found: readonly Found[], typed: string): number => (typed.trim() !== '' && found[0]?.named ? 0 : -1)
