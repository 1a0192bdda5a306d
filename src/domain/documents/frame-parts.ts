/** The frame of a paper: mandates addressed, authority and consent, other procedures, submitter, requests and questions. */

import type { Person } from '../people/person.ts'
import { authorityFor, consentsOf, recipientOf, toGovernment, toPublic, toRecipient } from '../proceedings/authority.ts'
import { dateWords, whenWords } from './date-words.ts'
import { factSentence } from './fact-sentence.ts'
import { children } from './law-part.ts'
import type { Block, Sentence } from './paper.ts'
import type { Asked } from './papers-pack.ts'
import { everyone, nameOf, numberOf } from './referents.ts'
import { named as cite, line, listWords, onFileCitation, paragraph, say } from './sentences.ts'
import { fillTemplate, upperFirst } from './template.ts'
import { inMain, stateName, type Writing } from './writing.ts'

const recipient = (w: Writing): string => w.papers.recipients[w.body.id] ?? w.body.name.en

/** Chosen by fact. A mandate that only an annexed fact suggests is suggested in the annex. */
export const mandatesPart = (w: Writing): Block[] => {
  const chosen = w.body.mandates ?? w.bodies.bodies.find((one) => one.mandates)?.mandates
  if (!chosen) return []
  const source = w.body.readers[0]?.sources[0]
  const citations = source ? [cite(w, { source, at: null, certainty: w.body.readers[0]!.certainty, readOn: null })] : []
  const intro = say('mandates:intro', line(w, 'mandates-intro'), { citations, frame: true })
  // A mandate on one country is addressed for who fled it, and has words in that situation alone.
  const country = chosen.ofOrigin[w.record.states.origin]
  const first = [...(country ? [country] : []), ...chosen.first]
    .filter((id) => w.papers.mandates[id])
    .map((id) => say(`mandate:${id}`, upperFirst(w.papers.mandates[id]!), { frame: true }))
  const byFact = chosen.byFact
    .map((one) => ({ ...one, facts: inMain(w, one.kinds) }))
    .filter((one) => one.facts.length > 0 && w.papers.mandates[one.mandate])
  const rest = byFact.map((one) =>
    say(`mandate:${one.mandate}`, w.papers.mandates[one.mandate]!, { facts: one.facts.map((fact) => fact.id) }),
  )
  return [...paragraph([intro]), { kind: 'list', ordered: false, items: [...first, ...rest].map((one) => [one]) }]
}

export const mandatesAnnex = (w: Writing): Sentence[] => {
  const chosen = w.body.mandates
  if (!chosen) return []
  const annexed = chosen.byFact.filter(
    (one) =>
      inMain(w, one.kinds).length === 0 &&
      w.facts.some((fact) => one.kinds.includes(fact.kind) && w.placed.get(fact.id)?.where === 'annex'),
  )
  return annexed.map((one) => {
    const facts = w.facts.filter((fact) => one.kinds.includes(fact.kind)).map((fact) => fact.id)
    return say(`mandates:annex:${one.mandate}`, line(w, 'mandates-annex', { mandate: w.papers.mandates[one.mandate] ?? one.mandate }), {
      facts,
      marks: ['annex-only'],
    })
  })
}

const callOf = (w: Writing, person: Person): string =>
  w.persons.length > 1 ? numberOf(w, person) : w.named ? nameOf(w, person) : everyone(w).names

/** Authority, consent to transmit and consent to publish are three sentences; what is not on file is asked for, never assumed. */
export const consentPart = (w: Writing): Block[] => {
  if (w.body.recipient === null) return []
  const all = everyone(w)
  const anonymous = w.persons.every((person) => person.names.length === 0 && consentsOf(w.record, person.id, w.today).length === 0)
  if (anonymous && w.body.needs.some((need) => need.waive === 'unnamed'))
    return paragraph([
      say('consent:group', line(w, 'consent-groups'), {
        citations: w.record.sources.slice(0, 1).map((one) => ({ source: one.title, at: one.url, certainty: one.certainty, readOn: null })),
        frame: true,
      }),
    ])
  const lines = merged(w.persons.map((person) => ({ person, lines: [...authorityLines(w, person), ...consentLines(w, person)] })))
  const others = w.record.persons.some((one) => !w.persons.includes(one) && one.role !== 'self' && !one.submitter)
  return paragraph([
    ...lines,
    ...(w.governments.length > 0 ? [say('consent:other', line(w, 'consent-other'), { frame: true })] : []),
    ...(others ? [say('consent:relatives', line(w, 'relatives', { names: all.names }), { frame: true })] : []),
  ])
}

