/** Finds, in a whole paper, the names of third persons and the words that the file itself forbids. Answers with sentence numbers, never with the words. */
import type { CaseRecord } from '../law/case-record.ts'
import type { Paper } from './paper.ts'
import { sentencesOf } from './sentences.ts'

/** The submitter may be named in the annex alone, where the source is given to the body. */
export const mustNotAppear = (record: CaseRecord, paper: Paper, persons: readonly string[]): number[] => {
  const forbidden = record.persons
    .filter((person) => !persons.includes(person.id))
    .flatMap((person) => person.names.map((name) => ({ word: name.text, submitter: person.submitter })))
  const own = (record.given.mustNotAppear ?? '')
    .split(/[;\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
    .map((word) => ({ word, submitter: false }))
  const titles = [paper.title, paper.annex?.title ?? ''].some((title) =>
    record.persons.some((person) => person.names.some((name) => has(title, name.text))),
  )
    ? [0]
    : []
  const found = sentencesOf(paper).filter(({ sentence, part }) =>
    [...forbidden, ...own].some(
      (one) => has(sentence.text, one.word) && !(one.submitter && (part === 'annex' || sentence.key.startsWith('submitter'))),
    ),
  )
  return [...titles, ...found.map((one) => one.sentence.n)]
}

/** Latin names only as whole words: “An” is no finding in “another”. */
const has = (text: string, word: string): boolean => {
  const plain = text.normalize('NFC').toLowerCase()
  const wanted = word.normalize('NFC').toLowerCase()
  if (!/^[\p{Script=Latin}'’\-. ]+$/u.test(wanted)) return plain.includes(wanted)
  return new RegExp(`(?<![\\p{L}])${wanted.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(plain)
}
