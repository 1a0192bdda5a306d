/** Who submits, how they may be reached, for which bodies they agreed to be named, and what else bodies ask for. */
import type { FormEvent } from 'react'
import type { CasePage, SituationView } from '../../domain/documents/desk-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useAct } from '../ask.ts'
import { answersOf, TextField, Tick, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { OtherProceduresField, othersFrom } from './other-procedures-field.tsx'

/** name: words, one a line, for what a body asks under the case itself. */
const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : []
    }),
  )

export const SubmitterForm = ({
  caseId,
  record,
  bodies,
  elsewhere,
  offered,
  close,
}: {
  caseId: string
  record: CaseRecord
  bodies: SituationView['bodies']
  elsewhere: SituationView['elsewhere']
  /** What the office signs with, while the case has no submitter of its own. */
  offered: CasePage['submitterOffered']
  close: () => void
}) => {
  const { w, say } = useWords()
  const p = w.people
  const save = useAct('POST /api/cases/:case/submitter')
  const old = record.submitter ?? (offered && { name: null, relationship: null, agreedFor: [], ...offered })
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, many, must } = answersOf(event.currentTarget)
    const body = {
      name: one('name'),
      organisation: one('organisation'),
      contact: one('contact'),
      relationship: one('relationship'),
      agreedFor: many('agreedFor'),
      requestedMeasures: must('measures')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      given: pairs(must('given')),
      remember: many('remember').length > 0,
      otherProcedures: othersFrom(event.currentTarget),
    }
    if (await save.act({ case: caseId }, body)) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{p.editSubmitter}</h3>
      <TextField label={p.submitterName} name="name" value={old?.name ?? null} />
      <TextField label={p.organisation} name="organisation" value={old?.organisation ?? null} />
      <TextField label={p.contact} name="contact" value={old?.contact ?? null} hint={p.contactHint} />
      {offered?.organisation && <p className="hint">{w.papers.submitterOffered}</p>}
      <Tick name="remember" label={w.papers.rememberSubmitter} checked={false} />
      <TextField label={p.relationship} name="relationship" value={old?.relationship ?? null} />
      <fieldset>
        <legend>{p.agreedFor}</legend>
        {bodies.map((one) => (
          <Tick key={one.id} name="agreedFor" value={one.id} label={say(one.name)} checked={old?.agreedFor.includes(one.id) ?? false} />
        ))}
      </fieldset>
      <WordsField label={p.measures} name="measures" value={record.requestedMeasures.join('\n')} hint={p.measuresHint} rows={2} />
      <WordsField
        label={p.given}
        name="given"
        value={Object.entries(record.given)
          .map(([key, words]) => `${key}: ${words}`)
          .join('\n')}
        hint={p.givenHint}
        rows={2}
      />
      <OtherProceduresField record={record} bodies={bodies} elsewhere={elsewhere} />
      <Refused of={save.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={save.busy}>
          {p.keep}
        </button>
      </div>
    </form>
  )
}
