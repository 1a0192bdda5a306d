/** The internal assessment memorandum: material facts, credibility by indicator with the officer’s reasons, the definition element by element, and a conclusion left to the person who decides. */
import type { Line } from '../law/assessment.ts'
import type { Person } from '../people/person.ts'
import { contradictionsIn } from './contradictions-in.ts'
import { dateWords, whenWords } from './date-words.ts'
import { factSentence } from './fact-sentence.ts'
import type { Block, Sentence } from './paper.ts'
import { numberOf } from './referents.ts'
import { sourceOf } from './sanctions-part.ts'
import { line, listWords, named, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { stateName, type Writing } from './writing.ts'

const frame = { frame: true } as const
const several = (w: Writing): boolean => w.persons.length > 1

export const purposePart = (w: Writing): Block[] =>
  paragraph([
    say('memo:purpose', line(w, 'memo-purpose', { file: w.record.codeName, on: dateWords(w.today), version: w.pack.version }), frame),
    say('memo:no-verdict', line(w, 'memo-no-verdict'), frame),
  ])

/** Numbered so that the rest of the memorandum, and a judge, can point to one. Adverse facts stand in the same table. */
export const materialFacts = (w: Writing): Block[] => {
  const facts = w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'main' && !w.papers.sets.silent?.includes(fact.kind))
  if (facts.length === 0) return paragraph([say('memo:facts', line(w, 'memo-no-facts'), {})])
  const rows = facts.map((fact) => {
    const rests = { facts: [fact.id], frame: true }
    const told = factSentence(w, fact, { twin: null, second: false, annex: false })
    return [
      say(`memo:fact:${fact.id}:n`, fact.label, rests),
      { ...told, key: `memo:fact:${fact.id}` },
      say(`memo:fact:${fact.id}:source`, `${upperFirst(sourceOf(w, fact))}, ${w.papers.words.hand?.[fact.hand] ?? fact.hand}`, rests),
      say(
        `memo:fact:${fact.id}:standing`,
        `${upperFirst(w.papers.words.standing?.[fact.standing] ?? fact.standing)}${fact.adverse ? `; ${line(w, 'memo-adverse')}` : ''}`,
        rests,
      ),
    ]
  })
  return [{ kind: 'table', head: ['Fact', 'As told', 'Source', 'Standing'], rows }]
}

/** Each indicator says what on the file speaks to it. None decides alone, and no number is given. */
export const credibilityPart = (w: Writing): Block[] => {
  const intro = w.papers.said['legal_memo.credibility'] ?? []
  const rows = w.papers.indicators.map((one) => {
    const of = (kinds: readonly string[]) => w.facts.filter((fact) => kinds.includes(fact.kind) && w.placed.get(fact.id)?.where === 'main')
    const [pro, con] = [of(one.for), of(one.against)]
    const differing = one.id === 'internal' ? contradictionsIn(w) : []
    const key = `memo:indicator:${one.id}`
    return [
      say(`${key}:name`, one.label, { frame: true }),
      say(`${key}:for`, labels(pro.map((fact) => fact.label)), { facts: pro.map((fact) => fact.id), frame: true }),
      say(
        `${key}:against`,
        [
          labels(
            con.map((fact) => fact.label),
            differing.length > 0 ? '' : undefined,
          ),
          ...differing,
        ]
          .filter(Boolean)
          .join('; '),
        {
          facts: con.map((fact) => fact.id),
          frame: true,
        },
      ),
      say(`${key}:ask`, one.question, { frame: true }),
    ]
  })
  return [
    ...paragraph(intro.map((one, i) => say(`memo:credibility:${i}`, one.text, { citations: one.citations.map((each) => named(w, each)) }))),
    { kind: 'table', head: ['Indicator', 'Facts that support', 'Facts that speak against', 'What the officer weighs'], rows },
  ]
}

const labels = (all: readonly string[], none = 'none on file'): string => (all.length > 0 ? all.join(', ') : none)

