/** The conditions under which a Committee looks at a complaint, each apart: what the rule is, and what the file shows on it. Nothing is claimed that the file does not show. */
import type { Day } from '../../basics/clock.ts'
import { earliest, latest } from '../../basics/partial-date.ts'
import { isBound } from '../law/is-bound.ts'
import { bodyClocks } from '../proceedings/body-clocks.ts'
import { handedOver, whenOf } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import { dateWords, numberWords, whenWords } from './date-words.ts'
import { otherProceduresPart } from './frame-parts.ts'
import { factsOfState } from './law-part.ts'
import { saidPart } from './other-parts.ts'
import type { Block, Sentence } from './paper.ts'
import { everyone } from './referents.ts'
import { line, listWords, named, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { inMain, stateName, type Writing } from './writing.ts'

/** The rule in the pack’s words first; then the file. */
export const admissibilityPart = (w: Writing, condition: string): Block[] => [
  ...saidPart(w, `${w.body.id}.${condition}`),
  ...(shown[condition]?.(w) ?? []),
]

const shown: Readonly<Record<string, (w: Writing) => Block[]>> = {
  procedure: (w) => paragraph(w.states.flatMap((state) => [party(w, state), ...acceptance(w, state)])),
  pattern: (w) => paragraph(pattern(w)),
  'same-matter': otherProceduresPart,
  time: (w) => paragraph(w.states.flatMap((state) => dates(w, state))),
  place: (w) => paragraph(w.states.flatMap((state) => hands(w, state))),
  limit: (w) => paragraph(limits(w)),
  sources: (w) => paragraph(otherThanPress(w)),
}

const party = (w: Writing, state: string): Sentence => {
  const id = w.body.treaty?.instrument ?? w.body.treaty?.anyOf[0] ?? ''
  const bound = isBound(w.pack, state, id, w.today)
  const unread = bound.citation.certainty === 'unverified'
  return say(
    `adm:party:${state}`,
    line(w, unread ? 'party-unread' : bound.since ? 'party-since' : 'party', {
      State: upperFirst(stateName(w, state)),
      instrument: w.pack.instruments.find((one) => one.id === id)?.title ?? id,
      since: bound.since ? dateWords(bound.since) : null,
    }),
    { citations: [named(w, bound.citation)], marks: unread ? ['unverified-law'] : [] },
  )
}

/** A declaration that nobody could read is “understood”; one of which nothing is known is asked for before release. */
const acceptance = (w: Writing, state: string): Sentence[] => {
  const accepts = w.body.treaty?.accepts
  const row = w.pack.complaints.find((one) => one.state === state && one.procedure === accepts)
  if (!accepts) return []
  const values = { State: upperFirst(stateName(w, state)), since: row?.since ? dateWords(row.since) : null }
  if (!row?.accepted) return [say(`adm:acceptance:${state}`, line(w, 'acceptance-unknown', values), {})]
  const unread = row.citation.certainty === 'unverified'
  return [
    say(`adm:acceptance:${state}`, line(w, unread ? 'acceptance-unread' : 'acceptance', values), {
      citations: [named(w, row.citation)],
      marks: unread ? ['unverified-law'] : [],
    }),
  ]
}

/** First day on which the procedure could be used against this State, as far as the pack knows it. */
const opened = (w: Writing, state: string): Day | null => {
  const row = w.pack.complaints.find((one) => one.state === state && one.procedure === w.body.treaty?.accepts)
  return w.body.opens.find((one) => one.state === state)?.from ?? row?.since ?? null
}

const acts = (w: Writing, state: string): Fact[] => factsOfState(w, Object.keys(w.papers.words.alleged ?? {}), state)

const dates = (w: Writing, state: string): Sentence[] => {
  const dated = acts(w, state).flatMap((fact) => {
    const when = whenOf(w.record, fact)
    return when ? [{ fact, when }] : []
  })
  // The day orders; the words stay as exact as the file is: “2019” is not made the first of January.
  const byStart = dated.flatMap((one) => {
    const day = earliest(one.when)
    return day ? [{ ...one, day }] : []
  })
  const start = byStart.sort((a, b) => (a.day < b.day ? -1 : 1))[0]
  if (!start) return [say(`adm:time:${state}`, line(w, 'time-none'), {})]
  const first = start.day
  const goesOn = dated.some(
    ({ fact, when }) =>
      !handedOver(w.record, fact) && (fact.attrs.currentlyHeld === 'yes' || fact.kind === 'removal-announced' || when.endsWith('/..')),
  )
  const end = byStart.sort((a, b) => ((latest(a.when) ?? '') < (latest(b.when) ?? '') ? 1 : -1))[0]!
  const last = latest(end.when) ?? first
  const since = opened(w, state)
  const facts = dated.map(({ fact }) => fact.id)
  const values = {
    State: stateName(w, state),
    first: dateWords(start.when.split('/')[0]!),
    when: whenWords(start.when.split('/')[0]!),
    last: goesOn || last <= first ? null : dateWords(end.when.split('/').at(-1)!),
    since: since ? dateWords(since) : null,
  }
  return [
    say(`adm:time:${state}`, line(w, goesOn ? 'time-continuing' : last > first ? 'time-span' : 'time-day', values), { facts }),
    ...(since !== null && first < since ? [say(`adm:before:${state}`, line(w, 'time-before', values), { facts })] : []),
  ]
}

/** In the hands of the State, removed by it, or no longer there: three different complaints. */
const hands = (w: Writing, state: string): Sentence[] => {
  const all = everyone(w)
  const own = acts(w, state)
  const values = { State: stateName(w, state), names: all.names, Names: upperFirst(all.names), home: stateName(w, w.record.states.origin) }
  const left = inMain(w, ['left-respondent-territory']).filter((fact) => fact.attrs.state === undefined || fact.attrs.state === state)
  const removed = own.filter((fact) => fact.kind === 'transferred-to-home-state' || fact.kind === 'transferred-to-third-state')
  const held = own.filter((fact) => fact.attrs.currentlyHeld === 'yes' || fact.kind === 'removal-announced')
  const [name, facts] =
    left.length > 0
      ? (['place-left', left] as const)
      : removed.length > 0
        ? (['place-removed', removed] as const)
        : held.length > 0
          ? (['place-held', held] as const)
          : (['place-none', []] as const)
  return [say(`adm:place:${state}`, line(w, name, values, all.plural), { facts: facts.map((fact) => fact.id) })]
}

const limits = (w: Writing): Sentence[] =>
  bodyClocks(w.record, w.body, w.facts)
    .filter((clock) => clock.kind === 'limit')
    .map((clock, i) =>
      say(
        `adm:limit:${i}`,
        line(w, clock.endsOn ? 'limit-runs' : 'limit-not-started', {
          rule: clock.rule.en,
          started: clock.startsOn ? dateWords(clock.startsOn.earliest) : null,
          ends: clock.endsOn ? dateWords(clock.endsOn.latest) : null,
        }),
        {
          citations: clock.citation ? [named(w, { ...clock.citation, certainty: clock.certainty })] : [],
          marks: clock.certainty === 'unverified' ? ['unverified-law'] : [],
        },
      ),
    )

/** How many persons the file itself tells of, beside public reporting; what makes a pattern is for the Council. */
const pattern = (w: Writing): Sentence[] => {
  const facts = inMain(w, w.papers.sets.pattern ?? [])
  const acts = w.states.flatMap((state) => factsOfState(w, Object.keys(w.papers.words.alleged ?? {}), state))
  const values = {
    number: numberWords(w.persons.length === 1 ? (w.record.given.groupSize ?? 1) : w.persons.length),
    list: facts.length > 0 ? 'the reports and like cases cited' : null,
  }
  return [
    say('adm:pattern', line(w, 'pattern-persons', values, values.number !== 'one'), {
      facts: [...new Set([...facts, ...acts].map((fact) => fact.id))],
    }),
  ]
}

/** What the communication rests on besides the press, by kind of source; never who the source is. */
const otherThanPress = (w: Writing): Sentence[] => {
  const words = w.papers.words.source ?? {}
  const facts = w.facts.filter((fact) => words[fact.kind] && w.placed.get(fact.id)?.where === 'main')
  const list = [...new Set(facts.map((fact) => words[fact.kind]!))]
  return [
    list.length > 0
      ? say('adm:sources', line(w, 'sources-other', { list: listWords(list) }), { facts: facts.map((fact) => fact.id) })
      : say('adm:sources', line(w, 'sources-press'), {}),
  ]
}
