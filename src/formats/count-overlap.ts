/** Compares two files of encodings and answers with counts only. */
import { refuse } from '../basics/refusal.ts'
import type { OverlapCounts } from '../domain/documents/lists-api.ts'
import { isSameKey } from '../vault/encoding.ts'
import { readEncodings } from './encoding-file.ts'
import { joinEncodings } from './join-encodings.ts'
import { type ListFile, nameOf } from './list-source.ts'
import { overlapCounts } from './overlap-counts.ts'

/** Refuses bad-file when the two were not encoded alike. */
export const countedOverlap = async (
  first: ListFile,
  second: ListFile,
  threshold: number,
  threads: number,
  progress: (share: number) => void,
): Promise<OverlapCounts & { method: string }> => {
  const [a, b] = [readEncodings(first), readEncodings(second)]
  if (!isSameKey(a.keyId, b.keyId))
    refuse('bad-file', { reason: 'it was encoded with another key than the first' }, { file: nameOf(second) })
  if (a.recipe !== b.recipe) refuse('bad-file', { reason: 'it was encoded by another recipe than the first' }, { file: nameOf(second) })
  const { pairs, method } = await joinEncodings(a.encodings, b.encodings, { threshold, threads, progress })
  return { ...overlapCounts(a.records, b.records, pairs, threshold), method }
}
