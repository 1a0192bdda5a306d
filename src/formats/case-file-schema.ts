/** The published schema of the plain case file and the printed vocabulary, both made from the same lists the reader uses. */
import { certainties } from '../basics/source.ts'
import type { LawPack } from '../domain/law/pack.ts'
import { standings } from '../domain/testimony/fact.ts'
import * as k from './case-file-keys.ts'

type Schema = { readonly [key: string]: unknown }
const text: Schema = { type: 'string' }
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const date: Schema = {
  type: ['string', 'number'],
  description: 'EDTF: 2018, 2018-03, 2018-03-05, 2018-03~, 2018-21, 2018-03/2018-04, 2018-03/..',
}
const state: Schema = { type: 'string', pattern: '^[A-Z]{3}$' }
const id: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$' }
const yesNo: Schema = { enum: [true, false, 'yes', 'no'] }
const of = (values: readonly unknown[]): Schema => ({ enum: values })
const list = (items: Schema): Schema => ({ type: 'array', items })
const oneOrMany = (one: Schema): Schema => ({ anyOf: [one, list(one)] })
const some = (one: Schema): Schema => ({ anyOf: [one, { type: 'null' }] })

const part = (keys: readonly string[], required: readonly string[], shapes: Record<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: Object.fromEntries(keys.map((key) => [key, shapes[key] ?? some(text)])),
})

export const caseFileSchema = (pack: LawPack): Schema => {
  const span = part(k.caseKeys.span, ['quote'], {
    quote: text,
    start: { type: 'integer', minimum: 0 },
    end: { type: 'integer', minimum: 0 },
  })
  const elements = pack.tests.flatMap((test) => test.elements.map((element) => `${test.id}.${element.id}`))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Article 33 plain case file',
    description: `One case as YAML, read by “assess” and “petition”. Made from pack ${pack.version}, situation ${pack.situation}; docs/case-file.md explains it.`,
    ...part(k.caseKeys.file, ['as_of', 'situation', 'case', 'persons', 'facts'], {
      fictional: yesNo,
      as_of: day,
      situation: text,
      case: part(k.caseKeys.case, ['codeName', 'statesConcerned'], {
        codeName: text,
        origin: state,
        statesConcerned: { ...list(state), minItems: 1 },
        transit: list(state),
        forum: some(state),
        otherProcedures: {
          anyOf: [
            { const: 'none' },
            { type: 'null' },
            list(
              part(k.caseKeys.otherProcedure, ['procedure', 'person', 'filedOn', 'status'], {
                filedOn: date,
                status: of(k.procedureStatuses),
                reference: text,
              }),
            ),
          ],
        },
      }),
      persons: list(
        part(k.caseKeys.person, ['id', 'role'], {
          id,
          role: of(k.personRoles),
          names: list(part(k.caseKeys.name, ['text'], { text, script: of(k.scripts), kind: of(k.nameKinds) })),
          sex: of(k.sexes),
          birth: date,
          births: list(part(k.caseKeys.birth, ['date'], { date })),
          ages: list(part(k.caseKeys.age, ['low'], { low: { type: 'integer' }, high: { type: 'integer' }, on: date })),
          nationality: state,
          nationalities: list(part(k.caseKeys.nationality, ['state', 'standing'], { state, standing: of(k.nationalityStandings) })),
          languages: list(text),
          livesIn: state,
          needs: list(text),
          thirdPerson: yesNo,
          submitter: yesNo,
        }),
      ),
      sources: list(part(k.caseKeys.source, ['id', 'title'], { id, title: text, certainty: of(certainties) })),
      statements: list(
        part(k.caseKeys.statement, ['id', 'speaker', 'takenOn', 'language', 'text'], {
          id,
          takenOn: date,
          hand: of(k.hands),
          text,
          translations: list(part(k.caseKeys.translation, ['language', 'translatorCode', 'text'], {})),
        }),
      ),
      custodies: list(
        part(k.caseKeys.custody, ['id', 'state', 'period'], { id, persons: oneOrMany(id), state, period: date, sources: list(id) }),
      ),
      facts: list(
        part(k.caseKeys.fact, ['id', 'kind', 'about', 'standing'], {
          id,
          kind: of(pack.vocabulary.kinds.map((kind) => kind.id)),
          about: oneOrMany(id),
          start: { type: 'integer', minimum: 0 },
          end: { type: 'integer', minimum: 0 },
          span,
          spans: list(span),
          sources: list(id),
          date,
          attrs: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
          adverse: yesNo,
          standing: of(standings),
          hand: of(k.hands),
          sealed: yesNo,
        }),
      ),
      contradictions: list(
        part(k.caseKeys.contradiction, ['id', 'between', 'about'], {
          id,
          between: { ...list(id), minItems: 2, maxItems: 2 },
          reaches: list(of(elements)),
        }),
      ),
      consents: list(
        part(k.caseKeys.consent, ['person', 'on'], {
          on: day,
          expires: some(day),
          withdrawn: some(day),
          recipients: { type: 'object', additionalProperties: of(k.consentAnswers) },
          transmit: { type: 'object', additionalProperties: of(k.tris) },
          publish: of(k.tris),
          medical: of(k.tris),
          words: some(span),
        }),
      ),
      authority: list(
        part(k.caseKeys.authority, ['for', 'basis', 'evidence', 'on'], {
          basis: of(k.authorityBases),
          on: day,
          withdrawn: some(day),
          twoPersons: some(part(k.caseKeys.twoPersons, ['reason', 'withheld', 'recordedBy'], {})),
        }),
      ),
      submitter: some(part(k.caseKeys.submitter, [], { agreedFor: list(text) })),
      exhibits: list(
        part(k.caseKeys.exhibit, ['id', 'title', 'receivedFrom', 'receivedOn'], { id, receivedOn: date, bytes: { type: 'integer' } }),
      ),
      findings: list(
        part(k.caseKeys.finding, ['id', 'element', 'person', 'answer', 'reasons', 'by', 'on'], {
          id,
          element: of(elements),
          answer: of(k.findingAnswers),
          on: day,
          facts: list(id),
        }),
      ),
      signed_words: list(part(k.caseKeys.signedWords, k.caseKeys.signedWords, { id, signedOn: day })),
      requested_measures: list(text),
      given: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
    }),
  }
}

