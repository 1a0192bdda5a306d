/** Today: who may be removed, what is due, what changed. Danger first, then date; each date with the rule behind it. */
import './today.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { AtRiskRow, ChangedRow, DueRow } from '../../domain/protection/today.ts'
import { useAsk } from '../ask.ts'
import { useAuthorityName } from '../cases/case-context.ts'
import { Certainty, Danger } from '../frame/glyphs.tsx'
import { LeadsTo, useLead } from '../frame/lead.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { LawNotice } from './law-notice.tsx'

/** As many as the desk sends before it is asked for the rest. */
const first = 100

const Sure = ({ of }: { of: AtRiskRow['next']['certainty'] }) => (of === null ? null : <Certainty of={of} />)

const useStateName = (situations: readonly SituationView[] | undefined) => {
  const { say } = useWords()
  return (code: string | null): string | null => {
    const state = situations?.flatMap((one) => one.states).find((one) => one.code === code)
    return code === null ? null : state ? say(state.name) : code
  }
}

const Risk = ({ row, stateName, props }: { row: AtRiskRow; stateName: (code: string | null) => string | null; props: object }) => {
  const { w, say, date } = useWords()
  const t = w.today
  const authorityName = useAuthorityName()
  const where = [row.held.place, stateName(row.held.state), authorityName(row.held.authority)].filter(Boolean).join(', ')
  const { transfer, who } = row
  const to = stateName(transfer.toState)
  return (
    <tr {...props}>
      <td>
        <Danger of={row.urgency} words={w.terms.urgency[row.urgency]} />
      </td>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="name">
          {row.codeName}
        </Link>
        <span className="under">
          {t.who(w.terms.people(who.sex, who.count), who.ageLow, who.ageHigh)}
          {who.agesDiffer && ` ${t.agesDiffer}`}
        </span>
      </th>
      <td data-label={t.heldLabel}>
        {where || t.placeUnknown}
        <span className="under">
          {row.held.since ? w.dates.since(date.partial(row.held.since.replace(/\/(\.\.)?$/, ''))) : t.sinceUnknown}
          {row.held.sourcesDiffer && `: ${t.sourcesDiffer}`}
        </span>
      </td>
      <td data-label={t.transferLabel}>
        {transfer.words ?? t.nothingKnown}
        <span className="under">
          {[
            transfer.sources > 0 ? t.sources(transfer.sources, transfer.secondHand) : null,
            to ? t.to(to) : null,
            transfer.window ? date.partial(transfer.window) : null,
          ]
            .filter(Boolean)
            .join('. ')}
        </span>
      </td>
      <td data-label={t.nextLabel}>
        <LeadsTo place={{ ...row.next.leadsTo, caseId: row.caseId }}>
          <strong>{say(row.next.words)}</strong>
        </LeadsTo>
        <span className="under">
          {say(row.next.rule)} <Sure of={row.next.certainty} />
        </span>
        {row.filed.length > 0 && (
          <span className="under">{t.filed(row.filed.map((one) => `${say(one.body)}, ${date.day(one.on)}`).join('; '))}</span>
        )}
      </td>
    </tr>
  )
}

