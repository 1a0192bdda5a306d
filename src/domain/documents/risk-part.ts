/** Why the person would be in danger: the personal facts first, then the profile's reasoning with its sources, and the categories of arbitrary detention. */
import { isBound } from '../law/is-bound.ts'
import { handedOver } from '../proceedings/person-facts.ts'
import type { Fact } from '../testimony/fact.ts'
import { dateWords, whenWords } from './date-words.ts'
import { authorityWords } from './fact-values.ts'
import type { Block, Sentence } from './paper.ts'
import { everyone } from './referents.ts'
import { line, listWords, named, ofTheDay, paragraph, say } from './sentences.ts'
import { fillTemplate, upperFirst } from './template.ts'
import { inMain, stateName, type Writing } from './writing.ts'

export const riskPart = (w: Writing): Block[] => {
  const all = everyone(w)
  const words = w.papers.words.risk ?? {}
  const facts = inMain(w, Object.keys(words)).filter((fact) => isTold(w, fact.kind))
  const kinds = [
    ...new Set(facts.filter((fact) => fact.kind !== 'removal-announced' || !handedOver(w.record, fact)).map((fact) => fact.kind)),
  ]
  const removed = inMain(w, ['transferred-to-home-state', 'removal-announced']).some((fact) => fact.kind === 'transferred-to-home-state')
  const personal =
    kinds.length > 0
      ? [
          say(
            'risk:personal',
            line(
              w,
              removed ? 'risk-personal-before' : 'risk-personal',
              { names: all.names, list: listWords(kinds.map((kind) => words[kind]!)) },
              all.plural,
            ),
            { facts: facts.map((fact) => fact.id) },
          ),
        ]
      : []
  const profiles = profileSentences(w, 'main')
  if (personal.length + profiles.length === 0) return paragraph([say('risk:none', line(w, 'risk-none'), {})])
  return [...paragraph(personal), ...paragraph(profiles)]
}

/** Does this paper tell facts of this kind anywhere in its main part? */
const isTold = (w: Writing, kind: string): boolean => {
  const names = (w.papers.parts[w.body.id] ?? [['facts:rest']]).flat()
  return names.some(
    (name) =>
      name === 'facts:rest' || name === 'material-facts' || (name.startsWith('facts:') && w.papers.sets[name.slice(6)]?.includes(kind)),
  )
}

/** A profile that rests on an annexed fact is argued in the annex, and one that rests on a withheld fact nowhere: its words would tell the fact. */
export const profileSentences = (w: Writing, part: 'main' | 'annex'): Sentence[] => {
  const matches = (w.assessment?.profiles ?? []).filter(
    (one) => one.match === 'yes' && w.persons.some((person) => person.id === one.person),
  )
  const ids = [...new Set(matches.map((one) => one.profile))]
  return ids.flatMap((id) => {
    const facts = [...new Set(matches.filter((one) => one.profile === id).flatMap((one) => one.facts))]
    const places = facts.map((fact) => w.placed.get(fact)?.where ?? 'withheld')
    const where = places.includes('withheld') ? 'withheld' : places.includes('annex') ? 'annex' : 'main'
    const profile = w.pack.profiles.find((one) => one.id === id)
    const text = w.papers.profiles[id]
    // A short paper argues only from what it tells.
    const told = facts.some((id) => w.facts.some((fact) => fact.id === id && isTold(w, fact.kind)))
    if (where !== part || !profile || !text || facts.length === 0 || (part === 'main' && !told)) return []
    const citations = ofTheDay(w, profile.citations).map((one) => named(w, one))
    return [
      say(`profile:${id}`, text, {
        facts,
        citations,
        marks: [
          ...(citations.length > 0 && citations.every((one) => one.certainty === 'unverified') ? (['unverified-law'] as const) : []),
          ...(part === 'annex' ? (['annex-only'] as const) : []),
        ],
      }),
    ]
  })
}

/** Only categories whose line is shown are pleaded, each with its State and custody; what is missing is not hidden behind a full list of letters. */
export const categoriesPart = (w: Writing): Block[] => {
  const all = everyone(w)
  const made = Object.entries(w.papers.categories).flatMap(([id, category]) => {
    const lines = (w.assessment?.lines ?? []).filter(
      (one) =>
        category.elements.includes(one.element) &&
        one.answer === 'shown' &&
        w.persons.some((person) => person.id === one.person) &&
        inStates(w, one.state, one.custody),
    )
    const custodies = [...new Set(lines.map((one) => one.custody))]
    return custodies.flatMap((custody) => {
      const own = lines.filter((one) => one.custody === custody)
      const facts = [...new Set(own.flatMap((one) => one.for))].filter((fact) => w.placed.get(fact)?.where === 'main')
      const period = w.record.custodies.find((one) => one.id === custody)
      const where = period ? ` ${line(w, 'category-custody', { period: whenWords(period.period), State: stateName(w, period.state) })}` : ''
      const text = fillTemplate(category.text, {
        plural: all.plural,
        value: (name) => (name === 'names' ? all.names : null),
        attr: () => null,
      })
      return facts.length === 0
        ? []
        : [
            say(`category:${id}:${custody ?? ''}`, text + where, {
              facts,
              citations: [named(w, { source: category.source, at: `category ${id}`, certainty: category.certainty, readOn: null })],
            }),
          ]
    })
  })
  if (made.length === 0) return paragraph([say('category:none', line(w, 'category-none'), {})])
  return [{ kind: 'list', ordered: false, items: made.map((one) => [one]) }]
}

