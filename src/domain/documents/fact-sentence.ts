/** One fact, one sentence: with its hedge where it is only reported or alleged, both dates where accounts differ, and its sources. */
import type { Citation } from '../../basics/source.ts'
import type { StateCode } from '../people/person.ts'
import { handedOver, ofHolder, stateOfFact } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import { whenWords } from './date-words.ts'
import { factValue } from './fact-values.ts'
import type { Sentence } from './paper.ts'
import { everyone, speakerName, subjectOf } from './referents.ts'
import { line, onFileCitation, say } from './sentences.ts'
import { fillTemplate, lowerFirst, upperFirst } from './template.ts'
import { stateLabel, stateName, type Writing } from './writing.ts'

/** twin = the other version of the same event; second = this one is told after it. annex = who the source is may be said. */
export type Told = { twin: Fact | null; second: boolean; annex: boolean }

export const factSentence = (w: Writing, fact: Fact, told: Told): Sentence => {
  const { twin, annex } = told
  const date = twin !== null && dateOnly(fact, twin)
  const facts = [fact, ...(twin ? [twin] : [])]
  const key = `fact:${fact.kind}:${facts.map((one) => one.id).join('+')}${told.second ? ':2' : ''}`
  const body = ofOther(
    w,
    fact,
    fact.summary && !date ? summary(w, fact, twin !== null) : sentence(w, fact, date ? bothDates(w, fact, twin, annex) : null),
  )
  const text = twin === null ? alone(w, fact, body) : date ? tail(body, line(w, 'accounts-differ')) : version(w, body, told.second)
  return say(key, text, {
    facts: facts.map((one) => one.id),
    citations: (date ? facts : [fact]).flatMap((one) => citations(w, one)),
    marks: [...marks(fact, twin), ...(annex ? (['annex-only'] as const) : [])],
  })
}

/** In a file of several States nobody may read the act of one as the act of the one that is addressed. */
const ofOther = (w: Writing, fact: Fact, text: string): string => {
  const holders = w.record.states.concerned.filter((state) => state !== w.record.states.origin)
  if (!ofHolder(fact) || w.states.length === 0 || (holders.length < 2 && w.states.includes(holders[0]!))) return text
  const holder = stateOfFact(w.record, fact)
  if (holder === null) return holders.length > 1 ? tail(text, line(w, 'in-hands-unknown')) : text
  return w.states.includes(holder) || names(w, text, holder) ? text : tail(text, line(w, 'in-hands-other', { State: stateName(w, holder) }))
}

/** “Chinese police” names the State too; a first word that many States share names none. */
const names = (w: Writing, text: string, state: StateCode): boolean => {
  const [first = ''] = stateLabel(w, state).split(' ')
  const own =
    first.length > 2 &&
    !/^(the|republic|united|democratic|central|south|north|new|saint|equatorial|papua|sierra|costa|el|san)$/i.test(first)
  return text.includes(stateName(w, state)) || (own && new RegExp(`\\b${first.slice(0, 4)}`).test(text))
}

/** Only the day is in dispute; the event itself is told once. */
export const dateOnly = (fact: Fact, twin: Fact): boolean =>
  fact.kind === twin.kind && (fact.disputedPart === 'date' || twin.disputedPart === 'date')

const sentence = (w: Writing, fact: Fact, when: string | null): string => {
  const who = subjectOf(w, fact)
  // A kind that a situation added without a sentence is told by its label, never left out.
  const template = w.papers.facts[fact.kind] ?? w.papers.lines['fact-plain'] ?? ''
  return upperFirst(
    fillTemplate(template, {
      plural: who.plural,
      value: factValue(w, fact, who, hedge(fact), when),
      attr: (name) => attrOf(w, fact, name),
    }),
  )
}

/** After a hand-over nobody is “still held” by the State that handed over, and no removal is in prospect any more. */
const attrOf = (w: Writing, fact: Fact, name: string): string | null =>
  name === 'gone'
    ? handedOver(w.record, fact)
      ? 'yes'
      : 'no'
    : name === 'currentlyHeld' && handedOver(w.record, fact)
      ? null
      : (fact.attrs[name] ?? null)

