/** One person: names as written in each script, births and ages side by side, how they stand to the person concerned. */
import { type FormEvent, useState } from 'react'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { NameKind, Person, PersonRole, Sex } from '../../domain/people/person.ts'
import { useAct } from '../ask.ts'
import { answersOf, ChoiceField, TextField, Tick, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { birthsFrom, linesOf } from './birth-lines.ts'
import { scriptOf } from './script-of.ts'

type States = SituationView['states']
const needs = [
  'pregnant',
  'nursing',
  'under-16',
  'under-18',
  'ill',
  'disabled',
  'elderly',
  'torture-survivor',
  'trafficking-survivor',
] as const

const Names = ({ old }: { old: Person | null }) => {
  const { w } = useWords()
  const p = w.people
  const [rows, setRows] = useState(Math.max(1, old?.names.length ?? 1))
  const kinds = (['own', 'document', 'alias', 'romanised', 'public-source'] as const).map((kind) => [kind, w.terms.nameKind[kind]] as const)
  return (
    <>
      {Array.from({ length: rows }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added, never moved
        <div className="stepped is-wide" key={`${n}-${old?.id}`}>
          <TextField label={p.nameN(n + 1)} name="name" value={old?.names[n]?.text ?? null} />
          <ChoiceField label={p.nameKind} name="kind" choices={kinds} value={old?.names[n]?.kind ?? 'own'} />
        </div>
      ))}
      <p className="is-wide hint">{p.nameHint}</p>
      <p className="is-wide">
        <button type="button" className="link" onClick={() => setRows(rows + 1)}>
          {p.otherScript}
        </button>
      </p>
    </>
  )
}

export const PersonForm = ({ caseId, old, states, close }: { caseId: string; old: Person | null; states: States; close: () => void }) => {
  const { w, say } = useWords()
  const p = w.people
  const add = useAct('POST /api/cases/:case/persons')
  const change = useAct('POST /api/cases/:case/persons/:person')
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const { one, many, must } = answersOf(event.currentTarget)
    const kinds = form.getAll('kind').map(String)
    const state = one('state')
    const kept = old?.nationalities.filter((other) => other.state !== state) ?? []
    const body: Omit<Person, 'id'> = {
      role: must('role') as PersonRole,
      names: form
        .getAll('name')
        .map(String)
        .flatMap((text, n) =>
          text.trim() === '' ? [] : [{ text: text.trim(), script: scriptOf(text), kind: (kinds[n] ?? 'own') as NameKind }],
        ),
      sex: must('sex') as Sex,
      ...birthsFrom(must('births')),
      nationalities: state ? [...kept, { state, standing: must('standing') as 'held', basis: one('basis') }] : kept,
      languages: must('languages')
        .split(/[\s,]+/)
        .filter(Boolean),
      livesIn: one('livesIn'),
      specificNeeds: many('needs'),
      thirdPerson: many('thirdPerson').length > 0,
      submitter: many('submitter').length > 0,
      note: one('note'),
    }
    const done = old
      ? await change.act({ case: caseId, person: old.id }, { ...body, reason: must('reason') })
      : await add.act({ case: caseId }, body)
    if (done) close()
  }
  const choices = states.map((one) => [one.code, say(one.name)] as const)
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{old ? p.changePerson : p.addPerson}</h3>
      <ChoiceField label={p.role} name="role" choices={Object.entries(w.terms.personRole)} value={old?.role ?? 'other'} hint={p.roleHint} />
      <ChoiceField label={p.sex} name="sex" choices={Object.entries(w.terms.sex)} value={old?.sex ?? 'unknown'} />
      <Names old={old} />
      <WordsField label={p.births} name="births" value={linesOf(old)} rows={2} hint={p.birthsHint} />
      <ChoiceField
        label={p.nationality}
        name="state"
        choices={choices}
        value={old?.nationalities[0]?.state ?? null}
        empty={w.terms.tri['not-asked']}
      />
      <ChoiceField
        label={p.nationalityStanding}
        name="standing"
        choices={Object.entries(w.terms.nationality)}
        value={old?.nationalities[0]?.standing ?? 'claimed'}
      />
      <TextField label={p.nationalityBasis} name="basis" value={old?.nationalities[0]?.basis ?? null} />
      <TextField label={p.languages} name="languages" value={old?.languages.join(', ') ?? null} hint={w.testimony.languageTagHint} />
      <ChoiceField label={p.livesIn} name="livesIn" choices={choices} value={old?.livesIn ?? null} empty={w.terms.tri['not-asked']} />
      <TextField label={p.note} name="note" value={old?.note ?? null} hint={p.noteHint} />
      <fieldset>
        <legend>{p.needs}</legend>
        {needs.map((one) => (
          <Tick key={one} name="needs" value={one} label={w.choices[one] ?? one} checked={old?.specificNeeds.includes(one) ?? false} />
        ))}
      </fieldset>
      <fieldset>
        <Tick name="thirdPerson" label={p.isThird} checked={old?.thirdPerson ?? false} />
        <Tick name="submitter" label={p.isSubmitter} checked={old?.submitter ?? false} />
      </fieldset>
      {old && <TextField label={w.testimony.reason} name="reason" wide required hint={w.testimony.reasonHint} />}
      <Refused of={add.refused ?? change.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={add.busy || change.busy}>
          {p.keep}
        </button>
      </div>
    </form>
  )
}