/** The same words for several persons are said once, with their numbers in front. */
const merged = (all: readonly { person: Person; lines: readonly Sentence[] }[]): Sentence[] => {
  const seen = new Map<string, Sentence>()
  for (const { lines } of all) for (const one of lines) if (!seen.has(one.text)) seen.set(one.text, one)
  return [...seen.values()]
}

const authorityLines = (w: Writing, person: Person): Sentence[] => {
  const answer = authorityFor(w.record, person.id, w.body, w.today)
  const all = everyone(w)
  const name = `authority-${answer.state === 'given' ? (answer.authority?.basis === 'unreachable-imminent-harm' ? 'unreachable' : answer.authority?.basis) : 'none'}`
  const values = {
    Name: upperFirst(callOf(w, person)),
    name: callOf(w, person),
    on: answer.authority ? dateWords(answer.authority.on) : null,
    whose: all.whose,
  }
  const citations =
    answer.authority && answer.state === 'given' ? [onFileCitation('Authority on file', dateWords(answer.authority.on))] : []
  return [say(`authority:${person.id}`, line(w, name, values, all.plural), { citations })]
}

const consentLines = (w: Writing, person: Person): Sentence[] => {
  const consents = consentsOf(w.record, person.id, w.today)
  const consent = consents[0]
  const all = everyone(w)
  const states = {
    States: listWords(w.governments.map((state) => stateName(w, state))),
    names: all.names,
    limits: null,
    until: consent?.expires ? dateWords(consent.expires) : null,
  }
  const given = toRecipient(consents, recipientOf(w.body, w.states[0] ?? null)) === 'yes'
  if (!consent || !given) return w.body.filingByFamily ? [] : [say(`consent:${person.id}`, line(w, 'consent-missing'), {})]
  const citations = [
    onFileCitation('Consent on file', `given on ${dateWords(consent.on)}${consent.words ? `, statement ${consent.words.account}` : ''}`),
  ]
  const transmit = w.governments.every((state) => toGovernment(consents, state) === 'yes')
  const names = [
    ...(w.governments.length > 0 ? [transmit ? (w.named ? 'consent-transmit' : 'consent-transmit-unnamed') : 'consent-transmit-not'] : []),
    toPublic(consents) === 'yes' ? 'consent-publish-yes' : 'consent-publish-no',
    ...(consent.expires ? ['consent-until'] : []),
  ]
  return names.map((name) => say(`${name}:${person.id}`, line(w, name, states, w.governments.length > 1), { citations }))
}

/** A filing that only a fact tells of stands too: beside it nobody may read that no other procedure is pending. */
export const otherProceduresPart = (w: Writing): Block[] => {
  const others = w.record.otherProcedures
  const all = everyone(w)
  const told = inMain(w, ['same-matter-filed']).map((fact) => factSentence(w, fact, { twin: null, second: false, annex: false }))
  if (told.length > 0 && (others === null || others === 'none')) return paragraph(told)
  if (others === null) return paragraph([say('other', line(w, 'other-unknown'), {})])
  const own = others === 'none' ? [] : others.filter((one) => w.persons.some((person) => person.id === one.person))
  if (own.length === 0)
    return paragraph([
      say('other', line(w, 'other-none', { names: all.names }), {
        citations: [onFileCitation('Statement of the submitting party', 'other procedures')],
      }),
    ])
  return paragraph([
    ...own.map((one) => {
      const id = one.procedure.replaceAll('-', '_')
      const home = w.bodies.elsewhere?.find((other) => other.id === id)?.home ?? false
      return say(
        `other:${one.procedure}:${one.person}`,
        line(w, home ? 'other-home' : 'other-one', {
          procedure: procedureWords(w, id),
          filed: whenWords(one.filedOn),
          status: one.status,
          reference: one.reference ?? null,
        }),
        { citations: [onFileCitation('Record of filings', dateWords(one.filedOn))] },
      )
    }),
    ...told,
  ])
}

