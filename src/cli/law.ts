/** `law bound`: says which instruments bind a State on a day, each with source, certainty and the day it is good up to. */
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import type { Bound } from '../domain/law/assessment.ts'
import { bindsTable, natures } from '../domain/law/binds-table.ts'
import { isBound } from '../domain/law/is-bound.ts'
import type { Instrument } from '../domain/law/pack.ts'
import { allSituations } from '../formats/pack.ts'
import { dayFrom } from './assess.ts'
import { packAtHand, packsFolder, tellingFaults } from './case-at-hand.ts'

const usage = 'article33 law bound --state CHN --on 2013-05-27 [--instrument CAT] [--article "3(1)"] [--territory NAME] [--json]\n'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      on: { type: 'string' },
      instrument: { type: 'string' },
      article: { type: 'string' },
      territory: { type: 'string' },
      situation: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { state, on, instrument } = values
  if (positionals[0] !== 'bound' || state === undefined || on === undefined) {
    out.write(usage)
    return 2
  }
  return tellingFaults(out, async () => {
    const day = dayFrom(on)
    const pack = packAtHand(
      values.situation ?? allSituations(packsFolder())[0] ?? refuse('bad-file', { reason: 'there is no situation pack' }),
    )
    if (instrument !== undefined && !pack.instruments.some((one) => one.id === instrument))
      return refuse('bad-input', { field: '--instrument', reason: `the pack knows ${pack.instruments.map((one) => one.id).join(', ')}` })
    if (!/^[A-Z]{3}$/.test(state))
      return refuse('bad-input', { field: '--state', reason: 'write the three capital letters of ISO 3166-1 alpha-3' })
    const narrower = { article: values.article ?? null, territory: values.territory ?? null }
    // Without an instrument the shell gives the column of the screen for this State, row by row.
    const rows: { instrument: string; short: string; nature: Instrument['nature'] }[] =
      instrument === undefined
        ? bindsTable(pack, [state], day, true)
        : pack.instruments
            .filter((one) => one.id === instrument)
            .map((one) => ({ instrument: one.id, short: one.short, nature: one.nature }))
    const answers = rows.map(({ instrument, short, nature }) => ({
      instrument,
      short,
      nature,
      ...isBound(pack, state, instrument, day, narrower),
    }))
    const complaints = pack.complaints.filter(
      (one) => one.state === state && (instrument === undefined || one.procedure.startsWith(instrument)),
    )
    if (values.json)
      out.write(
        `${JSON.stringify({ state, on: day, article: values.article ?? null, territory: values.territory ?? null, packVersion: pack.version, answers, complaints }, null, 2)}\n`,
      )
    else
      out.write(
        `${pack.states[state]?.en ?? state} on ${day}${values.territory ? `, ${values.territory}` : ''} (law pack ${pack.version})\n\n${pack.status.some((one) => one.state === state) ? '' : `The pack holds no treaty status for ${state}: whether it is bound by any treaty is unknown here. What follows is the same for every State.\n\n`}${natures
          .map((nature) => ({ nature, own: answers.filter((one) => one.nature === nature) }))
          .filter((group) => group.own.length > 0)
          .map((group) => `${headings[group.nature]}\n${group.own.map(asText).join('\n')}\n`)
          .join(
            '\n',
          )}${complaints.length > 0 ? `\nComplaint procedures\n${complaints.map((one) => `  ${one.procedure.padEnd(14)} ${(one.accepted === null ? 'unknown' : one.accepted ? 'accepted' : 'not accepted').padEnd(14)} ${one.citation.certainty.padEnd(11)} ${one.basis}`).join('\n')}\n` : ''}`,
      )
    return 0
  })
}

const headings: Record<Instrument['nature'], string> = {
  treaty: 'Treaties',
  agreement: 'Agreements',
  custom: 'Custom (argued, not read from a list)',
  domestic: 'Domestic law',
  'soft-law': 'Soft law (guides, does not bind)',
}

const asText = (one: Bound & { instrument: string; nature: string }): string =>
  [
    `  ${one.instrument.padEnd(14)} ${one.answer.padEnd(12)} ${(one.since && (one.answer === 'bound' || one.answer === 'reserved') ? `since ${one.since}${one.joinedOn ? ` (joined ${one.joinedOn})` : ''}` : '').padEnd(37)} ${one.citation.certainty.padEnd(11)} ${one.citation.source}${one.citation.readOn ? `, good up to ${one.citation.readOn}` : ''}${one.notCheckedSince ? ', not checked since' : ''}`,
    ...(one.note ? [`${' '.repeat(17)}${one.note}`] : []),
  ].join('\n')
