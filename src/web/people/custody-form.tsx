/** Who held whom, where, from when to when, and how that is known. Places stay coarse. */
import type { FormEvent } from 'react'
import type { PartialDate } from '../../basics/partial-date.ts'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { CustodyPeriod } from '../../domain/testimony/fact.ts'
import { useAct } from '../ask.ts'
import { AuthorityField } from '../cases/authority-field.tsx'
import { usePersonName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, DateField, TextField, Tick } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const CustodyForm = ({
  caseId,
  record,
  states,
  old = null,
  close,
}: {
  caseId: string
  record: CaseRecord
  states: SituationView['states']
  /** The custody to be put right; null = a new one. */
  old?: CustodyPeriod | null
  close: () => void
}) => {
  const { w, say } = useWords()
  const p = w.people
  const name = usePersonName(record.persons)
  const add = useAct('POST /api/cases/:case/custodies')
  const change = useAct('POST /api/cases/:case/custodies/:custody')
  const act = old ? change : add
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, many, must } = answersOf(event.currentTarget)
    const body: Omit<CustodyPeriod, 'id'> = {
      persons: many('persons') as unknown as CustodyPeriod['persons'],
      state: must('state'),
      authority: one('authority'),
      place: one('place'),
      period: must('period').trim() as PartialDate,
      sources: must('sources')
        .split(/[;,]\s*/)
        .filter(Boolean),
      note: one('note'),
    }
    const kept = old
      ? await change.act({ case: caseId, custody: old.id }, { ...body, reason: must('reason') })
      : await add.act({ case: caseId }, body)
    if (kept) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{old ? p.changeCustody : p.addCustody}</h3>
      <fieldset>
        <legend>{p.whoWasHeld}</legend>
        {record.persons.map((one) => (
          <Tick
            key={one.id}
            name="persons"
            value={one.id}
            label={name(one)}
            checked={old ? old.persons.includes(one.id) : one.role === 'self'}
          />
        ))}
      </fieldset>
      <ChoiceField
        label={p.heldByState}
        name="state"
        choices={states.map((one) => [one.code, say(one.name)] as const)}
        value={old?.state ?? null}
        required
      />
      <AuthorityField label={w.cases.heldAuthority} name="authority" situation={record.situation} value={old?.authority ?? null} />
      <TextField label={w.testimony.place} name="place" hint={w.cases.coarse} value={old?.place ?? null} />
      <DateField label={p.period} name="period" hint={w.frame.rangeHint} value={old?.period ?? null} required />
      <TextField label={p.sources} name="sources" hint={p.sourcesHint} value={old?.sources.join('; ') ?? null} />
      <TextField label={p.note} name="note" value={old?.note ?? null} />
      {old && <TextField label={w.testimony.reason} name="reason" wide required hint={w.testimony.reasonHint} />}
      <Refused of={act.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={act.busy}>
          {p.keep}
        </button>
      </div>
    </form>
  )
}
