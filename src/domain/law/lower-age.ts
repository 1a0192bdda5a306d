/** The lowest age a person can have had on a day: where ages differ the child's lines use the lower one. */
import type { Day } from '../../basics/clock.ts'
import type { LawPerson } from './case-record.ts'
import { lastDay } from './day-bounds.ts'

export const ageOfMajority = 18

/** Whole years, or null when neither birth nor age is told. */
export const lowestAge = (person: LawPerson, on: Day): number | null => {
  const told = [
    ...person.births.flatMap((one) => {
      const born = lastDay(one.date)
      return born === null ? [] : [yearsBetween(born, on)]
    }),
    ...person.ageStatements.map((one) => {
      const when = one.on === null ? null : lastDay(one.on)
      return when === null ? one.low : one.low + yearsBetween(when, on)
    }),
  ]
  return told.length === 0 ? null : Math.max(0, Math.min(...told))
}

export const wasChild = (person: LawPerson, on: Day): boolean => {
  const age = lowestAge(person, on)
  return age !== null && age < ageOfMajority
}

/** Do the ages told lie on both sides of the age of majority? */
export const ageContested = (person: LawPerson, on: Day): boolean =>
  wasChild(person, on) && person.ageStatements.length + person.births.length > 1

/** Whole years from one day to another; negative when it lies before. */
const yearsBetween = (from: Day, to: Day): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
