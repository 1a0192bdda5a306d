/** Shows the lists of people that were brought into a case, and takes one out again whole, as long as no later work stands on its people. */
import { z } from 'zod'
import type { Instant } from '../basics/clock.ts'
import type { PersonId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { PeopleBatch, StandsOn } from '../domain/documents/people-list-api.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { judgedPersons } from '../store/judgements.ts'
import { removeBatch } from '../store/people.ts'
import { allRows } from '../store/sealed-rows.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import { setCustody, setFact } from './answer-held-together.ts'
import { type CaseFileBody, readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id } from './inputs.ts'
import { memberNames } from './open-case.ts'
import type { PaperBody } from './papers.ts'

type Stands = readonly { person: PersonId; on: readonly StandsOn[] }[]
/** leaves: what the people joined by an answer, or share with others, and simply leave again. */
type Found = { batches: readonly { batch: string; hour: string; persons: readonly PersonId[]; standing: Stands; leaves: Leaves }[] }
type Leaves = { facts: readonly string[]; custodies: readonly string[] }

const batchesOf = async (acting: ActingOnCase): Promise<Found> => {
  const rows = (await allRows(acting.tx, acting.key, 'person')).filter((row) => row.clear.batch_id !== null)
  if (rows.length === 0) return { batches: [] }
  const { record, together } = await readCaseRecord(acting, { sealedToo: true })
  const papers = await allRows<PaperBody>(acting.tx, acting.key, 'paper')
  const judged = await judgedPersons(acting.tx, acting.desk.office, acting.caseId)
  const joined = (of: string, person: PersonId): boolean => together.some((one) => one.held && one.of === of && one.person === person)
  const custodyOf = (fact: { id: string; custody: string | null }) => [fact.id, fact.custody].filter((one) => one !== null)
  const batches = [...new Set(rows.map((row) => row.clear.batch_id as string))].map((batch) => {
    const mine = rows.filter((row) => row.clear.batch_id === batch)
    const persons = mine.map((row) => row.id as PersonId)
    const remain = (named: readonly PersonId[]): boolean => named.some((one) => !persons.includes(one))
    const on = (person: PersonId): StandsOn[] => [
      ...record.facts
        .filter((fact) => fact.about.includes(person) && !(custodyOf(fact).some((of) => joined(of, person)) && remain(fact.about)))
        .map((fact) => ({ noun: 'fact' as const, label: fact.label })),
      ...record.accounts
        .filter((account) => account.speaker === person)
        .map((account) => ({ noun: 'account' as const, label: account.label ?? null })),
      ...record.custodies
        .filter((period) => period.persons.includes(person) && !remain(period.persons))
        .map((period) => ({ noun: 'custody' as const, label: period.place ?? period.state })),
      ...record.authorities
        .filter((one) => one.for === person || one.who === person)
        .map(() => ({ noun: 'authority' as const, label: null })),
      ...record.consents.filter((one) => one.person === person || one.by === person).map(() => ({ noun: 'consent' as const, label: null })),
      ...record.findings.filter((one) => one.person === person).map(() => ({ noun: 'finding' as const, label: null })),
      ...papers.filter((row) => row.body.persons.includes(person)).map(() => ({ noun: 'paper' as const, label: null })),
      ...(judged.has(person) ? [{ noun: 'judgement' as const, label: null }] : []),
    ]
    const standing = persons.map((person) => ({ person, on: on(person) })).filter((one) => one.on.length > 0)
    const leaves = {
      facts: record.facts.filter((fact) => fact.about.some((person) => persons.includes(person))).map((fact) => fact.id as string),
      custodies: record.custodies.filter((one) => one.persons.some((person) => persons.includes(person))).map((one) => one.id as string),
    }
    return { batch, hour: mine[0]!.createdHour, persons, standing, leaves }
  })
  return { batches }
}

export const seePeopleLists = caseAct({
  name: 'see-people-lists',
  may: 'case.open',
  reads: true,
  input: z.object({ case: z.string() }),
  do: async (acting): Promise<{ answer: readonly PeopleBatch[] }> => {
    const { batches } = await batchesOf(acting)
    const { lists = [] } = (await getCaseFile<CaseFileBody>(acting.tx, acting.key)).body
    const names = await memberNames(acting)
    return {
      answer: batches.map(({ batch, hour, persons, standing }) => {
        const list = lists.find((one) => one.batch === batch)
        return {
          batch,
          at: (list?.at ?? hour) as Instant,
          by: names.get(list?.by ?? '') ?? '—',
          file: list?.file ?? '',
          people: persons.length,
          standing,
        }
      }),
    }
  },
})

/** All of them or none. What they share with others of the case, a custody or a fact they joined by an answer, they leave; the others stay in it. */
export const undoPeopleList = changingAct({
  name: 'undo-people-list',
  may: 'person.record',
  input: z.object({ case: z.string(), batch: id<'batch'>() }),
  do: async (acting, { batch }): Promise<{ answer: { removed: number }; object: string; details: { removed: number } }> => {
    const found = (await batchesOf(acting)).batches.find((one) => one.batch === batch)
    if (!found) return refuse('not-found')
    if (found.standing.length > 0) refuse('batch-in-use', { people: String(found.standing.length) })
    for (const custody of found.leaves.custodies) await setCustody(acting, custody, found.persons, false)
    for (const fact of found.leaves.facts) await setFact(acting, fact, found.persons, false)
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, {
      ...file.body,
      lists: (file.body.lists ?? []).filter((one) => one.batch !== batch),
      together: (file.body.together ?? []).filter((one) => !found.persons.includes(one.person)),
    })
    const removed = await removeBatch(acting.tx, acting.desk.office, acting.caseId, batch)
    for (const person of found.persons) acting.desk.names.drop(person)
    return { answer: { removed }, object: batch, details: { removed } }
  },
})
