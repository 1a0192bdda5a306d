/** After a change of the law pack: looks at one's own cases again, and lists the lines that answer otherwise, with the reason. Nothing is overwritten. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { LookedAgain } from '../../domain/law/looked-again.ts'
import { useAct } from '../ask.ts'
import { call, type Refused as Refusal } from '../call.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

const address = 'GET /api/law/looked-again'

export const LookAgain = () => {
  const { w, say, date } = useWords()
  const a = w.law.again
  const seen = useQuery<LookedAgain, Refusal>({
    queryKey: [address, {}, null],
    queryFn: () => call(address, {}, null),
    refetchInterval: (query) => (query.state.data?.progress ? 700 : false),
    retry: false,
  })
  const look = useAct('POST /api/law/looked-again')
  const { act: noteSeen } = useAct('POST /api/law/looked-again/seen')
  const before = seen.data?.unread && seen.data.finishedAt !== null && seen.data.progress === null && !seen.data.failed
  // What was found stands here now: Today need not call for it any more.
  useEffect(() => {
    if (before) void noteSeen({}, null)
  }, [before, noteSeen])
  // Not a reader of cases: the section is not for them.
  if (!seen.data) return null
  const { law, progress, finishedAt, cases, looked, failed, more } = seen.data
  return (
    <section className="part" aria-labelledby="look-again" data-thing="look-again">
      <h2 id="look-again">{a.title}</h2>
      <p className="body">{a.body}</p>
      <ul className="lines">
        {law.map((one) => (
          <li key={one.situation}>
            {say(one.name)}: {a.inUse(one.now, date.day(one.asOf))}{' '}
            <span className="second">
              {one.former === null
                ? a.noFormer
                : one.former.version === one.now
                  ? a.formerSameNumber(date.day(one.former.asOf))
                  : a.former(one.former.version, date.day(one.former.asOf))}
            </span>
          </li>
        ))}
      </ul>
      <div className="bar">
        <button
          type="button"
          className="button"
          aria-disabled={look.busy || progress !== null}
          onClick={() => progress === null && void look.act({}, null)}
        >
          {a.look}
        </button>
        {progress !== null && (
          <span className="second">
            <progress max={Math.max(1, progress.of)} value={progress.done} aria-label={a.title} /> {a.progress(progress.done, progress.of)}
          </span>
        )}
      </div>
      <Refused of={look.refused} />
      <div aria-live="polite">
        {finishedAt !== null && progress === null && (
          <p className="body">
            {failed
              ? a.stopped
              : cases.length > 0
                ? a.moved(cases.length + more, looked)
                : law.some((one) => one.former !== null)
                  ? a.nothingMoved(looked)
                  : a.onlyFindings(looked)}
          </p>
        )}
      </div>
      {cases.map((one) => (
        <Moved key={one.case} of={one} />
      ))}
      {more > 0 && <p className="second">{w.law.more(more)}</p>}
    </section>
  )
}

const Moved = ({ of }: { of: LookedAgain['cases'][number] }) => {
  const { w, say } = useWords()
  const a = w.law.again
  const reason = ({ what, from, show }: LookedAgain['cases'][number]['changed'][number]['reasons'][number]): string =>
    a.reason[what] + (from === null ? '' : `: ${show ? say(show) : from}`)
  return (
    <div className="part">
      <h3>
        <Link to="/cases/$caseId/assessment" params={{ caseId: of.case }}>
          {of.codeName}
        </Link>{' '}
        {of.findings > 0 && <small>{a.findings(of.findings)}</small>}
      </h3>
      {of.changed.length > 0 && (
        <table className="rows stacks">
          <thead>
            <tr>
              <th scope="col">{w.law.element}</th>
              <th scope="col">{w.law.person}</th>
              <th scope="col">{a.before}</th>
              <th scope="col">{a.now}</th>
              <th scope="col">{a.because}</th>
            </tr>
          </thead>
          <tbody>
            {of.changed.map((line) => (
              <tr key={`${line.element}${line.personAt}${line.state}${line.custody}`}>
                <th scope="row">{say(line.show)}</th>
                <td data-label={w.law.person}>
                  {[line.person || `${w.law.person} ${line.personAt}`, line.stateName ? say(line.stateName) : line.state]
                    .filter(Boolean)
                    .join(', ')}
                </td>
                <td data-label={a.before}>{line.before === null ? a.noLine : w.terms.answer[line.before]}</td>
                <td data-label={a.now}>{line.after === null ? a.noLine : w.terms.answer[line.after]}</td>
                <td data-label={a.because}>{line.reasons.map(reason).join('; ') || a.kinds}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
