/** The cards of many cases at once, opened only where memory does not hold the same version already. */
import type { CaseId, OfficeId } from '../basics/id.ts'
import type { Memory } from '../basics/memory.ts'
import { type CaseKey, openCaseKey } from '../vault/case-key.ts'
import { openField } from '../vault/field.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Grant } from './cases.ts'
import type { Tx } from './database.ts'

export type OpenedCard<C> = { rowVersion: number; card: C }

/** grants: the member's own; one to an account alone brings no card. keys are filled on the way. Both memories go when the desk is sealed. */
export const allCards = async <C>(
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  grants: ReadonlyMap<CaseId, Grant>,
  memory: Memory<CaseId, OpenedCard<C>>,
  keys: Map<CaseId, CaseKey>,
): Promise<Map<CaseId, OpenedCard<C>>> => {
  const found = new Map<CaseId, OpenedCard<C>>()
  const stale: CaseId[] = []
  for (const [caseId, grant] of grants) {
    if (grant.role === 'interpreter') continue
    const known = memory.find(caseId)
    if (known) found.set(caseId, known)
    else stale.push(caseId)
  }
  if (stale.length === 0) return found
  const seen = new Map(stale.map((caseId) => [caseId, memory.timesForgotten(caseId)]))
  await openCaseKeys(
    tx,
    vault,
    office,
    stale.filter((caseId) => !keys.has(caseId)),
    keys,
  )
  for (const row of await tx.all<{ case_id: CaseId; row_version: number; sealed: Uint8Array }>(
    'select case_id, row_version, sealed from case_card where office_id = $1 and case_id = any($2)',
    [office, stale],
  )) {
    const key = keys.get(row.case_id)
    if (!key) continue
    const card = JSON.parse(
      openField(key, { table: 'case_card', row: row.case_id, column: 'sealed', rowVersion: row.row_version }, row.sealed)!,
    ) as C
    const opened = { rowVersion: row.row_version, card }
    memory.keep(row.case_id, seen.get(row.case_id)!, opened)
    found.set(row.case_id, opened)
  }
  return found
}

/** Puts the newest key of each of these cases into `keys`. Answers with the cases that the office can open: one that is closed to all but named people is not among them. */
export const openCaseKeys = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  cases: readonly CaseId[],
  keys: Map<CaseId, CaseKey>,
): Promise<CaseId[]> => {
  const rows = await tx.all<{ case_id: CaseId; version: number; recipient_id: string; wrapped: Uint8Array }>(
    `select distinct on (case_id) case_id, version, recipient_id, wrapped from case_key_wrap where office_id = $1 and case_id = any($2) and recipient_kind = 'org' order by case_id, version desc`,
    [office, cases],
  )
  for (const row of rows)
    if (!keys.has(row.case_id))
      keys.set(
        row.case_id,
        openCaseKey(vault, { officeId: office, caseId: row.case_id }, row.version, {
          recipientKind: 'org',
          recipientId: row.recipient_id,
          wrapped: row.wrapped,
        }),
      )
  return rows.map((row) => row.case_id)
}
