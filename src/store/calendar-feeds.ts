/** Calendar feeds: only the hash of each address is kept. */
import type { MemberId, OfficeId } from '../basics/id.ts'
import type { Tx } from './database.ts'
import { hourOf } from './sealed-rows.ts'

export const insertFeed = async (tx: Tx, tokenHash: Uint8Array, office: OfficeId, member: MemberId, at: string): Promise<void> => {
  await tx.run('insert into calendar_feed (token_hash, office_id, member_id, created_hour) values ($1, $2, $3, $4)', [
    tokenHash,
    office,
    member,
    hourOf(at),
  ])
}

export const findFeed = async (tx: Tx, tokenHash: Uint8Array): Promise<{ office: OfficeId; member: MemberId } | null> => {
  const row = await tx.one<{ office_id: OfficeId; member_id: MemberId }>(
    'select office_id, member_id from calendar_feed where token_hash = $1',
    [tokenHash],
  )
  return row && { office: row.office_id, member: row.member_id }
}

export const hasFeed = async (tx: Tx, office: OfficeId, member: MemberId): Promise<boolean> =>
  (await tx.one('select 1 from calendar_feed where office_id = $1 and member_id = $2', [office, member])) !== null

export const endFeeds = async (tx: Tx, office: OfficeId, member: MemberId): Promise<number> =>
  tx.run('delete from calendar_feed where office_id = $1 and member_id = $2', [office, member])
