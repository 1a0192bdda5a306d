/** Today: who may be removed, what is due, what changed — from the cards of the cases that are the member's own. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { CaseId } from '../basics/id.ts'
import type { CaseHeader } from '../domain/documents/desk-api.ts'
import { placeOfAct } from '../domain/protection/place.ts'
import type { Today } from '../domain/protection/today.ts'
import { changesIn } from '../store/audit.ts'
import { allCards } from '../store/cards.ts'
import { allGrants, type Grant } from '../store/cases.ts'
import { idsRoot } from '../vault/audit.ts'
import { type Acting, officeAct } from './action.ts'
import { type Card, headerFrom } from './card.ts'
import { lawChangeFor } from './law-change.ts'
import { memberNames } from './open-case.ts'

const dueWithinDays = 60
/** More rows than a person reads before asking for the rest. */
const first = 100
/** Reading is not a change; these acts leave lines but never stand under "changed". */
export const readActs = [
  'open-case',
  'read-history',
  'see-today',
  'list-cases',
  'read-exhibit',
  'read-account',
  'see-proceedings',
  'assess-case',
  'look-again-at-case',
  'see-people-lists',
  'open-paper',
  'print-paper',
  'search-people',
  'see-duplicates',
]

/** Opened cards are kept in memory by version until the desk is sealed. */
const myCards = async (acting: Acting): Promise<{ caseId: CaseId; grant: Grant; card: Card; rowVersion: number }[]> => {
  const grants = await allGrants(acting.tx, acting.desk.office, acting.session.member, acting.now)
  const cards = await allCards(acting.tx, acting.desk.vault, acting.desk.office, grants, acting.desk.cards, acting.desk.caseKeys)
  return [...grants].flatMap(([caseId, grant]) => {
    const found = cards.get(caseId)
    return found ? [{ caseId, grant, ...found }] : []
  })
}

export const seeToday = officeAct({
  name: 'see-today',
  may: 'today.read',
  reads: true,
  input: z.object({ all: z.union([z.literal('yes'), z.null()]).optional() }),
  do: async (acting, { all }): Promise<{ answer: Today; details: string }> => {
    const today = dayIn(acting.now, 'UTC')
    const horizon = new Date(Date.parse(acting.now) + dueWithinDays * 86_400_000).toISOString().slice(0, 10)
    const cards = await myCards(acting)
    // A desk may hold a thousand cases: what is not shown is counted and sorted, but no row of it is written.
    const atRisk = cards
      .flatMap(({ caseId, card }) =>
        card.atRisk ? [{ caseId, codeName: card.codeName, row: card.atRisk, order: orderOf(card.atRisk) }] : [],
      )
      .sort(byOrder)
    const longOver = new Date(Date.parse(acting.now) - 30 * 86_400_000).toISOString().slice(0, 10)
    const due = cards.flatMap(({ caseId, card }) =>
      card.due
        .filter((row) => row.waits || (row.on.earliest <= horizon && row.on.latest >= longOver))
        .map((row) => ({ caseId, codeName: card.codeName, row, order: (row.waits ? today : row.on.earliest) as string })),
    )
    due.sort(byOrder)
    const names = await memberNames(acting)
    const codeNames = new Map(cards.map(({ caseId, card }) => [caseId as string, card.codeName]))
    const changed = (
      await changesIn(acting.tx, acting.desk.vault, acting.desk.office, new Set<string>(codeNames.keys()), readActs, 12)
    ).map((entry) => ({
      caseId: entry.caseId as CaseId,
      codeName: codeNames.get(entry.caseId ?? '') ?? '',
      at: entry.at as Today['changed'][number]['at'],
      by: names.get(entry.actor ?? '') ?? '—',
      act: entry.action,
      object: entry.object,
      leadsTo: placeOfAct(entry.action, entry.object, entry.seq),
    }))
    return {
      answer: {
        day: today,
        atRisk: (all ? atRisk : atRisk.slice(0, first)).map(({ caseId, codeName, row }) => ({ caseId, codeName, ...row })),
        atRiskTotal: { cases: atRisk.length, people: atRisk.reduce((sum, { row }) => sum + row.who.count, 0) },
        due: (all ? due : due.slice(0, first)).map(({ caseId, codeName, row }) => ({
          caseId,
          codeName,
          ...row,
          on: row.waits ? { earliest: today, latest: today } : row.on,
          overdueDays: row.waits || row.on.latest >= today ? 0 : Math.floor((Date.parse(today) - Date.parse(row.on.latest)) / 86_400_000),
        })),
        dueTotal: due.length,
        changed,
        law: await lawChangeFor(acting),
        caseCount: cards.length,
      },
      details: idsRoot(cards.map(({ caseId }) => caseId)),
    }
  },
})

/** Who is about to be removed first, then who is told to be removed soonest. */
const orderOf = (row: NonNullable<Card['atRisk']>): string => `${row.urgency === 'imminent' ? 0 : 1}${row.transfer.window ?? '9999'}`
const byOrder = (a: { order: string }, b: { order: string }): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)

export const listCases = officeAct({
  name: 'list-cases',
  may: 'case.list',
  reads: true,
  input: z.object({}),
  do: async (acting): Promise<{ answer: readonly CaseHeader[]; details: string }> => {
    const cards = await myCards(acting)
    const answer = cards.map(({ caseId, grant, card, rowVersion }) => ({
      ...headerFrom(caseId, card),
      team: [],
      myRole: grant.role,
      rowVersion,
    }))
    return { answer, details: idsRoot(cards.map(({ caseId }) => caseId)) }
  },
})