/** Adverse facts and both versions of what is disputed, in words. */
export const againstAccount = (w: Writing): Block[] => {
  const facts = w.facts.filter(
    (fact) => w.placed.get(fact.id)?.where === 'main' && (fact.adverse || fact.standing === 'disputed' || fact.standing === 'open'),
  )
  if (facts.length === 0) return paragraph([say('memo:against', line(w, 'memo-against-none'), frame)])
  return [
    {
      kind: 'list',
      ordered: false,
      items: facts.map((fact) => {
        const told = factSentence(w, fact, { twin: null, second: false, annex: false })
        return [{ ...told, key: `memo:against:${fact.id}`, text: `${fact.label}: ${told.text}` }]
      }),
    },
  ]
}

/** Findings are the officer’s own words under a name and a day; the memorandum adds nothing to them. */
export const reasonsPart = (w: Writing): Block[] => findings(w, (element) => element.startsWith('credibility.'), 'memo-no-credibility')

const findings = (w: Writing, of: (element: string) => boolean, none: string): Block[] => {
  const own = w.record.findings.filter((one) => of(one.element) && w.persons.some((person) => person.id === one.person))
  if (own.length === 0) return paragraph([say(`memo:findings:${none}`, line(w, none), frame)])
  return [{ kind: 'list', ordered: false, items: own.map((one) => [finding(w, one)]) }]
}

const finding = (w: Writing, one: Writing['record']['findings'][number]): Sentence =>
  say(
    `memo:finding:${one.id}`,
    line(w, 'memo-finding', {
      element: showOf(w, one.element),
      answer: w.papers.words.finding?.[one.answer] ?? one.answer,
      by: one.by,
      on: dateWords(one.on),
      reasons: one.reasons.replace(/\.$/, ''),
      reviewed: one.reviewedBy,
    }),
    { signedBy: one.by },
  )

const showOf = (w: Writing, element: string): string => {
  const [test, id] = element.split('.')
  const show = w.pack.tests.find((one) => one.id === test)?.elements.find((one) => one.id === id)?.show.en ?? element
  // Authorities stand in the footnotes with their marks; the pack’s short hints are no part of a sentence.
  return upperFirst(show.replace(/\s*\((?:GC|CRP|HB|Handbook)[^)]*\)/g, '').replace(/\s*-> /g, ': '))
}

/** Element by element in the order of the definition: for, against, authority, question, and the finding where a named officer has made one. Exclusion is never among them. */
export const definitionPart = (w: Writing, tests: readonly string[]): Block[] => {
  const blocks = tests.flatMap((id): Block[] => {
    const test = w.pack.tests.find((one) => one.id === id)
    if (!test) return []
    return alike(w, id).flatMap(({ persons, lines }): Block[] => {
      const title = several(w) ? `${namesOf(w, persons)}: ${test.name.en}` : test.name.en
      return [
        ...paragraph([say(`memo:test:${id}:${persons[0]!.id}`, `${title}.`, frame)]),
        {
          kind: 'table',
          head: ['Element', 'On the file', 'For', 'Against', 'Question or finding'],
          rows: lines.map((one) => rowOf(w, one)),
        },
      ]
    })
  })
  return blocks.length > 0 ? blocks : paragraph([say(`memo:tests:${tests.join('+')}`, line(w, 'memo-not-assessed'), {})])
}

type Alike = { persons: Person[]; lines: Line[] }

/** Persons to whom the same facts happened share one table; whoever differs in one line, or has a finding of their own, has a table apart. */
const alike = (w: Writing, test: string): Alike[] => {
  const groups = new Map<string, Alike>()
  for (const person of w.persons) {
    const lines = (w.assessment?.lines ?? []).filter(
      (one) =>
        one.test === test &&
        one.person === person.id &&
        one.answer !== 'not-in-issue' &&
        one.answer !== 'not-reached' &&
        !/exclu/.test(one.element) &&
        (one.state === null || w.states.includes(one.state)),
    )
    if (lines.length === 0) continue
    const found = w.record.findings.some((one) => one.person === person.id && lines.some((each) => each.element === one.element))
    const key = found
      ? person.id
      : JSON.stringify(lines.map((one) => [one.element, one.state, one.custody, one.answer, one.for, one.against]))
    const group = groups.get(key)
    if (group) group.persons.push(person)
    else groups.set(key, { persons: [person], lines })
  }
  return [...groups.values()]
}

