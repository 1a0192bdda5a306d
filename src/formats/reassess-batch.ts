/** One batch of cases looked at again; the same in a thread and in the desk itself. */
import type { Day } from '../basics/clock.ts'
import { affectedElements } from '../domain/law/affected-elements.ts'
import type { LawPack } from '../domain/law/pack.ts'
import { type Reassessed, reassess } from '../domain/law/reassess.ts'
import type { Keyed } from './reassess-wire.ts'

/** asOf = the one day of law for all of them, or each record's own day. */
export type AssessStart = { before: LawPack | null; after: LawPack; asOf: Day | null }
export type AssessAnswer = { answers: readonly { key: string; answer: Reassessed }[] } | { failed: string }

export const startedWith = ({ before, after, asOf }: AssessStart) => ({
  before,
  after: before === null ? after : sharingVocabulary(before, after),
  asOf,
  elements: before === null ? null : affectedElements(before, after),
})

/** Two packs that name the same kinds of fact sort a case in the same way: then it is sorted once for both. */
const sharingVocabulary = (before: LawPack, after: LawPack): LawPack =>
  JSON.stringify(before.vocabulary) === JSON.stringify(after.vocabulary) ? { ...after, vocabulary: before.vocabulary } : after

export const answered = (start: ReturnType<typeof startedWith>, cases: readonly Keyed[]): AssessAnswer => {
  try {
    return {
      answers: cases.map(({ key, record }) => ({
        key,
        answer: reassess(record, start.before, start.after, start.elements, start.asOf ?? record.asOf),
      })),
    }
  } catch (error) {
    // The reason only: an error may quote what a case says.
    return { failed: error instanceof Error ? error.name : 'unknown' }
  }
}
