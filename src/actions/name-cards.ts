/** The names of everyone in the office's cases, in memory while the desk is unsealed; gone when sealed, never on disk. */
import type { CaseId, PersonId } from '../basics/id.ts'
import type { Person } from '../domain/people/person.ts'
import { buildNameIndex, type IndexedPerson, type Reason } from '../domain/people/search.ts'

export type NameHit = { caseId: CaseId; person: PersonId; answer: 'same' | 'possible'; reasons: readonly Reason[] }
export type NameQuestion = { text: string; birth: string | null; sex: Person['sex'] | null; place?: string | null | undefined }
export type NameCards = {
  /** place = where the person was held besides what is known, coarse, as it was written. */
  put(caseId: CaseId, person: Person, place?: string | null): void
  drop(person: PersonId): void
  search(query: NameQuestion, most: number): NameHit[]
  /** Rises with every change of a person, or of where one was held. */
  readonly version: number
}

/** Many at once are put in at the start: adding one looks through all that are there. */
export const openNameCards = (people: readonly { caseId: CaseId; person: Person; places?: readonly string[] }[]): NameCards => {
  const caseOf = new Map<string, CaseId>(people.map(({ caseId, person }) => [person.id, caseId]))
  const placesOf = new Map<string, readonly string[]>(
    people.flatMap(({ person, places = [] }) => (places.length > 0 ? [[person.id as string, places] as const] : [])),
  )
  const index = buildNameIndex(people.map(({ person, places }) => cardOf(person, places)))
  let version = 0
  return {
    get version() {
      return version
    },
    put: (caseId, person, place = null) => {
      version += 1
      caseOf.set(person.id, caseId)
      if (place) placesOf.set(person.id, [...(placesOf.get(person.id) ?? []), place])
      index.add(cardOf(person, placesOf.get(person.id)))
    },
    drop: (person) => {
      version += 1
      index.remove(person)
      caseOf.delete(person)
      placesOf.delete(person)
    },
    search: (query, most) =>
      index
        .search(
          {
            text: query.text,
            ...(query.birth ? { birth: query.birth } : {}),
            ...(query.sex ? { sex: query.sex } : {}),
            ...(query.place ? { places: [query.place] } : {}),
          },
          most,
        )
        .flatMap((found) => {
          const caseId = caseOf.get(found.key)
          return caseId ? [{ caseId, person: found.key as PersonId, answer: found.answer, reasons: found.reasons }] : []
        }),
  }
}

const cardOf = (person: Person, places: readonly string[] = []): IndexedPerson => ({
  key: person.id,
  names: person.names.map((name) => name.text),
  births: person.births.map((birth) => birth.date),
  sex: person.sex,
  places,
})