/** A file may name a group of procedures alone, or a body that the pack does not have. */
const procedureWords = (w: Writing, id: string): string =>
  w.papers.recipients[id] ?? Object.entries(w.papers.recipients).find(([key]) => key.startsWith(`${id}_`))?.[1] ?? id.replaceAll('_', ' ')

/** Where a Government reads, the source stands in the annex alone. */
export const submitterPart = (w: Writing, annex: boolean): Block[] => {
  if (!annex && w.governments.length > 0 && w.body.hasAnnex !== false)
    return paragraph([say('submitter:annex', line(w, 'submitter-annex'), { frame: true })])
  const one = w.record.submitter
  const agreed = one?.agreedFor.some(
    (id) => ['all', w.body.id, w.body.recipient].includes(id.replaceAll('-', '_')) || id === w.body.recipient,
  )
  if (!one || !agreed || (!one.name && !one.organisation))
    return paragraph([say('submitter', line(w, 'submitter-none'), { marks: annex ? ['annex-only'] : [] })])
  const rests = { citations: [onFileCitation('Submitter’s record on file')], marks: annex ? (['annex-only'] as const) : [] }
  return paragraph([
    say(
      'submitter',
      line(w, 'submitter-name', {
        name: one.name ?? one.organisation,
        relationship: w.body.formKind === 'report' ? null : one.relationship,
        organisation: one.name ? one.organisation : null,
      }),
      rests,
    ),
    ...(one.contact ? [say('submitter:contact', line(w, 'submitter-contact', { contact: one.contact }), rests)] : []),
  ])
}

/** The wishes on file, or what the pack asks for as a rule; each rests on the facts that call for it. A list of its own, such as interim measures or a report’s recommendations, takes no wishes. */
export const requestsPart = (w: Writing, list: string | null = null): Block[] => {
  const name = list ? `${w.body.id}.${list}` : w.body.id
  const ids = [
    ...new Set(
      (w.papers.requestsOf[name] ?? ['wishes']).flatMap((id) =>
        id === 'wishes' ? w.record.requestedMeasures.filter((one) => w.papers.requests[one]) : [id],
      ),
    ),
  ]
  const intro = w.papers.lines[`requests-intro:${name}`]
    ? `requests-intro:${name}`
    : w.body.addressed === 'respondent'
      ? 'requests-intro'
      : 'requests-intro-direct'
  return asked(w, intro, list ? `request:${list}` : 'request', ids, w.papers.requests)
}

export const questionsPart = (w: Writing): Block[] =>
  asked(w, 'questions-intro', 'question', w.papers.questionsOf[w.body.id] ?? Object.keys(w.papers.questions), w.papers.questions)

const asked = (w: Writing, introLine: string, prefix: string, ids: readonly string[], texts: Readonly<Record<string, Asked>>): Block[] => {
  const all = everyone(w)
  const values: Record<string, string> = { names: all.names, whose: all.whose, home: stateName(w, w.record.states.origin) }
  const made = ids
    .filter((id) => inMain(w, texts[id]!.unless).length === 0)
    .map((id) => ({
      id,
      text: texts[id]!.text,
      facts: inMain(w, texts[id]!.kinds),
      child: texts[id]!.kinds.includes('child-at-relevant-time') && children(w),
    }))
    .filter((one) => one.facts.length > 0 || one.child)
  if (made.length === 0) return []
  const many = w.governments.length > 1
  const intro = say(
    `${prefix}:intro`,
    line(
      w,
      introLine,
      {
        recipient: recipient(w),
        Recipient: upperFirst(recipient(w)),
        States: listWords(w.governments.map((state) => stateName(w, state))),
      },
      many,
    ),
    { frame: true },
  )
  const items = made.map((one) => {
    const text = fillTemplate(one.text, { plural: all.plural, value: (name) => values[name] ?? null, attr: () => null })
    return [
      say(`${prefix}:${one.id}`, prefix.startsWith('request') ? `${text}.` : text, {
        facts: one.facts.map((fact) => fact.id),
        frame: one.child,
      }),
    ]
  })
  return [...paragraph([intro]), { kind: 'list', ordered: true, items }]
}
