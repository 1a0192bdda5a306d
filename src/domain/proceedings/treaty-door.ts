/** Does the treaty bind this State on the day, and has the State accepted the complaint procedure under it? */
import type { Day } from '../../basics/clock.ts'
import type { Certainty } from '../../basics/source.ts'
import { startOf } from '../law/entry-into-force.ts'
import type { LawPack, TreatyStatus } from '../law/pack.ts'
import type { StateCode } from '../people/person.ts'
import type { Body } from './bodies.ts'

/** readOn = the day up to which the value is good. since = first day of the procedure for that State, where known. */
export type TreatyDoor = {
  answer: 'open' | 'not-party' | 'not-accepted' | 'unknown'
  certainty: Certainty
  readOn: Day | null
  since: Day | null
}

export const treatyDoor = (body: Body, pack: LawPack, state: StateCode, on: Day): TreatyDoor => {
  const door = body.treaty
  if (!door) return { answer: 'open', certainty: 'verified', readOn: null, since: null }
  const party = door.instrument ? partyOn(pack, state, door.instrument, on) : partyAny(pack, state, door.anyOf, on)
  if (party.answer !== 'open' || door.accepts === null) return party
  const accepted = acceptance(pack, state, door.accepts, on)
  if (accepted.answer === 'not-party') return { ...accepted, answer: 'not-accepted' }
  return accepted.answer === 'open' ? { ...accepted, since: accepted.since ?? party.since } : accepted
}

/** Whether and since when the State took the complaint procedure; a day without entry is unknown, never no. */
const acceptance = (pack: LawPack, state: StateCode, procedure: string, on: Day): TreatyDoor => {
  const row = pack.complaints.find((one) => one.state === state && one.procedure === procedure)
  const certainty = row?.citation.certainty ?? 'unverified'
  const readOn = (row?.citation.readOn ?? null) as Day | null
  if (!row || row.accepted === null) return { answer: 'unknown', certainty, readOn, since: null }
  // Where the procedure is a protocol of its own, it begins when the protocol binds the State and not on the day of its act.
  const protocol = pack.status.find((one) => one.state === state && one.instrument === procedure && one.territory === null)
  const since = (protocol && firstDayOf(pack, protocol)) ?? row.since
  return { answer: row.accepted && (since === null || since <= on) ? 'open' : 'not-party', certainty, readOn, since }
}

/** Is the State a party to the instrument on the day? */
export const partyOn = (pack: LawPack, state: StateCode, instrument: string, on: Day): TreatyDoor => {
  const rows = pack.status.filter((one) => one.state === state && one.instrument === instrument && one.territory === null)
  const row = rows.find((one) => one.party === true && covers(pack, one, on)) ?? rows[0]
  const certainty = row?.citation.certainty ?? 'unverified'
  const readOn = (row?.citation.readOn ?? null) as Day | null
  if (!row || row.party === null) return { answer: 'unknown', certainty, readOn, since: null }
  return { answer: row.party && covers(pack, row, on) ? 'open' : 'not-party', certainty, readOn, since: firstDayOf(pack, row) }
}

const firstDayOf = (pack: LawPack, row: TreatyStatus): Day | null =>
  startOf(row, pack.instruments.find((one) => one.id === row.instrument) ?? null)?.on ?? null

const covers = (pack: LawPack, row: TreatyStatus, on: Day): boolean => {
  const since = firstDayOf(pack, row)
  return (since === null || since <= on) && (row.until === null || row.until > on)
}

const partyAny = (pack: LawPack, state: StateCode, instruments: readonly string[], on: Day): TreatyDoor => {
  const all = instruments.map((one) => partyOn(pack, state, one, on))
  return all.find((one) => one.answer === 'open') ?? all[0] ?? { answer: 'unknown', certainty: 'unverified', readOn: null, since: null }
}
