/** Looks for a person before a case is opened. A match in a case that the searcher may not open is not shown: its lead gets the question. */
import { z } from 'zod'
import type { CaseId } from '../basics/id.ts'
import { partialDateFrom } from '../basics/partial-date.ts'
import type { SearchCandidate } from '../domain/documents/desk-api.ts'
import { allCards } from '../store/cards.ts'
import { allGrants } from '../store/cases.ts'
import { askLead } from '../store/lead-questions.ts'
import { type Acting, officeAct } from './action.ts'
import type { Card } from './card.ts'
import { sex, someWords } from './inputs.ts'

const most = 20
export type Sought = { text: string; birth: string | null; sex: 'F' | 'M' | 'X' | 'unknown' | null }

export const searchPeople = officeAct({
  name: 'search-people',
  may: 'search.people',
  // Not a read: a question to another lead is written in the same transaction.
  input: z.object({ text: someWords(200), birth: z.union([z.string().max(60), z.null()]), sex: z.union([sex, z.null()]) }),
  do: async (acting, given): Promise<{ answer: readonly SearchCandidate[] }> => {
    if (given.birth) partialDateFrom(given.birth)
    return { answer: await candidatesFor(acting, given) }
  },
})

export const candidatesFor = async (acting: Acting, sought: Sought): Promise<SearchCandidate[]> => {
  const hits = acting.desk.names.search(sought, most)
  if (hits.length === 0) return []
  const mine = new Map(
    (await allGrants(acting.tx, acting.desk.office, acting.session.member, acting.now))
      .filter(({ grant }) => grant.role !== 'interpreter')
      .map(({ caseId }) => [caseId as string, true]),
  )
  const own = hits.filter((hit) => mine.has(hit.caseId))
  for (const caseId of new Set(hits.filter((hit) => !mine.has(hit.caseId)).map((hit) => hit.caseId)))
    await askLead(acting.tx, acting.desk.vault, acting.desk.office, caseId, acting.session.member, acting.now)
  const cards = await allCards<Card>(
    acting.tx,
    acting.desk.vault,
    acting.desk.office,
    own.map((hit) => hit.caseId),
    acting.desk.cards as Map<CaseId, { rowVersion: number; card: Card }>,
    acting.desk.caseKeys,
  )
  return own.flatMap((hit) => {
    const card = cards.get(hit.caseId)?.card
    return card
      ? [{ caseId: hit.caseId, codeName: card.codeName, person: hit.person, label: card.label, answer: hit.answer, reasons: hit.reasons }]
      : []
  })
}
