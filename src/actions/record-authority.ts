/** Keeps who may ask for this person, on what basis, and takes it back at once when they say so. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import { getRow, insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ActingOnCase } from './action.ts'
import type { AuthorityBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { day, id, someWords } from './inputs.ts'
import { alreadySent } from './sent.ts'

const bases = z.enum(['person', 'guardian', 'relative', 'representative', 'unreachable-imminent-harm'])

export const recordAuthority = changingAct({
  name: 'record-authority',
  may: 'authority.record',
  input: z.object({
    case: z.string(),
    for: id<'person'>(),
    basis: bases,
    who: z.union([id<'person'>(), z.null()]),
    evidence: someWords(1_000),
    on: day,
    twoPersons: z.union([z.object({ reason: someWords(2_000), withheld: someWords(2_000) }), z.null()]),
  }),
  do: async (acting, given) => {
    await mustBeOfCase(acting, given.for)
    if ((given.basis === 'unreachable-imminent-harm') !== (given.twoPersons !== null))
      refuse(
        'bad-input',
        { field: 'twoPersons', reason: 'needed for a person who cannot be reached, and only then' },
        { field: 'twoPersons' },
      )
    if (given.on > dayIn(acting.now, 'Pacific/Kiritimati'))
      refuse('bad-input', { field: 'on', reason: 'authority cannot be dated in the future' }, { field: 'on' })
    const body: AuthorityBody = {
      for: given.for,
      basis: given.basis,
      who: given.who,
      evidence: given.evidence,
      on: given.on,
      twoPersons: given.twoPersons && { ...given.twoPersons, recordedBy: acting.session.member, confirmedBy: null },
    }
    const authorityId = newId<'authority'>()
    await insertRow(acting.tx, acting.key, 'authority', authorityId, body, acting.now, { recorded_by: acting.session.member })
    return { answer: { id: authorityId as string }, object: authorityId }
  },
})

/** The second of two people. The database refuses the first one once more. */
export const confirmAuthority = changingAct({
  name: 'confirm-authority',
  may: 'authority.confirm',
  input: z.object({ case: z.string(), authority: id<'authority'>() }),
  do: async (acting, { authority }) => {
    const row = await getRow<AuthorityBody>(acting.tx, acting.key, 'authority', authority)
    if (row.clear.recorded_by === acting.session.member) refuse('needs-second-person')
    // The first confirmation stands; the same once more changes nothing.
    if (row.clear.confirmed_by === null)
      await markRow(acting.tx, acting.key, 'authority', authority, { confirmed_by: acting.session.member })
    return { answer: { confirmed: true as const }, object: authority }
  },
})

export const withdrawAuthority = changingAct({
  name: 'withdraw-authority',
  may: 'authority.record',
  input: z.object({ case: z.string(), authority: id<'authority'>() }),
  do: async (acting, { authority }) => {
    await markRow(acting.tx, acting.key, 'authority', authority, { withdrawn_on: dayIn(acting.now, 'UTC') })
    return { answer: { withdrawn: true as const, alreadySent: await alreadySent(acting) }, object: authority }
  },
})

/** An id of another case reads like an unknown one. */
export const mustBeOfCase = async (acting: ActingOnCase, person: string): Promise<void> => {
  await getRow(acting.tx, acting.key, 'person', person)
}
