/** What a member opened in the last three months, case by case: in words where the case is the reader's own, else kinds, counts, days and codes. */
import { Link } from '@tanstack/react-router'
import type { Opened as OpenedView } from '../../domain/documents/things.ts'
import { useAsk } from '../ask.ts'
import { ThingWords } from '../cases/thing-words.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const Opened = ({ of }: { of: OpenedView }) => {
  const { w, date, term } = useWords()
  const s = w.settings
  const days = (first: string, last: string): string => date.span(first.slice(0, 10), last.slice(0, 10))
  if (of.cases.length === 0) return <p className="second">{s.openedNothing}</p>
  return (
    <>
      <p className="body second">
        {s.openedSince(date.day(of.since))} {of.cases.some((one) => one.caseId === null) && s.openedCodes} {of.cut && s.openedCut}
      </p>
      {of.cases.map((one) => (
        <details key={one.code} className="opened">
          <summary>
            <strong>{one.codeName ?? s.openedCase}</strong> <span className="mono">{one.code}</span>{' '}
            <span className="second">
              {s.times(one.times)}, {days(one.first, one.last)}
            </span>
          </summary>
          {one.caseId && (
            <p>
              <Link to="/cases/$caseId/history" params={{ caseId: one.caseId }}>
                {s.openedHistory}
              </Link>
            </p>
          )}
          <ul className="lines">
            {one.things.map((line) => (
              <li key={`${line.act}${line.thing.code}`}>
                {term(w.acts, line.act)} <ThingWords of={line.thing} />
                <span className="under">
                  {s.times(line.times)}, {days(line.first, line.last)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

export const AskOpened = ({ member }: { member: string }) => {
  const opened = useAsk('GET /api/members/:member/opened', { member }, null)
  return opened.data ? <Opened of={opened.data} /> : <Refused of={opened.error} />
}
