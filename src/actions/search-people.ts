/** Looks for a person before a case is opened. A match in a case that the searcher may not open is not shown: its lead gets the question. */
import { z } from 'zod'
import type { CaseId } from '../basics/id.ts'
import { partialDateFrom } from '../basics/partial-date.ts'
import type { SearchCandidate } from '../domain/documents/desk-api.ts'
import { type ComparedPerson, compareFields, type FieldReason, rankOf } from '../domain/people/duplicates.ts'
import { allCards } from '../store/cards.ts'
import type { Grant } from '../store/cases.ts'
import { askLeads } from '../store/lead-questions.ts'
import { type Acting, officeAct } from './action.ts'
import { type ComparedRecord, comparedPeople } from './compared-people.ts'
import { sex, someWords, words } from './inputs.ts'
import type { NameHit } from './name-cards.ts'
import { ownCases } from './own-cases.ts'

/** So many of one's own are shown, and the leads of so many others are asked. */
const most = 20
export type Sought = {
  text: string
  birth: string | null
  sex: 'F' | 'M' | 'X' | 'unknown' | null
  place?: string | null | undefined
  relative?: string | null | undefined
}

export const searchPeople = officeAct({
  name: 'search-people',
  may: 'search.people',
  // Not a read: a question to another lead is written in the same transaction.
  input: z.object({
    text: someWords(200),
    birth: z.union([z.string().max(60), z.null()]),
    sex: z.union([sex, z.null()]),
    place: z.union([words(200), z.null()]).optional(),
    relative: z.union([words(200), z.null()]).optional(),
  }),
  do: async (acting, given): Promise<{ answer: readonly SearchCandidate[] }> => {
    if (given.birth) partialDateFrom(given.birth)
    return { answer: await candidatesFor(acting, given) }
  },
})

/** known = records read already in this act, by case: a list of five hundred asks five hundred times of the same cases. */
export const candidatesFor = async (
  acting: Acting,
  sought: Sought,
  known: Map<CaseId, ReadonlyMap<string, ComparedRecord>> = new Map(),
): Promise<SearchCandidate[]> => {
  const { tx, desk } = acting
  const hits = desk.names.search(sought, most)
  if (hits.length === 0) return []
  const mine = await ownCases(acting)
  // One's own are looked for apart: namesakes in other cases must not crowd them out.
  const own = desk.names.search(sought, most, new Set(mine.keys()))
  const elsewhere = [...new Set(hits.map((hit) => hit.caseId))].filter((caseId) => !mine.has(caseId))
  askLeads(
    tx,
    desk.vault,
    desk.office,
    acting.session.member,
    acting.now,
    elsewhere.map((caseId) => ({ caseId, pair: null })),
  )
  const cases = [...new Set(own.map((hit) => hit.caseId))]
  const fresh = cases.filter((caseId) => !known.has(caseId))
  // Asked in one breath; neither waits for the other.
  const [cards, read] = await Promise.all([
    cardsOf(acting, new Map(cases.map((caseId) => [caseId, mine.get(caseId)!]))),
    fresh.length > 0 ? comparedPeople(acting, fresh) : new Map<string, ComparedRecord>(),
  ])
  for (const caseId of fresh) known.set(caseId, read)
  const left = comparedSought(sought)
  return own
    .flatMap((hit) => {
      const card = cards.get(hit.caseId)?.card
      const record = known.get(hit.caseId)?.get(hit.person)
      if (!card || !record) return []
      const { codeName } = card
      const { caseId, person, answer, reasons } = hit
      return [{ caseId, codeName, person, label: labelOf(record), answer, reasons, table: tableOf(left, record, hit) }]
    })
    .sort((a, b) => Number(b.answer === 'same') - Number(a.answer === 'same') || rankOf(b.table) - rankOf(a.table))
}

export const cardsOf = (acting: Acting, grants: ReadonlyMap<CaseId, Grant>) =>
  allCards(acting.tx, acting.desk.vault, acting.desk.office, grants, acting.desk.cards, acting.desk.caseKeys)

/** The names of the one person, not of the case: a case of forty has one card. */
export const labelOf = ({ person }: ComparedRecord): string => person.names.map((name) => name.text).join(' ')

const comparedSought = (sought: Sought): ComparedPerson => ({
  key: '',
  names: [sought.text],
  births: sought.birth ? [sought.birth] : [],
  sex: sought.sex ?? 'unknown',
  places: sought.place?.trim() ? [sought.place.trim()] : [],
  relatives: sought.relative?.trim() ? [{ as: 'any', names: [sought.relative.trim()] }] : [],
})

/** What the index found by a slip of the pen no system of spelling explains: its own reason stands for the name then. */
const tableOf = (left: ComparedPerson, record: ComparedRecord, hit: NameHit): FieldReason[] =>
  compareFields(left, record.compared).map((row) =>
    row.field === 'name' && row.answer === 'disagrees' && hit.reasons[0] ? { ...row, answer: 'close', reason: hit.reasons[0] } : row,
  )