const Due = ({ rows, today, first, props }: { rows: readonly DueRow[]; today: string; first: number; props: (n: number) => object }) => {
  const { w, say, date } = useWords()
  return (
    <tbody>
      {rows.map((row, n) => (
        <tr key={`${row.caseId}${say(row.what)}${row.on.earliest}`} {...props(first + n)}>
          <td className={row.overdueDays > 0 ? 'when is-over' : 'when'}>
            <strong>
              {row.on.earliest === today && row.on.latest === today
                ? w.dates.today
                : row.on.earliest === row.on.latest
                  ? date.shortDay(row.on.earliest)
                  : date.span(row.on.earliest, row.on.latest)}
            </strong>
            {!(row.on.earliest === today) && (
              <span className="under">{row.overdueDays > 0 ? w.dates.daysOver(row.overdueDays) : date.away(today, row.on.earliest)}</span>
            )}
          </td>
          <td>
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="name">
              {row.codeName}
            </Link>{' '}
            <LeadsTo place={{ ...row.leadsTo, caseId: row.caseId }}>{say(row.what)}</LeadsTo>
          </td>
          <td className="second">
            {say(row.rule)}{' '}
            {row.certainty === null ? <span className="under">{w.today.ownReminder}</span> : <Certainty of={row.certainty} />}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

const Changed = ({ rows, first, props }: { rows: readonly ChangedRow[]; first: number; props: (n: number) => object }) => {
  const { w, date, term } = useWords()
  if (rows.length === 0) return <p className="second">{w.today.noneChanged}</p>
  return (
    <ul className="changed">
      {rows.map((row, n) => (
        <li key={`${row.at}${row.act}${row.object}`} {...props(first + n)}>
          <time dateTime={row.at}>{date.clock(row.at)}</time>
          <span>
            <strong>{row.codeName} </strong>
            <LeadsTo place={{ ...row.leadsTo, caseId: row.caseId }}>
              {row.by} {term(w.acts, row.act)}
            </LeadsTo>
          </span>
        </li>
      ))}
    </ul>
  )
}

const More = ({ of, show }: { of: number; show: () => void }) => {
  const { w } = useWords()
  if (of <= 0) return null
  return (
    <p>
      <button type="button" className="button" onClick={show}>
        {w.today.showAll(of)} <kbd>M</kbd>
      </button>
    </p>
  )
}

export const TodayScreen = () => {
  const { w, say, date } = useWords()
  const t = w.today
  const navigate = useNavigate()
  const lead = useLead()
  const [all, setAll] = useState(false)
  // Whoever asks for the rest stands on its first row when it has come.
  const [reveal, setReveal] = useState<'at-risk' | 'due' | null>(null)
  const today = useAsk('GET /api/today', {}, all ? { all: 'yes' } : null)
  const situations = useAsk('GET /api/situations', {}, null)
  const stateName = useStateName(situations.data)
  const atRisk = today.data?.atRisk ?? []
  const due = today.data?.due ?? []
  const changed = today.data?.changed ?? []
  const hidden = { 'at-risk': (today.data?.atRiskTotal.cases ?? 0) - atRisk.length, due: (today.data?.dueTotal ?? 0) - due.length }
  const open = (n: number): void => {
    const row = atRisk[n]
    if (row) return void navigate({ to: '/cases/$caseId', params: { caseId: row.caseId } })
    const line = due[n - atRisk.length] ?? changed[n - atRisk.length - due.length]
    if (line) lead({ ...line.leadsTo, caseId: line.caseId })
  }
  const rows = useRows('today', atRisk.length + due.length + changed.length, open)
  const showRest = (of: 'at-risk' | 'due') => (): void => {
    setAll(true)
    setReveal(of)
  }
  const whole = hidden['at-risk'] + hidden.due === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the rest is there
  useEffect(() => {
    if (reveal === null || !whole) return
    const n = reveal === 'at-risk' ? first : atRisk.length + first
    rows.go(n)
    document.querySelector<HTMLElement>(`[data-rows="today"] [data-row="${n}"] a`)?.focus()
    setReveal(null)
  }, [reveal, whole])
  useKeys([
    { code: 'KeyN', cap: 'N', words: t.newCase, act: () => void navigate({ to: '/cases/new' }) },
    ...(whole ? [] : [{ code: 'KeyM', cap: 'M', words: t.theRest, act: showRest(hidden['at-risk'] > 0 ? 'at-risk' : 'due') }]),
  ])
  usePlace([{ words: w.frame.today, to: '/' }])
  if (!today.data) return <Refused of={today.error} />
  const { cases, people } = today.data.atRiskTotal
  const zones = (situations.data?.flatMap((one) => one.clocks ?? []) ?? []).filter(
    (one, n, all) => all.findIndex((other) => other.zone === one.zone) === n,
  )
  return (
    <div className="page today" data-rows="today">
      <div className="headline">
        <h1>{date.longDay(today.data.day)}</h1>
        <p className="clocks">
          {zones.map((one) => (
            <span key={one.zone}>
              <strong>{date.timeIn(one.zone)}</strong> {say(one.name)}
            </span>
          ))}
        </p>
      </div>
      <Refused of={today.error} />
      <LawNotice of={today.data.law} />
      <section aria-labelledby="at-risk">
        <div className="headline">
          <h2 id="at-risk">
            {t.mayBeRemoved} <small>{t.inCases(people, cases)}</small>
          </h2>
          <p className="second">{t.imminentMeans}</p>
        </div>
        {atRisk.length === 0 ? (
          <p className="body">{t.nobodyAtRisk}</p>
        ) : (
          <table className="rows stacks">
            <thead>
              <tr>
                <th scope="col">{t.urgency}</th>
                <th scope="col">{t.whoLabel}</th>
                <th scope="col">{t.held}</th>
                <th scope="col">{t.transferLabel}</th>
                <th scope="col">{t.next}</th>
              </tr>
            </thead>
            <tbody>
              {atRisk.map((row, n) => (
                <Risk key={row.caseId} row={row} stateName={stateName} props={rows.row(n)} />
              ))}
            </tbody>
          </table>
        )}
        <More of={hidden['at-risk']} show={showRest('at-risk')} />
      </section>
      <div className="two">
        <section aria-labelledby="due">
          <h2 id="due">
            {t.due} <small>{t.next60}</small>
          </h2>
          {due.length === 0 ? (
            <p className="body">{t.nothingDue}</p>
          ) : (
            <table className="rows due">
              <thead>
                <tr>
                  <th scope="col">{t.date}</th>
                  <th scope="col">{t.what}</th>
                  <th scope="col">{t.rule}</th>
                </tr>
              </thead>
              <Due rows={due} today={today.data.day} first={atRisk.length} props={rows.row} />
            </table>
          )}
          <More of={hidden.due} show={showRest('due')} />
        </section>
        <section aria-labelledby="changed">
          <h2 id="changed">
            {t.changed} <small>{t.changedWhere}</small>
          </h2>
          <Changed rows={changed} first={atRisk.length + due.length} props={rows.row} />
        </section>
      </div>
    </div>
  )
}
