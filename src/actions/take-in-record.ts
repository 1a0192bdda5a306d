/** Takes a whole record (a plain case file) into the desk as a new case: every short id becomes an id of its own, every row is sealed. */
import type { AccountId, CaseId, CustodyId, ExhibitId, FactId, PersonId } from '../basics/id.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import { insertCase } from '../store/cases.ts'
import { insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { Acting } from './action.ts'
import { renewCard } from './card.ts'
import type { AccountBody, AuthorityBody, CaseFileBody, ConsentBody, FactBody } from './case-record.ts'

/** Refuses nothing: the record was read and checked by formats/case-file. Exhibits are named, not taken in: their bytes are not in a case file. */
export const takeInRecord = async (acting: Acting, record: CaseRecord): Promise<CaseId> => {
  const { tx, desk, session, now } = acting
  const caseId = newId<'case'>()
  const ids = new Map<string, string>()
  const idOf = <T extends string>(short: string): T => {
    if (!ids.has(short)) ids.set(short, newId())
    return ids.get(short) as T
  }
  const person = (short: string) => idOf<PersonId>(`person:${short}`)
  const { submitter, otherProcedures, statements, sources, requestedMeasures } = record
  const body: CaseFileBody = {
    codeName: record.codeName,
    situation: record.situation,
    fictional: record.fictional,
    origin: record.states.origin,
    concerned: [...record.states.concerned],
    transit: [...record.states.transit],
    forum: record.forum,
    submitter,
    otherProcedures:
      otherProcedures === 'none' || otherProcedures === null
        ? otherProcedures
        : otherProcedures.map((one) => ({ ...one, person: person(one.person) })),
    requestedMeasures: [...requestedMeasures],
    given: { ...record.given },
    statements: [...statements],
    sources: [...sources],
    explanations: {},
  }
  const key = await insertCase(tx, desk.vault, desk.office, caseId, session.member, body, now)
  desk.caseKeys.set(caseId, key)
  const account = (short: string) => idOf<AccountId>(`account:${short}`)
  const custody = (short: string) => idOf<CustodyId>(`custody:${short}`)
  for (const one of record.persons) {
    const { id, ...rest } = one
    await insertRow(tx, key, 'person', person(id), rest, now)
    desk.names.put(caseId, { ...rest, id: person(id) })
  }
  for (const { id, attestedAt: _at, corrections: _c, translations, sealedSpans, ...rest } of record.accounts) {
    await insertRow(tx, key, 'account', account(id), { ...rest, speaker: person(rest.speaker) } satisfies AccountBody, now)
    await markRow(tx, key, 'account', account(id), { attested_at: now, attested_by: session.member })
    for (const span of sealedSpans)
      await insertRow(tx, key, 'account_addition', newId(), { kind: 'sealed-span', ...span }, now, {
        account_id: account(id),
        kind: 'sealed-span',
      })
    for (const translation of translations)
      await insertRow(tx, key, 'account_addition', newId(), { kind: 'translation', ...translation }, now, {
        account_id: account(id),
        kind: 'translation',
      })
  }
  for (const { id, ...rest } of record.custodies)
    await insertRow(tx, key, 'custody_period', custody(id), { ...rest, persons: rest.persons.map(person) }, now)
  for (const [index, { id, ...rest }] of record.facts.entries()) {
    const fact: FactBody = {
      ...rest,
      label: `F${index + 1}`,
      about: rest.about.map(person),
      spans: rest.spans.map((span) => ({ ...span, account: account(span.account) })),
      exhibit: null as ExhibitId | null,
      twin: rest.twin && idOf<FactId>(`fact:${rest.twin}`),
      custody: rest.custody && custody(rest.custody),
    }
    await insertRow(tx, key, 'fact', idOf(`fact:${id}`), fact, now, { number: index + 1 })
  }
  for (const { id: _id, withdrawnOn, ...rest } of record.authorities) {
    const authority: AuthorityBody = { ...rest, for: person(rest.for), who: rest.who && person(rest.who) }
    await insertRow(tx, key, 'authority', newId(), authority, now, { recorded_by: session.member, withdrawn_on: withdrawnOn })
  }
  for (const { id: _id, withdrawnOn, ...rest } of record.consents) {
    const consent: ConsentBody = {
      ...rest,
      person: person(rest.person),
      by: person(rest.by),
      words: rest.words && { ...rest.words, account: account(rest.words.account) },
    }
    await insertRow(tx, key, 'consent', newId(), consent, now, { withdrawn_on: withdrawnOn })
  }
  await renewCard({ ...acting, caseId, key, grant: { role: 'lead', account: null, until: null } })
  return caseId
}