/** Own words of the recorder stand as written; what is only reported is said behind them. */
const summary = (w: Writing, fact: Fact, versioned: boolean): string => {
  const text = fact.summary!.trim().replace(/\.?$/, '.')
  // What is said of a condition (“they are said to be orphans”) has no day of its own.
  const when = fact.date && !/\d{4}|\b(is|are)\b/.test(text) ? whenWords(fact.date) : null
  const hedged =
    hedge(fact).trim() && hedges(w, fact) && !versioned && !/reported|alleged|is said|are said/i.test(text)
      ? fact.standing === 'open'
        ? 'alleged'
        : 'reported'
      : null
  // A date goes in front only where the first word may be written small; otherwise behind, so that no name loses its capital.
  if (when && !versioned && mayBeSmall.test(text)) return behind(`${upperFirst(when)}, ${lowerFirst(text)}`, [hedged])
  return behind(text, [when?.replace(/^on /, '') ?? null, hedged])
}

/** That two statements differ is seen on the file itself and is not “alleged”: such kinds have no place for a hedge in their own sentence. */
const hedges = (w: Writing, fact: Fact): boolean => w.papers.facts[fact.kind]?.includes('{~}') ?? true

const behind = (text: string, words: readonly (string | null)[]): string => {
  const said = words.filter(Boolean).join('; ')
  return said ? text.replace(/(\))?\.$/, (_, closing?: string) => (closing ? `; ${said}).` : ` (${said}).`)) : text
}

const mayBeSmall =
  /^(The|She|He|They|It|A|An|No|Nobody|Nothing|Her|His|Their|After|Officials|Officers|Police|Guards|Authorities|Members|Relatives|Persons|Others|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b/

const hedge = (fact: Fact): string =>
  fact.standing === 'open'
    ? 'allegedly '
    : fact.standing === 'benefit-of-doubt' || fact.hand === 'second' || (fact.standing === 'disputed' && fact.disputedPart === null)
      ? 'reportedly '
      : ''

const bothDates = (w: Writing, fact: Fact, twin: Fact, annex: boolean): string =>
  [fact, twin].map((one) => `${one.date ? whenWords(one.date) : 'on a date not given'} (${by(w, one, annex)})`).join(' or ')

const by = (w: Writing, fact: Fact, annex: boolean): string => {
  const account = w.record.accounts.find((one) => one.id === fact.spans[0]?.account)
  if (!account) return line(w, 'by-public')
  const speaker = w.record.persons.find((one) => one.id === account.speaker)
  if (speaker && w.persons.includes(speaker) && account.hand !== 'first') return line(w, 'by-second')
  return speaker && w.persons.includes(speaker)
    ? line(w, 'by-own', { whose: everyone(w).whose })
    : line(w, 'by-relative', { relative: speakerName(w, speaker, annex) })
}

/** A disputed point whose other version is not in this paper is marked so; it is never told as settled. */
const alone = (w: Writing, fact: Fact, body: string): string =>
  fact.standing === 'disputed'
    ? tail(body, fact.disputedPart ? `on the ${fact.disputedPart}, ${line(w, 'accounts-differ')}` : line(w, 'accounts-differ'))
    : body

const version = (w: Writing, body: string, second: boolean): string => {
  const opening = w.papers.lines[second ? 'other-version' : 'one-version'] ?? ''
  const own = body.replace(/\breportedly /, '')
  const start = mayBeSmall.test(own) ? lowerFirst(own) : own
  return second ? tail(opening + start, line(w, 'neither')) : opening + start
}

const tail = (text: string, words: string): string => text.replace(/\.$/, `; ${words}.`)

const marks = (fact: Fact, twin: Fact | null): Sentence['marks'][number][] => [
  ...(twin || fact.standing === 'disputed' ? (['disputed'] as const) : []),
  ...(fact.standing === 'open' ? (['alleged'] as const) : []),
  ...(fact.hand === 'second' ? (['second-hand'] as const) : []),
]

const citations = (w: Writing, fact: Fact): Citation[] => [
  ...fact.publicSources.flatMap((id) =>
    w.record.sources
      .filter((one) => one.id === id)
      .map((one) => ({ source: one.title, at: one.url, certainty: one.certainty, readOn: null })),
  ),
  ...w.record.exhibits.filter((one) => one.id === fact.exhibit).map((one) => onFileCitation(`Exhibit ${one.label}`, one.title)),
]
