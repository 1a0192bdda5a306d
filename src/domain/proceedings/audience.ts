/** Who will read a paper: the body alone, the respondent Government, other Governments, the public; and the sentence that says so before release. */
import type { Certainty } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { CaseRecord } from '../law/case-record.ts'
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

/** Who reads a paper of this file to these States. A copy may go to other States concerned; the State of origin is never taken for a reader unless it is addressed itself. */
export const readersOf = (record: Pick<CaseRecord, 'states'>, body: Body, states: readonly StateCode[]): Audience[] =>
  audienceOf(
    body,
    states,
    record.states.concerned.filter((state) => state !== record.states.origin),
  )

/** What each reader is handed: where there is an annex, it goes to the body alone, or to the authority that is itself addressed. */
export const receives = (body: Body, reader: string, annex: boolean): 'all' | 'main' =>
  !annex || reader === 'body' || (reader === 'ministry' && body.addressed === 'addressee') ? 'all' : 'main'

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
