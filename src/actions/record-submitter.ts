/** Keeps who submits and what bodies ask of the case besides facts. */
import { z } from 'zod'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import type { CaseFileBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { shortText, state, words } from './inputs.ts'

const nullableWords = z.union([words(300), z.null()])

export const recordSubmitter = changingAct({
  name: 'record-submitter',
  may: 'case.change',
  input: z.object({
    case: z.string(),
    name: nullableWords,
    organisation: nullableWords,
    contact: nullableWords,
    relationship: nullableWords,
    agreedFor: z.array(shortText).max(60),
    requestedMeasures: z.array(shortText).max(40),
    given: z.record(shortText, words(5_000)),
    otherProcedures: z.union([z.literal('none'), z.null()]),
    concerned: z.array(state).max(12).optional(),
    transit: z.array(state).max(12).optional(),
    forum: z.union([state, z.null()]).optional(),
  }),
  do: async (acting, given) => {
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    const { name, organisation, contact, relationship, agreedFor, requestedMeasures, otherProcedures } = given
    const body: CaseFileBody = {
      ...file.body,
      submitter: { name, organisation, contact, relationship, agreedFor },
      requestedMeasures,
      given: given.given,
      otherProcedures,
      concerned: given.concerned ?? file.body.concerned,
      transit: given.transit ?? file.body.transit,
      forum: given.forum === undefined ? file.body.forum : given.forum,
    }
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, body)
    return { answer: { saved: true as const }, object: acting.caseId }
  },
})
