/** Accepting an invitation: a password of one's own, then the authenticator. The invitation stays behind the # and reaches no log. */
import { type FormEvent, useState } from 'react'
import type { DeskApi, DeskState } from '../../domain/documents/desk-api.ts'
import { useAct } from '../ask.ts'
import { answersOf } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { SecretField } from '../frame/secret-field.tsx'
import { useWords } from '../words/words.tsx'
import { Authenticator } from './authenticator.tsx'
import { Door } from './door.tsx'
import './set-up.css'

export const Invitation = ({ state }: { state: DeskState }) => {
  const { w } = useWords()
  const d = w.desk
  const accept = useAct('POST /api/accept-invitation')
  const [made, setMade] = useState<DeskApi['POST /api/accept-invitation']['out'] | null>(null)
  const enter = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    setMade(await accept.act({}, { invitation: location.hash.slice(1), password: must('password') }))
  }
  return (
    <Door title={d.invitationTitle} foot={<span>{state.organisation}</span>}>
      {made ? (
        <>
          <Authenticator uri={made.totpUri} secret={made.totpSecret} codes={made.recoveryCodes} />
          <div className="bar">
            <button type="button" className="button is-main" onClick={() => location.replace('/')}>
              {d.goSignIn}
            </button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => void enter(event)} className="form is-bare part">
          <p className="body">{d.invitationBody}</p>
          <SecretField label={d.password} name="password" autoComplete="new-password" hint={d.passwordHint} least={12} autoFocus />
          <Refused of={accept.refused} />
          <div className="bar">
            <button type="submit" className="button is-main" aria-disabled={accept.busy}>
              {d.accept}
            </button>
          </div>
        </form>
      )}
    </Door>
  )
}
