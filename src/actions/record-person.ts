/** Adds a person to a case, or changes what is known of one; the earlier version stays. */
import { z } from 'zod'
import type { PersonId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import { changeRow, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { changingAct } from './changing.ts'
import { id, language, partialDate, script, sex, someWords, state, words } from './inputs.ts'

const nullableWords = z.union([words(500), z.null()])
export const personFields = z.object({
  role: z.enum(['self', 'child', 'spouse', 'partner', 'parent', 'sibling', 'grandparent', 'uncle-aunt', 'in-law', 'witness', 'other']),
  names: z
    .array(z.object({ text: z.string().min(1).max(200), script, kind: z.enum(['own', 'document', 'alias', 'romanised', 'public-source']) }))
    .max(20),
  sex,
  births: z.array(z.object({ date: partialDate, source: nullableWords })).max(10),
  ageStatements: z
    .array(
      z.object({
        low: z.int().min(0).max(130),
        high: z.int().min(0).max(130),
        on: z.union([partialDate, z.null()]),
        source: nullableWords,
      }),
    )
    .max(10),
  nationalities: z
    .array(z.object({ state, standing: z.enum(['held', 'claimed', 'attributed', 'disputed']), basis: nullableWords }))
    .max(10),
  languages: z.array(language).max(10),
  livesIn: z.union([state, z.null()]),
  specificNeeds: z.array(someWords(200)).max(30),
  thirdPerson: z.boolean(),
  submitter: z.boolean(),
  note: nullableWords,
})

export const recordPerson = changingAct({
  name: 'record-person',
  may: 'person.record',
  input: personFields.extend({ case: z.string() }),
  do: async (acting, { case: _case, ...fields }): Promise<{ answer: Person; object: string }> => {
    const personId = newId<'person'>()
    await insertRow(acting.tx, acting.key, 'person', personId, fields, acting.now)
    const person = { ...fields, id: personId }
    acting.desk.names.put(acting.caseId, person)
    return { answer: person, object: personId }
  },
})

export const changePerson = changingAct({
  name: 'change-person',
  may: 'person.record',
  input: personFields.extend({ case: z.string(), person: id<'person'>(), reason: someWords(500) }),
  do: async (
    acting,
    { case: _case, person: personId, reason, ...fields },
  ): Promise<{ answer: Person; object: string; details: { reason: string } }> => {
    await changeRow(acting.tx, acting.key, 'person', personId, null, fields, acting.session.member, acting.now)
    const person = { ...fields, id: personId as PersonId }
    acting.desk.names.put(acting.caseId, person)
    return { answer: person, object: personId, details: { reason } }
  },
})
