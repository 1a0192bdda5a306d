/** Opens one case on one page. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { CaseHeader, CasePage } from '../domain/documents/desk-api.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { readiness } from '../domain/proceedings/readiness-of.ts'
import { teamOf } from '../store/cases.ts'
import { openQuestions } from '../store/lead-questions.ts'
import { allMembers } from '../store/members.ts'
import { findRow } from '../store/sealed-rows.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { type Card, headerFrom, renewCard } from './card.ts'
import { readCaseRecord } from './case-record.ts'
import { heldToBeOne } from './held-to-be-one.ts'

export const headerOf = async (acting: ActingOnCase): Promise<CaseHeader> => {
  const row = await findRow<Card>(acting.tx, acting.key, 'case_card', acting.caseId)
  if (!row) {
    await renewCard(acting)
    return headerOf(acting)
  }
  return { ...headerFrom(acting.caseId, row.body), team: await teamView(acting), myRole: acting.grant.role, rowVersion: row.rowVersion }
}

export const teamView = async (acting: ActingOnCase): Promise<CaseHeader['team']> => {
  const names = await memberNames(acting)
  return (await teamOf(acting.tx, acting.desk.office, acting.caseId)).map((one) => ({
    member: one.member,
    name: names.get(one.member) ?? '—',
    role: one.role,
    account: one.account,
    until: one.until as CaseHeader['team'][number]['until'],
  }))
}

export const memberNames = async (acting: Pick<ActingOnCase, 'tx' | 'desk'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await allMembers(acting.tx, acting.desk.vault, acting.desk.office)).map((member) => [member.id as string, member.body.name]))

/** Bodies to which a paper for the first person may go today; the others' lines stand under Proceedings. */
const readyBodies = (acting: ActingOnCase, record: CaseRecord): number => {
  const first = record.persons.find((person) => person.role === 'self')
  const { law, bodies } = acting.desk.packs.forSituation(record.situation)
  const lines = first ? readiness({ ...record, persons: [first] }, null, law, bodies, dayIn(acting.now, 'UTC')) : []
  return new Set(lines.filter((line) => line.opening === 'ready').map((line) => line.body)).size
}

const questionsFor = async (acting: ActingOnCase): Promise<CasePage['questions']> => {
  const names = await memberNames(acting)
  return (await openQuestions(acting.tx, acting.desk.office, acting.caseId)).map((one) => ({
    id: one.id,
    by: names.get(one.askedBy) ?? '—',
    hour: one.hour as CasePage['questions'][number]['hour'],
  }))
}

export const openCase = caseAct({
  name: 'open-case',
  may: 'case.open',
  reads: true,
  input: z.object({ case: z.string() }),
  do: async (acting): Promise<{ answer: CasePage }> => {
    const { record, versions } = await readCaseRecord(acting)
    const header = await headerOf(acting)
    return {
      answer: {
        header,
        record,
        versions: Object.fromEntries(versions),
        questions: acting.grant.role === 'lead' ? await questionsFor(acting) : [],
        heldToBeOne: await heldToBeOne(acting, await memberNames(acting)),
        counts: { facts: record.facts.length, contradictions: record.contradictions.length, ready: readyBodies(acting, record) },
      },
    }
  },
})
