/** Strikes a fact from the list with a reason, and puts a struck one back with another; what was once recorded stays, and both acts stay with it. */
import { z } from 'zod'
import type { Instant } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import type { StruckFact } from '../domain/documents/testimony-api.ts'
import type { Fact } from '../domain/testimony/fact.ts'
import { changeRow, findRow, getRow, hourOf } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { FactBody, StruckRow } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, someWords } from './inputs.ts'

const input = z.object({ case: z.string(), fact: id<'fact'>(), reason: someWords(500) })

/** Sentences and findings are read anew from the facts that stand, so that whatever went stale when one was struck comes right when it is put back. */
const mark = async (acting: ActingOnCase, fact: Fact['id'], act: 'struck' | 'put-back', reason: string): Promise<void> => {
  const row = await getRow<FactBody>(acting.tx, acting.key, 'fact', fact)
  if ((row.clear.removed_hour === null) !== (act === 'struck')) refuse('not-found')
  if (act === 'put-back') await mustStillBeOfCase(acting, row.body)
  const strikes = [...(row.body.strikes ?? []), { act, at: acting.now, by: acting.session.member, reason }]
  const removed_hour = act === 'struck' ? hourOf(acting.now) : null
  await changeRow(
    acting.tx,
    acting.key,
    'fact',
    fact,
    null,
    { ...row.body, strikes } satisfies FactBody,
    acting.session.member,
    acting.now,
    {
      removed_hour,
    },
  )
}

/** A list of people may have been taken out while the fact was struck: a fact about nobody would stand on nothing. */
const mustStillBeOfCase = async (acting: ActingOnCase, fact: FactBody): Promise<void> => {
  for (const person of fact.about) if (!(await findRow(acting.tx, acting.key, 'person', person))) refuse('fact-of-nobody')
}

export const removeFact = changingAct({
  name: 'remove-fact',
  may: 'fact.change',
  input,
  do: async (acting, { fact, reason }) => {
    await mark(acting, fact, 'struck', reason)
    return { answer: { removed: true as const }, object: fact, details: { reason } }
  },
})

export const putBackFact = changingAct({
  name: 'put-back-fact',
  may: 'fact.change',
  input,
  do: async (acting, { fact, reason }) => {
    await mark(acting, fact, 'put-back', reason)
    return { answer: { putBack: true as const }, object: fact, details: { reason } }
  },
})

/** The struck facts of a case as its page lists them: each with who struck it last, when and why. */
export const struckFacts = (rows: readonly StruckRow[], names: ReadonlyMap<string, string>): readonly StruckFact[] =>
  rows.map(({ fact, strikes, hour }) => {
    const last = strikes.findLast((one) => one.act === 'struck')
    return { fact, at: (last?.at ?? hour) as Instant, by: names.get(last?.by ?? '') ?? '—', reason: last?.reason ?? '' }
  })
