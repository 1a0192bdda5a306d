/** "Do we both know this person?" One at a time between two organisations that share a key: with the person's consent, ten an hour, each in the log. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { refuse } from '../basics/refusal.ts'
import type { KnownElsewhere } from '../domain/documents/same-person-api.ts'
import { knownToBoth } from '../domain/linkage/both-known.ts'
import { type Consent, mayAskOrganisations } from '../domain/people/consent.ts'
import type { Person } from '../domain/people/person.ts'
import { comparedWithOne, questionFile } from '../formats/one-encoding.ts'
import { keepOutsideQuestion, outsideQuestionsSince } from '../store/outside-questions.ts'
import { allRows, getRow } from '../store/sealed-rows.ts'
import { encodingKeyFrom, openEncoder } from '../vault/encoding.ts'
import { type Act, type ActingOnCase, caseAct } from './action.ts'
import type { ConsentBody } from './case-record.ts'
import { actorOf, type Desk, type Session } from './desk.ts'
import { id } from './inputs.ts'

const perHour = 10
const hour = 3_600_000
const key = z.string().max(2_000)

/** The question: an encoding of this one person, for the other organisation to compare. It leaves the house by a person's own hand. */
export const askOrganisation = inTurn(
  caseAct({
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
  }),
)

/** The answer: yes, possible or no about this one person. Nothing of what came is kept. */
export const answerOrganisation = inTurn(
  caseAct({
    name: 'answer-organisation',
    may: 'release.ask',
    input: z.object({ case: z.string(), person: id<'person'>(), key, file: z.base64().max(8_000) }),
    do: async (
      acting,
      given,
    ): Promise<{ answer: { answer: KnownElsewhere }; object: string; details: { key: string; answer: string } }> => {
      if (acting.desk.example) refuse('not-in-the-example')
      const person = await askedAbout(acting, given.person)
      return withEncoder(acting, given.key, (encoder) => {
        const answer = knownToBoth(comparedWithOne(encoder, person, Buffer.from(given.file, 'base64'), 'encoding'))
        return { answer: { answer }, object: given.person, details: { key: encoder.keyId, answer } }
      })
    },
  }),
)

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
const withEncoder = async <T>(acting: ActingOnCase, digits: string, work: (encoder: ReturnType<typeof openEncoder>) => T): Promise<T> => {
  await takeOneOfTheHour(acting)
  const secret = encodingKeyFrom(digits)
  if (!secret)
    return refuse('bad-input', { field: 'key', reason: '64 hexadecimal digits or more drawn by chance expected' }, { field: 'key' })
  const encoder = openEncoder(secret)
  try {
    return work(encoder)
  } finally {
    encoder.close()
    secret.fill(0)
  }
}

/**
 * Kept in the store, in a transaction of its own, so that a try which fails counts as well and starting the desk anew gives nobody ten more.
 * Who could ask without end could walk through another's list.
 */
const takeOneOfTheHour = ({ desk, session, now }: ActingOnCase): Promise<void> =>
  desk.database.transaction(actorOf(desk, session), async (tx) => {
    const since = new Date(Date.parse(now) - hour).toISOString()
    const recent = await outsideQuestionsSince(tx, desk.vault, desk.office, session.member, since)
    const seconds = () => String(Math.ceil((Date.parse(recent[0]!) + hour - Date.parse(now)) / 1000))
    if (recent.length >= perHour) refuse('too-many-tries', { seconds: seconds() })
    await keepOutsideQuestion(tx, desk.vault, desk.office, session.member, now)
  })

/** One at a time at this desk: each holds one connection and asks for a second, and many at once would wait for one another for ever. */
const turns = new WeakMap<Desk, Promise<unknown>>()
function inTurn<O>(act: Act<O>): Act<O> {
  const run = (desk: Desk, session: Session, input: unknown): Promise<O> => {
    const mine = (turns.get(desk) ?? Promise.resolve()).then(() => act(desk, session, input))
    turns.set(
      desk,
      mine.catch(() => null),
    )
    return mine
  }
  return Object.defineProperty(Object.assign(run, { reads: act.reads }), 'name', { value: act.name }) as Act<O>
}
