/** The names of everyone in the office's cases, in memory while the desk is unsealed; gone when sealed, never on disk. */
import type { CaseId, PersonId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import { buildNameIndex, type IndexedPerson, type Reason } from '../domain/people/search.ts'

export type NameHit = { caseId: CaseId; person: PersonId; answer: 'same' | 'possible'; reasons: readonly Reason[] }
export type NameCards = {
  put(caseId: CaseId, person: Person): void
  drop(person: PersonId): void
  search(query: { text: string; birth: string | null; sex: Person['sex'] | null }, most: number): NameHit[]
}

/** Many at once are put in at the start: adding one looks through all that are there. */
export const openNameCards = (people: readonly { caseId: CaseId; person: Person }[]): NameCards => {
  const caseOf = new Map<string, CaseId>(people.map(({ caseId, person }) => [person.id, caseId]))
  const index = buildNameIndex(people.map(({ person }) => cardOf(person)))
  return {
    put: (caseId, person) => {
      caseOf.set(person.id, caseId)
      index.add(cardOf(person))
    },
    drop: (person) => {
      index.remove(person)
      caseOf.delete(person)
    },
    search: (query, most) =>
      index
        .search({ text: query.text, ...(query.birth ? { birth: query.birth } : {}), ...(query.sex ? { sex: query.sex } : {}) }, most)
        .flatMap((found) => {
          const caseId = caseOf.get(found.key)
          return caseId ? [{ caseId, person: found.key as PersonId, answer: found.answer, reasons: found.reasons }] : []
        }),
  }
}

const cardOf = (person: Person): IndexedPerson => ({
  key: person.id,
  names: person.names.map((name) => name.text),
  births: person.births.map((birth) => birth.date),
  sex: person.sex,
  places: [],
})
