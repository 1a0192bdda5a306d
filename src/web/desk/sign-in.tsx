/** Each person signs in alone: name, password, one-time code; in the worked example one chooses an invented member. */
import type { FormEvent } from 'react'
import type { DeskState } from '../../domain/documents/desk-api.ts'
import { useAct, useSayState } from '../ask.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { SecretField } from '../frame/secret-field.tsx'
import { useWords } from '../words/words.tsx'
import { Door } from './door.tsx'

const ExampleMembers = ({ state }: { state: DeskState }) => {
  const { w, term } = useWords()
  const sayState = useSayState()
  const signIn = useAct('POST /api/sign-in/example')
  return (
    <>
      <p className="body">{w.desk.exampleWho}</p>
      <ul className="ways">
        {state.exampleMembers.map((member) => (
          <li key={member.id}>
            <button type="button" className="link line" onClick={() => void signIn.act({}, { member: member.id }).then(sayState)}>
              <strong>{member.name}</strong>{' '}
              <span className="second">{member.roles.map((role) => term(w.terms.memberRole, role)).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <Refused of={signIn.refused} />
      <p className="second">{w.desk.exampleTwo}</p>
    </>
  )
}

export const SignIn = ({ state }: { state: DeskState }) => {
  const { w } = useWords()
  const d = w.desk
  const sayState = useSayState()
  const signIn = useAct('POST /api/sign-in')
  const enter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { must } = answersOf(event.currentTarget)
    if (!signIn.busy)
      void signIn
        .act({}, { signInName: must('signInName').trim(), password: must('password'), code: must('code').replace(/\s/g, '') })
        .then(sayState)
  }
  return (
    <Door title={d.signInTitle} foot={<span>{state.example ? w.frame.everyoneInvented : state.organisation}</span>}>
      {state.example && state.exampleMembers.length > 0 ? (
        <ExampleMembers state={state} />
      ) : (
        <form onSubmit={enter} className="form is-bare part">
          <TextField label={d.signInName} name="signInName" autoComplete="username" wide required autoFocus />
          <SecretField label={d.password} name="password" autoComplete="current-password" />
          <TextField label={d.code} name="code" autoComplete="one-time-code" hint={d.codeHint} wide required />
          <Refused of={signIn.refused} />
          <div className="bar">
            <button type="submit" className="button is-main" aria-disabled={signIn.busy}>
              {d.signIn}
            </button>
          </div>
        </form>
      )}
    </Door>
  )
}
