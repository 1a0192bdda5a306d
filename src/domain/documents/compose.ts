/** Lays out the paper for one body in that body's own structure: each fact told once, each sentence with what it rests on, confidential particulars apart. */
import type { Day } from '../../basics/clock.ts'
import type { FactId, PersonId } from '../../basics/id.ts'
import { refuse } from '../../basics/refusal.ts'
import type { Assessment } from '../law/assessment.ts'
import type { CaseRecord } from '../law/case-record.ts'
import type { LawPack } from '../law/pack.ts'
import type { StateCode } from '../people/person.ts'
import { type BodiesPack, bodyOf } from '../proceedings/bodies.ts'
import type { BodyReadiness } from '../proceedings/readiness.ts'
import type { Fact } from '../testimony/fact.ts'
import { annexOf } from './annex.ts'
import { consentPart, mandatesPart, otherProceduresPart, questionsPart, requestsPart, submitterPart } from './frame-parts.ts'
import { lawPart, statesPart, unpleaded } from './law-part.ts'
import { narrative } from './narrative.ts'
import {
  agreementPart,
  agreementQuestion,
  clocksPart,
  custodyNote,
  elementsPart,
  givenPart,
  hurdlesPart,
  signedWords,
  sourcesNote,
  stepsPart,
  urgencyPart,
} from './other-parts.ts'
import type { Block, Paper, Section } from './paper.ts'
import type { PapersPack } from './papers-pack.ts'
import { personPart } from './person-part.ts'
import { everyone } from './referents.ts'
import { categoriesPart, competencePart, forcesPart, lastSeenPart, riskPart } from './risk-part.ts'
import { line, listWords, numbered, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { stateFull, type Writing, writingOf } from './writing.ts'

export type ComposeOptions = {
  body: string
  states: readonly StateCode[]
  persons: readonly PersonId[]
  language: string
  draftNumber: number
  today: Day
  /** Facts that an officer decided to plead openly although they would go to the annex. */
  pleadOpenly?: readonly FactId[]
}

/** States whose door is not open for any of these persons are left out: a paper to a closed door is never laid out. Refuses when none is left. */
export const compose = (
  record: CaseRecord,
  assessment: Assessment | null,
  readiness: readonly BodyReadiness[],
  pack: LawPack,
  bodies: BodiesPack,
  papers: PapersPack,
  options: ComposeOptions,
): Paper => {
  const body = bodyOf(bodies, options.body)
  if (!body) return refuse('bad-input', { field: 'body', reason: `“${options.body.slice(0, 40)}” is not a body of the pack` })
  if (options.language !== papers.language)
    return refuse('bad-input', { field: 'language', reason: `papers are written in ${papers.language} only` })
  const closed = (state: StateCode): boolean => {
    const rows = readiness.filter((row) => row.body === body.id && row.state === state && options.persons.includes(row.person))
    return rows.length > 0 && rows.every((row) => row.opening === 'not-open')
  }
  const states = options.states.filter((state) => !closed(state))
  if (states.length === 0) return refuse('bad-input', { field: 'states', reason: 'this body is not open against any of the States named' })
  const w = writingOf(record, assessment, pack, bodies, papers, {
    body,
    states,
    persons: options.persons,
    today: options.today,
    pleadOpenly: options.pleadOpenly ?? [],
  })
  return numbered({
    body: body.id,
    language: options.language,
    title: papers.titles[body.id] ?? body.name.en,
    head: head(w),
    sections: sections(w),
    annex: annexOf(w),
    status: 'draft',
    draftNumber: options.draftNumber,
    withheld: withheld(w),
    fictional: record.fictional,
  })
}

const head = (w: Writing): Paper['head'] => {
  const recipient = w.papers.recipients[w.body.id] ?? w.body.name.en
  const all = everyone(w)
  const row = (label: string, key: string, text: string) => ({ label, sentences: [say(`head:${key}`, text, { frame: true })] })
  return [
    row('To', 'to', line(w, 'head-to', { Recipient: upperFirst(recipient) })),
    row('Concerning', 'concerning', line(w, 'head-concerning', { names: upperFirst(all.names) })),
    row(
      w.states.length > 1 ? 'States' : 'State',
      'states',
      line(w, 'head-states', { States: upperFirst(listWords(w.states.map((state) => stateFull(w, state)))) }),
    ),
    ...(w.governments.length > 0 ? [row('Confidentiality', 'confidential', line(w, 'head-confidential', { recipient }))] : []),
  ]
}

/** An outline shorter than its parts keeps its last heading for the rest; a section without content is not printed. */
const sections = (w: Writing): Section[] => {
  const parts = w.papers.parts[w.body.id] ?? [['person'], ['facts:rest'], ['law'], ['requests'], ['consent', 'submitter']]
  const told = toldBy(w, parts.flat())
  return w.body.outline.flatMap((entry, i) => {
    const names = i < w.body.outline.length - 1 ? (parts[i] ?? []) : parts.slice(i).flat()
    const blocks = names.flatMap((name) => [...partOf(w, name, told), ...(name.startsWith('facts:') ? [] : signedWords(w, name))])
    return blocks.length === 0 ? [] : [{ heading: heading(entry.heading), level: 1 as const, blocks }]
  })
}

/** “As CAT 22; …” is a note to the lawyer and no heading of a paper. */
const heading = (text: string): string => (/^As /.test(text) ? 'Communication' : text)

/** Which part tells which fact: a kind named by several sets is told by the first, and the rest by facts:rest, so that nothing is told twice. */
const toldBy = (w: Writing, names: readonly string[]): ReadonlyMap<string, readonly Fact[]> => {
  const free = new Set(mainFacts(w))
  const sets = names.filter((name) => name.startsWith('facts:') && name !== 'facts:rest')
  const told = new Map<string, readonly Fact[]>()
  for (const name of sets) {
    const own = [...free].filter((fact) => w.papers.sets[name.slice(6)]?.includes(fact.kind))
    for (const fact of own) free.delete(fact)
    told.set(name, own)
  }
  return told.set('facts:rest', [...free])
}

const mainFacts = (w: Writing): Fact[] => w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'main')

