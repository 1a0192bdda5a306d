/** The words of one fact's values: dates, places, authorities, durations, counts, choices, in the pack's own English. */
import { handedOver, stateOfFact } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import { dateWords, durationWords, numberWords, ordinalWords, sinceWords, whenWords } from './date-words.ts'
import type { Referent } from './referents.ts'
import { upperFirst } from './template.ts'
import { stateLabel, stateName, type Writing } from './writing.ts'

/** when replaces the date words where two accounts differ on the date. */
export const factValue =
  (w: Writing, fact: Fact, who: Referent, hedge: string, when: string | null) =>
  (name: string): string | null => {
    const own = fixed(w, fact, who, hedge, when)[name]
    const value = own ? own() : attribute(w, fact, name)
    return value ?? w.papers.fallback[name] ?? null
  }

const fixed = (w: Writing, fact: Fact, who: Referent, hedge: string, when: string | null): Record<string, () => string | null> => ({
  Who: () => upperFirst(who.who),
  who: () => who.who,
  whom: () => who.whom,
  whose: () => who.whose,
  Whose: () => upperFirst(who.whose),
  self: () => who.self,
  '~': () => hedge,
  label: () => (w.kinds.get(fact.kind)?.label.en ?? fact.kind).toLowerCase(),
  home: () => stateName(w, w.record.states.origin),
  when: () => when ?? ended(w, fact, whenOfText(fact)),
  since: () => when ?? (fact.attrs.since ? sinceWords(fact.attrs.since) : whenOfText(fact)),
  from: () => when ?? (fact.attrs.since ? `from ${dateWords(fact.attrs.since)}` : whenOfText(fact)),
  inSince: () => when ?? (fact.attrs.since ? whenWords(fact.attrs.since) : whenOfText(fact)),
  byAgent: () => {
    const agent = authorityWords(w, fact, fact.attrs.authority) ?? actor(w, fact)
    return agent ? `by ${agent}` : null
  },
  rokAuthority: () => authorityWords(w, fact, fact.attrs.authority),
  where: () => (fact.place ? `in ${fact.place}` : null),
  place: () => fact.place,
  residence: () => (fact.place ? `${fact.place}, ${stateLabel(w, w.record.states.origin)}` : stateName(w, w.record.states.origin)),
  at: () => {
    const facility = words(w, 'facility', fact.attrs.facility)
    return facility ? `at ${facility}` : null
  },
  authority: () => authorityWords(w, fact, fact.attrs.authority) ?? actor(w, fact),
  nth: () => (fact.attrs.times ? ordinalWords(fact.attrs.times) : null),
  timesWords: () =>
    fact.attrs.times === '1'
      ? null
      : fact.attrs.times === '2'
        ? 'twice'
        : fact.attrs.times
          ? `${numberWords(fact.attrs.times)} times`
          : null,
  others: () => (fact.attrs.groupSize && Number(fact.attrs.groupSize) !== w.persons.length ? numberWords(fact.attrs.groupSize) : null),
  birthWhen: () => (fact.attrs.birth ? whenWords(fact.attrs.birth) : whenOfText(fact)),
  takenWhen: () => (fact.attrs.takenOn ? whenWords(fact.attrs.takenOn) : null),
  expectedWhen: () => (fact.attrs.expected ? whenWords(fact.attrs.expected) : null),
  publishedWords: () => (fact.attrs.published ? dateWords(fact.attrs.published) : null),
  issuedWords: () => (fact.attrs.issued ? dateWords(fact.attrs.issued) : null),
  askedAboutOpen: () => fact.attrs.askedAbout ?? null,
  relative: () => (fact.attrs.relative && fact.attrs.relative !== 'other' ? kin(w, fact) : 'a relative'),
  RelativeOf: () => upperFirst(kin(w, fact)),
  relativeSome: () => kin(w, fact),
})

/** Names that a sentence may use beside the attributes of its kind. */
export const valueNames: readonly string[] = Object.keys(fixed({} as Writing, {} as Fact, {} as Referent, '', null))

const kin = (w: Writing, fact: Fact): string => {
  // Nothing more than the degree of kin ever leaves: “a parent in the country of origin”.
  const word = words(w, 'relation', fact.attrs.relative) ?? 'relative'
  const many = fact.attrs.number ?? fact.attrs.affected
  return many && many !== '1'
    ? `${numberWords(many)} relatives (${word})`
    : /^[aeiou]/.test(word) && !word.startsWith('un')
      ? `an ${word}`
      : `a${/^uncle/.test(word) ? 'n' : ''} ${word}`
}

const whenOfText = (fact: Fact): string | null => {
  const date = fact.date ?? fact.attrs.period ?? fact.attrs.date ?? null
  return date ? whenWords(date) : null
}

/** What a hand-over ended did not last “since” a day but began on it. */
const ended = (w: Writing, fact: Fact, words: string | null): string | null =>
  words?.startsWith('since ') && handedOver(w.record, fact) ? words.replace(/^since /, 'from ') : words

/** Not known, refused and not asked are never put into a sentence as if they were values. */
const silent = new Set(['unknown', 'refused', 'not-asked', 'other', ''])

const attribute = (w: Writing, fact: Fact, name: string): string | null => {
  const value = fact.attrs[name]
  if (value === undefined || silent.has(value)) return null
  const type = w.kinds.get(fact.kind)?.attrs[name] ?? 'text'
  if (type === 'date') return dateWords(value)
  if (type === 'interval') return whenWords(value)
  if (type === 'duration') return durationWords(value)
  if (type === 'count') return numberWords(value)
  if (type === 'state') return stateName(w, value)
  if (type === 'authority') return authorityWords(w, fact, value)
  if (type === 'language') return words(w, 'language', value)
  if (type === 'body') return w.papers.recipients[value.replaceAll('-', '_')] ?? value
  if (type === 'person' || type === 'span' || type === 'exhibit') return null
  if (type === 'text') return value
  return words(w, type, value) ?? value
}

/** A choice without words of its own (an id of the pack) is left out rather than printed as a code. */
const words = (w: Writing, list: string, value: string | undefined): string | null => {
  if (value === undefined || silent.has(value)) return null
  return w.papers.words[list]?.[value] ?? (/^[a-z0-9]+(-[a-z0-9]+)+$|^[A-Z0-9]+-[A-Z0-9]+$/.test(value) ? null : value)
}

/** “The police of {State}”: the State in whose hands the fact lies, or a third State where the file does not say. */
export const authorityWords = (w: Writing, fact: Fact, value: string | undefined): string | null => {
  const hosts = w.record.states.concerned.filter((one) => one !== w.record.states.origin)
  const state = stateOfFact(w.record, fact) ?? (hosts.length === 1 ? hosts[0]! : null)
  return words(w, 'authority', value)?.replace('{State}', state ? stateName(w, state) : 'a third State') ?? null
}

const actor = (w: Writing, fact: Fact): string | null => {
  if (!fact.actor || silent.has(fact.actor)) return null
  const person = w.record.persons.find((one) => one.id === fact.actor)
  return person ? 'a person known to the submitting party' : authorityWords(w, fact, fact.actor)
}
