/** The office and its members: names, passwords and one-time-code secrets are sealed; roles are in the clear. */
import type { MemberId, OfficeId } from '../basics/id.ts'
import { refuse } from '../basics/refusal.ts'
import { openOfficeField, sealOfficeField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Tx } from './database.ts'

export type MemberBody = {
  name: string
  signInName: string
  password: string | null
  totp: string | null
  lastStep: number | null
  recoveryHashes: readonly string[]
  /** The last change of law whose effect on their cases they have looked at. */
  lawSeen?: string
}
export type MemberRow = { id: MemberId; roles: readonly string[]; active: boolean; rowVersion: number; body: MemberBody }
type Raw = { member_id: MemberId; roles: string[]; active: boolean; row_version: number; sealed: Uint8Array }
const at = (table: string, row: string, rowVersion: number) => ({ table, row, column: 'sealed', rowVersion })

export const insertOffice = async (tx: Tx, vault: OpenVault, office: OfficeId, body: unknown, example: boolean): Promise<void> => {
  await tx.run('insert into office (office_id, example, sealed) values ($1, $2, $3)', [
    office,
    example,
    sealOfficeField(vault, office, at('office', office, 1), JSON.stringify(body)),
  ])
}

export const getOffice = async <B>(tx: Tx, vault: OpenVault, office: OfficeId): Promise<B> => {
  const row = await tx.one<{ row_version: number; sealed: Uint8Array }>('select row_version, sealed from office where office_id = $1', [
    office,
  ])
  return row ? (JSON.parse(openOfficeField(vault, office, at('office', office, row.row_version), row.sealed)!) as B) : refuse('not-found')
}

/** Refuses when somebody else changed the office's own row meanwhile. */
export const changeOffice = async <B>(tx: Tx, vault: OpenVault, office: OfficeId, change: (body: B) => B): Promise<void> => {
  const row = await tx.one<{ row_version: number; sealed: Uint8Array }>('select row_version, sealed from office where office_id = $1', [
    office,
  ])
  if (!row) return refuse('not-found')
  const next = row.row_version + 1
  const body = change(JSON.parse(openOfficeField(vault, office, at('office', office, row.row_version), row.sealed)!) as B)
  const touched = await tx.run('update office set sealed = $1, row_version = $2 where office_id = $3 and row_version = $4', [
    sealOfficeField(vault, office, at('office', office, next), JSON.stringify(body)),
    next,
    office,
    row.row_version,
  ])
  if (touched === 0) refuse('out-of-date')
}

export const insertMember = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  id: MemberId,
  roles: readonly string[],
  body: MemberBody,
): Promise<void> => {
  await tx.run('insert into member (office_id, member_id, roles, sealed) values ($1, $2, $3, $4)', [
    office,
    id,
    roles,
    sealOfficeField(vault, office, at('member', id, 1), JSON.stringify(body)),
  ])
}

export const changeMember = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  member: MemberRow,
  body: MemberBody,
  active = member.active,
): Promise<void> => {
  const next = member.rowVersion + 1
  const touched = await tx.run(
    'update member set row_version = $3, active = $4, sealed = $5 where office_id = $1 and member_id = $2 and row_version = $6',
    [
      office,
      member.id,
      next,
      active,
      sealOfficeField(vault, office, at('member', member.id, next), JSON.stringify(body)),
      member.rowVersion,
    ],
  )
  if (touched !== 1) refuse('out-of-date')
}

const opened = (vault: OpenVault, office: OfficeId, row: Raw): MemberRow => ({
  id: row.member_id,
  roles: row.roles,
  active: row.active,
  rowVersion: row.row_version,
  body: JSON.parse(openOfficeField(vault, office, at('member', row.member_id, row.row_version), row.sealed)!) as MemberBody,
})

export const findMember = async (tx: Tx, vault: OpenVault, office: OfficeId, id: MemberId): Promise<MemberRow | null> => {
  const row = await tx.one<Raw>(
    'select member_id, roles, active, row_version, sealed from member where office_id = $1 and member_id = $2',
    [office, id],
  )
  return row ? opened(vault, office, row) : null
}

export const allMembers = async (tx: Tx, vault: OpenVault, office: OfficeId): Promise<MemberRow[]> =>
  (
    await tx.all<Raw>('select member_id, roles, active, row_version, sealed from member where office_id = $1 order by member_id', [office])
  ).map((row) => opened(vault, office, row))
