/** Opens the invented lists, so that a newcomer and the worked example can see what the screens of lists do without anybody's names. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import type { ListSlot, ListsState } from '../domain/documents/lists-api.ts'
import { newEncodingKey } from '../vault/encoding.ts'
import { officeAct } from './action.ts'
import { heldIn, type ListRoom, type ListWork, listOf, stateOfLists } from './list-room.ts'

export const openInventedLists = officeAct({
  name: 'open-invented-lists',
  may: 'lists.compare',
  input: z.object({ for: z.enum(['link', 'overlap', 'estimate']) }),
  do: async ({ desk: { lists }, session }, given): Promise<{ answer: ListsState }> => {
    const work = lists.of(session)
    if (given.for === 'estimate') await take(lists, work, 'histories', 'histories.yaml')
    else if (given.for === 'link') {
      await take(lists, work, 'first', 'first.csv')
      await take(lists, work, 'second', 'second.csv')
    } else {
      // Both sides of the exchange under one key that nobody keeps.
      const key = newEncodingKey()
      for (const [slot, file] of [
        ['theirs', 'second.csv'],
        ['mine', 'first.csv'],
      ] as const) {
        await take(lists, work, 'own', file)
        const list = listOf(heldIn(work, 'own'))
        await lists.begin(work, { kind: 'encode', list, key: Uint8Array.from(key) }, (encoded) => {
          work.encoded = encoded
        })
        const bytes = Uint8Array.from(work.encoded?.file ?? [])
        await lists.hold(work, slot, { name: file.replace('.csv', '.enc'), bytes, sheet: null, columns: {} })
      }
    }
    return { answer: stateOfLists(work) }
  },
})

const take = async (lists: ListRoom, work: ListWork, slot: ListSlot, name: string): Promise<void> => {
  const text = lists.readInvented(`lists/${name}`) ?? refuse('not-found')
  await lists.hold(work, slot, { name, bytes: new TextEncoder().encode(text), sheet: null, columns: {} })
}
