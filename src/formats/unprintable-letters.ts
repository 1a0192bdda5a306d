/** Finds letters of a paper that would print as empty boxes, and the sentences and facts they stand in, so that a name in a script without a font is seen before release and not after. */
import type { FactId } from '../basics/id.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { sentencesOf } from '../domain/documents/sentences.ts'
import { printable } from './printable.ts'

/** sentences = numbers in the paper, annex included; empty when the letter stands in a title or heading. */
export type Unprintable = { letter: string; sentences: number[]; facts: FactId[] }

/** Stretches that our fonts cover whole, as a test asks of every letter of them: to read the fonts themselves takes a second that an urgent paper has not. */
export const surelyPrinted: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa1, 0x24f],
  [0x300, 0x36f],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x3001, 0x3011],
  [0x3131, 0x318e],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
  [0xff01, 0xff5e],
]
const surely = (letter: string): boolean =>
  surelyPrinted.some(([from, to]) => letter.codePointAt(0)! >= from && letter.codePointAt(0)! <= to)

/** withoutPicture answers those of the given letters for which no font has a picture. Concerns the PDF: Word brings its own fonts. */
export const unprintableIn = async (paper: Paper, withoutPicture: (letters: string) => Promise<string>): Promise<Unprintable[]> => {
  const places = sentencesOf(paper).map(({ sentence }) => ({
    sentence,
    letters: lettersOf([sentence.text, ...sentence.citations.flatMap((one) => [one.source, one.at ?? ''])]),
  }))
  const frame = lettersOf(
    [paper, paper.annex].flatMap((one) => (one ? [one.title, ...one.sections.map((section) => section.heading)] : [])),
  )
  const all = new Set([...frame, ...places.flatMap((one) => [...one.letters])])
  const doubtful = [...all].filter((letter) => !surely(letter)).join('')
  const missing = doubtful === '' ? '' : await withoutPicture(doubtful)
  return [...missing].map((letter) => {
    const found = places.filter((one) => one.letters.has(letter)).map((one) => one.sentence)
    return { letter, sentences: found.map((one) => one.n), facts: [...new Set(found.flatMap((one) => one.facts))] }
  })
}

/** Marks that only steer their neighbours have no picture and need none. */
const lettersOf = (texts: readonly string[]): Set<string> =>
  new Set([...texts.map(printable).join('')].filter((letter) => !/[\s\p{Default_Ignorable_Code_Point}]/u.test(letter)))
