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
import { admissibilityPart } from './admissibility-part.ts'
import { annexOf } from './annex.ts'
import { consentPart, mandatesPart, otherProceduresPart, questionsPart, requestsPart, submitterPart } from './frame-parts.ts'
import { lawPart, statesPart, unpleaded } from './law-part.ts'
import { leftOut } from './left-out.ts'
import {
  againstAccount,
  askedPart,
  conclusionPart,
  credibilityPart,
  definitionPart,
  exclusionPart,
  materialFacts,
  purposePart,
  reasonsPart,
} from './memo-part.ts'
import { narrative } from './narrative.ts'
import {
  agreementPart,
  agreementQuestion,
  clocksPart,
  custodyNote,
  differencesPart,
  elementsPart,
  givenPart,
  hurdlesPart,
  pleasPart,
  saidPart,
  signedOnly,
  signedWords,
  sourcesNote,
  stepsPart,
  urgencyPart,
} from './other-parts.ts'
import type { Block, Paper, Section } from './paper.ts'
import type { PapersPack } from './papers-pack.ts'
import { personPart } from './person-part.ts'
import { everyone } from './referents.ts'
import { committeeWords, earlierPart, examplePart, figuresPart, scopePart } from './report-part.ts'
import { categoriesPart, competencePart, forcesPart, lastSeenPart, riskPart } from './risk-part.ts'
import { againstPart, evidenceTable, responsibilityPart } from './sanctions-part.ts'
import { line, listWords, numbered, paragraph, say } from './sentences.ts'
import { upperFirst } from './template.ts'
import { stateFull, stateName, type Writing, writingOf } from './writing.ts'

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
  const parts = { head: head(w), sections: sections(w), annex: annexOf(w) }
  return numbered({
    body: body.id,
    language: options.language,
    title: papers.titles[body.id] ?? body.name.en,
    ...parts,
    status: 'draft',
    draftNumber: options.draftNumber,
    withheld: leftOut(w, parts),
    fictional: record.fictional,
  })
}

const head = (w: Writing): Paper['head'] => {
  const recipient = committeeWords(w) ?? w.papers.recipients[w.body.id] ?? w.body.name.en
  const all = everyone(w)
  const row = (label: string, key: string, text: string) => ({ label, sentences: [say(`head:${key}`, text, { frame: true })] })
  return [
    row('To', 'to', line(w, 'head-to', { Recipient: upperFirst(recipient) })),
    row(
      'Concerning',
      'concerning',
      w.body.formKind === 'report' || w.papers.lines[`concerning:${w.body.id}`]
        ? line(w, w.papers.lines[`concerning:${w.body.id}`] ? `concerning:${w.body.id}` : 'concerning-report', {
            file: w.record.codeName,
            home: stateName(w, w.record.states.origin),
            names: all.names,
          })
        : line(w, 'head-concerning', { names: upperFirst(all.names) }),
    ),
    row(
      w.states.length > 1 ? 'States' : 'State',
      'states',
      line(w, 'head-states', { States: upperFirst(listWords(w.states.map((state) => stateFull(w, state)))) }),
    ),
    ...(w.governments.length > 0 && w.body.hasAnnex !== false
      ? [row('Confidentiality', 'confidential', line(w, 'head-confidential', { recipient }))]
      : []),
  ]
}

/** An outline shorter than its parts keeps its last heading for the rest; a section without content is not printed. */
const sections = (w: Writing): Section[] => {
  const parts = w.papers.parts[w.body.id] ?? [['person'], ['facts:rest'], ['law'], ['requests'], ['consent', 'submitter']]
  const told = toldBy(w, parts.flat())
  const leads = (i: number): boolean => w.body.outline[i]?.level !== 2 && w.body.outline[i + 1]?.level === 2
  const made: Section[] = w.body.outline.flatMap((entry, i) => {
    const names = i < w.body.outline.length - 1 ? (parts[i] ?? []) : parts.slice(i).flat()
    const blocks = names.flatMap((name) => [...partOf(w, name, told), ...(name.startsWith('facts:') ? [] : signedWords(w, name))])
    return blocks.length === 0 && !leads(i) ? [] : [{ heading: entry.heading, level: entry.level ?? 1, blocks }]
  })
  // A heading whose own words are all in the parts below it stays, as long as one of them is there.
  return made.filter((one, i) => one.blocks.length > 0 || made[i + 1]?.level === 2)
}

/** Which part tells which fact: a kind named by several sets is told by the first, and the rest by facts:rest, so that nothing is told twice. */
const toldBy = (w: Writing, names: readonly string[]): ReadonlyMap<string, readonly Fact[]> => {
  const free = new Set(mainFacts(w))
  const sets = names.filter((name) => name.startsWith('facts:') && name !== 'facts:rest')
  const told = new Map<string, readonly Fact[]>()
  for (const name of sets) {
    const kinds = w.papers.sets[name.slice(6)] ?? []
    const chosen = [...free].filter((fact) => kinds.includes(fact.kind))
    // Two versions of one event are told together, wherever the first of them belongs.
    const own = [...free].filter((fact) => chosen.includes(fact) || chosen.some((one) => one.twin === fact.id || fact.twin === one.id))
    for (const fact of own) free.delete(fact)
    told.set(name, own)
  }
  return told.set('facts:rest', [...free])
}

const mainFacts = (w: Writing): Fact[] => w.facts.filter((fact) => w.placed.get(fact.id)?.where === 'main')

const partOf = (w: Writing, name: string, told: ReadonlyMap<string, readonly Fact[]>): Block[] => {
  const [part, ...rest] = name.split(':') as [string, ...string[]]
  const of = rest.join(':')
  if (part === 'facts') return narrative(w, of, told.get(name) ?? [])
  if (part === 'said') return saidPart(w, of)
  if (part === 'adm') return admissibilityPart(w, of)
  if (part === 'requests' && of) return requestsPart(w, of)
  if (part === 'tests') return definitionPart(w, of.split('+'))
  if (part === 'signed') return signedOnly(w, of)
  if (part === 'given') return givenPart(w, of, `${of}-none`)
  return parts[part]?.(w) ?? []
}

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
  requests: (w) => requestsPart(w),
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
  pleas: pleasPart,
  differences: differencesPart,
  scope: scopePart,
  earlier: earlierPart,
  figures: figuresPart,
  example: examplePart,
  responsibility: responsibilityPart,
  evidence: evidenceTable,
  against: againstPart,
  purpose: purposePart,
  'material-facts': materialFacts,
  credibility: credibilityPart,
  'against-account': againstAccount,
  reasons: reasonsPart,
  exclusion: exclusionPart,
  asked: askedPart,
  conclusion: conclusionPart,
}

/** What an outline in papers.yaml may name, so that a pack can be checked before a paper is written; the first take something after a colon. */
export const partNames: readonly string[] = ['facts', 'said', 'adm', 'tests', 'signed', 'given', ...Object.keys(parts)]
