/** "Do we both know this person?" One at a time between two organisations that share a key: with the person's consent, ten an hour, each in the log. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import type { KnownElsewhere } from '../domain/documents/same-person-api.ts'
import { knownToBoth } from '../domain/linkage/both-known.ts'
import { type Consent, mayAskOrganisations } from '../domain/people/consent.ts'
import type { Person } from '../domain/people/person.ts'
import { comparedWithOne, questionFile } from '../formats/one-encoding.ts'
import { allRows, getRow } from '../store/sealed-rows.ts'
import { encodingKeyFrom, openEncoder } from '../vault/encoding.ts'
import { type ActingOnCase, caseAct } from './action.ts'
import type { ConsentBody } from './case-record.ts'
import type { Desk } from './desk.ts'
import { id } from './inputs.ts'

const perHour = 10
const hour = 3_600_000
const key = z.string().max(2_000)

/** The question: an encoding of this one person, for the other organisation to compare. It leaves the house by a person's own hand. */
export const askOrganisation = caseAct({
  name: 'ask-organisation',
  may: 'release.ask',
  input: z.object({ case: z.string(), person: id<'person'>(), key }),
  do: async (acting, given): Promise<{ answer: { file: string; key: string }; object: string; details: { key: string } }> => {
    const person = await askedAbout(acting, given.person)
    return withEncoder(acting, given.key, (encoder) => ({
      answer: { file: questionFile(encoder, person).toString('base64'), key: encoder.keyId },
      object: given.person,
      details: { key: encoder.keyId },
    }))
  },
})

/** The answer: yes, possible or no about this one person. Nothing of what came is kept. */
export const answerOrganisation = caseAct({
  name: 'answer-organisation',
  may: 'release.ask',
  input: z.object({ case: z.string(), person: id<'person'>(), key, file: z.base64().max(8_000) }),
  do: async (acting, given): Promise<{ answer: { answer: KnownElsewhere }; object: string; details: { key: string; answer: string } }> => {
    if (acting.desk.example) refuse('not-in-the-example')
    const person = await askedAbout(acting, given.person)
    return withEncoder(acting, given.key, (encoder) => {
      const answer = knownToBoth(comparedWithOne(encoder, person, Buffer.from(given.file, 'base64'), 'encoding'))
      return { answer: { answer }, object: given.person, details: { key: encoder.keyId, answer } }
    })
  },
})

/** Refuses with no-consent-to-ask before anything is counted or computed. */
const askedAbout = async ({ tx, key: caseKey, now }: ActingOnCase, personId: string): Promise<Person> => {
  const { body } = await getRow<Omit<Person, 'id'>>(tx, caseKey, 'person', personId)
  const person: Person = { ...body, id: personId as Person['id'] }
  const consents = (await allRows<ConsentBody>(tx, caseKey, 'consent')).map(
    (row): Consent => ({ ...row.body, withdrawnOn: row.clear.withdrawn_on === null ? null : dayIn(now, 'UTC') }),
  )
  if (!mayAskOrganisations(consents, person.id, dayIn(now, 'UTC'))) refuse('no-consent-to-ask')
  return person
}

/** The key is forgotten before the answer leaves. A try that fails for its key or its file counts too. */
const withEncoder = <T>(acting: ActingOnCase, digits: string, work: (encoder: ReturnType<typeof openEncoder>) => T): T => {
  takeOneOfTheHour(acting)
  const secret = encodingKeyFrom(digits)
  if (!secret) return refuse('bad-input', { field: 'key', reason: '64 hexadecimal digits or more expected' }, { field: 'key' })
  const encoder = openEncoder(secret)
  try {
    return work(encoder)
  } finally {
    encoder.close()
    secret.fill(0)
  }
}

/** In memory: asking goes with the desk being open, and opening it again takes the passphrase. Who could ask without end could walk through another's list. */
const lately = new WeakMap<Desk, Map<string, number[]>>()
const takeOneOfTheHour = ({ desk, session, now }: ActingOnCase): void => {
  const byMember = lately.get(desk) ?? new Map<string, number[]>()
  lately.set(desk, byMember)
  const at = Date.parse(now)
  const recent = (byMember.get(session.member) ?? []).filter((one) => one > at - hour)
  if (recent.length >= perHour) refuse('too-many-tries', { seconds: String(Math.ceil((recent[0]! + hour - at) / 1000)) })
  byMember.set(session.member, [...recent, at])
}
