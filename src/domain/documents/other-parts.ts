/** Parts that only some papers have: the agreement with UNHCR, refusals and negotiation, the elements of the refugee definition, clocks, urgency, signed words. */
import type { Citation } from '../../basics/source.ts'
import { bodyClocks } from '../proceedings/body-clocks.ts'
import { dateWords, whenWords } from './date-words.ts'
import type { Block } from './paper.ts'
import { everyone } from './referents.ts'
import { line, named, onFileCitation, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { inMain, stateName, type Writing } from './writing.ts'

export const agreementPart = (w: Writing): Block[] =>
  paragraph(
    w.papers.agreement
      .filter((one) => one.bodies.includes(w.body.id))
      .map((one, i) => say(`agreement:${i}`, one.text, { citations: cited(w, one.citations), marks: unverified(one.citations) })),
  )

export const agreementQuestion = (w: Writing): Block[] =>
  w.papers.question
    ? paragraph([say('agreement:question', w.papers.question.text, { citations: cited(w, w.papers.question.citations) })])
    : []

export const hurdlesPart = (w: Writing): Block[] =>
  paragraph(w.papers.hurdles.map((one, i) => say(`hurdle:${i}`, one.text, { citations: cited(w, one.citations) })))

const cited = (w: Writing, all: readonly Citation[]): Citation[] => all.map((one) => named(w, one))
const unverified = (all: readonly Citation[]) => (all.some((one) => one.certainty === 'unverified') ? (['unverified-law'] as const) : [])

/** Prose that the file gives under its own key; without it the paper says what is to be completed. */
export const givenPart = (w: Writing, key: string, none: string): Block[] => {
  const text = w.record.given[key]
  return paragraph([
    text
      ? say(`given:${key}`, /[.!?]$/.test(text) ? text : `${text}.`, {
          citations: [onFileCitation('Record on the file of the submitting party')],
        })
      : say(`given:${key}`, line(w, none), {}),
  ])
}

export const clocksPart = (w: Writing): Block[] => {
  const clocks = bodyClocks(w.record, w.body, w.facts)
  if (clocks.length === 0) return []
  const rows = clocks.map((one, i) => {
    const key = `clock:${i}`
    const rests = {
      citations: one.citation ? [named(w, { ...one.citation, certainty: one.certainty })] : [],
      marks: one.certainty === 'unverified' ? (['unverified-law'] as const) : [],
    }
    return [
      say(`${key}:rule`, upperFirst(one.rule.en), rests),
      say(`${key}:starts`, one.startsOn ? dateWords(one.startsOn.earliest) : 'not started', rests),
      say(`${key}:ends`, one.endsOn ? dateWords(one.endsOn.latest) : one.startsOn ? 'cannot be computed' : 'no date', rests),
      say(`${key}:note`, one.consequence ?? '', { ...rests, frame: true }),
    ]
  })
  return [{ kind: 'table', head: ['Rule', 'Started', 'Ends', 'Note'], rows }]
}

export const urgencyPart = (w: Writing): Block[] => {
  const facts = inMain(w, ['removal-announced'])
  const expected = facts.find((fact) => fact.attrs.expected)
  if (!expected) return []
  return paragraph([
    say('urgency', line(w, 'urgency', { expected: `on what was told, removal is expected ${whenWords(expected.attrs.expected!)}` }), {
      facts: facts.map((fact) => fact.id),
    }),
  ])
}

/** Every element of the definition is answered, also where it is not raised; no line is a finding. */
export const elementsPart = (w: Writing): Block[] => {
  const test = w.pack.tests.find((one) => one.id === 'refugee')
  if (!test || !w.assessment) return []
  const rows = w.persons.flatMap((person) =>
    test.elements.flatMap((element) => {
      const own = w.assessment!.lines.find(
        (one) => one.person === person.id && (one.element === element.id || one.element === `refugee.${element.id}`),
      )
      if (!own) return []
      const facts = [...own.for, ...own.against].filter((fact) => w.placed.get(fact)?.where === 'main')
      const key = `element:${own.element}:${person.id}`
      const rests = { facts, citations: own.authorities.slice(0, 2).map((one) => named(w, one)), frame: true }
      return [[say(`${key}:show`, element.show.en, rests), say(key, w.papers.answers[own.answer] ?? own.answer, rests)]]
    }),
  )
  return rows.length === 0
    ? []
    : [
        ...paragraph([say('elements:intro', line(w, 'elements-intro'), { frame: true })]),
        { kind: 'table', head: ['Element', 'On the file'], rows },
      ]
}

/** A period of custody that no fact tells is stated from the file; one that a fact tells is not repeated. */
export const custodyNote = (w: Writing): Block[] => {
  const told = new Set(w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'main').map((fact) => fact.custody))
  const all = everyone(w)
  const own = w.record.custodies.filter(
    (one) => w.states.includes(one.state) && !told.has(one.id) && w.persons.some((person) => one.persons.includes(person.id)),
  )
  return paragraph(
    own.map((one) =>
      say(
        `custody:${one.id}`,
        line(w, 'custody-period', {
          whose: all.whose,
          State: stateName(w, one.state),
          place: one.place ? `in ${one.place}` : null,
          period: whenWords(one.period),
          authority: one.authority ? (w.papers.words.authority?.[one.authority] ?? null) : null,
        }),
        { citations: [onFileCitation('Custody record on file')] },
      ),
    ),
  )
}

/** Lawyer's words for this body or this part; each carries the signature under which it stands. */
export const signedWords = (w: Writing, part: string): Block[] =>
  paragraph(
    w.record.statements
      .filter((one) => one.for === part || one.for === `${w.body.id}.${part}`)
      .map((one) => say(`signed:${one.id}`, one.text, { signedBy: one.signedBy })),
  )

export const sourcesNote = (w: Writing): Block[] => paragraph([say('sources:note', line(w, 'sources-note'), { frame: true })])

/** Needed steps that nobody recorded are asked for in the draft; a body that does not need them is not told of a gap. */
export const stepsPart = (w: Writing): Block[] => {
  const needed = w.body.needs.some((need) => need.any.includes('remedy-tried'))
  return needed && inMain(w, ['remedy-tried', 'enquiry-unanswered', 'interim-request-made']).length === 0
    ? paragraph([say('steps:none', line(w, 'steps-none'), {})])
    : []
}
