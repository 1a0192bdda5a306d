/** The table of what binds whom on a day: one row an instrument, one answer a State, each with its source. */
import type { Day } from '../../basics/clock.ts'
import type { StateCode } from '../people/person.ts'
import type { Bound } from './assessment.ts'
import { isBound } from './is-bound.ts'
import type { Instrument, LawPack } from './pack.ts'

export type BindsRow = {
  instrument: string
  short: string
  nature: Instrument['nature']
  rows: readonly { state: StateCode; bound: Bound }[]
}

/** In the order in which a lawyer argues: what was joined, what was agreed, what is custom, what only guides. */
export const natures = ['treaty', 'agreement', 'custom', 'domestic', 'soft-law'] as const satisfies readonly Instrument['nature'][]

/** Only instruments whose status the pack holds for at least one of the States; withUnlisted adds custom and soft law, which no State joins. */
export const bindsTable = (pack: LawPack, states: readonly StateCode[], on: Day, withUnlisted = false): BindsRow[] =>
  pack.instruments
    .filter(
      (instrument) =>
        (withUnlisted && (instrument.nature === 'custom' || instrument.nature === 'soft-law')) ||
        pack.status.some((status) => status.instrument === instrument.id && states.includes(status.state)),
    )
    .map((instrument) => ({
      instrument: instrument.id,
      short: instrument.short,
      nature: instrument.nature,
      rows: states.map((state) => ({ state, bound: isBound(pack, state, instrument.id, on) })),
    }))
    .sort((a, b) => (withUnlisted ? natures.indexOf(a.nature) - natures.indexOf(b.nature) : 0))
