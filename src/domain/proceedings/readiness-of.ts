/** Lays out, for every body, State and person, whether the paper may go today, what it lacks, or why the door is not open. */
import type { Day } from '../../basics/clock.ts'
import { earliest } from '../../basics/partial-date.ts'
import type { Certainty } from '../../basics/source.ts'
import type { Words } from '../../basics/text.ts'
import type { Assessment } from '../law/assessment.ts'
import type { CaseRecord } from '../law/case-record.ts'
import { ageOfMajority, lowestAge } from '../law/lower-age.ts'
import type { LawPack } from '../law/pack.ts'
import { stateInSentence } from '../law/state-in-sentence.ts'
import type { Person, StateCode } from '../people/person.ts'
import { readersOf } from './audience.ts'
import { authorityFor, consentFault, consentsOf, recipientOf, subjects, toGovernment, toRecipient } from './authority.ts'
import type { BodiesPack, Body, BodyOpening, ClosedRule, DoorRule } from './bodies.ts'
import { bodyClocks } from './body-clocks.ts'
import { certaintyIn, closedReason } from './closed-reason.ts'
import { type Asked, onFile } from './on-file.ts'
import { factsAgainst, has, heldOn, whenOf } from './person-facts.ts'
import type { BodyReadiness, ClockReading, ClosedCode } from './readiness.ts'
import { isSilent, lackOf } from './readiness-silence.ts'
import { type TreatyDoor, treatyDoor } from './treaty-door.ts'
import { standingWarnings, withChoices } from './warnings.ts'

/** Each person stands alone: one without authority never holds up the others. The assessment may be absent; no door depends on a finding. */
export const readiness = (
  record: CaseRecord,
  _assessment: Assessment | null,
  pack: LawPack,
  bodies: BodiesPack,
  today: Day,
): BodyReadiness[] =>
  withChoices(
    bodies.bodies.flatMap((body) =>
      statesFor(body, record).flatMap((state) =>
        subjects(record).map((person) => readOne({ record, pack, bodies, body, state, person, today })),
      ),
    ),
    bodies,
  )

type Case = { record: CaseRecord; pack: LawPack; bodies: BodiesPack; body: Body; state: StateCode; person: Person; today: Day }

/** States of the file that the body's entry covers, and those that are always shown. A State to which the paper itself would go is only ever one that the pack names. */
export const statesFor = (body: Body, record: CaseRecord): StateCode[] => {
  const host = [...record.states.concerned, ...record.states.transit].filter((state) => state !== record.states.origin)
  const ofFile = body.addressed === 'host' ? host : [...host, record.states.origin]
  const opens = openingsFor(body, record)
  const covered = ofFile.filter(
    (state) => openingFor(body, state, record) !== null || (body.treaty !== null && body.addressed === 'respondent'),
  )
  const always = opens.filter((one) => one.always).map((one) => one.state)
  return [
    ...new Set(
      body.addressed === 'addressee'
        ? [...always, ...ofFile.filter((state) => opens.some((one) => one.state === state))]
        : [...covered, ...always],
    ),
  ]
}

/** A way that hangs on the law of one nationality is no way for others. */
const openingsFor = (body: Body, record: CaseRecord): BodyOpening[] =>
  body.opens.filter((one) => !one.origins || one.origins.includes(record.states.origin))

const openingFor = (body: Body, state: StateCode, record: CaseRecord): BodyOpening | null => {
  const opens = openingsFor(body, record)
  return opens.find((one) => one.state === state) ?? opens.find((one) => one.state === 'any') ?? null
}

const readOne = (one: Case): BodyReadiness => {
  const { body, state, person, record, bodies, today } = one
  // A State that is asked to help, or competent by nationality, did none of the acts: all facts of the file may be told to it.
  const facts = factsAgainst(
    record,
    person.id,
    body.addressed === 'addressee' || openingFor(body, state, record)?.byNationality ? null : state,
  )
  const asked: Asked = { record, person, body, state, today, facts }
  const clocks = bodyClocks(record, body, facts)
  const door = treatyDoor(body, one.pack, state, today)
  const opening = openingFor(body, state, record)
  const seen: Seen = { asked, clocks, door, opening }
  const holding = body.closed.filter((rule) => holds(rule.rule, seen))
  const silent = holding.filter((rule) => isSilent(rule, asked, rule.told !== null && holds(rule.told, seen)))
  const closed = holding.find((rule) => !silent.includes(rule))
  const certainty = certaintyOf(door, closed ?? null, opening)
  const row = {
    body: body.id,
    name: body.name,
    state,
    person: person.id,
    certainty,
    betterWith: body.wants.filter((key) => !onFile(key, asked)),
    audience: readersOf(record, body, [state]),
    clocks,
    warnings: standingWarnings(
      asked,
      bodies,
      closed !== undefined,
      closed ? [] : body.warnings.filter((warning) => holds(warning.rule, seen)).map((warning) => warning.words),
    ),
  }
  if (closed) {
    const hint = closed.hint ? [closed.hint] : []
    return {
      ...row,
      opening: 'not-open',
      code: closed.code,
      reason: reasonOf(one, closed.code, closed.fill, door, certainty, clocks),
      lacks: [],
      warnings: [...hint, ...row.warnings],
    }
  }
  if (opening?.open === 'no') {
    const fill = { instrument: body.treaty?.accepts ?? body.name.en }
    return {
      ...row,
      opening: 'not-open',
      code: 'not-accepted',
      reason: reasonOf(one, 'not-accepted', fill, door, certainty, clocks),
      lacks: [],
    }
  }
  const needed = body.needs
    .filter(
      (need) =>
        !waived(need.waive, asked) &&
        !(need.all.every((key) => onFile(key, asked)) && (need.any.length === 0 || need.any.some((key) => onFile(key, asked)))),
    )
    .map((need) => ({ field: need.field, words: need.words }))
  const lacks = [...silent.map(lackOf), ...needed]
  const unknown = door.answer === 'unknown' || opening?.open === 'unknown'
  const code: ClosedCode | null = body.also?.code ?? (unknown ? 'unverified-rule' : null)
  const reason = code
    ? reasonOf(one, code, body.also?.fill ?? {}, door, certainty, clocks)
    : opening?.open === 'conditional'
      ? condition(opening)
      : null
  const doorState = opening?.byNationality ? 'arguable' : unknown || opening?.open === 'conditional' ? 'open-if' : 'ready'
  return { ...row, opening: lacks.length > 0 && doorState !== 'arguable' ? 'lacks' : doorState, code, reason, lacks }
}

