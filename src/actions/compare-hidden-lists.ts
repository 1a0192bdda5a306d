/** Compares lists that may not be shared: encodes one's own under a key, and counts how many two encoded lists have in common. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { ListsState } from '../domain/documents/lists-api.ts'
import { encodingKeyFrom, newEncodingKey } from '../vault/encoding.ts'
import { officeAct } from './action.ts'
import { heldIn, listOf, stateOfLists } from './list-room.ts'

export const makeEncodingKey = officeAct({
  name: 'make-encoding-key',
  may: 'lists.compare',
  input: z.object({}),
  do: async () => ({ answer: { key: newEncodingKey().toString('hex') } }),
})

export const encodeOwnList = officeAct({
  name: 'encode-list',
  may: 'lists.compare',
  input: z.object({ key: z.string().max(1_000) }),
  do: async ({ desk, session }, given): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    const list = listOf(heldIn(work, 'own'))
    const key =
      encodingKeyFrom(given.key) ??
      refuse('bad-input', { field: 'key', reason: '64 hexadecimal digits or more drawn by chance expected' }, { field: 'key' })
    work.encoded = null
    void desk.lists.begin(work, { kind: 'encode', list, key }, (encoded) => {
      work.encoded = encoded
    })
    return { answer: stateOfLists(work) }
  },
})

export const takeOutEncodings = officeAct({
  name: 'take-out-encodings',
  may: 'lists.compare',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: { bytes: Uint8Array }; details: { people: number } }> => {
    const { encoded } = desk.lists.of(session)
    return encoded ? { answer: { bytes: encoded.file }, details: { people: encoded.people } } : refuse('no-list-yet')
  },
})

/** Every run leaves its line: who runs it twice, with and without one person, learns whether that person is on the other list. */
export const countOverlap = officeAct({
  name: 'count-overlap',
  may: 'lists.compare',
  input: z.object({ threshold: z.number().min(0.5).max(1) }),
  do: async ({ desk, session }, { threshold }): Promise<{ answer: ListsState; details: { threshold: string } }> => {
    const work = desk.lists.of(session)
    const [mine, theirs] = [heldIn(work, 'mine'), heldIn(work, 'theirs')]
    work.overlap = null
    void desk.lists.begin(work, { kind: 'overlap', mine, theirs, threshold }, ({ a, b, suppressedBelow }) => {
      work.overlap = { threshold, suppressedBelow, a, b }
    })
    return { answer: stateOfLists(work), details: { threshold: String(threshold) } }
  },
})
