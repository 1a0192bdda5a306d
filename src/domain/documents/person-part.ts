/** Who the paper is about: one person's particulars as consented, or a table of the persons; names and what identifies go to the annex where consent does not reach. */
import type { Citation } from '../../basics/source.ts'
import type { Person } from '../people/person.ts'
import { dateWords, numberWords } from './date-words.ts'
import type { Block, Sentence } from './paper.ts'
import { everyone, numberOf, unknownGroup } from './referents.ts'
import { line, listWords, onFileCitation, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { mayNameInAnnex, stateLabel, type Writing } from './writing.ts'

export const personPart = (w: Writing): Block[] => (w.persons.length > 1 ? group(w) : single(w, w.persons[0]!, w.named, false))

const single = (w: Writing, person: Person, withName: boolean, annex: boolean): Block[] => {
  const rows = particulars(w, person, withName)
  const note =
    withName || annex
      ? []
      : [
          w.body.recipient === null
            ? 'person-not-named'
            : unknownGroup(w)
              ? 'group-no-names'
              : person.names.length === 0
                ? 'person-no-name'
                : !mayNameInAnnex(w, person)
                  ? 'person-name-withheld'
                  : w.body.hasAnnex === false
                    ? 'person-name-needed'
                    : 'person-unnamed',
        ]
  const all = everyone(w)
  const selves = w.record.persons.filter((one) => one.role === 'self').length
  return [
    ...(selves > 1 && person.role === 'self' && !annex && sharesEvents(w, person)
      ? paragraph([
          say(`person:group:${person.id}`, line(w, 'person-of-group', { Names: upperFirst(all.names), number: numberWords(selves) }), {
            frame: true,
          }),
        ])
      : []),
    ...paragraph(
      note.map((name) =>
        say(`person:note:${person.id}`, line(w, name, { recipient: recipient(w), names: all.names }), {
          frame: name !== 'person-name-needed',
        }),
      ),
    ),
    {
      kind: 'table',
      head: ['Item', 'Particulars'],
      rows: rows.map(([label, text]) => [item(label, `person:${person.id}:${label}`), cell(person, label, text, annex)]),
    },
    ...paragraph([sourceLine(w, [person], annex)]),
  ]
}

/** Several persons of one file went through the same only where a fact or a custody says so of them together. */
const sharesEvents = (w: Writing, person: Person): boolean => {
  const others = new Set<string>(w.record.persons.filter((one) => one.role === 'self' && one.id !== person.id).map((one) => one.id))
  const together = (ids: readonly string[]): boolean => ids.includes(person.id) && ids.some((id) => others.has(id))
  return w.record.facts.some((fact) => together(fact.about)) || w.record.custodies.some((one) => together(one.persons))
}

const recipient = (w: Writing): string => w.papers.recipients[w.body.id] ?? w.body.name.en
/** One sentence under the table says where the particulars come from, instead of a note at every line. */
const sourceLine = (w: Writing, persons: readonly Person[], annex: boolean): Sentence => {
  const all = new Map(persons.flatMap((person) => sources(w, person)).map((one) => [one.source, one]))
  const names = [...all.keys()]
  return say(`person:sources:${annex ? 'annex' : 'main'}`, line(w, 'person-sources', { sources: listWords(names) }), {
    citations: [...all.values()],
    marks: annex ? ['annex-only'] : [],
  })
}
const item = (text: string, key: string): Sentence => say(`${key}:label`, text, { frame: true })

const cell = (person: Person, label: string, text: string, annex: boolean): Sentence =>
  say(`person:${person.id}:${label}`, text, { frame: true, marks: annex ? ['annex-only'] : [] })

/** The record of a person says where it comes from; a public source is named, an account only by its letter. */
const sources = (w: Writing, person: Person): Citation[] => {
  const ids = [...new Set([...person.births, ...person.ageStatements].map((one) => one.source).filter((one) => one !== null))]
  const found = ids.flatMap((id) => {
    const source = w.record.sources.find((one) => one.id === id)
    if (source) return [{ source: source.title, at: source.url, certainty: source.certainty, readOn: null }]
    return w.record.accounts.some((one) => one.id === id) ? [onFileCitation(`statement ${id} on file`)] : []
  })
  return found.length > 0 ? found : [onFileCitation('the record of the person on file')]
}

const particulars = (w: Writing, person: Person, withName: boolean): [label: string, text: string][] => {
  const rows: [string, string | null][] = [
    ['Number of persons', unknownGroup(w) ? numberWords(w.record.given.groupSize!) : null],
    ['Name', withName ? namesInOrder(person) : null],
    ['Sex', w.papers.words.sex?.[person.sex] ?? null],
    ['Date of birth', births(person)],
    ['Age', ages(w, person)],
    ['Nationality', nationalities(w, person)],
    ['Languages', person.languages.map((one) => w.papers.words.language?.[one] ?? one).join(', ') || null],
    ['Occupation', w.record.given.occupation ?? null],
    ['Specific needs', w.governments.length > 0 ? null : person.specificNeeds.join('; ') || null],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== null)
}

/** Latin letters first, as the bodies read them; the other scripts beside them. */
const namesInOrder = (person: Person): string => {
  const [first, ...others] = [...person.names]
    .sort((a, b) => Number(b.script === 'latin') - Number(a.script === 'latin'))
    .map((one) => one.text)
  return others.length > 0 ? `${first} (${others.join(', ')})` : (first ?? '')
}

const births = (person: Person): string | null =>
  upperFirst(person.births.map((one) => dateWords(one.date).replace(/^the (?=[a-z]+ of)/, '')).join(' or ')) +
    (person.births.length > 1 ? ' (sources differ)' : '') || null

/** Ages that differ stand side by side with their sources; none is averaged. */
const ages = (w: Writing, person: Person): string | null => {
  const told = person.ageStatements.map((one) => `${one.low === one.high ? one.low : `${one.low} to ${one.high}`} years`)
  if (told.length === 0) return w.record.given.ageRange ?? null
  return told.length === 1 ? told[0]! : `${told.join(' or ')}; sources differ`
}

const nationalities = (w: Writing, person: Person): string | null =>
  person.nationalities.map((one) => `${stateLabel(w, one.state)}${one.standing === 'held' ? '' : ` (${one.standing})`}`).join('; ') || null

const group = (w: Writing): Block[] => {
  const known = w.named || w.persons.some((person) => mayNameInAnnex(w, person))
  const intro = [
    say('group:intro', line(w, 'group-intro', { Number: upperFirst(numberWords(w.persons.length)) }), {
      citations: [onFileCitation('Records of the persons on file')],
    }),
    say(
      'group:names',
      line(w, known ? 'group-annex' : w.persons.some((one) => one.names.length > 0) ? 'group-names-withheld' : 'group-no-names', {
        recipient: recipient(w),
      }),
      { frame: true },
    ),
  ]
  return [...paragraph(w.named ? intro.slice(0, 1) : intro), table(w, w.named, false), ...paragraph([sourceLine(w, w.persons, false)])]
}

/** Persons in a row of whom the same is known, and who are not named, share one line: nine equal lines would say it nine times. */
const table = (w: Writing, withName: boolean, annex: boolean): Block => {
  const lines: { persons: Person[]; cells: [string, string][] }[] = []
  for (const person of w.persons) {
    const cells = particularsInTable(w, person, withName)
    const last = lines.at(-1)
    if (!withName && last && last.persons[0]!.role === person.role && JSON.stringify(last.cells) === JSON.stringify(cells))
      last.persons.push(person)
    else lines.push({ persons: [person], cells })
  }
  return {
    kind: 'table',
    head: ['Person', ...(withName ? ['Name'] : []), 'Sex', 'Born or aged', 'Nationality'],
    rows: lines.map(({ persons, cells }) => {
      const first = persons[0]!
      return [item(numbersOf(w, persons), `person:${first.id}`), ...cells.map(([label, text]) => cell(first, label, text, annex))]
    }),
  }
}

const particularsInTable = (w: Writing, person: Person, withName: boolean): [string, string][] => [
  ...(withName ? ([['Name', mayNameInAnnex(w, person) ? namesInOrder(person) : line(w, 'table-no-name')]] as [string, string][]) : []),
  ['Sex', w.papers.words.sex?.[person.sex] ?? 'not on file'],
  ['Birth', births(person) ?? ages(w, person) ?? 'not on file'],
  ['Nationality', nationalities(w, person) ?? 'not on file'],
]

/** “Person 3”, or “Persons 1 to 9”; where others stand between them the numbers are listed. */
const numbersOf = (w: Writing, persons: readonly Person[]): string => {
  const [first, last] = [numberOf(w, persons[0]!), numberOf(w, persons.at(-1)!)]
  if (persons.length === 1) return first
  const number = (label: string): number => Number(/\d+$/.exec(label)?.[0])
  const word = persons[0]!.role === 'child' ? 'Children' : 'Persons'
  return number(last) - number(first) === persons.length - 1
    ? `${word} ${number(first)} to ${number(last)}`
    : `${word} ${listWords(persons.map((one) => String(number(numberOf(w, one)))))}`
}

/** For the body alone: the names that the main part may not carry. */
export const personAnnex = (w: Writing): Block[] => {
  if (w.named || !w.persons.some((person) => mayNameInAnnex(w, person))) return []
  const only = w.persons.length === 1 ? w.persons[0] : undefined
  return only ? single(w, only, true, true) : [table(w, true, true)]
}
