/** A new case: look first, in any script; then the one-minute intake that already opens the doors. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { SearchCandidate } from '../../domain/documents/desk-api.ts'
import type { Sex } from '../../domain/people/person.ts'
import { useAct, useAsk } from '../ask.ts'
import { answersOf, ChoiceField, DateField, TextField } from '../frame/field.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { Candidates } from './candidates.tsx'
import { IntakeForm } from './intake-form.tsx'

export type Looked = { text: string; sex: Sex; birth: string | null; place: string | null }

export const NewCaseScreen = () => {
  const { w } = useWords()
  const c = w.cases
  const navigate = useNavigate()
  const situations = useAsk('GET /api/situations', {}, null)
  const search = useAct('POST /api/search')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [found, setFound] = useState<readonly SearchCandidate[] | null>(null)
  const [making, setMaking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  usePlace(
    [
      { words: w.frame.cases, to: '/cases' },
      { words: c.lookFirst, to: '/cases/new' },
    ],
    c.onlyAfterLook,
  )
  useKeys([
    { code: 'Escape', cap: 'Esc', words: w.keys.back, act: () => void navigate({ to: '/cases' }), quiet: true },
    ...(found ? [{ code: 'KeyN', cap: 'N', words: c.noneOfThese, act: () => setMaking(true) }] : []),
  ])
  const look = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must, one } = answersOf(event.currentTarget)
    const asked: Looked = { text: must('text').trim(), sex: (one('sex') ?? 'unknown') as Sex, birth: one('birth'), place: one('place') }
    const answer = await search.act(
      {},
      {
        text: asked.text,
        birth: asked.birth,
        sex: asked.sex === 'unknown' ? null : asked.sex,
        place: asked.place,
        relative: one('relative'),
      },
    )
    if (answer) {
      setLooked(asked)
      setFound(answer)
      setMaking(answer.length === 0)
    }
  }
  const sexes = (['F', 'M', 'X', 'unknown'] as const).map((sex) => [sex, w.terms.sex[sex]] as const)
  return (
    <div className="page">
      <h1>{c.lookFirst}</h1>
      <p className="body">{c.lookFirstBody}</p>
      <form
        ref={form}
        onSubmit={(event) => void look(event)}
        // What is filled in beside the name after looking goes into the intake too; another name has to be looked for first.
        onChange={(event) => {
          const { one } = answersOf(event.currentTarget)
          if (looked) setLooked({ ...looked, sex: (one('sex') ?? 'unknown') as Sex, birth: one('birth'), place: one('place') })
        }}
        className="form is-bare part"
      >
        <TextField label={c.nameAnyScript} name="text" hint={c.nameAnyScriptHint} required autoFocus />
        <ChoiceField label={w.people.sex} name="sex" choices={sexes} value="unknown" />
        <DateField label={w.people.born} name="birth" hint={w.frame.dateHint} />
        <TextField label={w.same.field.place} name="place" hint={w.same.placeHint} />
        <TextField label={w.same.relative} name="relative" hint={w.same.relativeHint} />
        <Refused of={search.refused} />
        <div className="bar">
          <button type="submit" className={making ? 'button' : 'button is-main'} aria-disabled={search.busy}>
            {c.look} <kbd>↵</kbd>
          </button>
        </div>
      </form>
      {found && <Candidates found={found} takesFocus={found.length > 0} />}
      {found && found.length > 0 && !making && (
        <div className="bar">
          <button type="button" className="button" onClick={() => setMaking(true)}>
            {c.noneOfThese} <kbd>N</kbd>
          </button>
          <span className="second">{c.sameJoinsNothing}</span>
        </div>
      )}
      {making && looked && <IntakeForm looked={looked} situations={situations.data ?? []} />}
    </div>
  )
}
