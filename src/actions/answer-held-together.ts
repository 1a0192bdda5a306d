/** Takes the answer to a plain question: are these people held together with those whom a custody names, does the announced transfer concern them. An answer can be changed. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { PersonId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { toldOf } from '../domain/protection/at-risk.ts'
import { heldTogether, type TogetherAnswer } from '../domain/protection/held-together.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { changeRow, getRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import { type CaseFileBody, type FactBody, readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { id } from './inputs.ts'

const answer = z.object({ of: z.string().max(60), persons: z.array(id<'person'>()).min(1).max(2_000), held: z.boolean() })

export const answerHeldTogether = changingAct({
  name: 'answer-held-together',
  may: 'custody.record',
  input: z.object({ case: z.string(), answers: z.array(answer).min(1).max(50) }),
  do: async (acting, { answers }): Promise<{ answer: { kept: true }; object: string; details: { answers: number } }> => {
    const { record } = await readCaseRecord(acting)
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    const before = file.body.together ?? []
    const open = heldTogether(record, before, dayIn(acting.now, 'UTC'))
    for (const given of answers) {
      const asked = open.find((one) => one.of === given.of) ?? refuse('not-found')
      const may = [...asked.ask, ...asked.joined, ...asked.apart]
      if (given.persons.some((person) => !may.includes(person))) refuse('not-found')
      // A “no” about somebody who never joined changes nothing but the answer.
      const persons = given.held ? given.persons : given.persons.filter((person) => asked.joined.includes(person))
      if (persons.length === 0) continue
      if (asked.kind === 'custody') await setCustody(acting, asked.of, persons, given.held)
      const facts = asked.kind === 'transfer' ? [asked.of] : toldOf(record, asked.of).map((fact) => fact.id)
      for (const fact of facts) await setFact(acting, fact, persons, given.held)
    }
    const now: TogetherAnswer[] = answers.flatMap(({ of, persons, held }) => persons.map((person) => ({ of, person, held })))
    const kept = before.filter((old) => !now.some((one) => one.of === old.of && one.person === old.person))
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, { ...file.body, together: [...kept, ...now] })
    return { answer: { kept: true }, object: acting.caseId, details: { answers: now.length } }
  },
})

/** Never left without anybody: what names nobody would cover everybody. */
const withOrWithout = (all: readonly PersonId[], some: readonly PersonId[], held: boolean): PersonId[] => {
  const without = all.filter((person) => !some.includes(person))
  return held ? [...without, ...some] : without.length > 0 ? without : [...all]
}

/** The earlier version of what is changed stays, as with every change. */
export const setCustody = async (acting: ActingOnCase, custody: string, persons: readonly PersonId[], held: boolean): Promise<void> => {
  const row = await getRow<Omit<CustodyPeriod, 'id'>>(acting.tx, acting.key, 'custody_period', custody)
  const body = { ...row.body, persons: withOrWithout(row.body.persons, persons, held) }
  await changeRow(acting.tx, acting.key, 'custody_period', custody, null, body, acting.session.member, acting.now)
}

export const setFact = async (acting: ActingOnCase, fact: string, persons: readonly PersonId[], held: boolean): Promise<void> => {
  const row = await getRow<FactBody>(acting.tx, acting.key, 'fact', fact)
  const body = { ...row.body, about: withOrWithout(row.body.about, persons, held) }
  await changeRow(acting.tx, acting.key, 'fact', fact, null, body, acting.session.member, acting.now)
}
