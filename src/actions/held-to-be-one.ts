/** With which other records the people of a case are held to be one: a view on what two members judged, never a change of any record. */
import type { CaseId } from '../basics/id.ts'
import type { HeldToBeOne } from '../domain/documents/duplicates-view.ts'
import { pairKey } from '../domain/people/duplicates.ts'
import { counts } from '../domain/people/judgements.ts'
import { casesJudgedWith } from '../store/judgements.ts'
import type { ActingOnCase } from './action.ts'
import { comparedPeople } from './compared-people.ts'
import { isContradicted, type Judged, judgedAmong, judgementView } from './judged-pairs.ts'
import { ownCases } from './own-cases.ts'
import { cardsOf, labelOf } from './search-people.ts'

/** Row security keeps out every pair of which one record lies in a case that is not the reader's; a chain through such a record is not told. */
export const heldToBeOne = async (acting: ActingOnCase, names: ReadonlyMap<string, string>): Promise<HeldToBeOne[]> => {
  const near = await casesJudgedWith(acting.tx, acting.desk.office, acting.caseId)
  if (near.length === 0) return []
  const mine = await ownCases(acting)
  const judged = await judgedAmong(acting, [...mine.keys()])
  const { clusterOf, members } = judged.clusters
  const people = await comparedPeople(acting, casesOf(judged, acting.caseId))
  const cards = await cardsOf(acting, mine)
  return [...people.values()]
    .filter(({ caseId, person }) => caseId === acting.caseId && clusterOf.has(person.id))
    .map(({ person }) => ({
      person: person.id,
      others: (members.get(clusterOf.get(person.id)!) ?? []).flatMap((id) => {
        const other = people.get(id)
        if (!other || id === person.id) return []
        const edge = judged.standing.get(pairKey(person.id, id))
        return [
          {
            record: { caseId: other.caseId, codeName: cards.get(other.caseId)?.card.codeName ?? '', person: id, label: labelOf(other) },
            judgement: edge && counts(edge) && edge.verdict === 'same' ? judgementView(judged, edge, acting.session.member, names) : null,
            contradicted: isContradicted(judged, person.id, id),
          },
        ]
      }),
    }))
    .filter((one) => one.others.length > 0)
}

/** The cases whose records stand in one cluster with a record of this case. */
const casesOf = ({ rows, clusters: { clusterOf, edges } }: Judged, from: CaseId): CaseId[] => {
  const joined = edges.filter(counts).map((edge) => ({ cluster: clusterOf.get(edge.a), row: rows.get(edge.id)! }))
  const here = new Set(joined.filter(({ row }) => row.caseA === from || row.caseB === from).map(({ cluster }) => cluster))
  return [...new Set([from, ...joined.filter(({ cluster }) => here.has(cluster)).flatMap(({ row }) => [row.caseA, row.caseB])])]
}
