/** Case files, their keys and the people who may open them. */
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { type CaseKey, type KeyWrap, newCaseKey, openCaseKey } from '../vault/case-key.ts'
import { openField, sealField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Tx } from './database.ts'
import { hourOf } from './sealed-rows.ts'

export type GrantRole = 'lead' | 'member' | 'reader' | 'interpreter'
export type Grant = { role: GrantRole; account: string | null; until: string | null }

/** The caller's own grant on the case, or null; null also when it has run out. */
export const findGrant = async (tx: Tx, office: OfficeId, caseId: CaseId, member: MemberId, now: string): Promise<Grant | null> => {
  const row = await tx.one<{ role: GrantRole; account_id: string | null; until: Date | null }>(
    'select role, account_id, until from case_grant where office_id = $1 and case_id = $2 and member_id = $3',
    [office, caseId, member],
  )
  if (!row || (row.until && row.until.toISOString() <= now)) return null
  return { role: row.role, account: row.account_id, until: row.until?.toISOString() ?? null }
}

/** One row of JSON: a member may have a thousand. */
export const allGrants = async (tx: Tx, office: OfficeId, member: MemberId, now: string): Promise<Map<CaseId, Grant>> => {
  const row = await tx.one<{ grants: [CaseId, GrantRole, string | null, string | null][] | null }>(
    'select json_agg(json_build_array(case_id, role, account_id, until)) as grants from case_grant where office_id = $1 and member_id = $2 and (until is null or until > $3)',
    [office, member, now],
  )
  return new Map(
    (row?.grants ?? []).map(([caseId, role, account, until]) => [
      caseId,
      { role, account, until: until === null ? null : new Date(until).toISOString() },
    ]),
  )
}

export const teamOf = async (
  tx: Tx,
  office: OfficeId,
  caseId: CaseId,
): Promise<{ member: MemberId; role: GrantRole; account: string | null; until: string | null }[]> =>
  (
    await tx.all<{ member_id: MemberId; role: GrantRole; account_id: string | null; until: Date | null }>(
      'select member_id, role, account_id, until from case_team($1, $2) order by role, member_id',
      [office, caseId],
    )
  ).map((row) => ({ member: row.member_id, role: row.role, account: row.account_id, until: row.until?.toISOString() ?? null }))

/** role null takes the member off the case. Refuses with not-found when the caller does not lead it. */
export const changeTeam = async (
  tx: Tx,
  office: OfficeId,
  caseId: CaseId,
  member: MemberId,
  role: GrantRole | null,
  account: string | null,
  until: string | null,
): Promise<void> => {
  const row = await tx.one<{ done: boolean }>('select change_team($1, $2, $3, $4, $5, $6) as done', [
    office,
    caseId,
    member,
    role,
    account,
    until,
  ])
  if (!row?.done) refuse('not-found')
}

export const endGrants = async (tx: Tx, office: OfficeId, member: MemberId, successor: MemberId | null): Promise<number> =>
  (await tx.one<{ ended: number }>('select end_grants($1, $2, $3) as ended', [office, member, successor]))!.ended

/** Opens the case's newest key through the office's wrap. Refuses with not-found when the caller may not reach it. */
export const getCaseKey = async (tx: Tx, vault: OpenVault, office: OfficeId, caseId: CaseId): Promise<CaseKey> => {
  const row = await tx.one<{ version: number; recipient_id: string; wrapped: Uint8Array }>(
    `select version, recipient_id, wrapped from case_key_wrap where office_id = $1 and case_id = $2 and recipient_kind = 'org' order by version desc limit 1`,
    [office, caseId],
  )
  if (!row) return refuse('not-found')
  const wrap: KeyWrap = { recipientKind: 'org', recipientId: row.recipient_id, wrapped: row.wrapped }
  return openCaseKey(vault, { officeId: office, caseId }, row.version, wrap)
}

/** Makes the case, its key and its first lead in the caller's transaction. */
export const insertCase = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  caseId: CaseId,
  lead: MemberId,
  body: unknown,
  at: string,
): Promise<CaseKey> => {
  const { key, version, wraps } = newCaseKey(vault, { officeId: office, caseId })
  await changeTeam(tx, office, caseId, lead, 'lead', null, null)
  await tx.run('insert into case_file (office_id, case_id, key_version, created_hour, sealed) values ($1, $2, $3, $4, $5)', [
    office,
    caseId,
    version,
    hourOf(at),
    sealField(key, { table: 'case_file', row: caseId, column: 'sealed', rowVersion: 1 }, JSON.stringify(body)),
  ])
  for (const wrap of wraps)
    await tx.run(
      'insert into case_key_wrap (office_id, case_id, version, recipient_kind, recipient_id, wrapped) values ($1, $2, $3, $4, $5, $6)',
      [office, caseId, version, wrap.recipientKind, wrap.recipientId, wrap.wrapped],
    )
  return key
}

/** Changes of one case take turns: counted labels and its card depend on all of it. Nothing is locked for who may only read. */
export const takeTurn = (tx: Tx, office: OfficeId, caseId: CaseId): void => {
  tx.send('select 1 from case_file where office_id = $1 and case_id = $2 for no key update', [office, caseId])
}

export const getCaseFile = async <B>(tx: Tx, key: CaseKey): Promise<{ rowVersion: number; body: B }> => {
  const row = await tx.one<{ row_version: number; sealed: Uint8Array }>(
    'select row_version, sealed from case_file where office_id = $1 and case_id = $2',
    [key.officeId, key.caseId],
  )
  if (!row) return refuse('not-found')
  return {
    rowVersion: row.row_version,
    body: JSON.parse(
      openField(key, { table: 'case_file', row: key.caseId, column: 'sealed', rowVersion: row.row_version }, row.sealed)!,
    ) as B,
  }
}

export const changeCaseFile = async (tx: Tx, key: CaseKey, expected: number, body: unknown): Promise<number> => {
  const next = expected + 1
  const touched = await tx.run(
    'update case_file set row_version = $3, sealed = $4 where office_id = $1 and case_id = $2 and row_version = $5',
    [
      key.officeId,
      key.caseId,
      next,
      sealField(key, { table: 'case_file', row: key.caseId, column: 'sealed', rowVersion: next }, JSON.stringify(body)),
      expected,
    ],
  )
  if (touched !== 1) refuse('out-of-date')
  return next
}
