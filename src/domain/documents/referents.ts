/** How a paper calls the people it is about: by name where consent allows, as “the person concerned”, by number in a group, and third persons by degree of kin alone. */

import { wasChild } from '../law/lower-age.ts'
import type { Person, Sex } from '../people/person.ts'
import type { Fact } from '../testimony/fact.ts'
import { numberWords } from './date-words.ts'
import { listWords } from './sentences.ts'
import { upperFirst } from './template.ts'
import type { Writing } from './writing.ts'

export type Referent = { who: string; whom: string; whose: string; self: string; plural: boolean; names: string }

const pronouns: Record<Sex | 'many', readonly [who: string, whom: string, whose: string, self: string]> = {
  F: ['she', 'her', 'her', 'herself'],
  M: ['he', 'him', 'his', 'himself'],
  X: ['they', 'them', 'their', 'themselves'],
  unknown: ['they', 'them', 'their', 'themselves'],
  many: ['they', 'them', 'their', 'themselves'],
}

const pronounFor = (sex: Sex | 'many', names: string): Referent => {
  const [who, whom, whose, self] = pronouns[sex]
  return { who, whom, whose, self, plural: who === 'they', names }
}

/** Five hundred people of whom nobody is known one by one stand in a file as one person without a name and the size of the group. */
export const unknownGroup = (w: Pick<Writing, 'record' | 'persons'>): boolean =>
  w.record.given.groupSize !== undefined &&
  w.record.given.groupSize !== '1' &&
  w.persons.length === 1 &&
  w.persons[0]!.names.length === 0 &&
  w.record.persons.filter((one) => one.role === 'self').length === 1

/** Everyone the paper is about, as one. */
export const everyone = (w: Writing): Referent => {
  // A report speaks of a situation: no event in it is one person’s.
  if (w.body.formKind === 'report') return pronounFor('many', 'the persons concerned')
  if (unknownGroup(w)) return pronounFor('many', 'the persons concerned')
  const [only, ...rest] = w.persons
  if (!only) return pronounFor('many', 'persons whose number is not given')
  if (rest.length > 0) return pronounFor('many', `the ${numberWords(w.persons.length)} persons concerned`)
  const selves = w.record.persons.filter((one) => one.role === 'self').length
  const unnamed = only.role === 'child' ? 'the child concerned' : selves > 1 ? numberOf(w, only) : 'the person concerned'
  const plain = pronounFor(only.sex, w.named ? nameOf(w, only) : unnamed)
  // A single person of unknown sex is “the person concerned” throughout: a singular “they” would read as a group.
  return plain.plural ? single(plain.names) : plain
}

const single = (names: string): Referent => ({ who: names, whom: names, whose: `${names}’s`, self: names, plural: false, names })

/** Latin letters first, as the bodies read them; without a title for a child or where the sex is not on file. */
export const nameOf = (w: Writing, person: Person): string => {
  const name = (person.names.find((one) => one.script === 'latin') ?? person.names[0])?.text ?? numberOf(w, person)
  const title = wasChild(person, w.today) ? '' : person.sex === 'F' ? 'Ms ' : person.sex === 'M' ? 'Mr ' : ''
  return title + name
}

/** The number follows the order of the file, so that it stays when others are left out. */
export const numberOf = (w: Writing, person: Person): string => {
  const role = person.role === 'child' ? 'child' : 'self'
  return `${role === 'child' ? 'Child' : 'Person'} ${w.record.persons.filter((one) => one.role === role).indexOf(person) + 1}`
}

/** Whom a fact is about, as its sentence calls them. A fact about a relative is told from the side of the person concerned. */
export const subjectOf = (w: Writing, fact: Fact): Referent => {
  const all = everyone(w)
  if (w.body.formKind === 'report') return w.persons.length === 1 ? single('this person') : pronounFor('many', 'these persons')
  const own = w.persons.filter((person) => fact.about.includes(person.id))
  if (own.length === 0) {
    const child = w.record.persons.find((person) => person.role === 'child' && fact.about.includes(person.id))
    return child && !w.kinds.get(fact.kind)?.third ? single(`${all.whose} child`) : all
  }
  if (own.length === w.persons.length) return all
  if (own.length === 1) return single(numberOf(w, own[0]!))
  const numbers = own.map((person) => numberOf(w, person))
  const names = numbers.every((one) => one.startsWith('Person '))
    ? `Persons ${listWords(numbers.map((one) => one.replace('Person ', '')))}`
    : listWords(numbers)
  return { who: names, whom: names, whose: `${names}’`, self: 'themselves', plural: true, names }
}

/** The degree of kin, in words; with the sex where only the body reads. */
export const kinOf = (w: Writing, person: Person, exact: boolean): string => {
  const words = w.papers.words
  return (
    (exact && (person.sex === 'F' ? words.kinF?.[person.role] : person.sex === 'M' ? words.kinM?.[person.role] : undefined)) ||
    (words.kinOf?.[person.role] ?? 'relative')
  )
}

/** Who asks for somebody is no witness: a relative whose degree of kin nobody wrote down, a representative, or one of whom nothing is known. */
const otherSpeaker = (w: Writing, speaker: Person): string => {
  const basis = w.record.authorities.find((one) => one.who === speaker.id)?.basis
  if (basis === 'relative' || basis === 'guardian' || basis === 'representative') return `a ${basis}`
  return speaker.names.length > 0 ? 'a witness' : 'a person who is not named'
}

/** A speaker who is not the person concerned. A Government that reads must not learn who the source is: there it is “a close relative”. */
export const speakerName = (w: Writing, speaker: Person | undefined, annex: boolean): string => {
  if (!speaker) return 'a person who is not named'
  if (w.body.formKind === 'report') return 'a person in this situation'
  // In a child’s own paper the parent is no numbered person but the one who speaks for the child.
  if (w.persons.every((one) => one.role === 'child' && one !== speaker)) {
    const guardian = w.record.authorities.some(
      (one) => one.basis === 'guardian' && one.who === speaker.id && w.persons.some((person) => person.id === one.for),
    )
    if (guardian) return `${everyone(w).whose} guardian`
  }
  if (w.persons.includes(speaker) && unknownGroup(w)) return 'one of the persons concerned'
  if (w.persons.includes(speaker)) return w.persons.length === 1 ? everyone(w).names : numberOf(w, speaker)
  if (w.record.persons.some((one) => one.role === 'self' && one.id === speaker.id)) return numberOf(w, speaker)
  if (speaker.role === 'other') return otherSpeaker(w, speaker)
  if (speaker.role === 'witness') return 'a witness'
  return !annex && w.governments.length > 0 ? 'a close relative' : `${everyone(w).whose} ${kinOf(w, speaker, true)}`
}

export const capital = upperFirst
