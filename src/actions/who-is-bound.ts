/** Which instrument binds which State on a day, with its source. */
import { z } from 'zod'
import type { DeskApi } from '../domain/documents/desk-api.ts'
import { bindsTable } from '../domain/law/binds-table.ts'
import { officeAct } from './action.ts'
import { day, shortText } from './inputs.ts'

export const whoIsBound = officeAct({
  name: 'who-is-bound',
  may: 'law.read',
  reads: true,
  ofNobody: true,
  input: z.object({ situation: shortText, on: day }),
  do: async (acting, { situation, on }): Promise<{ answer: DeskApi['GET /api/law/bound']['out'] }> => {
    const { law } = acting.desk.packs.forSituation(situation)
    return { answer: bindsTable(law, Object.keys(law.states), on, true) }
  },
})

export const seeVocabulary = officeAct({
  name: 'see-vocabulary',
  may: 'law.read',
  reads: true,
  ofNobody: true,
  input: z.object({ situation: shortText }),
  do: async (acting, { situation }) => ({ answer: acting.desk.packs.forSituation(situation).law.vocabulary }),
})

export const seeSituations = officeAct({
  name: 'see-situations',
  may: 'law.read',
  reads: true,
  ofNobody: true,
  input: z.object({}),
  do: async (acting) => ({ answer: acting.desk.packs.situations() }),
})
