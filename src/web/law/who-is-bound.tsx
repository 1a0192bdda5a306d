/** Who is bound: instrument by State on a chosen date, each answer with its source; treaty, custom and soft law are told apart. */
import './assessment.css'
import { useState } from 'react'
import type { Day } from '../../basics/clock.ts'
import { useAsk } from '../ask.ts'
import { useSituation, useStateName } from '../cases/case-context.ts'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { Binds } from './binds.tsx'

const firstYear = 1950

export const WhoIsBound = () => {
  const { w, say, date, term } = useWords()
  const l = w.law
  const situations = useAsk('GET /api/situations', {}, null)
  const [chosen, setChosen] = useState<string | null>(null)
  const situation = useSituation(chosen ?? situations.data?.[0]?.id)
  const stateName = useStateName(situation)
  const today = new Date().toISOString().slice(0, 10)
  const [on, setOn] = useState(today)
  usePlace([
    { words: w.frame.settings, to: '/settings' },
    { words: l.whoIsBound, to: '/settings/bound' },
  ])
  return (
    <div className="page">
      <h1>
        {l.whoIsBound} <small>{l.onDay(date.day(on))}</small>
      </h1>
      <div className="form is-bare measure part">
        {(situations.data?.length ?? 0) > 1 && (
          <div className="field">
            <label htmlFor="bound-situation">{w.cases.situation}</label>
            <select id="bound-situation" value={situation?.id} onChange={(event) => setChosen(event.currentTarget.value)}>
              {situations.data?.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one.name)}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="bound-on">{l.lawAsOf}</label>
          <input id="bound-on" type="date" value={on} onChange={(event) => event.currentTarget.value && setOn(event.currentTarget.value)} />
        </div>
        <div className="field">
          <label htmlFor="bound-year">{l.year}</label>
          <input
            id="bound-year"
            type="range"
            min={firstYear}
            max={Number(today.slice(0, 4))}
            value={Number(on.slice(0, 4))}
            aria-valuetext={on.slice(0, 4)}
            onChange={(event) => setOn(`${event.currentTarget.value}${on.slice(4).replace('-02-29', '-02-28')}`)}
          />
        </div>
      </div>
      {situation && <Table situation={situation.id} on={on as Day} stateName={stateName} nature={(one) => term(w.terms.nature, one)} />}
    </div>
  )
}

type TableProps = { situation: string; on: Day; stateName: (code: string) => string; nature: (nature: string) => string }

/** Custom and soft law say the same of every State. States of whose treaties the pack says nothing stay out until they are ticked: a column of "not known" hides the answers. */
const Table = ({ situation, on, stateName, nature }: TableProps) => {
  const { w } = useWords()
  const bound = useAsk('GET /api/law/bound', {}, { situation, on })
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  if (!bound.data) return <Refused of={bound.error} />
  const states = [...new Set(bound.data.flatMap((row) => row.rows.map((one) => one.state)))]
  const answered = states.filter((state) =>
    bound.data.some((row) => row.nature === 'treaty' && row.rows.some((one) => one.state === state && one.bound.answer !== 'unknown')),
  )
  const shown = ticked ?? new Set(answered)
  const tick = (state: string): void => setTicked(new Set(shown.has(state) ? [...shown].filter((one) => one !== state) : [...shown, state]))
  const rows = bound.data.map((row) => ({ ...row, rows: row.rows.filter((one) => shown.has(one.state)) }))
  return (
    <>
      <fieldset className="part">
        <legend>{w.law.states}</legend>
        {states.map((state) => (
          <label key={state} className="tick">
            <input type="checkbox" checked={shown.has(state)} onChange={() => tick(state)} /> {stateName(state)}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scrolls part" aria-label={w.law.whoIsBound} tabIndex={0}>
        <Binds rows={rows} stateName={stateName} nature={(id) => nature(bound.data.find((one) => one.instrument === id)?.nature ?? '')} />
      </section>
    </>
  )
}
