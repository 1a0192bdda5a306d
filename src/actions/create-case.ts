/** Opens a case from one minute of answers: who, where held, since when, what is feared, who asks. Search comes first. */
import { z } from 'zod'
import { dayIn } from '../basics/clock.ts'
import { partialDateFrom } from '../basics/partial-date.ts'
import { refuse } from '../basics/refusal.ts'
import type { CaseHeader } from '../domain/documents/desk-api.ts'
import type { Person, Script } from '../domain/people/person.ts'
import { insertCase } from '../store/cases.ts'
import { insertRow } from '../store/sealed-rows.ts'
import { newId } from '../vault/new-id.ts'
import { officeAct } from './action.ts'
import { renewCard } from './card.ts'
import type { AuthorityBody, CaseFileBody, FactBody } from './case-record.ts'
import { partialDate, script, sex, shortText, state, words } from './inputs.ts'
import { headerOf } from './open-case.ts'
import { personFields } from './record-person.ts'

const nullable = <T>(schema: z.ZodType<T>) => z.union([schema, z.null()])
const input = z.object({
  codeName: shortText,
  situation: shortText,
  names: z.array(z.object({ text: z.string().min(1).max(200), script })).max(12),
  sex,
  birth: nullable(partialDate),
  origin: state,
  heldState: nullable(state),
  heldPlace: nullable(words(200)),
  heldAuthority: nullable(words(100)),
  heldSince: nullable(partialDate),
  transferWords: nullable(words(500)),
  transferTo: nullable(state),
  transferWindow: nullable(partialDate),
  feared: nullable(words(2_000)),
  askedBy: z.object({
    basis: nullable(z.enum(['person', 'guardian', 'relative', 'representative', 'unreachable-imminent-harm'])),
    words: nullable(words(1_000)),
    role: nullable(personFields.shape.role).default(null),
    name: nullable(z.object({ text: z.string().min(1).max(200), script })).default(null),
  }),
  searched: z.boolean(),
})

