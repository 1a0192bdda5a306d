/** Whether two records are of one person: acts of judging, confirming and taking back, in the order in which they came; none is ever changed. */
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import type { Verdict } from '../domain/people/judgements.ts'
import type { CaseKey } from '../vault/case-key.ts'
import { openField, sealField } from '../vault/field.ts'
import type { Tx } from './database.ts'
import { hourOf } from './sealed-rows.ts'

/** Two persons in the order of their ids, each with its case. The row is sealed under the key of the first one's case. */
export type Pair = { a: string; b: string; caseA: CaseId; caseB: CaseId }
export type Signer = { member: MemberId; session: string; authenticator: string }
/** Sealed: what was said and when. verdict only where something was judged. */
export type JudgementBody = { verdict: Verdict | null; reason: string; at: string }
export type JudgementRow = Pair & {
  id: string
  act: 'judge' | 'confirm' | 'revoke'
  of: string | null
  by: Signer
  body: JudgementBody
}

/** The first in the order of ids is `a`, whichever way round the two were given. */
export const pairOf = (one: { person: string; caseId: CaseId }, two: { person: string; caseId: CaseId }): Pair =>
  one.person < two.person
    ? { a: one.person, b: two.person, caseA: one.caseId, caseB: two.caseId }
    : { a: two.person, b: one.person, caseA: two.caseId, caseB: one.caseId }

/** `of` = the judgement that is confirmed or taken back. The database refuses a confirmation by who judged (needs-second-person) and a second one (out-of-date). */
export const insertJudgement = async (
  tx: Tx,
  key: CaseKey,
  row: { id: string; pair: Pair; act: JudgementRow['act']; of: JudgementRow | null; by: Signer; body: JudgementBody },
): Promise<void> => {
  const { id, pair, act, of, by, body } = row
  await tx.run(
    'insert into judgement (office_id, judgement_id, case_id, other_case_id, person_a, person_b, act, of_id, by_member, by_session, by_authenticator, judged_by, judged_session, judged_authenticator, key_version, created_hour, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)',
    [
      key.officeId,
      id,
      pair.caseA,
      pair.caseB,
      pair.a,
      pair.b,
      act,
      of?.id ?? null,
      by.member,
      by.session,
      by.authenticator,
      of?.by.member ?? null,
      of?.by.session ?? null,
      of?.by.authenticator ?? null,
      key.version,
      hourOf(body.at),
      sealField(key, place(id), JSON.stringify(body)),
    ],
  )
}

/** Every act on pairs of which both records lie in these cases. Row security leaves out what the caller may not reach on both sides. */
export const judgementsAmong = (tx: Tx, office: OfficeId, keys: ReadonlyMap<CaseId, CaseKey>): Promise<JudgementRow[]> =>
  read(tx, keys, 'select * from judgement where office_id = $1 and case_id = any($2) and other_case_id = any($2) order by kept', [
    office,
    [...keys.keys()],
  ])

/** Every person of this case of whom a judgement is kept, whatever it says. */
export const judgedPersons = async (tx: Tx, office: OfficeId, caseId: CaseId): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.all<{ person: string }>(
        'select person_a as person from judgement where office_id = $1 and case_id = $2 union select person_b from judgement where office_id = $1 and (case_id = $2 or other_case_id = $2) union select person_a from judgement where office_id = $1 and other_case_id = $2',
        [office, caseId],
      )
    ).map((row) => row.person),
  )

/** The cases with which a record of this case was compared, the case itself among them when it was. */
export const casesJudgedWith = async (tx: Tx, office: OfficeId, caseId: CaseId): Promise<CaseId[]> =>
  (
    await tx.all<{ case_id: CaseId }>(
      'select case_id from judgement where office_id = $1 and other_case_id = $2 union select other_case_id from judgement where office_id = $1 and case_id = $2',
      [office, caseId],
    )
  ).map((row) => row.case_id)

const place = (id: string) => ({ table: 'judgement', row: id, column: 'sealed', rowVersion: 1 })

type Raw = {
  judgement_id: string
  case_id: CaseId
  other_case_id: CaseId
  person_a: string
  person_b: string
  act: JudgementRow['act']
  of_id: string | null
  by_member: MemberId
  by_session: string
  by_authenticator: string
  sealed: Uint8Array
}
const read = async (tx: Tx, keys: ReadonlyMap<CaseId, CaseKey>, text: string, values: readonly unknown[]): Promise<JudgementRow[]> =>
  (await tx.all<Raw>(text, values)).map((row) => ({
    id: row.judgement_id,
    a: row.person_a,
    b: row.person_b,
    caseA: row.case_id,
    caseB: row.other_case_id,
    act: row.act,
    of: row.of_id,
    by: { member: row.by_member, session: row.by_session, authenticator: row.by_authenticator },
    body: JSON.parse(openField(keys.get(row.case_id)!, place(row.judgement_id), row.sealed)!) as JudgementBody,
  }))

/** One act by its id, with the case whose key opens it; null when there is none such or one of its cases is not the caller's. */
export const findJudgementPlace = async (tx: Tx, office: OfficeId, id: string): Promise<{ caseA: CaseId; caseB: CaseId } | null> => {
  const row = await tx.one<{ case_id: CaseId; other_case_id: CaseId }>(
    'select case_id, other_case_id from judgement where office_id = $1 and judgement_id = $2',
    [office, id],
  )
  return row && { caseA: row.case_id, caseB: row.other_case_id }
}
