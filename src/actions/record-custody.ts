/** Keeps who held whom, where and from when to when, with its sources. */
import { z } from 'zod'
import type { Person } from '../domain/people/person.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { findRow, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { CaseFileBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id, partialDate, state, words } from './inputs.ts'

const nullableWords = z.union([words(300), z.null()])

export const recordCustody = changingAct({
  name: 'record-custody',
  may: 'custody.record',
  input: z.object({
    case: z.string(),
    persons: z.array(id<'person'>()).min(1).max(500),
    state,
    authority: nullableWords,
    place: nullableWords,
    period: partialDate,
    sources: z.array(words(300)).max(20),
    note: nullableWords,
  }),
  do: async (acting, { case: _case, ...given }): Promise<{ answer: CustodyPeriod; object: string }> => {
    const custodyId = newId<'custody'>()
    await insertRow(acting.tx, acting.key, 'custody_period', custodyId, given, acting.now)
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    const { concerned, origin } = file.body
    // Who held the person is a State concerned from then on; each is asked on its own.
    if (given.state !== origin && !concerned.includes(given.state))
      await changeCaseFile(acting.tx, acting.key, file.rowVersion, { ...file.body, concerned: [...concerned, given.state] })
    for (const person of given.place ? given.persons : []) {
      const row = await findRow<Omit<Person, 'id'>>(acting.tx, acting.key, 'person', person)
      if (row) acting.desk.names.put(acting.caseId, { ...row.body, id: person }, given.place)
    }
    return { answer: { ...given, id: custodyId }, object: custodyId }
  },
})
