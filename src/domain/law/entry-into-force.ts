/** From which day a treaty binds a State: its own entry into force, counted from its act by the treaty's rule, and never before the treaty's. */
import type { Day } from '../../basics/clock.ts'
import type { Citation } from '../../basics/source.ts'
import type { EntryRule, Instrument, TreatyStatus } from './pack.ts'

/** rule = what the day was counted by; null where a source gives the day itself, or the pack has no rule. */
export type Start = { on: Day; rule: Citation | null } | null

const deposited: readonly (string | null)[] = ['ratification', 'accession', 'acceptance', 'approval']

export const startOf = (line: TreatyStatus, instrument: Instrument | null): Start => {
  if (line.inForceOn !== null) return { on: line.inForceOn, rule: null }
  if (line.since === null) return null
  const entry = instrument?.entry && deposited.includes(line.act) ? instrument.entry : null
  const own = entry ? counted(line.since, entry) : line.since
  const rule = entry && own !== line.since ? entry.citation : null
  return instrument?.inForce && instrument.inForce > own ? { on: instrument.inForce, rule: null } : { on: own, rule }
}

const counted = (from: Day, { days, months, starts }: EntryRule): Day => {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  // Three months after 30 November is the last day of February, not a day in March.
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days))
  if (starts === 'first-of-next-month') at.setUTCMonth(at.getUTCMonth() + 1, 1)
  return at.toISOString().slice(0, 10) as Day
}
