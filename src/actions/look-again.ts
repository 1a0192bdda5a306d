/** Looks at the member's own cases again after a change of the law pack, and says which lines answer otherwise. Nothing is overwritten. */
import { z } from 'zod'
import type { LookedAgain } from '../domain/law/looked-again.ts'
import { type Acting, officeAct } from './action.ts'
import { isUnread } from './law-change.ts'

const viewOf = async (acting: Acting): Promise<LookedAgain> => {
  const { desk, session } = acting
  const look = desk.lookedAgain.of(session.id)
  return {
    law: desk.packs.situations().map(({ id, name }) => {
      const { law } = desk.packs.forSituation(id)
      const former = desk.packs.former(id)
      return { situation: id, name, now: law.version, asOf: law.asOf, former: former && { version: former.version, asOf: former.asOf } }
    }),
    progress: look?.progress ?? null,
    finishedAt: look?.finishedAt ?? null,
    looked: look?.looked ?? 0,
    failed: look?.failed ?? false,
    unread: await isUnread(acting),
    more: look?.more ?? 0,
    cases: look && look.progress === null ? look.cases : [],
  }
}

/** What the last look of this session found; each case was opened through the door, which left its line. */
export const seeLookedAgain = officeAct({
  name: 'see-looked-again',
  may: 'today.read',
  reads: true,
  ofNobody: true,
  input: z.object({}),
  do: async (acting): Promise<{ answer: LookedAgain }> => ({ answer: await viewOf(acting) }),
})

export const lookAgain = officeAct({
  name: 'look-again',
  may: 'today.read',
  input: z.object({}),
  do: async (acting): Promise<{ answer: LookedAgain }> => {
    acting.desk.lookedAgain.begin(acting.desk, acting.session)
    return { answer: await viewOf(acting) }
  },
})