const inStates = (w: Writing, state: string | null, custody: string | null): boolean => {
  const of = w.record.custodies.find((one) => one.id === custody)?.state ?? state
  return of === null || w.states.includes(of)
}

/** The first known day of the events and the last place, for a body that searches. */
export const lastSeenPart = (w: Writing): Block[] => {
  const all = everyone(w)
  const facts = inMain(w, [
    'fate-unknown',
    'transferred-to-home-state',
    'detention-not-acknowledged',
    'host-detention',
    'host-arrest',
    'transferred-to-third-state',
  ])
  const dated = facts
    .map((fact) => ({ fact, date: fact.attrs.since ?? fact.date }))
    .filter((one): one is { fact: Fact; date: NonNullable<Fact['date']> } => one.date != null)
  const last = dated.filter((one) => ['fate-unknown', 'transferred-to-home-state', 'detention-not-acknowledged'].includes(one.fact.kind))
  const chosen = (last.length > 0 ? last : dated).sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
  if (!chosen) return paragraph([say('last-seen', line(w, 'last-seen-none'), {})])
  const place = facts.filter((fact) => fact.place !== null && fact.standing !== 'disputed').at(-1)
  const used = [chosen.fact, ...(place ? [place] : [])]
  return paragraph([
    say(
      'last-seen',
      line(
        w,
        'last-seen',
        { names: all.names, when: dateWords(chosen.date).replace(/ to .*$/, ''), where: place ? `in ${place.place}` : null },
        all.plural,
      ),
      { facts: used.map((fact) => fact.id) },
    ),
  ])
}

export const forcesPart = (w: Writing): Block[] => {
  const facts = inMain(w, [
    'host-arrest',
    'host-detention',
    'transferred-to-home-state',
    'transferred-to-third-state',
    'return-detention',
    'detention-not-acknowledged',
  ])
  // One authority is not named twice, once in the words of a source and once in general.
  const told = new Map(facts.flatMap((fact) => (fact.actor && fact.attrs.authority ? [[fact.attrs.authority, fact.actor] as const] : [])))
  // The actor in the words of the source is closer than the authority's general name.
  const all = [
    ...new Set(
      facts
        .flatMap((fact) => [
          fact.actor ?? told.get(fact.attrs.authority ?? '') ?? authorityWords(w, fact, fact.attrs.authority),
          authorityWords(w, fact, fact.attrs.receivedBy),
        ])
        .filter((one) => one !== null),
    ),
  ]
  return paragraph([
    all.length > 0
      ? say('forces', line(w, 'forces', { forces: all.join('; ') }), { facts: facts.map((fact) => fact.id) })
      : say('forces', line(w, 'forces-none'), {}),
  ])
}

/** Party by treaty, or through the nationality of the person: then arguable only, and said so. */
export const competencePart = (w: Writing): Block[] => {
  const door = w.body.treaty
  if (!door) return []
  const all = everyone(w)
  return paragraph(
    w.states.flatMap((state) => {
      const id = door.instrument ?? door.anyOf[0] ?? ''
      const bound = isBound(w.pack, state, id, w.today)
      const instrument = w.pack.instruments.find((one) => one.id === id)?.title ?? id
      const values = {
        State: upperFirst(stateName(w, state)),
        state: stateName(w, state),
        instrument,
        since: bound.since ? dateWords(bound.since) : null,
        names: all.names,
      }
      const byNationality = w.body.opens.some((one) => one.state === state && one.byNationality)
      const citations = [named(w, bound.citation)]
      return [
        say(`competence:${state}`, line(w, bound.since ? 'party-since' : 'party', values), { citations }),
        ...(byNationality
          ? [
              say(`competence:nationality:${state}`, line(w, 'competence-nationality', values, all.plural), {
                citations: [{ ...citations[0]!, certainty: 'unverified' }],
                marks: ['unverified-law'],
              }),
            ]
          : []),
      ]
    }),
  )
}
