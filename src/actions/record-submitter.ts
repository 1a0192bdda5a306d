/** Keeps who submits and what bodies ask of the case besides facts. */
import { z } from 'zod'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { changeOffice } from '../store/members.ts'
import type { CaseFileBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import type { OfficeBody } from './house.ts'
import { id, partialDate, shortText, state, words } from './inputs.ts'
import { mustBeOfCase } from './record-authority.ts'

const nullableWords = z.union([words(300), z.null()])

/** Where else the same matter is: a body of the pack or one in words, since when, and the number it has there. */
const procedure = z.object({
  procedure: shortText,
  person: id<'person'>(),
  filedOn: partialDate,
  status: z.enum(['pending', 'decided', 'withdrawn']),
  reference: z.union([words(200), z.null()]),
})

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
    otherProcedures: z.union([z.literal('none'), z.null(), z.array(procedure).min(1).max(60)]),
    /** The organisation and its contact are kept for the next cases of this office; a person's name and relation never are. */
    remember: z.boolean().default(false),
    concerned: z.array(state).max(12).optional(),
    transit: z.array(state).max(12).optional(),
    forum: z.union([state, z.null()]).optional(),
  }),
  do: async (acting, given) => {
    if (Array.isArray(given.otherProcedures)) for (const one of given.otherProcedures) await mustBeOfCase(acting, one.person)
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
    if (given.remember)
      await changeOffice<OfficeBody>(acting.tx, acting.desk.vault, acting.desk.office, (office) => ({
        ...office,
        submitter: { organisation, contact },
      }))
    return { answer: { saved: true as const }, object: acting.caseId }
  },
})
