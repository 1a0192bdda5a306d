/** Pairs of records that may be of one person, among the cases that are the member's own. Where one record lies elsewhere its lead is asked, and nothing is shown. */
import { z } from 'zod'
import type { CaseId } from '../basics/id.ts'
import type { Duplicates, PairView, PersonRecord } from '../domain/documents/duplicates-view.ts'
import { type Candidate, compareFields, comparePersons, pairKey } from '../domain/people/duplicates.ts'
import { counts } from '../domain/people/judgements.ts'
import type { GrantRole } from '../store/cases.ts'
import { askLeads } from '../store/lead-questions.ts'
import { can } from '../vault/may.ts'
import { type Acting, officeAct } from './action.ts'
import { type ComparedRecord, comparedPeople } from './compared-people.ts'
import type { Desk } from './desk.ts'
import { isContradicted, type Judged, judgedAmong, judgementView } from './judged-pairs.ts'
import { memberNames } from './open-case.ts'
import { ownCases } from './own-cases.ts'
import { cardsOf, labelOf } from './search-people.ts'

const most = 200
const near = 12
/** Between so many people the desk answers others. */
const breath = 25

export const seeDuplicates = officeAct({
  name: 'see-duplicates',
  may: 'search.people',
  // Not a read: a question to another lead is written in the same transaction.
  input: z.object({}),
  do: async (acting): Promise<{ answer: Duplicates }> => {
    const mine = await ownCases(acting)
    const people = await comparedPeople(acting, [...mine.keys()])
    const judged = await judgedAmong(acting, [...mine.keys()])
    const { pairs, elsewhere } = await likelyPairs(acting, people, mine)
    // Once a pair and for ever, in the store: the page is looked at many times a day, and starting the desk anew asks nobody again.
    const asked = [...elsewhere].map(([pair, caseId]) => ({ caseId, pair }))
    askLeads(acting.tx, acting.desk.vault, acting.desk.office, acting.session.member, acting.now, asked)
    const cards = await cardsOf(acting, mine)
    const names = await memberNames(acting)
    const record = (one: ComparedRecord): PersonRecord => ({
      caseId: one.caseId,
      codeName: cards.get(one.caseId)?.card.codeName ?? '',
      person: one.person.id,
      label: labelOf(one),
    })
    const view = (a: string, b: string, table: Candidate['table'] | null): PairView | null => {
      const [left, right] = [people.get(a), people.get(b)]
      if (!left || !right) return null
      const edge = judged.standing.get(pairKey(a, b))
      return {
        left: record(left),
        right: record(right),
        table: table ?? compareFields(left.compared, right.compared),
        judgement: edge ? judgementView(judged, edge, acting.session.member, names) : null,
        contradicted: isContradicted(judged, a, b),
        mayJudge: [left, right].every((one) => allowed(acting, 'person.merge.ask', mine.get(one.caseId)!.role)),
        mayConfirm: [left, right].every((one) => allowed(acting, 'person.merge.confirm', mine.get(one.caseId)!.role)),
      }
    }
    const open = pairs.filter((pair) => !judged.standing.has(pairKey(pair.a, pair.b)) && !isOne(judged, pair.a, pair.b))
    const standing = [...judged.standing.values()].reverse()
    const seen = (edges: typeof standing) => edges.flatMap((edge) => view(edge.a, edge.b, null) ?? [])
    return {
      answer: {
        toJudge: open.slice(0, most).flatMap((pair) => view(pair.a, pair.b, pair.table) ?? []),
        more: Math.max(0, open.length - most),
        waiting: seen(standing.filter((edge) => !counts(edge))),
        judged: seen(standing.filter(counts)),
      },
    }
  },
})

const allowed = ({ desk, session, now }: Acting, verb: 'person.merge.ask' | 'person.merge.confirm', role: GrantRole): boolean =>
  can(
    { member: session.member, office: desk.office, roles: session.roles },
    verb,
    { kind: 'case', office: desk.office, grant: { standing: role, until: null, account: null }, account: null },
    now,
  )

/** Joined already by a chain of confirmed judgements: to judge it once more would say nothing new. */
const isOne = ({ clusters }: Judged, a: string, b: string): boolean =>
  clusters.clusterOf.has(a) && clusters.clusterOf.get(a) === clusters.clusterOf.get(b)

type Likely = { pairs: readonly Candidate[]; elsewhere: ReadonlyMap<string, CaseId> }
/** Kept while nothing changes: who judges pair after pair does not wait for all to be compared again. Goes with the desk. */
const keptPairs = new WeakMap<Desk, Map<string, { state: string; likely: Likely }>>()

const likelyPairs = async (
  { desk, session }: Acting,
  people: ReadonlyMap<string, ComparedRecord>,
  mine: ReadonlyMap<CaseId, unknown>,
): Promise<Likely> => {
  const byMember = keptPairs.get(desk) ?? new Map<string, { state: string; likely: Likely }>()
  keptPairs.set(desk, byMember)
  const state = `${desk.names.version} ${[...mine.keys()].sort().join()} ${[...people.values()]
    .map((one) => one.state)
    .sort()
    .join()}`
  const known = byMember.get(session.member)
  if (known?.state === state) return known.likely
  const likely = await comparedPairs(desk, people, mine)
  byMember.set(session.member, { state, likely })
  return likely
}

const comparedPairs = async (
  desk: Desk,
  people: ReadonlyMap<string, ComparedRecord>,
  mine: ReadonlyMap<CaseId, unknown>,
): Promise<Likely> => {
  const found = new Map<string, Candidate | null>()
  const elsewhere = new Map<string, CaseId>()
  const own = new Set(mine.keys())
  let looked = 0
  for (const { person, compared } of people.values()) {
    looked += 1
    if (looked % breath === 0) await new Promise((next) => setImmediate(next))
    for (const text of compared.names) {
      const sought = { text, birth: compared.births[0] ?? null, sex: compared.sex }
      // Elsewhere only a name that is the same, with nothing known against it, is worth a lead's time.
      for (const hit of desk.names.search(sought, near))
        if (!mine.has(hit.caseId) && hit.answer === 'same') elsewhere.set(pairKey(person.id, hit.person), hit.caseId)
      // One's own are looked for apart: namesakes elsewhere must not crowd them out.
      for (const hit of desk.names.search(sought, near, own)) {
        const other = people.get(hit.person)
        const key = pairKey(person.id, hit.person)
        if (hit.person === person.id || !other || found.has(key)) continue
        const [left, right] = person.id < hit.person ? [compared, other.compared] : [other.compared, compared]
        found.set(key, comparePersons(left, right))
      }
    }
  }
  const pairs = [...found.values()].filter((one) => one !== null)
  return { pairs: pairs.sort((x, y) => y.rank - x.rank || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1)), elsewhere }
}
