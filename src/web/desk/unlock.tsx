/** The sealed desk: one field, no names, no counts of people. The passphrase opens it, or the words on paper. */
import { type FormEvent, useState } from 'react'
import type { DeskState } from '../../domain/documents/desk-api.ts'
import { useAct, useSayState } from '../ask.ts'
import { answersOf, WordsField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { SecretField } from '../frame/secret-field.tsx'
import { useWords } from '../words/words.tsx'
import { Door } from './door.tsx'

export const Unlock = ({ state }: { state: DeskState }) => {
  const { w } = useWords()
  const d = w.desk
  const unlock = useAct('POST /api/unlock', true)
  const sayState = useSayState()
  const [kit, setKit] = useState(false)
  const open = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    const words = kit ? must('words').trim().toLowerCase().split(/\s+/) : null
    if (!unlock.busy) void unlock.act({}, { passphrase: kit ? null : must('passphrase'), recoveryWords: words }).then(sayState)
  }
  return (
    <Door
      title={d.sealedTitle}
      foot={
        <>
          <span>{state.example ? w.frame.everyoneInvented : ''}</span>
          <span>{state.logHead ? w.frame.logHead(state.logHead.slice(0, 8)) : ''}</span>
        </>
      }
    >
      <p className="body">{d.sealedBody}</p>
      <form onSubmit={open} className="form is-bare part" key={String(kit)}>
        {kit ? (
          <WordsField label={d.kitWords} name="words" rows={5} hint={d.kitWordsHint} required />
        ) : (
          <SecretField label={d.passphrase} name="passphrase" autoComplete="current-password" hint={d.openingTakes} autoFocus />
        )}
        <Refused of={unlock.refused} />
        <div className="bar">
          <button type="submit" className="button is-main" aria-disabled={unlock.busy}>
            {unlock.busy ? d.opening : d.open}
          </button>
        </div>
      </form>
      <ul className="ways">
        <li>
          <button type="button" className="link line" onClick={() => setKit(!kit)}>
            {kit ? d.openWithPassphrase : d.openWithKit} <span className="second">{kit ? '' : d.kitIs}</span>
          </button>
        </li>
      </ul>
      <p className="second">{d.noOtherWay}</p>
    </Door>
  )
}
