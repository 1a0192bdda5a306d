/** Assembles the record of a case from its sealed rows, as the law, the papers and the screens read it. */
import { type Day, dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import type { CaseRecord, Finding, OtherProcedure } from '../domain/law/case-record.ts'
import type { Authority, Consent } from '../domain/people/consent.ts'
import type { Person } from '../domain/people/person.ts'
import type { TogetherAnswer } from '../domain/protection/held-together.ts'
import type { Account } from '../domain/testimony/account.ts'
import { contradictionsOf } from '../domain/testimony/contradictions.ts'
import type { CustodyPeriod, Exhibit, Fact } from '../domain/testimony/fact.ts'
import { rowsOfCase, type SealedRow } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { Card } from './card.ts'

/** What the case file itself keeps, apart from people and facts. */
export type CaseFileBody = {
  codeName: string
  situation: string
  fictional: boolean
  origin: string
  concerned: string[]
  transit: string[]
  forum: string | null
  submitter: CaseRecord['submitter']
  otherProcedures: 'none' | null | OtherProcedure[]
  requestedMeasures: string[]
  given: Record<string, string>
  statements: CaseRecord['statements'][number][]
  sources: CaseRecord['sources'][number][]
  /** Reasons given for contradictions, by pair. */
  explanations: Record<string, string>
  /** Whether people are held together with those whom a custody or a told transfer names, as answered. */
  together?: readonly TogetherAnswer[]
  /** Lists of people that were brought in. file is empty when the rows were pasted. */
  lists?: readonly { batch: string; at: string; by: string; file: string }[]
}
export type AuthorityBody = Omit<Authority, 'withdrawnOn'>
export type ConsentBody = Omit<Consent, 'withdrawnOn'>
export type AccountBody = Omit<Account, 'id' | 'attestedAt' | 'corrections' | 'translations' | 'sealedSpans'>
/** strikes: each time the fact was struck or put back, oldest first. */
export type FactBody = Omit<Fact, 'id'> & { strikes?: readonly Strike[] }
export type Strike = { act: 'struck' | 'put-back'; at: string; by: string; reason: string }
export type StruckRow = { fact: Fact; strikes: readonly Strike[]; hour: string }
export type ExhibitBody = Omit<Exhibit, 'id'>

/** card null = there is none yet, or the reader sees one account alone. */
export type RecordAndVersions = {
  record: CaseRecord
  fileVersion: number
  versions: ReadonlyMap<string, number>
  card: { body: Card; rowVersion: number } | null
  struck: readonly StruckRow[]
  together: readonly TogetherAnswer[]
}

/** Sealed facts and sealed spans are there only for who may read them; for others the words are struck out at the same length, so that spans still fit. */
export const readCaseRecord = async (
  acting: ActingOnCase,
  options: { sealedToo?: boolean; asOf?: Day } = {},
): Promise<RecordAndVersions> => {
  const { tx, key } = acting
  const sealedToo = options.sealedToo ?? (acting.session.roles.includes('lawyer') && acting.grant.role !== 'reader')
  const rows = await rowsOfCase(tx, key, {
    case_file: [],
    case_card: [],
    person: [],
    account: ['attested_at'],
    account_addition: ['account_id'],
    fact: ['number', 'removed_hour'],
    custody_period: [],
    exhibit: ['number'],
    authority: ['withdrawn_on', 'confirmed_by'],
    consent: ['withdrawn_on'],
    finding: ['reviewed_by'],
  })
  const file = rows.of<CaseFileBody>('case_file')[0] ?? refuse('not-found')
  const persons = rows.of<Omit<Person, 'id'>>('person')
  const accounts = rows.of<AccountBody>('account')
  const additions = rows.of<Addition>('account_addition')
  const facts = rows.of<FactBody>('fact')
  const custodies = rows.of<Omit<CustodyPeriod, 'id'>>('custody_period')
  const exhibits = rows.of<ExhibitBody>('exhibit')
  const authorities = rows.of<AuthorityBody>('authority')
  const consents = rows.of<ConsentBody>('consent')
  const findings = rows.of<Finding>('finding')
  const versions = new Map([...persons, ...accounts, ...facts].map((row) => [row.id, row.rowVersion]))

  const readable = facts
    .map(({ body: { strikes = [], ...body }, id, clear }) => ({
      fact: { ...body, id, label: `F${clear.number}` } as Fact,
      strikes,
      hour: clear.removed_hour as string | null,
    }))
    .filter(({ fact }) => sealedToo || !fact.sealed)
  const shownFacts = readable.flatMap(({ fact, hour }) => (hour === null ? [fact] : []))
  const struck = readable.flatMap(({ hour, ...one }) => (hour === null ? [] : [{ ...one, hour }]))
  const record: CaseRecord = {
    codeName: file.body.codeName,
    situation: file.body.situation,
    fictional: file.body.fictional,
    asOf: options.asOf ?? dayIn(acting.now, 'UTC'),
    states: { origin: file.body.origin, concerned: file.body.concerned, transit: file.body.transit },
    forum: file.body.forum,
    persons: persons.map((row) => ({ ...row.body, id: row.id }) as Person),
    accounts: accounts.map((row, index) => ({ ...accountOf(row, additions, sealedToo), label: `A${index + 1}` })),
    facts: shownFacts,
    custodies: custodies.map((row) => ({ ...row.body, id: row.id }) as CustodyPeriod),
    exhibits: exhibits.map((row) => ({ ...row.body, id: row.id, label: `E${row.clear.number}` }) as Exhibit),
    contradictions: contradictionsOf(shownFacts, new Map(Object.entries(file.body.explanations))),
    authorities: authorities.map((row) => ({
      ...row.body,
      id: row.id,
      withdrawnOn: row.clear.withdrawn_on as Day | null,
      twoPersons: row.body.twoPersons && { ...row.body.twoPersons, confirmedBy: (row.clear.confirmed_by as string | null) ?? null },
    })),
    consents: consents.map((row) => ({ ...row.body, id: row.id, withdrawnOn: row.clear.withdrawn_on as Day | null })),
    sources: file.body.sources,
    submitter: file.body.submitter,
    otherProcedures: file.body.otherProcedures,
    statements: file.body.statements,
    findings: findings.map((row) => ({ ...row.body, id: row.id, reviewedBy: (row.clear.reviewed_by as string | null) ?? null })),
    requestedMeasures: file.body.requestedMeasures,
    given: file.body.given,
  }
  return {
    record,
    fileVersion: file.rowVersion,
    versions,
    card: rows.of<Card>('case_card')[0] ?? null,
    struck,
    together: file.body.together ?? [],
  }
}

export type Addition =
  | { kind: 'correction'; at: string; by: string; reason: string; start: number | null; end: number | null; text: string }
  | { kind: 'translation'; language: string; translatorCode: string; text: string; checkedBy: string | null }
  | { kind: 'sealed-span'; start: number; end: number; reason: string }

type AccountRow = SealedRow<AccountBody>
type AdditionRow = SealedRow<Addition>

const accountOf = (row: AccountRow, additions: readonly AdditionRow[], sealedToo: boolean): Account => {
  const mine = additions.filter((addition) => addition.clear.account_id === row.id).map((addition) => addition.body)
  const sealedSpans = mine
    .filter((addition) => addition.kind === 'sealed-span')
    .map(({ start, end, reason }) => ({ start, end, reason: sealedToo ? reason : '' }))
  const struckOut = sealedToo
    ? row.body.text
    : sealedSpans.reduce((text, { start, end }) => text.slice(0, start) + '▒'.repeat(end - start) + text.slice(end), row.body.text)
  return {
    ...row.body,
    id: row.id as Account['id'],
    text: struckOut,
    attestedAt: row.clear.attested_at ? (new Date(row.clear.attested_at as string).toISOString() as Account['attestedAt']) : null,
    corrections: mine
      .filter((addition) => addition.kind === 'correction')
      .map(({ at, by, reason, start, end, text }) => ({
        at,
        by,
        reason,
        span: start === null || end === null ? null : { account: row.id, start, end, quote: row.body.text.slice(start, end) },
        text,
      })) as unknown as Account['corrections'],
    translations:
      sealedSpans.length > 0 && !sealedToo
        ? []
        : mine
            .filter((addition) => addition.kind === 'translation')
            .map(({ language, translatorCode, text, checkedBy }) => ({ language, translatorCode, text, checkedBy })),
    sealedSpans,
  }
}
