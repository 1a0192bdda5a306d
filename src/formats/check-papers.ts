/** Every fault of papers.yaml and the small files beside it: a sentence that names an unknown value, a paper with an unknown part, body, element, set or source. */
import { partNames } from '../domain/documents/compose.ts'
import { valueNames } from '../domain/documents/fact-values.ts'
import { checkKinds, checkMarks, type Known, member } from './check-bodies.ts'
import type { FaultList } from './faults.ts'
import { maybeDayOf, wordsOf } from './pack-text.ts'
import { template } from './papers-pack.ts'
import type { Placed } from './placed-yaml.ts'

/** The papers of the law and of every situation: names of one may be used in another. */
export const checkPapers = (files: readonly Placed[], known: Known, faults: FaultList): void => {
  const keysOf = (key: string): ReadonlySet<string> => new Set(files.flatMap((file) => file.at(key).keys()))
  const [sets, questions, said] = [keysOf('sets'), keysOf('questions'), keysOf('said')]
  // The person's own wishes are asked for as they are on file.
  const requests = new Set([...keysOf('requests'), 'wishes'])
  const fallback = keysOf('fallback')
  /** A key is a name too: it is refused at the line of its value. */
  const named = (at: Placed, of: { has(key: string): boolean }, what: string): Placed[] =>
    at.keys().map((key) => {
      faults.attempt(() => of.has(key) || at.at(key).refuse(`there is no ${what} “${key}”`))
      return at.at(key)
    })
  const head = (of: { has(key: string): boolean }) => ({ has: (key: string) => of.has(key.split('.')[0]!) })
  for (const at of files) {
    faults.attempt(() => maybeDayOf(at.at('as_of')))
    checkMarks(at, known, faults, true)
    for (const kind of at.at('facts').keys()) faults.attempt(() => checkSentence(at.at('facts').at(kind), kind, known, fallback))
    for (const set of at.at('sets').keys()) checkKinds(at.at('sets').at(set), known, faults)
    for (const outline of named(at.at('parts'), known.bodies, 'body'))
      for (const section of outline.list())
        faults.each(section.list(), (one) => checkPart(one, { sets, requests, said, tests: testsOf(known) }))
    for (const [key, names, what] of [
      ['requestsOf', requests, 'request'],
      ['questionsOf', questions, 'question'],
      ['instrumentsOf', known.instruments, 'instrument'],
    ] as const)
      for (const list of named(at.at(key), head(known.bodies), 'body')) faults.each(list.list(), (one) => member(one, names, what))
    for (const list of named(at.at('pleas'), known.bodies, 'body'))
      faults.each(list.list(), (one) => member(one.at('element'), known.elements, 'element'))
    for (const key of at.at('categories').keys()) {
      const one = at.at('categories').at(key)
      faults.each(one.at('elements').list(), (element) => member(element, known.elements, 'element'))
    }
    for (const key of ['requests', 'questions'])
      for (const name of at.at(key).keys()) for (const list of ['kinds', 'unless']) checkKinds(at.at(key).at(name).at(list), known, faults)
    for (const key of ['duties', 'arguments', 'agreement', 'hurdles', 'indicators'])
      for (const one of at.at(key).list()) {
        checkKinds(one.at('kinds'), known, faults)
        if (one.at('instrument').maybe() !== null) faults.attempt(() => member(one.at('instrument'), known.instruments, 'instrument'))
        faults.each(one.at(key === 'agreement' ? 'for' : 'bodies').list(), (body) => member(body, known.bodies, 'body'))
        if (key === 'indicators') for (const side of ['for', 'against']) checkKinds(one.at(side), known, faults)
      }
    named(at.at('committees'), known.instruments, 'instrument')
    named(at.at('titles'), known.bodies, 'body')
    named(at.at('sourceNames'), { has: (key) => key.split('+').every((one) => known.sources.has(one)) }, 'source')
  }
}

const testsOf = (known: Known): ReadonlySet<string> => new Set([...known.elements].map((one) => one.split('.')[0]!))

/** {value} and [attribute=choice: …] of a sentence about one kind of fact. */
const checkSentence = (at: Placed, kind: string, known: Known, fallback: ReadonlySet<string>): void => {
  const of = known.kinds.get(kind) ?? at.refuse(`there is no kind of fact “${kind}”`)
  const text = template(at)
  // gone = a hand-over has ended what the fact tells.
  const has = (name: string): boolean => of.attrs[name] !== undefined || valueNames.includes(name) || fallback.has(name) || name === 'gone'
  for (const [, name] of text.matchAll(/\{([^{}]+)\}/g)) if (!has(name!)) at.refuse(`“${kind}” has no value “{${name}}”`)
  for (const [, key] of text.matchAll(/\[(\w+)!?=[\w|*-]+:/g)) if (!has(key!)) at.refuse(`“${kind}” has no attribute “${key}”`)
}

type PartNames = { sets: ReadonlySet<string>; requests: ReadonlySet<string>; said: ReadonlySet<string>; tests: ReadonlySet<string> }

const checkPart = (at: Placed, { sets, said, tests }: PartNames): void => {
  const [part, ...rest] = at.text().split(':') as [string, ...string[]]
  const of = rest.join(':')
  if (!partNames.includes(part)) at.refuse(`there is no part of a paper “${part}”`)
  if (part === 'facts' && of !== 'rest' && !sets.has(of)) at.refuse(`there is no set of kinds “${of}”`)
  if (part === 'said' && !said.has(of)) at.refuse(`nothing is said under “${of}”`)
  if (part === 'tests') for (const test of of.split('+')) if (!tests.has(test)) at.refuse(`there is no test “${test}”`)
}

/** Terms and facilities: an id, words in three languages, a certainty where one is given. */
export const checkTerms = (file: Placed, faults: FaultList): void => {
  faults.attempt(() => maybeDayOf(file.at('as_of')))
  const seen = new Set<string>()
  faults.each([...file.at('terms').list(), ...file.at('types').list()], (one) => {
    const id = one.at('id').text()
    if (seen.has(id)) one.at('id').refuse(`“${id}” stands here twice`)
    seen.add(id)
    for (const key of ['en', 'ko']) one.at(key).text()
    if (file.at('terms').list().length > 0) wordsOf(one)
  })
}

/** Patterns of what must not be known: each a regular expression that compiles, with its warning in three languages. */
export const checkPatterns = (file: Placed, faults: FaultList): void => {
  faults.attempt(() => maybeDayOf(file.at('as_of')))
  for (const group of file.at('groups').list()) {
    faults.attempt(() => wordsOf(group.at('why')))
    faults.each(group.at('patterns').list(), (one) => {
      try {
        new RegExp(one.text(), 'u')
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        one.refuse(error.message)
      }
    })
  }
}
