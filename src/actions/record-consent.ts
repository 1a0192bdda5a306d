/** Keeps what the person agreed to: which recipients, which Governments, being named in public — three answers, each with an end. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { insertRow, markRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import type { ConsentBody } from './case-record.ts'
import { changingAct } from './changing.ts'
import { day, id, shortText, span, state, tri, words } from './inputs.ts'
import { mustBeOfCase } from './record-authority.ts'
import { alreadySent } from './sent.ts'

const answer = z.enum(['yes', 'no', 'unknown', 'refused', 'not-asked', 'figures-only'])

export const recordConsent = changingAct({
  name: 'record-consent',
  may: 'consent.record',
  input: z.object({
    case: z.string(),
    person: id<'person'>(),
    by: id<'person'>(),
    on: day,
    expires: z.union([day, z.null()]),
    recipients: z.record(shortText, answer),
    transmit: z.record(state, tri),
    publish: tri,
    medical: tri,
    askOrganisations: tri.default('not-asked'),
    limits: z.union([words(1_000), z.null()]),
    words: z.union([span, z.null()]),
  }),
  do: async (acting, { case: _case, ...given }) => {
    await mustBeOfCase(acting, given.person)
    await mustBeOfCase(acting, given.by)
    const consentId = newId<'consent'>()
    const body: ConsentBody = given
    await insertRow(acting.tx, acting.key, 'consent', consentId, body, acting.now)
    return { answer: { id: consentId as string }, object: consentId }
  },
})

export const withdrawConsent = changingAct({
  name: 'withdraw-consent',
  may: 'consent.record',
  input: z.object({ case: z.string(), consent: id<'consent'>() }),
  do: async (acting, { consent }) => {
    await markRow(acting.tx, acting.key, 'consent', consent, { withdrawn_on: dayIn(acting.now, 'UTC') })
    return { answer: { withdrawn: true as const, alreadySent: await alreadySent(acting) }, object: consent }
  },
})
