/** What was done in this case, by whom and when, refusals included; nothing here can be changed. */
import { useAsk } from '../ask.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useWords } from '../words/words.tsx'
import { useCaseId } from './case-context.ts'

export const HistoryTab = () => {
  const { w, date, term, why } = useWords()
  const c = w.cases
  const lines = useAsk('GET /api/cases/:case/history', { case: useCaseId() }, null)
  const shown = [...(lines.data ?? [])].sort((a, b) => b.seq - a.seq)
  const rows = useRows('history', shown.length, null)
  if (!lines.data) return <Refused of={lines.error} />
  return (
    <div className="page" data-rows="history">
      <h2>
        {c.tabs[4]} <small>{c.historyNote}</small>
      </h2>
      <table className="rows stacks">
        <thead>
          <tr>
            <th scope="col">{c.when}</th>
            <th scope="col">{c.who}</th>
            <th scope="col">{c.act}</th>
            <th scope="col">{c.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, n) => (
            <tr key={line.seq} {...rows.row(n)}>
              <td>
                <time dateTime={line.at}>{date.instant(line.at)}</time>
              </td>
              <td>{line.by}</td>
              <td>
                {term(w.acts, line.act)} <span className="second mono">{line.object?.slice(0, 8)}</span>
              </td>
              <td>{line.outcome === 'done' ? c.done : `${c.refused}${line.code ? `: ${why(line.code)}` : ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
