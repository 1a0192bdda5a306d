/** A person of a case as another record of them would be compared: every writing of the name, births, places, and who stands near. */
import type { ComparedPerson, Relative } from './duplicates.ts'
import type { Person } from './person.ts'

/** `others` = the people of the same case; `places` = where this person was held, coarse, as it was written. */
export const comparedPerson = (person: Person, others: readonly Person[], places: readonly string[]): ComparedPerson => ({
  key: person.id,
  names: namesOf(person),
  births: person.births.map((birth) => birth.date),
  sex: person.sex,
  places,
  relatives: relativesOf(person, others),
})

const namesOf = (person: Person): string[] => person.names.map((name) => name.text)
const notKin: readonly Person['role'][] = ['self', 'witness', 'other']

/** Roles are told towards the one person concerned; where a case has several, nobody knows to whom a relative belongs. */
const relativesOf = (person: Person, others: readonly Person[]): Relative[] => {
  const concerned = others.filter((one) => one.role === 'self')
  const self = concerned[0]
  if (concerned.length !== 1 || self === undefined) return []
  if (person.id === self.id)
    return others.filter((one) => !notKin.includes(one.role) && one.names.length > 0).map((one) => ({ as: one.role, names: namesOf(one) }))
  return notKin.includes(person.role) || self.names.length === 0 ? [] : [{ as: `of-${person.role}`, names: namesOf(self) }]
}