const namesOf = (w: Writing, persons: readonly Person[]): string =>
  persons.length === w.persons.length ? 'All persons' : listWords(persons.map((person) => upperFirst(numberOf(w, person))))

const rowOf = (w: Writing, one: Line): Sentence[] => {
  const key = `memo:line:${one.element}:${one.person}:${one.state ?? ''}:${one.custody ?? ''}`
  const name = (ids: readonly string[]) =>
    labels(
      w.record.facts.filter((fact) => ids.includes(fact.id) && w.placed.get(fact.id)?.where === 'main').map((fact) => fact.label),
      'none',
    )
  const own = w.record.findings
    .filter((each) => each.element === one.element && each.person === one.person && (each.state ?? null) === one.state)
    .at(-1)
  const citations = one.authorities.slice(0, 2).map((each) => named(w, each))
  const period = w.record.custodies.find((each) => each.id === one.custody)?.period
  const where = one.state ? ` (${stateName(w, one.state)}${period ? `, custody ${whenWords(period)}` : ''})` : ''
  return [
    say(`${key}:show`, `${showOf(w, one.element)}${where}`, { citations, frame: true }),
    say(`${key}:answer`, w.papers.answers[one.answer] ?? one.answer, { facts: [...one.for, ...one.against], frame: true }),
    say(`${key}:for`, name(one.for), { facts: one.for, frame: true }),
    say(`${key}:against`, name(one.against), { facts: one.against, frame: true }),
    own
      ? say(
          `${key}:found`,
          line(w, 'memo-found', { answer: w.papers.words.finding?.[own.answer] ?? own.answer, by: own.by, on: dateWords(own.on) }),
          {
            signedBy: own.by,
          },
        )
      : say(`${key}:question`, one.question?.words.en ?? line(w, 'memo-no-finding'), { frame: true }),
  ]
}

/** Said in the same words whether or not there is anything: the silence of a memorandum must tell nothing. */
export const exclusionPart = (w: Writing): Block[] => paragraph([say('memo:exclusion', line(w, 'memo-exclusion'), frame)])

export const askedPart = (w: Writing): Block[] => {
  const asked = (w.assessment?.openQuestions ?? []).filter(
    (one) => w.persons.some((person) => person.id === one.person) && !/exclu/.test(one.element),
  )
  // The same question to several persons is put once.
  const own = asked.filter((one, i) => asked.findIndex((each) => each.element === one.element) === i).slice(0, 8)
  if (own.length === 0) return paragraph([say('memo:asked', line(w, 'memo-asked-none'), frame)])
  return [
    {
      kind: 'list',
      ordered: true,
      items: own.map((one, i) => [
        say(
          `memo:asked:${one.element}:${one.person}:${i}`,
          line(w, 'memo-asked', {
            question: one.words.en,
            to: w.papers.words.asked?.[one.to] ?? one.to,
            who: several(w) ? one.person : null,
          }),
          frame,
        ),
      ]),
    },
  ]
}

/** No conclusion is drawn. Findings on the definition stand with their names; the rest is empty lines for a hand. */
export const conclusionPart = (w: Writing): Block[] => [
  ...paragraph([say('memo:conclusion', line(w, 'memo-conclusion', { names: listWords(w.persons.map((one) => one.id)) }), frame)]),
  ...findings(w, (element) => /^(refugee|nonref_rc33|cat3|nonref)\./.test(element), 'memo-no-findings'),
  {
    kind: 'table',
    head: ['Conclusion and reasons', 'Name', 'Date', 'Second reader'],
    rows: [0, 1, 2].map((row) => [0, 1, 2, 3].map((n) => say(`memo:sign:${row}:${n}`, '', frame))),
  },
]
