/** Reads the sentences of outward papers: packs/law/papers.yaml with the words of one situation laid over it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Citation, certainties } from '../basics/source.ts'
import type { PapersPack, Said } from '../domain/documents/papers-pack.ts'
import { texts } from './bodies-pack.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

export const readPapersPack = (packsFolder: string, situation: string): PapersPack => {
  const open = (...path: string[]): Placed => {
    const file = join(packsFolder, ...path)
    return placedYaml(existsSync(file) ? readFileSync(file, 'utf8') : '{}', ['packs', ...path].join('/'))
  }
  return papersPackFrom(open('law', 'papers.yaml'), open('situations', situation, 'papers.yaml'))
}

/** The situation's word prevails over the general one for the same key. */
export const papersPackFrom = (law: Placed, situation: Placed): PapersPack => {
  const both = <T>(key: string, read: (at: Placed) => T): Record<string, T> => ({
    ...record(law.at(key), read),
    ...record(situation.at(key), read),
  })
  const lists = <T>(key: string, read: (at: Placed) => T): T[] => [...law.at(key).list(), ...situation.at(key).list()].map(read)
  return {
    language: law.at('language').text(),
    facts: both('facts', template),
    words: merged(law.at('words'), situation.at('words')),
    fallback: both('fallback', (at) => at.text()),
    titles: both('titles', (at) => at.text()),
    recipients: both('recipients', (at) => at.text()),
    states: both('states', (at) => ({ name: at.at('name').text(), full: at.at('full').text(), people: at.at('people').text() })),
    sets: both('sets', texts),
    parts: both('parts', (at) => at.list().map(texts)),
    lines: both('lines', template),
    duties: lists('duties', (at) => ({
      id: at.at('id').text(),
      instrument: at.at('instrument').text(),
      article: at.at('article').text(),
      side: at.at('side').oneOf(['host', 'origin', 'any']),
      kinds: texts(at.at('kinds')),
      plain: at.at('plain').text(),
      understood: at.at('understood').text(),
    })),
    arguments: lists('arguments', (at) => ({
      id: at.at('id').text(),
      side: at.at('side').oneOf(['host', 'origin', 'any']),
      bodies: texts(at.at('bodies')),
      kinds: texts(at.at('kinds')),
      text: at.at('text').text(),
      citations: cited(at),
    })),
    mandates: both('mandates', (at) => at.text()),
    profiles: both('profiles', (at) => at.text()),
    categories: both('categories', (at) => ({
      elements: texts(at.at('elements')),
      text: template(at.at('text')),
      certainty: at.at('v').oneOf(certainties),
      source: at.at('s').text(),
    })),
    requests: both('requests', (at) => ({ text: template(at.at('text')), kinds: texts(at.at('kinds')), unless: texts(at.at('unless')) })),
    requestsOf: both('requestsOf', texts),
    instrumentsOf: both('instrumentsOf', texts),
    questions: both('questions', (at) => ({ text: template(at.at('text')), kinds: texts(at.at('kinds')), unless: texts(at.at('unless')) })),
    questionsOf: both('questionsOf', texts),
    said: both('said', (at) => at.list().map(said)),
    committees: both('committees', (at) => at.text()),
    indicators: lists('indicators', (at) => ({
      id: at.at('id').text(),
      label: at.at('label').text(),
      for: texts(at.at('for')),
      against: texts(at.at('against')),
      question: at.at('question').text(),
    })),
    pleas: both('pleas', (at) => at.list().map((one) => ({ element: one.at('element').text(), text: template(one.at('text')) }))),
    answers: both('answers', (at) => at.text()),
    competence: law.at('competence').at('party').text(),
    agreement: lists('agreement', (at) => ({
      text: at.at('text').text(),
      bodies: texts(at.at('for')),
      states: statesOf(at),
      citations: cited(at),
    })),
    question: law.has('question') ? { text: law.at('question').at('text').text(), citations: cited(law.at('question')) } : null,
    hurdles: lists('hurdles', (at) => ({ text: at.at('text').text(), citations: cited(at) })),
    sourceNames: both('sourceNames', (at) => at.text()),
  }
}

const statesOf = (at: Placed): string[] | null => (at.has('states') ? texts(at.at('states')) : null)
const said = (at: Placed): Said => ({ text: template(at.at('text')), states: statesOf(at), citations: cited(at) })

const record = <T>(at: Placed, read: (one: Placed) => T): Record<string, T> =>
  Object.fromEntries(at.keys().map((key) => [key, read(at.at(key))]))

const merged = (a: Placed, b: Placed): Record<string, Record<string, string>> =>
  Object.fromEntries(
    [...new Set([...a.keys(), ...b.keys()])].map((key) => [
      key,
      { ...record(a.at(key), (at) => at.text()), ...record(b.at(key), (at) => at.text()) },
    ]),
  )

/** A bracket left open would swallow the rest of a sentence in every paper: refused where it stands. */
export const template = (at: Placed): string => {
  const text = at.text()
  for (const [open, close] of ['[]', '{}', '<>'] as const) {
    let depth = 0
    for (const char of text) {
      if (char === open) depth++
      if (char === close) depth--
      if (depth < 0) break
    }
    if (depth !== 0) return at.refuse(`the brackets ${open}${close} do not match`)
  }
  return text
}

const cited = (at: Placed): Citation[] =>
  at
    .at('s')
    .list()
    .map((one) => ({
      source: one.at('s').text(),
      at: one.at('at').maybe(),
      certainty: one.at('v').oneOf(certainties),
      readOn: one.at('read').maybe(),
    }))
