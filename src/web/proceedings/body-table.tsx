/** One row a body and State: open ways first, then the closed ones, each with its reason and where its clock comes from. */
import type { Proceedings } from '../../domain/documents/desk-api.ts'
import type { BodyReadiness, ClockReading } from '../../domain/proceedings/readiness.ts'
import { Certainty, Way } from '../frame/glyphs.tsx'
import type { Rows } from '../frame/rows.ts'
import { useWords } from '../words/words.tsx'

/** The same answer for several persons is one row. */
export type BodyRow = BodyReadiness & { states: readonly string[]; persons: readonly string[]; sentOn: string | null }

const order = ['ready', 'lacks', 'open-if', 'arguable', 'not-open']
export const bodyRows = (proceedings: Proceedings): readonly BodyRow[] => {
  const rows: BodyRow[] = []
  for (const one of proceedings.bodies) {
    // What went for one person went for no other.
    const sentFor = (person: string): string | null =>
      proceedings.filings
        .filter(
          (other) => other.body === one.body && (one.state === null || other.states.includes(one.state)) && other.persons.includes(person),
        )
        .flatMap((filing) => filing.events)
        .find((event) => event.kind === 'sent')?.on ?? null
    const same = rows.find(
      (row) =>
        row.body === one.body &&
        row.state === one.state &&
        row.opening === one.opening &&
        row.code === one.code &&
        row.sentOn === sentFor(one.person) &&
        JSON.stringify(row.lacks) === JSON.stringify(one.lacks),
    )
    if (same) {
      rows[rows.indexOf(same)] = { ...same, persons: [...same.persons, one.person] }
      continue
    }
    const sentOn = sentFor(one.person)
    rows.push({ ...one, states: one.state ? [one.state] : [], persons: [one.person], sentOn })
  }
  return rows.sort((a, b) => order.indexOf(a.opening) - order.indexOf(b.opening))
}

/** A clock of no days says when to begin, not until when: its day gone by, the door is not. */
const isAtOnce = ({ startsOn, endsOn }: ClockReading): boolean => startsOn !== null && startsOn.latest === endsOn?.latest

export const Clock = ({ of }: { of: ClockReading }) => {
  const { w, say, date } = useWords()
  return (
    <>
      {say(of.rule)}{' '}
      {of.endsOn ? (
        <strong>{(isAtOnce(of) ? w.proceedings.atOnce : w.proceedings.ends)(date.span(of.endsOn.earliest, of.endsOn.latest))}</strong>
      ) : of.startsOn ? null : (
        <span className="second">{w.proceedings.notStarted}</span>
      )}{' '}
      <Certainty of={of.certainty} />
    </>
  )
}

type Props = {
  proceedings: Proceedings
  rowsOf: readonly BodyRow[]
  rows: Rows
  stateName: (code: string) => string
  personName: (id: string) => string
  onOpen: (n: number) => void
  lacking: boolean
}

export const BodyTable = ({ proceedings, rowsOf, rows, stateName, personName, onOpen, lacking }: Props) => {
  const { w, say, date } = useWords()
  const p = w.proceedings
  const several = new Set(proceedings.bodies.map((one) => one.person)).size > 1
  const firstClosed = rowsOf.findIndex((row) => row.opening === 'not-open')
  const part = (from: number, to: number) =>
    rowsOf.slice(from, to).map((row, at) => {
      const n = from + at
      return (
        <tr key={`${row.body}${row.state}${row.person}`} {...rows.row(n)} data-thing={row.body}>
          <td>
            <Way of={row.sentOn ? 'sent' : row.opening} words={row.sentOn ? p.sent : w.terms.opening[row.opening]} />
          </td>
          <th scope="row">
            {row.opening === 'not-open' ? (
              say(row.name)
            ) : (
              <button type="button" className="link name" onClick={() => onOpen(n)}>
                {say(row.name)}
              </button>
            )}
            <span className="under">
              {row.states.length > 0 ? row.states.map(stateName).join(', ') : p.noState}
              {row.persons.length > 1 ? `, ${p.persons(row.persons.length)}` : several ? `, ${personName(row.person)}` : ''}
            </span>
          </th>
          <td data-label={p.inTheWay}>
            {row.sentOn && `${p.sentOn(date.day(row.sentOn))} `}
            {row.reason && say(row.reason)} {row.certainty && row.opening === 'not-open' && <Certainty of={row.certainty} />}
            {row.lacks.length > 0 &&
              (lacking ? (
                <ul className="prose">
                  {row.lacks.map((one) => (
                    <li key={one.field}>{p.whatIs(say(one.words))}</li>
                  ))}
                </ul>
              ) : (
                row.lacks.map((one) => say(one.words)).join('; ')
              ))}
            {row.opening === 'ready' && !row.sentOn && !row.reason && row.lacks.length === 0 && p.nothing}
            {row.warnings.map((one) => (
              <span key={say(one)} className="under">
                {say(one)}
              </span>
            ))}
          </td>
          <td data-label={p.clock}>
            {row.clocks.length === 0 ? (
              <span className="none">{p.noClock}</span>
            ) : (
              row.clocks.map((one) => (
                <div key={one.name}>
                  <Clock of={one} />
                </div>
              ))
            )}
          </td>
        </tr>
      )
    })
  return (
    <table className="rows stacks bodies" data-rows="bodies">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{p.state}</span>
          </th>
          <th scope="col">{p.bodyAgainst}</th>
          <th scope="col">{p.inTheWay}</th>
          <th scope="col">{p.clock}</th>
        </tr>
      </thead>
      <tbody>{part(0, firstClosed < 0 ? rowsOf.length : firstClosed)}</tbody>
      {firstClosed >= 0 && (
        <tbody>
          <tr className="group">
            <th colSpan={4} scope="rowgroup">
              {p.notOpenOn(date.day(proceedings.today))}
            </th>
          </tr>
          {part(firstClosed, rowsOf.length)}
        </tbody>
      )}
    </table>
  )
}