const waived = (waive: 'unnamed' | 'figures-only' | null, { record, person }: Asked): boolean =>
  waive === 'unnamed' ? person.names.length === 0 : waive === 'figures-only' && record.given.figuresOnly === 'yes'

type Seen = { asked: Asked; clocks: readonly ClockReading[]; door: TreatyDoor; opening: BodyOpening | null }

/** Every part that a rule gives must hold; a rule that gives none never closes a door. */
const holds = (rule: DoorRule, { asked, clocks, door, opening }: Seen): boolean => {
  const { record, person, facts, today, state } = asked
  const parts: boolean[] = []
  if (rule.never) return false
  if (rule.always) return true
  if (rule.any.length > 0) parts.push(rule.any.some((match) => has(facts, match)))
  if (rule.none.length > 0) parts.push(!rule.none.some((match) => has(facts, match)))
  if (rule.consent) parts.push(refused(rule.consent, asked))
  if (rule.given) parts.push(!onFile(`case.${rule.given}`, asked))
  if (rule.held) parts.push(heldOn(record, person.id, today))
  if (rule.adult)
    parts.push(grownUp(person, today) && !facts.some((fact) => fact.kind === 'child-at-relevant-time' && fact.about.includes(person.id)))
  if (rule.sex) parts.push(person.sex === rule.sex)
  if (rule.origin) parts.push(state === record.states.origin)
  if (rule.door === 'treaty') parts.push(door.answer === 'not-party')
  if (rule.door === 'accepts') parts.push(door.answer === 'not-accepted')
  const clock = clocks.find((one) => one.name === (rule.past ?? rule.within))
  if (rule.past) parts.push(clock?.endsOn != null && clock.endsOn.latest < today)
  if (rule.within) parts.push(clock?.endsOn != null && clock.endsOn.latest >= today)
  if (rule.before.length > 0) {
    const from = opening?.from ?? door.since
    const began = facts
      .filter((fact) => rule.before.includes(fact.kind))
      .map((fact) => whenOf(record, fact))
      .map((date) => (date ? earliest(date) : null))
      .filter((day) => day !== null)
      .sort()[0]
    parts.push(from !== null && began !== undefined && began < from)
  }
  return parts.length > 0 && parts.every(Boolean)
}

const grownUp = (person: Person, today: Day): boolean => (lowestAge(person, today) ?? 0) >= ageOfMajority

/** Refused is the person's no to this recipient or this Government; absent also counts what was never asked. */
const refused = (kind: 'refused' | 'absent' | 'relative-refused', asked: Asked): boolean => {
  const { record, person, body, state, today } = asked
  const own = consentsOf(record, person.id, today)
  const answers = [
    toRecipient(own, recipientOf(body, state)),
    ...(body.readers.some((one) => one.reader === 'respondent-government') ? [toGovernment(own, state)] : []),
  ]
  if (kind === 'relative-refused')
    return record.persons
      .filter((one) => one.role !== 'self' && one.role !== 'child')
      .some((one) => toRecipient(consentsOf(record, one.id, today), recipientOf(body, state)) === 'no')
  if (kind === 'absent') return answers.some((answer) => answer !== 'yes')
  return answers.some((answer) => answer === 'no' || answer === 'refused') || consentFault(record, person.id, today) === 'withdrawn'
}

const certaintyOf = (door: TreatyDoor, closed: ClosedRule | null, opening: BodyOpening | null): Certainty | null =>
  closed?.rule.door ? door.certainty : (opening?.certainty ?? door.certainty)

const reasonOf = (
  one: Case,
  code: ClosedCode,
  fill: Readonly<Record<string, string | Words>>,
  door: TreatyDoor,
  certainty: Certainty | null,
  clocks: readonly ClockReading[],
): Words =>
  closedReason(one.bodies, code, {
    State: stateInSentence(one.pack.states, one.state),
    date:
      code === 'past-limit'
        ? (clocks.find((clock) => clock.endsOn)?.endsOn?.latest ?? '?')
        : code === 'before-acceptance'
          ? (openingFor(one.body, one.state, one.record)?.from ?? door.since ?? '?')
          : (door.readOn ?? one.bodies.asOf),
    certainty: certaintyIn(certainty ?? 'unverified'),
    ...fill,
  })

const condition = (opening: BodyOpening): Words | null => {
  if (!opening.condition) return null
  const when = opening.conditionWords ?? { en: opening.condition, ko: opening.condition, zh: opening.condition }
  return { en: `Open if: ${when.en}.`, ko: `조건부: ${when.ko}.`, zh: `有条件开放：${when.zh}。` }
}

/** For the release page and the shell: does this person's authority stand, and whose is it? */
export const authorityLine = (record: CaseRecord, person: Person, body: Body, today: Day) => authorityFor(record, person.id, body, today)
