/** Acts on a paper that is addressed without its case: the case is found first, and "not yours" reads like "no such paper". */
import type { z } from 'zod'
import { idFrom } from '../basics/id.ts'
import { findCaseOf } from '../store/sealed-rows.ts'
import type { Verb } from '../vault/may.ts'
import { type Act, type ActingOnCase, caseAct, type Done } from './action.ts'
import { renewCard } from './card.ts'
import { actorOf } from './desk.ts'

type Spec<I, O> = { name: string; may: Verb; input: z.ZodType<I>; reads?: boolean; do(acting: ActingOnCase, input: I): Promise<Done<O>> }

export const paperAct = <I, O>(spec: Spec<I, O>): Act<O> => {
  const onCase = caseAct({
    ...spec,
    do: async (acting, input: I) => {
      const done = await spec.do(acting, input)
      if (!spec.reads) await renewCard(acting)
      return done
    },
  })
  const run: Act<O> = Object.assign(
    async (desk: Parameters<Act<O>>[0], session: Parameters<Act<O>>[1], raw: unknown) => {
      const given = raw as { paper?: unknown; filing?: unknown } | null
      const paper = idFrom<'paper'>(given?.paper ?? given?.filing)
      // Row security answers null for a paper of a case that is not the caller's.
      const caseId = await desk.database.transaction(actorOf(desk, session), (tx) => findCaseOf(tx, desk.office, 'paper', paper))
      // With no case to be found the door is knocked at all the same, so that the refused attempt stands in the log.
      return onCase(desk, session, { ...(raw as object), case: caseId ?? paper })
    },
    { reads: spec.reads ?? false },
  )
  return Object.defineProperty(run, 'name', { value: spec.name })
}
