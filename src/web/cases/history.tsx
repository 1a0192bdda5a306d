/** What was done in this case, by whom, to what and when, refusals included; nothing here can be changed. */
import { useState } from 'react'
import { caseCode } from '../../domain/documents/things.ts'
import { lineOfHistory, placeOfAct } from '../../domain/protection/place.ts'
import { useAsk } from '../ask.ts'
import { useLead } from '../frame/lead.tsx'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useWords } from '../words/words.tsx'
import { useCaseId } from './case-context.ts'
import { ThingWords } from './thing-words.tsx'

export const HistoryTab = () => {
  const { w, date, term, why } = useWords()
  const c = w.cases
  const caseId = useCaseId()
  const lead = useLead()
  const lines = useAsk('GET /api/cases/:case/history', { case: caseId }, null)
  const [who, setWho] = useState('')
  const all = [...(lines.data ?? [])].sort((a, b) => b.seq - a.seq)
  const shown = all.filter((line) => who === '' || line.by === who)
  const open = (n: number): void => {
    const line = shown[n]
    if (!line) return
    const place = placeOfAct(line.act, line.object, line.seq)
    if (place.at !== 'history') lead({ ...place, caseId: caseId as never })
  }
  const rows = useRows('history', shown.length, open)
  if (!lines.data) return <Refused of={lines.error} />
  return (
    <div className="page" data-rows="history">
      <h2>
        {c.tabs[4]} <small>{c.historyNote}</small>
      </h2>
      <p className="body">
        {c.codeForOthers} <span className="mono">{caseCode(caseId)}</span>
      </p>
      <div className="field measure">
        <label htmlFor="history-who">{c.who}</label>
        <select id="history-who" value={who} onChange={(event) => setWho(event.currentTarget.value)}>
          <option value="">{c.everybody}</option>
          {[...new Set(all.map((line) => line.by))].sort().map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <table className="rows stacks">
        <thead>
          <tr>
            <th scope="col">{c.when}</th>
            <th scope="col">{c.who}</th>
            <th scope="col">{c.act}</th>
            <th scope="col">{c.onWhat}</th>
            <th scope="col">{c.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, n) => (
            <tr key={line.seq} {...rows.row(n)} data-thing={lineOfHistory(line.seq)}>
              <td>
                <time dateTime={line.at}>{date.instant(line.at)}</time>
              </td>
              <td>{line.by}</td>
              <td>{term(w.acts, line.act)}</td>
              <td>
                <ThingWords of={line.thing} />
              </td>
              <td>{line.outcome === 'done' ? c.done : `${c.refused}${line.code ? `: ${why(line.code)}` : ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
