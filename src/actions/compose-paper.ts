/** Drafts a paper for one body from the record as it stands; a draft is a draft until two people have let it go. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { AccountId, PersonId } from '../basics/id.ts'
import type { PaperView } from '../domain/documents/desk-api.ts'
import { compose } from '../domain/documents/compose.ts'
import type { Paper } from '../domain/documents/paper.ts'
import { assess } from '../domain/law/assess.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { allRows, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ActingOnCase } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, shortText, state } from './inputs.ts'
import { paperView } from './paper-view.ts'
import type { PaperBody } from './papers.ts'

export const composePaper = changingAct({
  name: 'compose-paper',
  may: 'paper.draft',
  input: z.object({ case: z.string(), body: shortText, states: z.array(state).min(1).max(8), persons: z.array(id<'person'>()).min(1).max(500) }),
  do: async (acting, given): Promise<{ answer: PaperView; object: string; details: { body: string } }> => {
    const { record } = await readCaseRecord(acting, { sealedToo: false })
    const earlier = (await allRows<PaperBody>(acting.tx, acting.key, 'paper')).filter((row) => row.body.body === given.body)
    const draftNumber = earlier.length + 1
    const paper = composed(acting, record, { ...given, draftNumber })
    const paperId = newId<'paper'>()
    const body: PaperBody = { body: given.body, states: given.states, persons: given.persons, paper, files: {} }
    await insertRow(acting.tx, acting.key, 'paper', paperId, body, acting.now, { draft_number: draftNumber, author_id: acting.session.member })
    return { answer: await paperView(acting, paperId), object: paperId, details: { body: given.body } }
  },
})

export const composed = (acting: Pick<ActingOnCase, 'desk' | 'now'>, record: CaseRecord, of: { body: string; states: readonly string[]; persons: readonly PersonId[]; draftNumber: number }): Paper => {
  const { law, bodies, papers } = acting.desk.packs.forSituation(record.situation)
  const shown = withShortLabels(record)
  const today = dayIn(acting.now, 'UTC')
  const assessment = assess(shown, law)
  const lines = readiness(shown, assessment, law, bodies, today)
  return compose(shown, assessment, lines, law, bodies, papers, { ...of, language: 'en', today })
}

/** Footnotes name a statement by its short label; the desk's own ids never leave the house. */
const withShortLabels = (record: CaseRecord): CaseRecord => {
  const labels = new Map(record.accounts.map((account) => [account.id as string, (account.label ?? account.id) as AccountId]))
  const short = (account: string) => labels.get(account) ?? (account as AccountId)
  return {
    ...record,
    accounts: record.accounts.map((account) => ({ ...account, id: short(account.id) })),
    facts: record.facts.map((fact) => ({ ...fact, spans: fact.spans.map((span) => ({ ...span, account: short(span.account) })) })),
    consents: record.consents.map((consent) => ({ ...consent, words: consent.words && { ...consent.words, account: short(consent.words.account) } })),
  }
}
