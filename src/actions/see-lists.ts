/** Looks at the lists one works on, takes one in, says how it is to be read, stops the work, and forgets it all. */
import { z } from 'zod'
import { refuse } from '../basics/refusal.ts'
import { type LinkMeaning, type ListsState, linkMeanings, listSlots } from '../domain/documents/lists-api.ts'
import { officeAct } from './action.ts'
import { forget, heldIn, mostInList, stateOfLists } from './list-room.ts'

const slot = z.enum(listSlots)
/** A list is of people outside this desk and is kept nowhere: reading it writes no line, using it does. */
const ofNoCase = { may: 'lists.compare', reads: true, ofNobody: true } as const

export const seeLists = officeAct({
  ...ofNoCase,
  name: 'see-lists',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: ListsState }> => ({ answer: stateOfLists(desk.lists.of(session)) }),
})

export const takeInList = officeAct({
  name: 'take-in-list',
  may: 'lists.compare',
  input: z.object({ slot, name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
  do: async ({ desk, session }, given): Promise<{ answer: ListsState; details: { slot: string; bytes: number } }> => {
    if (desk.example) refuse('not-in-the-example')
    if (given.bytes.length > mostInList) refuse('too-large', { limit: '64 MiB' })
    const work = desk.lists.of(session)
    await desk.lists.hold(work, given.slot, { name: given.name || 'list', bytes: given.bytes, sheet: null, columns: {} })
    return { answer: stateOfLists(work), details: { slot: given.slot, bytes: given.bytes.length } }
  },
})

const columns = Object.fromEntries(linkMeanings.map((meaning) => [meaning, z.string().max(300).nullable().optional()])) as Record<
  LinkMeaning,
  z.ZodOptional<z.ZodNullable<z.ZodString>>
>

export const readListSo = officeAct({
  ...ofNoCase,
  name: 'read-list-so',
  input: z.object({ slot, sheet: z.string().max(300).nullable(), columns: z.object(columns) }),
  do: async ({ desk, session }, given): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    const { name, bytes } = heldIn(work, given.slot)
    const chosen = Object.fromEntries(Object.entries(given.columns).filter(([, head]) => head !== undefined))
    await desk.lists.hold(work, given.slot, { name, bytes, sheet: given.sheet, columns: chosen })
    return { answer: stateOfLists(work) }
  },
})

export const stopListWork = officeAct({
  ...ofNoCase,
  name: 'stop-list-work',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    desk.lists.stop(work)
    return { answer: stateOfLists(work) }
  },
})

export const forgetLists = officeAct({
  name: 'forget-lists',
  may: 'lists.compare',
  input: z.object({}),
  do: async ({ desk, session }): Promise<{ answer: ListsState }> => {
    const work = desk.lists.of(session)
    forget(work)
    return { answer: stateOfLists(work) }
  },
})
