/** Keeps what happened to a paper after it left: sent, not sent, acknowledged, answered, refused; each starts its clock. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import type { FilingView } from '../domain/documents/desk-api.ts'
import { getRow, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { day, id, words } from './inputs.ts'
import { memberNames } from './open-case.ts'
import { paperAct } from './paper-act.ts'
import type { FilingEventBody, PaperBody } from './papers.ts'
import { filingView } from './see-proceedings.ts'

export const logFiling = paperAct({
  name: 'log-filing',
  may: 'filing.log',
  input: z.object({
    filing: id<'paper'>(),
    kind: z.enum(['sent', 'not-sent', 'acknowledged', 'replied', 'refused']),
    on: day,
    words: z.union([words(4_000), z.null()]),
  }),
  do: async (acting, given): Promise<{ answer: FilingView; object: string }> => {
    const row = await getRow<PaperBody>(acting.tx, acting.key, 'paper', given.filing)
    if (row.clear.status !== 'released') refuse('not-released')
    if (given.on > dayIn(acting.now, 'Pacific/Kiritimati'))
      refuse('bad-input', { field: 'on', reason: 'this day has not come yet' }, { field: 'on' })
    if (given.on < (row.clear.released_at as Date).toISOString().slice(0, 10))
      refuse('bad-input', { field: 'on', reason: 'this lies before the paper was released' }, { field: 'on' })
    const event: FilingEventBody = { kind: given.kind, on: given.on, words: given.words, at: acting.now, by: acting.session.member }
    await insertRow(acting.tx, acting.key, 'filing_event', newId(), event, acting.now, {
      paper_id: given.filing,
      kind: given.kind,
      on_day: given.on,
    })
    return { answer: await filingView(acting, row, await memberNames(acting)), object: given.filing }
  },
})