/** The vocabulary as a page: every kind of fact with its attributes and choices. */
export const vocabularyPage = (pack: LawPack): string => {
  const { vocabulary } = pack
  const lists = Object.entries(vocabulary.choices).map(([name, values]) => `- \`${name}\`: ${values.join(', ')}`)
  const types = Object.entries(vocabulary.types).map(([name, words]) => `- \`${name}\`: ${words}`)
  const common = ['actor', 'victim', 'place', 'date', 'certainty', 'words']
  const kinds = vocabulary.groups.flatMap((group) => [
    '',
    `### ${group.label.en}`,
    '',
    '| kind | what it says | attributes | leans |',
    '| --- | --- | --- | --- |',
    ...vocabulary.kinds
      .filter((kind) => kind.group === group.id)
      .map(
        (kind) =>
          `| \`${kind.id}\` | ${kind.definition}${kind.everyday ? ` Also found by: ${kind.everyday.en.join(', ')}.` : ''} | ${
            Object.entries(kind.attrs)
              .filter(([key]) => !common.includes(key))
              .map(([key, type]) => `${key}: ${type}`)
              .join(', ') || '–'
          } | ${kind.leans}${kind.third ? ', third person' : ''} |`,
      ),
  ])
  return [
    '# Vocabulary of facts',
    '',
    `Made from pack ${pack.version}, situation ${pack.situation}; a test keeps it equal. A kind says what happened, not whether it is true: that is the fact’s standing.`,
    'Every kind also takes actor, victim, place, date, certainty and words. tri = yes, no, unknown, refused, not-asked.',
    '',
    '## Types',
    '',
    ...types,
    '',
    '## Lists of choices',
    '',
    ...lists,
    '',
    '## Kinds',
    ...kinds,
    '',
  ].join('\n')
}
