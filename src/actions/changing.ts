/** Acts that change a case: the act, then its card, in one transaction. */
import type { z } from 'zod'
import { takeTurn } from '../store/cases.ts'
import type { Verb } from '../vault/may.ts'
import { type Act, type ActingOnCase, caseAct, type Done } from './action.ts'
import { renewCard } from './card.ts'

export const changingAct = <I, O>(spec: {
  name: string
  may: Verb
  input: z.ZodType<I>
  do(acting: ActingOnCase, input: I): Promise<Done<O>>
}): Act<O> =>
  caseAct({
    ...spec,
    do: async (acting, input) => {
      takeTurn(acting.tx, acting.desk.office, acting.caseId)
      const done = await spec.do(acting, input)
      // An interpreter sees one account and no more: a card made of that would say too little, and nothing they do shows on it.
      if (acting.grant.role !== 'interpreter') await renewCard(acting)
      return done
    },
  })
