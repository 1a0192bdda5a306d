/** Keeps who held whom, where and from when to when, with its sources; what is known better later is put right with a reason. */
import { z } from 'zod'
import type { Person } from '../domain/people/person.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { changeRow, findRow, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ActingOnCase } from './action.ts'
import type { CaseFileBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, partialDate, someWords, state, words } from './inputs.ts'

const nullableWords = z.union([words(300), z.null()])

const custodyFields = z.object({
  persons: z.array(id<'person'>()).min(1).max(500),
  state,
  authority: nullableWords,
  place: nullableWords,
  period: partialDate,
  sources: z.array(words(300)).max(20),
  note: nullableWords,
})

export const recordCustody = changingAct({
  name: 'record-custody',
  may: 'custody.record',
  input: custodyFields.extend({ case: z.string() }),
  do: async (acting, { case: _case, ...given }): Promise<{ answer: CustodyPeriod; object: string }> => {
    const custodyId = newId<'custody'>()
    await insertRow(acting.tx, acting.key, 'custody_period', custodyId, given, acting.now)
    await concern(acting, given)
    return { answer: { ...given, id: custodyId }, object: custodyId }
  },
})

/** They were let go, moved, or held by somebody else than was thought: what stood before is kept with the reason. */
export const changeCustody = changingAct({
  name: 'change-custody',
  may: 'custody.record',
  input: custodyFields.extend({ case: z.string(), custody: id<'custody'>(), reason: someWords(500) }),
  do: async (
    acting,
    { case: _case, custody, reason, ...given },
  ): Promise<{ answer: CustodyPeriod; object: string; details: { reason: string } }> => {
    await changeRow(acting.tx, acting.key, 'custody_period', custody, null, given, acting.session.member, acting.now)
    await concern(acting, given)
    return { answer: { ...given, id: custody }, object: custody, details: { reason } }
  },
})

/** Who held the person is a State concerned from then on, each asked on its own; where they were held helps to find them again. */
const concern = async (acting: ActingOnCase, given: Omit<CustodyPeriod, 'id'>): Promise<void> => {
  const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
  const { concerned, origin } = file.body
  if (given.state !== origin && !concerned.includes(given.state))
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, { ...file.body, concerned: [...concerned, given.state] })
  for (const person of given.place ? given.persons : []) {
    const row = await findRow<Omit<Person, 'id'>>(acting.tx, acting.key, 'person', person)
    if (row) acting.desk.names.put(acting.caseId, { ...row.body, id: person }, given.place)
  }
}
