/** The log of acts: written in the transaction of the act, chained entry to entry, its head signed; nobody can change or delete a line. */
import type { Instant } from '../basics/clock.ts'
import type { CaseId, MemberId, OfficeId } from '../basics/id.ts'
import { type AuditEntry, chained, detailsCommitment, detailsSalt, freshSalt, genesis, leafOf, logLine, signHead } from '../vault/audit.ts'
import type { Canonical } from '../vault/canonical.ts'
import type { CaseKey } from '../vault/case-key.ts'
import { openField, openOfficeField, sealField, sealOfficeField } from '../vault/field.ts'
import { type Frontier, frontierRoot, grown } from '../vault/merkle.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import type { Tx } from './database.ts'

/** code: of the refusal, null when done. details are sealed; the entry holds only a salted commitment to them. key null = an act of the office, or a read. */
export type LogLine = {
  action: string
  actor: MemberId | null
  caseId: CaseId | null
  key: CaseKey | null
  object: string | null
  code: string | null
  details: Canonical
}

export const insertAuditHead = async (tx: Tx, office: OfficeId): Promise<void> => {
  await tx.run('insert into audit_head (office_id, seq, hash, peaks) values ($1, 0, $2, $3)', [
    office,
    Buffer.from(genesis, 'hex'),
    Buffer.alloc(0),
  ])
}

/** Takes the one row lock of the office's log, so the sequence has no gap; keep what follows it in the transaction short. */
export const appendLines = async (tx: Tx, vault: OpenVault, office: OfficeId, lines: readonly LogLine[], at: Instant): Promise<void> => {
  const head = (await tx.one<{ seq: string; hash: Buffer; peaks: Buffer }>(
    'select seq, hash, peaks from audit_head where office_id = $1 for update',
    [office],
  ))!
  let seq = Number(head.seq)
  let prev = head.hash.toString('hex')
  let frontier: Frontier = { size: seq, hashes: split(head.peaks) }
  const rows: { seq: number; caseId: CaseId | null; entry: string; hash: Buffer; details: Uint8Array | null }[] = []
  for (const line of lines) {
    seq += 1
    const details = line.code === null ? line.details : ({ code: line.code } as Canonical)
    const sealed = details === null ? null : sealDetails(vault, office, line, seq, details)
    const entry: AuditEntry = {
      seq,
      at,
      actor: line.actor,
      action: line.action,
      object: line.object,
      outcome: line.code === null ? 'done' : 'refused',
      details: sealed?.commitment ?? null,
    }
    const next = chained(prev, entry)
    rows.push({ seq, caseId: line.caseId, entry: logLine(next), hash: leafOf(next), details: sealed?.bytes ?? null })
    prev = next.hash
    frontier = grown(frontier, leafOf(next))
  }
  tx.send(
    `with head as (update audit_head set seq = $2, hash = $3, peaks = $4, note = $5 where office_id = $1)
     insert into audit_entry (office_id, seq, case_id, entry, hash, details) select $1, * from unnest($6::bigint[], $7::uuid[], $8::text[], $9::bytea[], $10::bytea[])`,
    [
      office,
      seq,
      Buffer.from(prev, 'hex'),
      Buffer.concat(frontier.hashes),
      signHead(vault, { size: seq, root: frontierRoot(frontier) }),
      rows.map((row) => row.seq),
      rows.map((row) => row.caseId),
      rows.map((row) => row.entry),
      rows.map((row) => row.hash),
      rows.map((row) => row.details && Buffer.from(row.details)),
    ],
  )
}

/** Short form of the newest hash, shown on every page and printed on the kit; null before the first entry. */
export const findLogHead = async (tx: Tx, office: OfficeId): Promise<string | null> =>
  (await tx.one<{ hash: Buffer }>('select hash from audit_head where office_id = $1', [office]))?.hash.toString('hex').slice(0, 16) ?? null

export type HistoryEntry = {
  seq: number
  at: string
  actor: string | null
  action: string
  object: string | null
  outcome: string
  code: string | null
  caseId: string | null
}

/** Newest first; object = only the acts on this one thing. Details that cannot be opened by this key (an act before the case was reached) stay closed. */
export const historyOfCase = async (
  tx: Tx,
  vault: OpenVault,
  key: CaseKey,
  most: number,
  object: string | null = null,
): Promise<HistoryEntry[]> =>
  (
    await tx.all<Raw>(
      "select seq, case_id, entry, details from audit_entry where office_id = $1 and case_id = $2 and ($4::text is null or entry::jsonb ->> 'object' = $4) order by seq desc limit $3",
      [key.officeId, key.caseId, most, object],
    )
  ).map((row) => opened(vault, key.officeId, key, row))

