/** Draws a fact from words of an account, from an exhibit or from a public source; a change keeps the earlier version and its reason. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { spanStands } from '../domain/testimony/account.ts'
import { type Fact, standings } from '../domain/testimony/fact.ts'
import type { FactKind } from '../domain/testimony/vocabulary.ts'
import { changeCaseFile, getCaseFile } from '../store/cases.ts'
import { changeRow, getRow, insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ActingOnCase } from './action.ts'
import { type AccountBody, type CaseFileBody, type FactBody, readCaseRecord } from './case-record.ts'
import { changingAct } from './changing.ts'
import { hand, id, partialDate, someWords, span, words } from './inputs.ts'
import { mustBeOfCase } from './record-authority.ts'

const nullable = (most: number) => z.union([words(most), z.null()])
export const factFields = z.object({
  kind: z.string().min(1).max(80),
  about: z.array(id<'person'>()).min(1).max(500),
  spans: z.array(span).max(20),
  exhibit: z.union([id<'exhibit'>(), z.null()]),
  publicSources: z.array(words(200)).max(20),
  actor: nullable(200),
  place: nullable(200),
  date: z.union([partialDate, z.null()]),
  attrs: z.record(z.string().max(60), words(500)),
  adverse: z.boolean(),
  standing: z.enum(standings),
  disputedPart: nullable(60),
  twin: z.union([id<'fact'>(), z.null()]),
  custody: z.union([id<'custody'>(), z.null()]),
  hand,
  summary: nullable(1_000),
  sealed: z.boolean(),
  note: nullable(1_000),
})
type Fields = z.infer<typeof factFields>

export const recordFact = changingAct({
  name: 'record-fact',
  may: 'fact.record',
  input: factFields.extend({ case: z.string() }),
  do: async (acting, { case: _case, ...fields }): Promise<{ answer: Fact; object: string }> => {
    const [taken] = await Promise.all([
      acting.tx.one<{ last: number | null }>('select max(number) as last from fact where office_id = $1 and case_id = $2', [
        acting.desk.office,
        acting.caseId,
      ]),
      mustFit(acting, fields),
    ])
    const number = (taken?.last ?? 0) + 1
    const factId = newId<'fact'>()
    await insertRow(acting.tx, acting.key, 'fact', factId, { ...fields, label: `F${number}` } satisfies FactBody, acting.now, { number })
    return { answer: { ...fields, id: factId, label: `F${number}` }, object: factId }
  },
})

export const changeFact = changingAct({
  name: 'change-fact',
  may: 'fact.change',
  input: factFields.extend({ case: z.string(), fact: id<'fact'>(), reason: someWords(500) }),
  do: async (acting, { case: _case, fact, reason, ...fields }): Promise<{ answer: Fact; object: string; details: { reason: string } }> => {
    const row = await getRow<FactBody>(acting.tx, acting.key, 'fact', fact)
    if (row.clear.removed_hour !== null) refuse('not-found')
    await mustFit(acting, fields)
    await changeRow(
      acting.tx,
      acting.key,
      'fact',
      fact,
      null,
      { ...fields, label: row.body.label, ...(row.body.strikes ? { strikes: row.body.strikes } : {}) } satisfies FactBody,
      acting.session.member,
      acting.now,
    )
    return { answer: { ...fields, id: fact, label: row.body.label }, object: fact, details: { reason } }
  },
})

export const explainContradiction = changingAct({
  name: 'explain-contradiction',
  may: 'fact.change',
  input: z.object({ case: z.string(), contradiction: z.string().min(1).max(200), explanation: someWords(2_000) }),
  do: async (acting, { contradiction, explanation }) => {
    const { record } = await readCaseRecord(acting)
    if (!record.contradictions.some((one) => one.id === contradiction)) refuse('not-found')
    const file = await getCaseFile<CaseFileBody>(acting.tx, acting.key)
    await changeCaseFile(acting.tx, acting.key, file.rowVersion, {
      ...file.body,
      explanations: { ...file.body.explanations, [contradiction]: explanation },
    })
    return { answer: { kept: true as const }, object: acting.caseId }
  },
})

const bad = (field: string, reason: string): never => refuse('bad-input', { field, reason }, { field })

/** The kind is in the vocabulary, every attribute belongs to it, the words stand in the account, and something carries the fact. What it rests on is looked up in one breath. */
const mustFit = async (acting: ActingOnCase, fields: Fields): Promise<void> => {
  const { tx, key } = acting
  const rest = Promise.all([
    ...fields.about.map((person) => mustBeOfCase(acting, person)),
    ...fields.spans.map(async (one) => {
      const account = await getRow<AccountBody>(tx, key, 'account', one.account)
      if (!spanStands(account.body.text, one)) bad('spans', 'the words do not stand at that place of the account')
    }),
    ...(fields.exhibit ? [getRow(tx, key, 'exhibit', fields.exhibit)] : []),
    ...(fields.custody ? [getRow(tx, key, 'custody_period', fields.custody)] : []),
    ...(fields.twin ? [getRow(tx, key, 'fact', fields.twin)] : []),
  ])
  const [file] = await Promise.all([getCaseFile<CaseFileBody>(tx, key), rest])
  const vocabulary = acting.desk.packs.forSituation(file.body.situation).law.vocabulary
  const kind = vocabulary.kinds.find((one) => one.id === fields.kind) ?? bad('kind', 'not in the vocabulary')
  for (const [name, value] of Object.entries(fields.attrs)) attributeMustFit(kind, vocabulary.choices, name, value)
  if (fields.spans.length === 0 && fields.exhibit === null && fields.publicSources.length === 0)
    bad('spans', 'a fact needs words of an account, an exhibit or a public source')
  for (const free of [fields.summary, fields.note, fields.place, ...Object.values(fields.attrs)]) {
    if (free && acting.desk.packs.mustNotBeKnown(free).length > 0) refuse('must-not-be-known')
  }
  if (
    fields.date &&
    /^\d{4}-\d{2}-\d{2}$/.test(fields.date) &&
    String(fields.date) > String(dayIn(acting.now, 'Pacific/Kiritimati')) &&
    fields.kind !== 'removal-announced'
  )
    bad('date', 'this day has not come yet')
}

const common = ['actor', 'victim', 'place', 'date', 'certainty', 'words', 'expected', 'period', 'length', 'since', 'times']

export const attributeMustFit = (
  kind: FactKind,
  choices: Readonly<Record<string, readonly string[]>>,
  name: string,
  value: string,
): void => {
  const type = kind.attrs[name]
  if (!type) {
    if (!common.includes(name)) bad(`attrs.${name}`, `not an attribute of ${kind.id}`)
    return
  }
  const list = choices[type]
  if (list && !list.includes(value)) bad(`attrs.${name}`, `one of: ${list.join(', ')}`)
  if (type === 'tri' && !['yes', 'no', 'unknown', 'refused', 'not-asked'].includes(value))
    bad(`attrs.${name}`, 'one of: yes, no, unknown, refused, not-asked')
}
