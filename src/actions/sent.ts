/** What has left the house for this case: it cannot be called back, and the one who withdraws is told so. */
import { allRows } from '../store/sealed-rows.ts'
import type { ActingOnCase } from './action.ts'
import type { PaperBody } from './papers.ts'

export const alreadySent = async (acting: ActingOnCase): Promise<string[]> =>
  (await allRows<PaperBody>(acting.tx, acting.key, 'paper', 'kept', { column: 'status', values: ['released'] })).map(
    (row) => `${row.body.paper.title} (${(row.clear.released_at as Date).toISOString().slice(0, 10)})`,
  )
