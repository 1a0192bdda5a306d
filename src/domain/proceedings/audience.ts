/** Who will read a paper: the body alone, the respondent Government, other Governments, the public; and the sentence that says so before release. */
import type { Certainty } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import { type StateWords, stateInSentence } from '../law/state-in-sentence.ts'
import type { StateCode } from '../people/person.ts'
import type { BodiesPack, Body } from './bodies.ts'
import { countWords, fillWords } from './closed-reason.ts'

export type Audience = { reader: string; states: readonly StateCode[]; certainty: Certainty }

/** The body itself always reads. others = further States concerned, to which some bodies send copies. */
export const audienceOf = (body: Body, states: readonly StateCode[], others: readonly StateCode[] = []): Audience[] => [
  { reader: 'body', states: [], certainty: 'verified' },
  ...body.readers.map((one) => ({
    reader: one.reader,
    states:
      one.reader === 'respondent-government'
        ? states
        : one.reader === 'other-government'
          ? others.filter((state) => !states.includes(state))
          : one.reader === 'ministry'
            ? states
            : [],
    certainty: one.certainty,
  })),
]

/** Governments that will or may read it, respondent and others. */
export const readingGovernments = (audience: readonly Audience[]): StateCode[] => [
  ...new Set(audience.filter((one) => one.reader.endsWith('-government')).flatMap((one) => one.states)),
]

/** null = no Government reads it. */
export const audienceSentence = (
  pack: BodiesPack,
  audience: readonly Audience[],
  stateNames: Readonly<Record<StateCode, StateWords>>,
): Words | null => {
  const states = readingGovernments(audience)
  if (states.length === 0) return null
  const filled = fillWords(pack.audienceSentence, {
    States: countWords(states.map((state) => stateInSentence(stateNames, state))),
  })
  // One Government takes the singular in English; the other two languages do not mark it.
  return states.length > 1 ? filled : { ...filled, en: filled.en.replace('Governments', 'Government') }
}
