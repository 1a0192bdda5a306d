/** The table of what binds whom on a day: one row an instrument, one answer a State, each with its source. */
import type { Day } from '../../basics/clock.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound } from './assessment.ts'
import { isBound } from './is-bound.ts'
import type { LawPack } from './pack.ts'

export type BindsRow = { instrument: string; short: string; nature: string; rows: readonly { state: StateCode; bound: Bound }[] }

/** Only instruments whose status the pack holds for at least one of the States. */
export const bindsTable = (pack: LawPack, states: readonly StateCode[], on: Day): BindsRow[] =>
  pack.instruments
    .filter((instrument) => pack.status.some((status) => status.instrument === instrument.id && states.includes(status.state)))
    .map((instrument) => ({
      instrument: instrument.id,
      short: instrument.short,
      nature: instrument.nature,
      rows: states.map((state) => ({ state, bound: isBound(pack, state, instrument.id, on) })),
    }))
