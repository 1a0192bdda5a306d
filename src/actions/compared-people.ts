/** The people of these cases as records to be compared with others. A case that is closed to all but named people never enters. */
import type { CaseId } from '../basics/id.ts'
import { comparedPerson } from '../domain/people/compared-person.ts'
import type { ComparedPerson } from '../domain/people/duplicates.ts'
import type { Person } from '../domain/people/person.ts'
import type { CustodyPeriod } from '../domain/testimony/fact.ts'
import { openCaseKeys } from '../store/cards.ts'
import { rowsOfCases } from '../store/sealed-rows.ts'
import type { CaseKey } from '../vault/case-key.ts'
import type { Acting } from './action.ts'

/** state = other when anything compared of this person changed. */
export type ComparedRecord = { caseId: CaseId; person: Person; compared: ComparedPerson; state: string }

/** By person. Row security leaves out what the caller may not reach, whatever cases are named. */
export const comparedPeople = async (
  { tx, desk }: Pick<Acting, 'tx' | 'desk'>,
  cases: readonly CaseId[],
): Promise<Map<string, ComparedRecord>> => {
  const open = await openCaseKeys(tx, desk.vault, desk.office, cases, desk.caseKeys)
  const keys = new Map<CaseId, CaseKey>(open.map((caseId) => [caseId, desk.caseKeys.get(caseId)!]))
  const [persons, custodies] = await Promise.all([
    rowsOfCases<Omit<Person, 'id'>>(tx, desk.office, keys, 'person'),
    rowsOfCases<Omit<CustodyPeriod, 'id'>>(tx, desk.office, keys, 'custody_period'),
  ])
  const places = new Map<string, string[]>()
  for (const { body } of custodies)
    for (const person of body.place === null ? [] : body.persons) places.set(person, [...(places.get(person) ?? []), body.place!])
  const byCase = new Map<CaseId, Person[]>()
  const versions = new Map<string, number>()
  for (const row of persons) {
    const together = byCase.get(row.caseId) ?? []
    together.push({ ...row.body, id: row.id as Person['id'] })
    byCase.set(row.caseId, together)
    versions.set(row.id, row.rowVersion)
  }
  const found = new Map<string, ComparedRecord>()
  for (const [caseId, together] of byCase)
    for (const person of together) {
      const held = places.get(person.id) ?? []
      const state = `${person.id}.${versions.get(person.id)}.${held.length}`
      found.set(person.id, { caseId, person, compared: comparedPerson(person, together, held), state })
    }
  return found
}
