/** The law against each State: only treaties that bind it on the day of the facts, unverified text never as established, custom argued apart, other States named as not addressed. */
import type { Day } from '../../basics/clock.ts'
import { earliest } from '../../basics/partial-date.ts'
import { weakest } from '../../basics/source.ts'
import { articleCertainty, isBound } from '../law/is-bound.ts'
import { wasChild } from '../law/lower-age.ts'
import type { StateCode } from '../people/person.ts'
import { factsAgainst, handedOver, whenOf } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import { dateWords } from './date-words.ts'
import type { Block, Sentence } from './paper.ts'
import type { Duty } from './papers-pack.ts'
import { everyone } from './referents.ts'
import { line, listWords, named, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { inMain, stateFull, stateName, type Writing } from './writing.ts'

export const lawPart = (w: Writing): Block[] => [
  ...paragraph([say('law:intro', line(w, 'law-intro'), { frame: true })]),
  ...pleadedStates(w).flatMap((state) => forState(w, state)),
  ...paragraph(unpleaded(w)),
]

/** A State that is competent through nationality alone did none of the acts: no duty of its own is pleaded. A State that is asked to help is told what binds the State in whose hands the person is. */
const pleadedStates = (w: Writing): readonly StateCode[] =>
  w.body.addressed === 'addressee'
    ? w.record.states.concerned.filter((state) => state !== w.record.states.origin)
    : w.states.filter((state) => !w.body.opens.some((one) => one.state === state && one.byNationality))

/** One list per State; each treaty opens with the day since which the State is bound, then its articles. */
const forState = (w: Writing, state: StateCode): Block[] => {
  const bound = treaties(w, state)
  const intro = say(`law:${state}`, line(w, 'law-state', { State: upperFirst(stateName(w, state)) }), { frame: true })
  const child =
    children(w) && w.persons.some((person) => person.ageStatements.length > 1) && bound.length > 0
      ? [say(`law:${state}:age`, line(w, 'law-child'), { frame: true })]
      : []
  return [
    ...(bound.length > 0 ? [...paragraph([intro]), { kind: 'list' as const, ordered: false, items: bound }] : []),
    ...paragraph([...child, ...argued(w, state)]),
  ]
}

const treaties = (w: Writing, state: StateCode): Sentence[][] => {
  const duties = w.papers.duties
    .filter((duty) => sideFits(w, duty.side, state) && pleaded(w, duty.instrument))
    .map((duty) => ({ duty, facts: factsOfState(w, duty.kinds, state) }))
    .filter((one) => one.facts.length > 0 || (one.duty.kinds.includes('child-at-relevant-time') && children(w)))
  const instruments = [...new Set(duties.map((one) => one.duty.instrument))]
  const made = instruments.flatMap((id) => {
    const own = duties.filter((one) => one.duty.instrument === id && binds(w, state, one.duty, one.facts))
    return own.length === 0
      ? []
      : [
          [
            party(
              w,
              state,
              id,
              own.flatMap((one) => one.facts),
            ),
            ...own.map((one) => article(w, state, one.duty, one.facts)),
          ],
        ]
  })
  return made
}

/** A report to one Committee pleads its own treaty. */
const pleaded = (w: Writing, instrument: string): boolean => {
  const chosen = w.body.treaty && w.body.treaty.anyOf.length > 0 ? w.record.given.committee : undefined
  return chosen ? instrument === chosen : (w.papers.instrumentsOf[w.body.id]?.includes(instrument) ?? true)
}

const sideFits = (w: Writing, side: Duty['side'], state: StateCode): boolean =>
  side === 'any' || (side === 'origin') === (state === w.record.states.origin)

export const factsOfState = (w: Writing, kinds: readonly string[], state: StateCode): Fact[] => {
  const against = new Set(
    w.persons.flatMap((person) =>
      factsAgainst(w.record, person.id, w.body.addressed === 'addressee' ? null : state).map((fact) => fact.id),
    ),
  )
  return inMain(w, kinds).filter((fact) => against.has(fact.id))
}

/** Where ages differ the lower one counts: the provisions on children are pleaded as soon as one person may have been a child. */
export const children = (w: Writing): boolean => w.persons.some((person) => wasChild(person, w.today))

/** What is pending is judged by today's law; what is past by the law of its last day. */
const dayOf = (w: Writing, list: readonly Fact[]): Day => {
  const days = list
    .map((fact) => whenOf(w.record, fact))
    .map((date) => (date ? earliest(date) : null))
    .filter((day) => day !== null)
    .sort()
  const last = days.at(-1)
  return last !== undefined &&
    last < w.today &&
    !list.some((fact) => fact.kind === 'removal-announced' || fact.attrs.currentlyHeld === 'yes')
    ? last
    : w.today
}

const binds = (w: Writing, state: StateCode, duty: Duty, list: readonly Fact[]): boolean =>
  isBound(w.pack, state, duty.instrument, dayOf(w, list), { article: duty.article.split(',')[0]! }).answer === 'bound'

const party = (w: Writing, state: StateCode, id: string, list: readonly Fact[]): Sentence => {
  const bound = isBound(w.pack, state, id, dayOf(w, list))
  const instrument = w.pack.instruments.find((one) => one.id === id)
  // The act and its day are what the source gives; entry into force may lie some weeks later.
  const row = w.pack.status.find((one) => one.state === state && one.instrument === id && one.territory === null)
  const values = {
    State: upperFirst(stateName(w, state)),
    instrument: instrument?.title ?? id,
    since: row?.since ? dateWords(row.since) : null,
  }
  const text = line(w, row?.since ? (row.act && w.papers.lines[row.act] ? row.act : 'party-since') : 'party', values)
  const citation = named(w, bound.citation)
  return say(
    `law:${state}:${id}`,
    citation.certainty === 'unverified'
      ? text.replace(' has been ', ' is understood to have been ').replace(' is a party', ' is understood to be a party')
      : text,
    {
      facts: unique(list),
      citations: [citation],
      marks: citation.certainty === 'unverified' ? ['unverified-law'] : [],
    },
  )
}

const article = (w: Writing, state: StateCode, duty: Duty, list: readonly Fact[]): Sentence => {
  const certainty = articleCertainty(w.pack, duty.instrument, duty.article.split(',')[0]!)
  const instrument = w.pack.instruments.find((one) => one.id === duty.instrument)
  const label = line(w, duty.article.includes(',') ? 'article-more' : 'article-one', {
    article: duty.article.replace(/, (?=[^,]*$)/, ' and '),
  })
  const text = line(w, 'article', { Article: label, rule: certainty === 'verified' ? duty.plain : duty.understood })
  const source = instrument?.citations[0]
  return say(`law:${state}:${duty.id}`, text, {
    facts: unique(list),
    citations: [
      {
        source: instrument?.short ?? duty.instrument,
        at: label,
        certainty,
        readOn: certainty === 'unverified' ? null : (source?.readOn ?? null),
      },
    ],
    marks: certainty === 'unverified' ? ['unverified-law'] : [],
  })
}

const argued = (w: Writing, state: StateCode): Sentence[] =>
  w.papers.arguments
    .filter(
      (one) =>
        one.bodies.includes(w.body.id) &&
        sideFits(w, one.side, state) &&
        state === pleadedStates(w).find((each) => sideFits(w, one.side, each)),
    )
    .map((one) => ({ one, list: factsOfState(w, one.kinds, state) }))
    .filter(({ list }) => list.length > 0)
    .map(({ one, list }) =>
      say(`argument:${one.id}`, one.text, {
        facts: unique(list),
        citations: one.citations.map((citation) => named(w, citation)),
        marks: weakest(one.citations.map((citation) => citation.certainty)) === 'unverified' ? ['unverified-law'] : [],
      }),
    )

/** A State of the file that is not addressed is named as such, so that nobody takes silence for an oversight. */
export const unpleaded = (w: Writing): Sentence[] => {
  // A letter to a State that is asked to help has no respondent: nobody is missing from it.
  if (w.body.addressed === 'addressee') return []
  // A report on a State has no respondent either.
  if (w.body.formKind === 'report') return []
  const others = [...new Set([...w.record.states.concerned, w.record.states.origin])].filter((state) => !w.states.includes(state))
  const removed = inMain(w, ['transferred-to-home-state']).length > 0
  return others.map((state) => {
    const role = state === w.record.states.origin ? (removed ? 'role-origin-past' : 'role-origin') : 'role-transit'
    return say(`unpleaded:${state}`, line(w, 'state-unpleaded', { State: upperFirst(stateFull(w, state)), role: line(w, role) }), {
      frame: true,
    })
  })
}

export const statesPart = (w: Writing): Block[] =>
  paragraph(
    w.states.map((state) => {
      const origin = state === w.record.states.origin
      const all = everyone(w)
      const words = w.papers.words[origin ? 'allegedOrigin' : 'alleged'] ?? {}
      const alleged = factsOfState(w, Object.keys(words), state).filter(
        (fact) => fact.kind !== 'removal-announced' || !handedOver(w.record, fact),
      )
      const list = [...new Set(alleged.map((fact) => words[fact.kind]!))]
      const tail = list.length > 0 ? ` ${line(w, 'state-alleged', { list: listWords(list) })}` : ''
      return say(
        `state:${state}`,
        line(w, origin ? 'state-origin' : 'state-host', { State: upperFirst(stateFull(w, state)), names: all.names }, all.plural) + tail,
        { facts: alleged.map((fact) => fact.id), frame: true },
      )
    }),
  )

const unique = (list: readonly Fact[]) => [...new Set(list.map((fact) => fact.id))]
