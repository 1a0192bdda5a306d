/** Parts that only some papers have: the agreement with UNHCR, refusals and negotiation, the elements of the refugee definition, clocks, urgency, signed words. */
import type { Citation } from '../../basics/source.ts'
import { bodyClocks } from '../proceedings/body-clocks.ts'
import { handedOver } from '../proceedings/person-facts.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { dateWords, whenWords } from './date-words.ts'
import type { Block } from './paper.ts'
import type { Said } from './papers-pack.ts'
import { everyone } from './referents.ts'
import { line, listWords, named, ofTheDay, onFileCitation, paragraph, say } from './sentences.ts'
import { fillTemplate, upperFirst } from './template.ts'
import { inMain, stateName, type Writing } from './writing.ts'

export const agreementPart = (w: Writing): Block[] =>
  paragraph(
    w.papers.agreement
      .filter((one) => one.bodies.includes(w.body.id) && (one.states === null || one.states.some((state) => w.states.includes(state))))
      .map((one, i) => say(`agreement:${i}`, one.text, cited(w, one.citations))),
  )

/** Sentences of the pack under one key, for the States addressed. */
export const saidFor = (w: Writing, key: string): { one: Said; key: string }[] =>
  (w.papers.said[key] ?? [])
    .map((one, i) => ({ one, key: `said:${key}:${i}` }))
    .filter(({ one }) => one.states === null || one.states.some((state) => w.states.includes(state)))
    .filter(({ one }) => one.citations.length === 0 || ofTheDay(w, one.citations).length > 0)

export const saidPart = (w: Writing, key: string): Block[] => {
  const all = everyone(w)
  const values: Record<string, string> = {
    names: all.names,
    Names: upperFirst(all.names),
    whose: all.whose,
    home: stateName(w, w.record.states.origin),
    States: listWords(w.states.map((state) => stateName(w, state))),
  }
  return paragraph(
    saidFor(w, key).map(({ one, key: id }) =>
      say(
        id,
        fillTemplate(one.text, { plural: all.plural, value: (name) => values[name] ?? null, attr: () => null }),
        one.citations.length > 0 ? cited(w, one.citations) : { frame: !one.text.startsWith('[') },
      ),
    ),
  )
}

/** What an element says of this case, only where the assessment shows it: a plea never outruns the file. */
export const pleasPart = (w: Writing): Block[] => {
  const all = everyone(w)
  const made = (w.papers.pleas[w.body.id] ?? []).flatMap((plea) => {
    const lines = (w.assessment?.lines ?? []).filter(
      (one) =>
        one.element === plea.element &&
        one.answer === 'shown' &&
        w.persons.some((person) => person.id === one.person) &&
        (one.state === null || w.states.includes(one.state)),
    )
    const facts = [...new Set(lines.flatMap((one) => one.for))].filter((fact) => w.placed.get(fact)?.where === 'main')
    if (facts.length === 0) return []
    const text = fillTemplate(plea.text, {
      plural: all.plural,
      value: (name) =>
        ({ names: all.names, Names: upperFirst(all.names), whose: all.whose, home: stateName(w, w.record.states.origin) })[name] ?? null,
      attr: () => null,
    })
    return [say(`plea:${plea.element}`, text, { facts })]
  })
  return paragraph(made)
}

export const agreementQuestion = (w: Writing): Block[] =>
  w.papers.question ? paragraph([say('agreement:question', w.papers.question.text, cited(w, w.papers.question.citations))]) : []

export const hurdlesPart = (w: Writing): Block[] =>
  paragraph(w.papers.hurdles.map((one, i) => say(`hurdle:${i}`, one.text, cited(w, one.citations))))

/** A sentence of the pack rests on its citations, and shows when one of them is unread. */
export const cited = (w: Writing, all: readonly Citation[]) => ({
  citations: ofTheDay(w, all).map((one) => named(w, one)),
  marks: all.some((one) => one.certainty === 'unverified') ? (['unverified-law'] as const) : [],
})

/** Prose that the file gives under its own key; without it the paper says what is to be completed. */
export const givenPart = (w: Writing, key: string, none: string): Block[] => {
  const text = w.record.given[key]
  if (!text && !w.papers.lines[none]) return []
  return paragraph([
    text
      ? say(`given:${key}`, /[.!?]$/.test(text) ? text : `${text}.`, {
          citations: [onFileCitation('Record on the file of the submitting party')],
        })
      : say(`given:${key}`, line(w, none), {}),
  ])
}

/** Every reading of a time limit stands; the file may choose one to rely on, and the others stay beside it, marked. Nothing runs before a request is recorded. */
export const clocksPart = (w: Writing): Block[] => {
  const clocks = bodyClocks(w.record, w.body, w.facts)
  if (clocks.length === 0) return []
  const chosen = w.record.given.arbitrationReading ?? null
  const rows = clocks.map((one, i) => {
    const key = `clock:${i}`
    const rests = {
      citations: one.citation ? [named(w, { ...one.citation, certainty: one.certainty })] : [],
      marks: one.certainty === 'unverified' ? (['unverified-law'] as const) : [],
    }
    const reading = one.reading ? (w.papers.words.reading?.[one.reading] ?? one.reading) : ''
    return [
      say(`${key}:rule`, upperFirst(one.rule.en), rests),
      say(
        `${key}:reading`,
        chosen === null || !one.reading ? reading : `${reading}; ${line(w, chosen === one.reading ? 'reading-relied' : 'reading-beside')}`,
        { frame: true },
      ),
      say(`${key}:starts`, one.startsOn ? dateWords(one.startsOn.earliest) : 'not started', { frame: true }),
      say(`${key}:ends`, one.endsOn ? dateWords(one.endsOn.latest) : one.startsOn ? 'cannot be computed' : 'no date', { frame: true }),
      say(`${key}:note`, one.consequence ?? '', { frame: true }),
    ]
  })
  return [
    ...paragraph([say('clock:intro', line(w, chosen === null ? 'clocks-none-chosen' : 'clocks-chosen'), { frame: true })]),
    { kind: 'table', head: ['Rule', 'Reading', 'Started', 'Ends', 'Note'], rows },
  ]
}

export const urgencyPart = (w: Writing): Block[] => {
  const facts = inMain(w, ['removal-announced'])
  const expected = facts.find((fact) => fact.attrs.expected)
  if (!expected || handedOver(w.record, expected)) return []
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
      // Whether the State is bound is no element of who a refugee is.
      if (element.id === 'rc51_treaty_duty') return []
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

/** Words that only a lawyer may say, under a signature; without them the paper asks for them. */
export const signedOnly = (w: Writing, part: string): Block[] =>
  w.record.statements.some((one) => one.for === part || one.for === `${w.body.id}.${part}`)
    ? signedWords(w, part)
    : paragraph([say(`signed:${part}`, line(w, `${part}-none`), {})])

/** What differs between statements, said in the open with the explanation that was given. */
export const differencesPart = (w: Writing): Block[] =>
  paragraph(
    w.record.contradictions
      .filter((one) => one.between.every((id) => w.placed.get(id)?.where === 'main'))
      .map((one, i) =>
        say(`difference:${one.id}`, line(w, 'difference', { about: contradictionsIn(w)[i] ?? one.about }), { facts: one.between }),
      ),
  )

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
  return needed && inMain(w, ['remedy-tried', 'enquiry-unanswered', 'interim-request-made', 'earlier-claim-refused']).length === 0
    ? paragraph([say('steps:none', line(w, 'steps-none'), {})])
    : []
}
