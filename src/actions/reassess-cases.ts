/** After a change of the law pack: looks at every case of the member again and says where answers or signed findings no longer agree. Nothing is overwritten. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import type { CaseRecord } from '../domain/law/case-record.ts'
import type { LawPack } from '../domain/law/pack.ts'
import type { Reassessed } from '../domain/law/reassess.ts'
import { reassessMany } from '../formats/reassess-many.ts'
import { caseAct } from './action.ts'
import { readCaseRecord } from './case-record.ts'
import type { Desk, Session } from './desk.ts'
import { listCases } from './see-today.ts'

/** Each case is opened through the door, as if it were read for an assessment: whoever may not assess it gets no answer about it. */
export const readForReassessing = caseAct({
  name: 'look-again-at-case',
  may: 'assessment.read',
  reads: true,
  input: z.object({ case: z.string() }),
  do: async (acting): Promise<{ answer: CaseRecord }> => ({
    answer: (await readCaseRecord(acting, { asOf: dayIn(acting.now, 'UTC') })).record,
  }),
})

export type ReassessOptions = {
  situation: string
  /** The pack as it stood, where it was kept; null names only findings signed under another version. */
  before: LawPack | null
  workerUrl: URL | null
  workers: number
  onProgress?: (done: number, of: number) => void
  signal?: AbortSignal
}

export const reassessCases = async (
  desk: Desk,
  session: Session,
  options: ReassessOptions,
  each: (caseId: string, record: CaseRecord, answer: Reassessed) => void,
): Promise<number> => {
  const { law } = desk.packs.forSituation(options.situation)
  const cases = await listCases(desk, session, {})
  // Held only until the answer is there: a few batches at a time.
  const underWay = new Map<string, CaseRecord>()
  const records = async function* (): AsyncGenerator<{ key: string; record: CaseRecord }> {
    for (const { id } of cases) {
      const record = await readForReassessing(desk, session, { case: id })
      if (record.situation !== options.situation) continue
      underWay.set(id, record)
      yield { key: id, record }
    }
  }
  return reassessMany(
    {
      before: options.before,
      after: law,
      asOf: null,
      records: records(),
      // A thread is worth its start only for many.
      workerUrl: cases.length < 100 ? null : options.workerUrl,
      workers: options.workers,
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done) => options.onProgress?.(done, cases.length),
    },
    (caseId, answer) => {
      const record = underWay.get(caseId)!
      underWay.delete(caseId)
      each(caseId, record, answer)
    },
  )
}
