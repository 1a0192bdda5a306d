/** What was sent and received in this case, refusals included; each reply starts its clock. */
import { type FormEvent, useState } from 'react'
import type { Day } from '../../basics/clock.ts'
import type { DeskApi, FilingView, Proceedings } from '../../domain/documents/desk-api.ts'
import { useAct } from '../ask.ts'
import { answersOf, ChoiceField, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { Clock } from './body-table.tsx'

type Kind = DeskApi['POST /api/filings/:filing/events']['in']['kind']
const kinds: readonly Kind[] = ['sent', 'not-sent', 'acknowledged', 'replied', 'refused']

const LogForm = ({ filing, today, close }: { filing: FilingView; today: Day; close: () => void }) => {
  const { w } = useWords()
  const p = w.proceedings
  const log = useAct('POST /api/filings/:filing/events')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must, one } = answersOf(event.currentTarget)
    if (await log.act({ filing: filing.id }, { kind: must('kind') as Kind, on: must('on') as Day, words: one('words') })) close()
  }
  const next = filing.events.some((event) => event.kind === 'sent')
    ? filing.events.some((event) => event.kind === 'acknowledged')
      ? 'replied'
      : 'acknowledged'
    : 'sent'
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <ChoiceField label={p.whatHappened} name="kind" choices={kinds.map((kind) => [kind, w.terms.event[kind]] as const)} value={next} />
      <div className="field">
        <label htmlFor={`on-${filing.id}`}>{p.onDay}</label>
        <input id={`on-${filing.id}`} name="on" type="date" defaultValue={today} required />
      </div>
      <TextField label={p.eventWords} name="words" />
      <Refused of={log.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={log.busy}>
          {p.logIt}
        </button>
      </div>
    </form>
  )
}

export const SentLog = ({
  filings,
  refusals,
  today,
}: {
  filings: readonly FilingView[]
  refusals: Proceedings['refusals']
  today: Day
}) => {
  const { w, say, date, why } = useWords()
  const p = w.proceedings
  const [logging, setLogging] = useState<string | null>(null)
  const lines = [
    ...filings.flatMap((filing) =>
      filing.events.map((event) => ({
        at: event.at,
        on: event.on as string,
        what: `${say(filing.bodyName)}: ${w.terms.event[event.kind]}${event.words ? `. ${event.words}` : ''}`,
        by: event.kind === 'released' ? filing.releasedBy.join(', ') : event.by,
        hash: event.kind === 'released' ? filing.hash.slice(0, 8) : null,
      })),
    ),
    ...refusals.map((one) => ({ at: one.at, on: one.at.slice(0, 10), what: p.refusedLine(why(one.code)), by: one.by, hash: null })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <section className="part" aria-labelledby="sent">
      <h2 id="sent">
        {p.sentAndReceived} <small>{p.thisCase}</small>
      </h2>
      {filings.map((filing) => (
        <div key={filing.id} className="part" data-thing={filing.id}>
          <h3>{say(filing.bodyName)}</h3>
          {filing.clocks.map((one) => (
            <p key={one.name}>
              <Clock of={one} />
            </p>
          ))}
          {logging === filing.id ? (
            <LogForm key={filing.events.length} filing={filing} today={today} close={() => setLogging(null)} />
          ) : (
            <div className="bar">
              <button type="button" className="button" onClick={() => setLogging(filing.id)}>
                {p.log}
              </button>
            </div>
          )}
        </div>
      ))}
      {lines.length === 0 ? (
        <p className="body second">{p.nothingSent}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{w.cases.when}</th>
              <th scope="col">{p.what}</th>
              <th scope="col">{p.hash}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => (
              <tr key={`${one.at}${one.what}`}>
                <td>{date.day(one.on)}</td>
                <td>
                  {one.what} <span className="second">{one.by}</span>
                </td>
                <td className="mono">{one.hash}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