export const mostLinesOfMember = 5_000
export const historyOfMember = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  member: MemberId,
  since: Instant,
): Promise<HistoryEntry[]> =>
  (
    await tx.all<Raw>(
      `select seq, case_id, entry, details from audit_entry where office_id = $1 and entry::jsonb ->> 'actor' = $2 and entry::jsonb ->> 'at' >= $3 order by seq desc limit ${mostLinesOfMember}`,
      [office, member, since],
    )
  ).map((row) => opened(vault, office, null, row))

const linesLooked = 5_000
const linesAtFirst = 50
const linesAPage = 250
/** What changed in these cases lately, without reads, newest first; looks at no more than the last 5,000 lines of the log. */
export const changesIn = async (
  tx: Tx,
  vault: OpenVault,
  office: OfficeId,
  cases: ReadonlySet<string>,
  reads: readonly string[],
  most: number,
): Promise<HistoryEntry[]> => {
  const found: HistoryEntry[] = []
  let before = Number.MAX_SAFE_INTEGER
  // Few lines are mostly enough; a log of many reads is walked in larger steps.
  for (let looked = 0, page = linesAtFirst; looked < linesLooked && found.length < most; looked += page, page = linesAPage) {
    const rows = await tx.all<Raw>(
      'select seq, case_id, entry, null as details from audit_entry where office_id = $1 and seq < $2 order by seq desc limit $3',
      [office, before, page],
    )
    for (const row of rows) {
      if (row.case_id === null || !cases.has(row.case_id)) continue
      const entry = opened(vault, office, null, row)
      if (entry.outcome === 'done' && !reads.includes(entry.action) && found.length < most) found.push(entry)
    }
    if (rows.length < page) break
    before = Number(rows.at(-1)!.seq)
  }
  return found
}

type Raw = { seq: string; case_id: string | null; entry: string; details: Uint8Array | null }

const opened = (vault: OpenVault, office: OfficeId, key: CaseKey | null, row: Raw): HistoryEntry => {
  const entry = JSON.parse(row.entry) as AuditEntry
  const seq = Number(row.seq)
  const details = entry.outcome === 'refused' && row.details ? openDetails(vault, office, key, seq, row.details) : null
  return {
    seq,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    object: entry.object,
    outcome: entry.outcome,
    code: (details as { code?: string } | null)?.code ?? null,
    caseId: row.case_id,
  }
}

const place = (seq: number) => ({ table: 'audit_entry', row: String(seq), column: 'details', rowVersion: 1 })

const sealDetails = (
  vault: OpenVault,
  office: OfficeId,
  line: LogLine,
  seq: number,
  details: Canonical,
): { bytes: Uint8Array; commitment: string } => {
  if (line.key)
    return {
      bytes: sealField(line.key, place(seq), JSON.stringify({ details })),
      commitment: detailsCommitment(detailsSalt(line.key, String(seq)), details),
    }
  const salt = freshSalt()
  return {
    bytes: sealOfficeField(vault, office, place(seq), JSON.stringify({ details, salt: salt.toString('hex') })),
    commitment: detailsCommitment(salt, details),
  }
}

const openDetails = (vault: OpenVault, office: OfficeId, key: CaseKey | null, seq: number, bytes: Uint8Array): Canonical => {
  for (const open of [() => (key ? openField(key, place(seq), bytes) : null), () => openOfficeField(vault, office, place(seq), bytes)]) {
    try {
      const text = open()
      if (text !== null) return (JSON.parse(text) as { details: Canonical }).details
    } catch {
      // Sealed under the other key.
    }
  }
  return null
}

const split = (peaks: Buffer): Buffer[] =>
  Array.from({ length: peaks.length / 32 }, (_, index) => peaks.subarray(index * 32, index * 32 + 32))

/** The log for `verify`, oldest first, in pages. */
export const logPage = async (tx: Tx, office: OfficeId, after: number, most: number): Promise<{ seq: number; line: string }[]> =>
  (
    await tx.all<{ seq: string; entry: string }>(
      'select seq, entry from audit_entry where office_id = $1 and seq > $2 order by seq limit $3',
      [office, after, most],
    )
  ).map((row) => ({ seq: Number(row.seq), line: row.entry }))

export const findHeadNote = async (tx: Tx, office: OfficeId): Promise<string | null> =>
  (await tx.one<{ note: string | null }>('select note from audit_head where office_id = $1', [office]))?.note ?? null
