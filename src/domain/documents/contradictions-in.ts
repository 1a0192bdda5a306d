/** What differs between statements on the file, in the words of the record, for the persons of one paper. */
import { stripStop } from './template.ts'
import type { Writing } from './writing.ts'

/** With the explanation where one was given; a difference that nobody was asked about says so. */
export const contradictionsIn = (w: Writing): string[] =>
  w.record.contradictions
    .filter((one) => one.between.every((id) => w.placed.get(id)?.where === 'main'))
    .map(
      (one) => `${stripStop(one.about)} (${one.explanation ? `explained: ${stripStop(one.explanation)}` : 'no explanation asked for yet'})`,
    )
