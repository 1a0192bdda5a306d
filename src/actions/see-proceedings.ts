/** Every body for this case: ready, lacking or not open and why; what was drafted, sent and answered; what was refused. */
import { z } from 'zod'
import { type Day, dayIn } from '../basics/clock.ts'
import type { PartialDate } from '../basics/partial-date.ts'
import type { FilingView, Proceedings } from '../domain/documents/desk-api.ts'
import { bodyOf } from '../domain/proceedings/bodies.ts'
import { filingClocks } from '../domain/proceedings/body-clocks.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { historyOfCase } from '../store/audit.ts'
import { allRows, type SealedRow } from '../store/sealed-rows.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { memberNames } from './open-case.ts'
import { eventNames, type FilingEventBody, type PaperBody } from './papers.ts'

export const seeProceedings = caseAct({
  name: 'see-proceedings',
  may: 'paper.read',
  reads: true,
  input: z.object({ case: z.string() }),
  do: async (acting): Promise<{ answer: Proceedings }> => {
    const { record } = await readCaseRecord(acting, { sealedToo: false })
    const { law, bodies } = acting.desk.packs.forSituation(record.situation)
    const today = dayIn(acting.now, 'UTC')
    const names = await memberNames(acting)
    const papers = await allRows<PaperBody>(acting.tx, acting.key, 'paper')
    const nameOf = (id: unknown) => names.get(id as string) ?? '—'
    const filings: FilingView[] = []
    for (const row of papers.filter((one) => one.clear.status === 'released')) filings.push(await filingView(acting, row, names))
    const history = await historyOfCase(acting.tx, acting.desk.vault, acting.key, 200)
    return {
      answer: {
        today,
        bodies: readiness(record, null, law, bodies, today),
        drafts: papers.map((row) => ({
          id: row.id,
          body: row.body.body,
          states: row.body.states,
          persons: row.body.persons,
          draftNumber: row.clear.draft_number as number,
          status: row.clear.status as 'draft',
          author: nameOf(row.clear.author_id),
        })),
        filings: filings.map((filing) => ({ ...filing, bodyName: bodyOf(bodies, filing.body)?.name ?? filing.bodyName })),
        refusals: history
          .filter((line) => line.outcome !== 'done')
          .slice(0, 30)
          .map((line) => ({
            at: line.at as Proceedings['refusals'][number]['at'],
            by: nameOf(line.actor),
            code: line.code ?? '',
            what: line.action,
          })),
      },
    }
  },
})

/** A released paper with everything that happened to it since, and the clocks that each event started. */
export const filingView = async (
  acting: ActingOnCase,
  row: SealedRow<PaperBody>,
  names: ReadonlyMap<string, string>,
): Promise<FilingView> => {
  const { record } = await readCaseRecord(acting, { sealedToo: false })
  const body = bodyOf(acting.desk.packs.forSituation(record.situation).bodies, row.body.body)
  const events = (await allRows<FilingEventBody>(acting.tx, acting.key, 'filing_event'))
    .filter((event) => event.clear.paper_id === row.id)
    .sort((a, b) => (a.body.at < b.body.at ? -1 : 1))
  const nameOf = (id: unknown) => names.get(id as string) ?? '—'
  return {
    id: row.id,
    paper: row.id,
    body: row.body.body,
    bodyName: body?.name ?? { en: row.body.body, ko: row.body.body, zh: row.body.body },
    states: row.body.states,
    persons: row.body.persons,
    hash: row.clear.hash as string,
    releasedAt: (row.clear.released_at as Date).toISOString() as FilingView['releasedAt'],
    releasedBy: [nameOf(row.clear.asked_by), nameOf(row.clear.released_by)],
    events: events.map((event) => ({
      at: event.body.at as FilingView['events'][number]['at'],
      on: event.body.on as Day,
      kind: event.body.kind,
      words: event.body.words,
      by: nameOf(event.body.by),
    })),
    clocks: body
      ? events.flatMap((event) =>
          (eventNames[event.body.kind] ?? []).flatMap((name) => filingClocks(body, name, event.body.on as unknown as PartialDate)),
        )
      : [],
  }
}
