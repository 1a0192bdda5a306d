/** Estimates how many people there are, those on no list included: every model side by side, or the reason why none can be made. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { EstimatedSet, ListsState } from '../domain/documents/lists-api.ts'
import { officeAct } from './action.ts'
import { heldIn, stateOfLists } from './list-room.ts'

export const estimateHowMany = officeAct({
  name: 'estimate-how-many',
  may: 'lists.compare',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    const file = heldIn(work, 'histories')
    work.estimated = null
    void desk.lists.begin(work, { kind: 'estimate', file }, (sets) => {
      work.estimated = sets
    })
    return { answer: stateOfLists(work) }
  },
})

export const seeEstimates = officeAct({
  name: 'see-estimates',
  may: 'lists.compare',
  reads: true,
  ofNobody: true,
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: readonly EstimatedSet[] }> => ({
    answer: desk.lists.of(session).estimated ?? refuse('no-list-yet'),
  }),
})
