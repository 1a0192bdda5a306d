/** Reads the rules of a pack: tests and their elements, bearings, risk profiles. */
import type { ArgumentPattern, Bearing, LegalTest, RiskProfile } from '../domain/law/pack.ts'
import { type Names, readCondition } from './pack-condition.ts'
import { type Authorities, certaintyOf, citationOf, isGiven, onlyKeys, textsOf, wordsOf } from './pack-text.ts'
import type { Placed } from './placed-yaml.ts'

export const readTest = (at: Placed, authorities: Authorities): LegalTest => {
  onlyKeys(at, ['id', 'name', 'short', 'nature', 'note', 'elements'])
  return {
    id: at.at('id').text(),
    name: wordsOf(at.at('name')),
    short: at.at('short').raw() == null ? null : wordsOf(at.at('short')),
    note: [at.at('nature').maybe(), at.at('note').maybe()].filter(Boolean).join(' · ') || null,
    elements: at
      .at('elements')
      .list()
      .map((one) => {
        onlyKeys(one, ['id', 'show', 'standard', 'auth', 'evidence', 'note'])
        return {
          id: one.at('id').text(),
          show: wordsOf(one.at('show')),
          standard: one.at('standard').raw() == null ? null : wordsOf(one.at('standard')).en,
          standardWords: one.at('standard').raw() == null ? null : wordsOf(one.at('standard')),
          note: one.at('note').maybe(),
          citations: one
            .at('auth')
            .list()
            .map((auth) => citationOf(auth, authorities)),
        }
      }),
  }
}

const bearingKeys = [
  'el',
  'kind',
  'per',
  'forum',
  'level',
  'states',
  'found_helps',
  'when_missing',
  'gate',
  'bar',
  'for',
  'against',
  'unless',
  'despite',
  'beside',
  'single',
  'note',
  'ask',
]

export const readBearing = (at: Placed, names: Names, tests: readonly LegalTest[]): Bearing => {
  onlyKeys(at, bearingKeys)
  const element = at.at('el').text()
  if (!names.elements.has(element)) at.at('el').refuse(`there is no element “${element}” in tests.yaml`)
  const condition = (key: string) => (at.has(key) ? readCondition(at.at(key), names) : { any: [] })
  const [test, id] = element.split('.')
  return {
    element,
    kind: at.at('kind').oneOf(['fact', 'derived', 'law', 'officer']),
    per: at.at('per').oneOf(['person', 'state', 'custody', 'removal']),
    foundHelps: at.at('found_helps').oneOf(['person', 'state', 'neutral']),
    for: condition('for'),
    against: condition('against'),
    unless: at
      .at('unless')
      .list()
      .map((one) => readCondition(one, names)),
    despite: at.has('despite') ? readCondition(at.at('despite'), names) : null,
    beside: at
      .at('beside')
      .list()
      .map((one) => {
        onlyKeys(one, ['if', 'note'])
        return { when: readCondition(one.at('if'), names), note: one.at('note').text() }
      }),
    bar: at.has('bar') ? readCondition(at.at('bar'), names) : null,
    gate: at.has('gate') ? readCondition(at.at('gate'), names) : null,
    level: at.at('level').maybe() === null ? 'case' : at.at('level').oneOf(['case', 'system']),
    states: at.at('states').maybe() === null ? 'host' : at.at('states').oneOf(['host', 'origin', 'all']),
    single: at.at('single').maybe() === 'true',
    note: at.at('note').maybe(),
    whenMissing: at.at('when_missing').maybe() === null ? 'missing' : at.at('when_missing').oneOf(['missing', 'not-in-issue']),
    ask: { to: at.at('ask').at('to').oneOf(['person', 'family', 'file', 'officer']), words: wordsOf(at.at('ask')) },
    forum: at.at('forum').maybe(),
    citations: tests.flatMap((one) => (one.id === test ? one.elements.filter((el) => el.id === id).flatMap((el) => el.citations) : [])),
  }
}

export const readProfile = (at: Placed, names: Names, authorities: Authorities): RiskProfile => {
  onlyKeys(at, ['id', 'label', 'pattern', 'grounds', 'harms', 'stronger_with', 'flag', 'reasoning', 'counter', 'reply', 'sources'])
  const kinds = (key: string): string[] =>
    at
      .at(key)
      .list()
      .map((one) => (names.kinds.has(one.text()) ? one.text() : one.refuse(`there is no kind of fact “${one.text()}”`)))
  return {
    id: at.at('id').text(),
    label: wordsOf(at.at('label')),
    pattern: readCondition(at.at('pattern'), names),
    grounds: at
      .at('grounds')
      .list()
      .map((one) => one.oneOf(['race', 'religion', 'nationality', 'psg', 'political'])),
    harms: kinds('harms'),
    strongerWith: kinds('stronger_with'),
    flag: at.at('flag').maybe(),
    reasoning: at.at('reasoning').text(),
    counter: textsOf(at.at('counter')),
    reply: textsOf(at.at('reply')),
    citations: at
      .at('sources')
      .list()
      .map((one) => {
        onlyKeys(one, ['s', 'at', 'v'])
        const key = one.at('s').text()
        if (!authorities.sources[key] && !authorities.instruments.has(key)) one.at('s').refuse(`“${key}” is not in sources.yaml`)
        return {
          source: key,
          at: one.at('at').maybe(),
          certainty: certaintyOf(one.at('v')),
          readOn: authorities.sources[key]?.readOn ?? null,
        }
      }),
  }
}

export const readArgument = (at: Placed, names: Names, authorities: Authorities): ArgumentPattern => {
  onlyKeys(at, ['id', 'title', 'caution', 'nodes', 'links'])
  const nodes = at
    .at('nodes')
    .list()
    .map((one) => {
      onlyKeys(one, ['id', 'route', 'words', 'when'])
      return {
        id: one.at('id').text(),
        route: one.at('route').oneOf(['1', '2', 'both']),
        words: wordsOf(one.at('words')),
        when: readCondition(one.at('when'), names),
      }
    })
  const node = (one: Placed): string =>
    nodes.some((other) => other.id === one.text()) ? one.text() : one.refuse(`there is no node “${one.text()}” in this argument`)
  return {
    id: at.at('id').text(),
    title: wordsOf(at.at('title')),
    caution: wordsOf(at.at('caution')),
    nodes,
    links: at
      .at('links')
      .list()
      .map((one) => {
        onlyKeys(one, ['from', 'to', 'words', 'sources', 'weak', 'weak_words'])
        return {
          from: node(one.at('from')),
          to: node(one.at('to')),
          words: wordsOf(one.at('words')),
          citations: one
            .at('sources')
            .list()
            .map((source) => citationOf(source, authorities)),
          weak: one
            .at('weak')
            .list()
            .map((condition) => readCondition(condition, names)),
          weakWords: isGiven(one.at('weak_words')) ? wordsOf(one.at('weak_words')) : null,
        }
      }),
  }
}
