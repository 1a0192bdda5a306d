/** On whose word this desk acts: the person, a guardian, a relative or representative, or, where nobody can be reached and harm is imminent, two people's reasons. */
import { type FormEvent, useState } from 'react'
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { AuthorityBasis } from '../../domain/people/consent.ts'
import { useAct } from '../ask.ts'
import { usePersonName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, TextField, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const AuthorityForm = ({ caseId, record, close }: { caseId: string; record: CaseRecord; close: () => void }) => {
  const { w } = useWords()
  const p = w.people
  const name = usePersonName(record.persons)
  const add = useAct('POST /api/cases/:case/authorities')
  const [basis, setBasis] = useState<string>('person')
  const alone = basis === 'unreachable-imminent-harm'
  const people = record.persons.map((one) => [one.id, name(one)] as const)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, must } = answersOf(event.currentTarget)
    const body = {
      for: must('for') as PersonId,
      basis: basis as AuthorityBasis,
      who: one('who') as PersonId | null,
      evidence: must('evidence').trim(),
      on: must('on') as Day,
      twoPersons: alone ? { reason: must('reason'), withheld: must('withheld') } : null,
    }
    if (await add.act({ case: caseId }, body)) close()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{p.addAuthority}</h3>
      <ChoiceField label={p.forWhom} name="for" choices={people} required />
      <ChoiceField label={p.basis} name="basis" choices={Object.entries(w.terms.basis)} value={basis} onChange={setBasis} />
      <ChoiceField label={p.whoSpeaks} name="who" choices={people} empty={p.organisation} />
      <TextField label={p.evidence} name="evidence" hint={p.evidenceHint} required wide />
      <div className="field">
        <label htmlFor="authority-on">{p.on}</label>
        <input id="authority-on" name="on" type="date" defaultValue={new Date().toISOString().slice(0, 10)} required />
      </div>
      {alone && (
        <>
          <p className="is-wide">{p.twoPersons}</p>
          <WordsField label={p.whyAccepted} name="reason" required />
          <WordsField label={p.whatWithheld} name="withheld" required />
        </>
      )}
      <Refused of={add.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={add.busy}>
          {p.keep}
        </button>
      </div>
    </form>
  )
}
