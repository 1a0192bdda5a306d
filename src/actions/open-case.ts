/** Opens one case on one page. */
import { z } from 'zod'
import type { CaseHeader, CasePage } from '../domain/documents/desk-api.ts'
import { heldTogether } from '../domain/protection/held-together.ts'
import { teamOf } from '../store/cases.ts'
import { openQuestions } from '../store/lead-questions.ts'
import { allMembers, getOffice } from '../store/members.ts'
import { getRow } from '../store/sealed-rows.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { type Card, headerFrom, renewCard } from './card.ts'
import { readCaseRecord } from './case-record.ts'
import { heldToBeOne } from './held-to-be-one.ts'
import type { OfficeBody } from './house.ts'
import { struckFacts } from './strike-fact.ts'

type Names = ReadonlyMap<string, string>
const getCard = async (acting: ActingOnCase): Promise<{ body: Card; rowVersion: number }> => {
  const { card } = await readCaseRecord(acting, { sealedToo: false })
  if (card) return card
  await renewCard(acting)
  return getRow<Card>(acting.tx, acting.key, 'case_card', acting.caseId)
}

const headerOn = (acting: ActingOnCase, card: { body: Card; rowVersion: number }, team: CaseHeader['team']): CaseHeader => ({
  ...headerFrom(acting.caseId, card.body),
  team,
  myRole: acting.grant.role,
  rowVersion: card.rowVersion,
})

export const headerOf = async (acting: ActingOnCase): Promise<CaseHeader> => headerOn(acting, await getCard(acting), await teamView(acting))

export const teamView = async (acting: ActingOnCase, known: Names | null = null): Promise<CaseHeader['team']> => {
  const names = known ?? (await memberNames(acting))
  return (await teamOf(acting.tx, acting.desk.office, acting.caseId)).map((one) => ({
    member: one.member,
    name: names.get(one.member) ?? '—',
    role: one.role,
    account: one.account,
    until: one.until as CaseHeader['team'][number]['until'],
  }))
}

export const memberNames = async ({ tx, desk }: Pick<ActingOnCase, 'tx' | 'desk'>): Promise<ReadonlyMap<string, string>> => {
  const known = desk.memberNames.find('all')
  if (known) return known
  const seen = desk.memberNames.timesForgotten('all')
  const names = new Map((await allMembers(tx, desk.vault, desk.office)).map((member) => [member.id as string, member.body.name]))
  desk.memberNames.keep('all', seen, names)
  return names
}

const questionsFor = async (acting: ActingOnCase, names: Names): Promise<CasePage['questions']> =>
  (await openQuestions(acting.tx, acting.desk.office, acting.caseId)).map((one) => ({
    id: one.id,
    by: names.get(one.askedBy) ?? '—',
    hour: one.hour as CasePage['questions'][number]['hour'],
  }))

export const openCase = caseAct({
  name: 'open-case',
  may: 'case.open',
  reads: true,
  input: z.object({ case: z.string() }),
  do: async (acting): Promise<{ answer: CasePage }> => {
    const names = await memberNames(acting)
    // Asked in one breath: none of these waits for another's answer.
    const [{ record, versions, card: kept, struck, together }, team, questions, held] = await Promise.all([
      readCaseRecord(acting),
      teamView(acting, names),
      acting.grant.role === 'lead' ? questionsFor(acting, names) : [],
      heldToBeOne(acting, names),
    ])
    const card = kept ?? (await getCard(acting))
    return {
      answer: {
        header: headerOn(acting, card, team),
        record,
        submitterOffered: record.submitter === null ? await offered(acting) : null,
        struck: struckFacts(struck, names),
        together: heldTogether(record, together, record.asOf),
        versions: Object.fromEntries(versions),
        questions,
        heldToBeOne: held,
        counts: { facts: record.facts.length, contradictions: record.contradictions.length, ready: card.body.ready },
      },
    }
  },
})

/** What the office signs with; before anybody said so, its own name as it was set up. */
const offered = async ({ tx, desk }: ActingOnCase): Promise<CasePage['submitterOffered']> =>
  (await getOffice<OfficeBody>(tx, desk.vault, desk.office)).submitter ?? { organisation: desk.organisation, contact: null }