export const createCase = officeAct({
  name: 'create-case',
  may: 'case.create',
  input,
  do: async (acting, given): Promise<{ answer: CaseHeader; object: string }> => {
    const { tx, desk, session, now } = acting
    if (!given.searched) refuse('look-first')
    const { vocabulary } = desk.packs.forSituation(given.situation).law
    const listed = given.heldAuthority !== null && (vocabulary.choices.authority ?? []).includes(given.heldAuthority)
    const caseId = newId<'case'>()
    const body: CaseFileBody = {
      codeName: given.codeName,
      situation: given.situation,
      fictional: desk.example,
      origin: given.origin,
      concerned: given.heldState && given.heldState !== given.origin ? [given.heldState] : [],
      transit: [],
      forum: null,
      submitter: null,
      otherProcedures: null,
      requestedMeasures: [],
      given: given.feared ? { feared: given.feared } : {},
      statements: [],
      sources: [],
      explanations: {},
    }
    const key = await insertCase(tx, desk.vault, desk.office, caseId, session.member, body, now)
    desk.caseKeys.set(caseId, key)
    const personId = newId<'person'>()
    const person: Omit<Person, 'id'> = {
      role: 'self',
      names: given.names.map((name) => ({ ...name, kind: 'own' as const })),
      sex: given.sex,
      births: given.birth ? [{ date: given.birth, source: 'intake' }] : [],
      ageStatements: [],
      nationalities: [{ state: given.origin, standing: 'claimed', basis: 'intake' }],
      languages: [],
      livesIn: given.heldState,
      specificNeeds: [],
      thirdPerson: false,
      submitter: false,
      note: null,
    }
    await insertRow(tx, key, 'person', personId, person, now)
    desk.names.put(caseId, { ...person, id: personId }, given.heldState ? given.heldPlace : null)
    const today = dayIn(now, 'UTC')
    // The minute's answers are kept as an account of the one who told them, so that every fact has words behind it.
    // An authority chosen from the list stands in the fact by its code; only what was typed is somebody's words.
    const typed = listed ? '' : (given.heldAuthority ?? '')
    const told = [given.heldPlace && `${typed} ${given.heldPlace}`.trim(), given.transferWords, given.feared].filter(
      (line): line is string => !!line,
    )
    const { basis } = given.askedBy
    const hand = basis === 'person' ? 'first' : 'second'
    const asks = basis === 'guardian' || basis === 'relative' || basis === 'representative'
    const speaker = basis === 'person' ? personId : asks || told.length > 0 ? newId<'person'>() : null
    if (speaker !== null && speaker !== personId) {
      const teller = tellerOf(given.askedBy)
      await insertRow(tx, key, 'person', speaker, teller, now)
      desk.names.put(caseId, { ...teller, id: speaker })
    }
    if (basis) {
      const authority: AuthorityBody = {
        for: personId,
        basis,
        // Imminent harm is a reason of the house, on nobody’s word.
        who: basis === 'unreachable-imminent-harm' ? null : speaker,
        evidence: given.askedBy.words ?? 'told at intake',
        on: today,
        twoPersons: null,
      }
      await insertRow(tx, key, 'authority', newId(), authority, now, { recorded_by: session.member })
    }
    const since = given.heldSince ?? partialDateFrom(today)
    const period = since.includes('/') ? since : partialDateFrom(`${since}/..`)
    const custodyId = given.heldState ? newId<'custody'>() : null
    if (custodyId !== null) {
      await insertRow(
        tx,
        key,
        'custody_period',
        custodyId,
        {
          persons: [personId],
          state: given.heldState,
          authority: given.heldAuthority,
          place: given.heldPlace,
          period,
          sources: ['intake'],
          note: null,
        },
        now,
      )
    }
    if (speaker !== null && told.length > 0) {
      const account = newId<'account'>()
      const text = told.join('\n')
      await insertRow(
        tx,
        key,
        'account',
        account,
        {
          speaker,
          takenOn: partialDateFrom(today),
          zone: null,
          language: 'und',
          hand,
          interpreterCode: null,
          circumstances: 'intake',
          text,
        },
        now,
      )
      const facts: FactBody[] = []
      const fact = (
        kind: string,
        words: string,
        attrs: Record<string, string>,
        date: FactBody['date'],
        place: string | null,
      ): FactBody => ({
        label: '',
        kind,
        about: [personId],
        spans: [{ account, start: text.indexOf(words), end: text.indexOf(words) + words.length, quote: words }],
        exhibit: null,
        publicSources: [],
        actor: null,
        place,
        date,
        attrs,
        adverse: false,
        standing: 'open',
        disputedPart: null,
        twin: null,
        custody: custodyId,
        hand,
        summary: null,
        sealed: false,
        note: 'from the intake; to be drawn from an account',
      })
      if (given.heldPlace && given.heldState)
        facts.push(
          fact(
            'host-detention',
            told[0]!,
            { ...(given.heldAuthority ? { authority: given.heldAuthority } : {}), currentlyHeld: 'yes' },
            given.heldSince && period,
            given.heldPlace,
          ),
        )
      if (given.transferWords)
        facts.push(
          fact(
            'removal-announced',
            given.transferWords,
            {
              sign: 'told',
              ...(given.transferTo ? { toState: given.transferTo } : {}),
              ...(given.transferWindow ? { expected: given.transferWindow } : {}),
            },
            given.transferWindow,
            null,
          ),
        )
      for (const [index, one] of facts.entries())
        await insertRow(tx, key, 'fact', newId(), { ...one, label: `F${index + 1}` }, now, { number: index + 1 })
    }
    const onCase = { ...acting, caseId, key, grant: { role: 'lead' as const, account: null, until: null } }
    await renewCard(onCase)
    return { answer: await headerOf(onCase), object: caseId }
  },
})

/** Who told it, when that is not the person: a third person who has consented to nothing; a paper names at most the degree of kin. */
const tellerOf = ({ role, name }: { role: Person['role'] | null; name: { text: string; script: Script } | null }): Omit<Person, 'id'> => ({
  role: role ?? 'other',
  names: name ? [{ ...name, kind: 'own' }] : [],
  sex: 'unknown',
  births: [],
  ageStatements: [],
  nationalities: [],
  languages: [],
  livesIn: null,
  specificNeeds: [],
  thirdPerson: true,
  submitter: false,
  note: 'told the intake',
})