const partOf = (w: Writing, name: string, told: ReadonlyMap<string, readonly Fact[]>): Block[] =>
  name.startsWith('facts:') ? narrative(w, name.slice(6), told.get(name) ?? []) : (parts[name]?.(w) ?? [])

const parts: Readonly<Record<string, (w: Writing) => Block[]>> = {
  mandates: mandatesPart,
  states: (w) => [...statesPart(w), ...paragraph(w.papers.parts[w.body.id]?.flat().includes('law') ? [] : unpleaded(w))],
  person: personPart,
  'custody-note': custodyNote,
  risk: riskPart,
  law: lawPart,
  rights: lawPart,
  categories: categoriesPart,
  steps: stepsPart,
  'other-procedures': otherProceduresPart,
  requests: requestsPart,
  questions: questionsPart,
  consent: consentPart,
  submitter: (w) => submitterPart(w, false),
  'last-seen': lastSeenPart,
  forces: forcesPart,
  competence: competencePart,
  elements: elementsPart,
  agreement: agreementPart,
  'agreement-question': agreementQuestion,
  hurdles: hurdlesPart,
  refusals: (w) => givenPart(w, 'refusalRecord', 'refusals-none'),
  negotiation: (w) => givenPart(w, 'negotiationRecord', 'negotiation-none'),
  'arbitration-clocks': clocksPart,
  urgency: urgencyPart,
  'sources-note': sourcesNote,
}

const withheld = (w: Writing): Paper['withheld'] => [
  ...w.record.facts.flatMap((fact) => {
    const placed = w.placed.get(fact.id)
    if (!placed || placed.where === 'main') return []
    return [
      {
        fact: fact.id,
        what: fact.label,
        why: placed.where === 'annex' ? `moved to the confidential annex: ${placed.why}` : (placed.why ?? ''),
      },
    ]
  }),
  ...w.record.persons
    .filter((person) => !w.persons.includes(person) && person.names.length > 0)
    .map((person) => ({ fact: null, what: `name of a ${person.role}`, why: 'a third person is never named in an outward paper' })),
]
