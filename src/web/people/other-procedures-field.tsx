/** Where else the same matter is: nobody asked, nowhere, or before these bodies or a court at home, each since when and under which reference. */
import { useState } from 'react'
import type { PersonId } from '../../basics/id.ts'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { CaseRecord, OtherProcedure } from '../../domain/law/case-record.ts'
import { usePersonName } from '../cases/case-context.ts'
import { ChoiceField, DateField, TextField } from '../frame/field.tsx'
import { useWords } from '../words/words.tsx'

const statuses = ['pending', 'decided', 'withdrawn'] as const
/** The choice under which another body is written in words. */
const inWords = 'other'

/** The rows of the form as they stand; a row without a body is no row. */
export const othersFrom = (form: HTMLFormElement): CaseRecord['otherProcedures'] => {
  const given = new FormData(form)
  const text = (name: string): string => String(given.get(name) ?? '').trim()
  const asked = text('others')
  if (asked !== 'some') return asked === 'none' ? 'none' : null
  const rows = [...given.keys()].flatMap((name) => (name.startsWith('other.body.') ? [name.slice('other.body.'.length)] : []))
  const made = rows.flatMap((row): OtherProcedure[] => {
    const body = text(`other.body.${row}`)
    const procedure = body === inWords ? text(`other.words.${row}`) : body
    if (!procedure) return []
    return [
      {
        procedure,
        person: text(`other.person.${row}`) as PersonId,
        filedOn: text(`other.on.${row}`) as PartialDate,
        status: text(`other.status.${row}`) as OtherProcedure['status'],
        reference: text(`other.reference.${row}`) || null,
      },
    ]
  })
  return made.length > 0 ? made : null
}

type Props = { record: CaseRecord; bodies: SituationView['bodies']; elsewhere: SituationView['elsewhere'] }

export const OtherProceduresField = ({ record, bodies, elsewhere }: Props) => {
  const { w } = useWords()
  const p = w.papers.elsewhere
  const old = Array.isArray(record.otherProcedures) ? (record.otherProcedures as readonly OtherProcedure[]) : []
  const [asked, setAsked] = useState(old.length > 0 ? 'some' : (record.otherProcedures ?? ''))
  const [rows, setRows] = useState(old.length > 0 ? old.map((_, n) => n) : [0])
  return (
    <fieldset>
      <legend>{p.title}</legend>
      <ChoiceField
        label={p.asked}
        name="others"
        value={String(asked)}
        choices={[
          ['', p.nobodyAsked],
          ['none', p.none],
          ['some', p.some],
        ]}
        hint={p.hint}
        onChange={setAsked}
      />
      {asked === 'some' && (
        <>
          {rows.map((row) => (
            <Row
              key={row}
              row={row}
              of={old[row]}
              record={record}
              places={[...bodies, ...elsewhere]}
              drop={rows.length > 1 ? () => setRows(rows.filter((one) => one !== row)) : null}
            />
          ))}
          <div className="bar">
            <button type="button" className="button" onClick={() => setRows([...rows, Math.max(...rows) + 1])}>
              {p.add}
            </button>
          </div>
        </>
      )}
    </fieldset>
  )
}

type RowProps = {
  row: number
  of: OtherProcedure | undefined
  record: CaseRecord
  places: SituationView['bodies']
  drop: (() => void) | null
}

const Row = ({ row, of, record, places, drop }: RowProps) => {
  const { w, say } = useWords()
  const p = w.papers.elsewhere
  const name = usePersonName(record.persons)
  const known = of === undefined || places.some((one) => one.id === of.procedure)
  const [body, setBody] = useState(of === undefined ? '' : known ? of.procedure : inWords)
  const people = record.persons.filter((one) => one.role === 'self' || one.role === 'child').map((one) => [one.id, name(one)] as const)
  return (
    <div className="part">
      <ChoiceField
        label={p.body}
        name={`other.body.${row}`}
        value={body}
        empty="…"
        required
        choices={[...places.map((one) => [one.id, say(one.name)] as const), [inWords, p.other]]}
        onChange={setBody}
      />
      {body === inWords && (
        <TextField label={p.bodyInWords} name={`other.words.${row}`} value={known ? null : (of?.procedure ?? null)} required />
      )}
      <ChoiceField label={w.people.forWhom} name={`other.person.${row}`} choices={people} value={of?.person ?? null} required />
      <DateField label={p.since} name={`other.on.${row}`} value={of?.filedOn ?? null} hint={p.sinceHint} required />
      <ChoiceField
        label={p.status}
        name={`other.status.${row}`}
        choices={statuses.map((one) => [one, p.statuses[one]] as const)}
        value={of?.status ?? 'pending'}
      />
      <TextField label={p.reference} name={`other.reference.${row}`} value={of?.reference ?? null} />
      {drop && (
        <div className="bar">
          <button type="button" className="link" onClick={drop}>
            {p.drop}
          </button>
        </div>
      )}
    </div>
  )
}
