/** The case that is open: its page, kept fresh, and the small words about its people that every tab needs. */
import { getRouteApi } from '@tanstack/react-router'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { Person } from '../../domain/people/person.ts'
import { useAsk } from '../ask.ts'
import { useWords } from '../words/words.tsx'

const route = getRouteApi('/cases/$caseId')
export const useCaseId = (): string => route.useParams().caseId
export const useCase = () => useAsk('GET /api/cases/:case', { case: useCaseId() }, null)

/** A person by name where one was given, else by how they stand to the person concerned. */
export const usePersonName = (persons: readonly Person[] = []) => {
  const { w } = useWords()
  return (person: Person | undefined): string => {
    if (!person) return w.people.nobody
    const alike = persons.filter((one) => one.role === person.role && one.names.length === 0)
    if (person.names.length === 0 && alike.length > 1) return `${w.terms.personRole[person.role]} ${alike.indexOf(person) + 1}`
    const [first, second] = person.names
    return first
      ? [first.text, second && second.script !== first.script ? second.text : null].filter(Boolean).join(' ')
      : w.terms.personRole[person.role]
  }
}

/** A colleague's name where the record keeps an id; a name passes through. */
export const useMemberName = (): ((member: string) => string) => {
  const members = useAsk('GET /api/members', {}, null)
  return (member) => members.data?.find((one) => one.id === member)?.name ?? member
}

export const useSituation = (id: string | undefined): SituationView | undefined =>
  useAsk('GET /api/situations', {}, null).data?.find((one) => one.id === id)
export const useStateName = (situation: SituationView | undefined) => {
  const { say } = useWords()
  return (code: string): string => {
    const state = situation?.states.find((one) => one.code === code)
    return state ? say(state.name) : code
  }
}
