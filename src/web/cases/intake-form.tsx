/** One minute: who, held where and since when, what is known of a transfer, what is feared, who asks. All but the code name may wait. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Intake, SituationView } from '../../domain/documents/desk-api.ts'
import type { PersonRole } from '../../domain/people/person.ts'
import { useAct } from '../ask.ts'
import { answersOf, ChoiceField, DateField, TextField, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { scriptOf } from '../people/script-of.ts'
import { WatchedField } from '../testimony/warnings.tsx'
import { useWords } from '../words/words.tsx'
import { AuthorityField } from './authority-field.tsx'
import type { Looked } from './new-case.tsx'

export const IntakeForm = ({ looked, situations }: { looked: Looked; situations: readonly SituationView[] }) => {
  const { w, say, locale } = useWords()
  const c = w.cases
  const navigate = useNavigate()
  const create = useAct('POST /api/cases')
  const [situationId, setSituationId] = useState(situations[0]?.id ?? '')
  const situation = situations.find((one) => one.id === situationId) ?? situations[0]
  const states = (situation?.states.map((one) => [one.code, say(one.name)] as const) ?? []).sort(([, a], [, b]) =>
    a.localeCompare(b, locale),
  )
  const [basis, setBasis] = useState('')
  const other = basis === 'relative' || basis === 'guardian' || basis === 'representative'
  const kin = Object.entries(w.terms.personRole).filter(([role]) => role !== 'self' && role !== 'witness')
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, must } = answersOf(event.currentTarget)
    const others = must('names')
      .split(/\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    const intake: Intake = {
      codeName: must('codeName').trim(),
      situation: situation?.id ?? '',
      names: [looked.text, ...others].map((text) => ({ text, script: scriptOf(text) })),
      sex: looked.sex,
      birth: looked.birth,
      origin: one('origin') ?? situation?.origin ?? '',
      heldState: one('heldState'),
      heldPlace: one('heldPlace'),
      heldAuthority: one('heldAuthority'),
      heldSince: one('heldSince'),
      transferWords: one('transferWords'),
      transferTo: one('transferTo'),
      transferWindow: one('transferWindow'),
      feared: one('feared'),
      askedBy: {
        basis: one('basis') as Intake['askedBy']['basis'],
        words: one('askedWords'),
        role: one('askerRole') as PersonRole | null,
        name: one('askerName') ? { text: one('askerName')!, script: scriptOf(one('askerName')!) } : null,
      },
      searched: true,
    }
    const header = await create.act({}, intake)
    if (header) void navigate({ to: '/cases/$caseId', params: { caseId: header.id } })
  }
  const bases = (['person', 'guardian', 'relative', 'representative', 'unreachable-imminent-harm'] as const).map(
    (basis) => [basis, w.terms.basis[basis]] as const,
  )
  return (
    <form onSubmit={(event) => void make(event)} className="form">
      <h3>{c.intake}</h3>
      <TextField label={c.codeName} name="codeName" hint={c.codeNameHint} required autoFocus />
      {situations.length > 1 && (
        <ChoiceField
          label={c.situation}
          name="situation"
          choices={situations.map((one) => [one.id, say(one.name)] as const)}
          value={situationId}
          onChange={setSituationId}
        />
      )}
      <ChoiceField key={`o${situation?.id}`} label={c.origin} name="origin" choices={states} value={situation?.origin ?? null} />
      <WordsField label={c.otherNames(looked.text)} name="names" hint={c.otherNamesHint} rows={2} />
      <ChoiceField key={`h${situation?.id}`} label={c.heldState} name="heldState" choices={states} empty={w.terms.tri['not-asked']} />
      <TextField label={c.heldPlace} name="heldPlace" value={looked.place} hint={c.coarse} />
      <AuthorityField label={c.heldAuthority} name="heldAuthority" situation={situationId} />
      <DateField label={c.heldSince} name="heldSince" hint={w.frame.dateHint} />
      <WatchedField label={c.transferWords} name="transferWords" hint={c.transferWordsHint} rows={2} />
      <ChoiceField key={`t${situation?.id}`} label={c.transferTo} name="transferTo" choices={states} empty={w.terms.tri.unknown} />
      <DateField label={c.transferWindow} name="transferWindow" hint={w.frame.rangeHint} />
      <WatchedField label={c.feared} name="feared" rows={2} />
      <ChoiceField
        label={c.askedBy}
        name="basis"
        choices={bases}
        empty={w.terms.tri['not-asked']}
        hint={c.askedByHint}
        onChange={setBasis}
      />
      {other && (
        <ChoiceField label={c.askerRole} name="askerRole" choices={kin} empty={w.terms.tri['not-asked']} hint={w.people.roleHint} />
      )}
      {other && <TextField label={c.askerName} name="askerName" hint={c.askerNameHint} />}
      <TextField label={c.askedWords} name="askedWords" hint={c.mustNot} />
      <Refused of={create.refused} />
      <div className="bar">
        <button type="submit" className="button is-main" aria-disabled={create.busy}>
          {c.create} <kbd>↵</kbd>
        </button>
      </div>
    </form>
  )
}
