/** The names of everyone in the office's cases, in memory while the desk is unsealed; gone when sealed, never on disk. */
import type { CaseId, PersonId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import type { Person } from '../domain/people/person.ts'
import { buildNameIndex, type IndexedPerson, type Reason } from '../domain/people/search.ts'
import type { NamedPerson } from '../store/name-index.ts'

export type NameHit = { caseId: CaseId; person: PersonId; answer: 'same' | 'possible'; reasons: readonly Reason[] }
export type NameQuestion = { text: string; birth: string | null; sex: Person['sex'] | null; place?: string | null | undefined }
export type NameCards = {
  /** place = where the person was held besides what is known, coarse, as it was written. */
  put(caseId: CaseId, person: Person, place?: string | null): void
  drop(person: PersonId): void
  /** within = only persons of these cases. Refuses with names-being-read until all that was sealed has been read. */
  search(query: NameQuestion, most: number, within?: ReadonlySet<CaseId>): NameHit[]
  /** Rises with every change of a person, or of where one was held. */
  readonly version: number
}
/** How the sealed names come in after unsealing, while the desk is already at work. */
export type NamesComing = {
  cards: NameCards
  /** Persons as they were read; one that was put or dropped meanwhile is newer and stays as it is. */
  take(people: readonly NamedPerson[]): void
  /** Everything is in. */
  done(): void
  /** They will not come, for this reason; every search is told it. */
  failed(reason: unknown): void
}

export const openNameCards = (): NamesComing => {
  const index = buildNameIndex([])
  let version = 0
  let coming = true
  let failure: { reason: unknown } | null = null
  const newer = new Set<string>()
  const changed = (person: PersonId): void => {
    version += 1
    if (coming) newer.add(person)
  }
  return {
    take: (people) => {
      for (const person of people) if (!newer.has(person.key)) index.put(person)
    },
    done: () => {
      index.settle()
      coming = false
      newer.clear()
      version += 1
    },
    failed: (reason) => {
      failure = { reason }
    },
    cards: {
      get version() {
        return version
      },
      put: (caseId, person, place = null) => {
        changed(person.id)
        index.add(cardOf(caseId, person, place ? [place] : []))
      },
      drop: (person) => {
        changed(person)
        index.remove(person)
      },
      search: (query, most, within) => {
        if (failure) throw failure.reason
        if (coming) refuse('names-being-read', { count: String(index.size) })
        return index
          .search(
            {
              text: query.text,
              ...(query.birth ? { birth: query.birth } : {}),
              ...(query.sex ? { sex: query.sex } : {}),
              ...(query.place ? { places: [query.place] } : {}),
            },
            most,
            within,
          )
          .map((found) => ({
            caseId: found.caseId as CaseId,
            person: found.key as PersonId,
            answer: found.answer,
            reasons: found.reasons,
          }))
      },
    },
  }
}

const cardOf = (caseId: CaseId, person: Person, places: readonly string[]): IndexedPerson => ({
  key: person.id,
  caseId,
  names: person.names.map((name) => name.text),
  births: person.births.map((birth) => birth.date),
  sex: person.sex,
  places,
})
