/** The case that is open: its page, kept fresh, and the small words about its people that every tab needs. */
import { getRouteApi } from '@tanstack/react-router'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Vocabulary } from '../../domain/testimony/vocabulary.ts'
import { useAsk } from '../ask.ts'
import { plain, useWords } from '../words/words.tsx'

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

/** A recipient of a consent; one that is made for a State (an embassy) is named with it. */
export const useRecipientName = (states: SituationView['states']) => {
  const { w, say, term } = useWords()
  return (recipient: string): string => {
    const state = states.find((one) => recipient.endsWith(`-${one.code}`))
    return state
      ? `${term(w.terms.recipient, recipient.slice(0, -state.code.length - 1))} (${say(state.name)})`
      : term(w.terms.recipient, recipient)
  }
}

/** An authority by the words of its vocabulary; one that was typed stands as it was typed. */
export const useAuthorityName = () => {
  const { say } = useWords()
  const known = useAsk('GET /api/situations', {}, null).data?.map((one) => one.authorities ?? {}) ?? []
  return (code: string | null | undefined): string | null => {
    if (!code) return null
    const words = known.map((one) => one[code]).find((one) => one !== undefined)
    return words ? say(words) : /^[a-z0-9]+(-[a-z0-9]+)+$/.test(code) ? plain(code) : code
  }
}

/** The value of an attribute in words: a choice by its list, everything else as it stands. */
export const useChoiceWords = (vocabulary: Vocabulary | undefined) => {
  const { w, say, term } = useWords()
  return (list: string, value: string): string => {
    const words = vocabulary?.choiceWords?.[list]?.[value]
    return words ? say(words) : term(w.choices, value)
  }
}
