/** Finds letters of a paper that would print as empty boxes, so that a name in a script without a font is seen before release and not after. */
import type { Day } from '../basics/clock.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { printedAnnex, printedPaper } from './printed-paper.ts'
import { typesetter } from './typesetter.ts'

/** Each such letter once, in the order of the paper and then its annex; empty when everything prints. Concerns the PDF: Word brings its own fonts. */
export const unprintableLetters = async (paper: Paper): Promise<string[]> => {
  const { canPrint } = await typesetter()
  const options = { draft: true, madeOn: '1970-01-01' as Day }
  const letters = new Set(textsIn([printedPaper(paper, options), printedAnnex(paper, options)]).join(''))
  // Marks that only steer their neighbours have no picture and need none.
  return [...letters].filter((letter) => !/[\s\p{Default_Ignorable_Code_Point}]/u.test(letter) && !canPrint(letter.codePointAt(0)!))
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
