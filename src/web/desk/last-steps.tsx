/** The last two steps of set-up: what the law pack knows and does not, and a second person, because release takes two. */
import { type FormEvent, useState } from 'react'
import type { DeskApi, MemberRole } from '../../domain/documents/desk-api.ts'
import { useAct, useAsk } from '../ask.ts'
import { answersOf, TextField, Tick } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const LawStep = ({ next }: { next: () => void }) => {
  const { w, say } = useWords()
  const d = w.desk
  const state = useAsk('GET /api/state', {}, null)
  const situations = useAsk('GET /api/situations', {}, null)
  return (
    <>
      <h1>{d.steps[4]?.[0]}</h1>
      <p className="body">{d.lawBody}</p>
      {state.data?.packVersion && <p>{d.pack(state.data.packVersion)}</p>}
      <ul className="lines measure part">
        {situations.data?.map((one) => (
          <li key={one.id}>
            <strong>{say(one.name)}</strong>
            <span className="under">{d.packHas(one.states.length, one.bodies.length)}</span>
          </li>
        ))}
      </ul>
      <p className="body">{d.lawNot}</p>
      <div className="bar">
        <button type="button" className="button is-main" onClick={next}>
          {d.next}
        </button>
      </div>
    </>
  )
}

export const memberRoles: readonly MemberRole[] = ['administrator', 'caseworker', 'lawyer', 'reviewer', 'interpreter', 'auditor']

/** Invites a member; the address is shown once and goes to them by a safe way, never by this program. */
export const Invite = ({ usual }: { usual: readonly MemberRole[] }) => {
  const { w, date, term } = useWords()
  const d = w.desk
  const invite = useAct('POST /api/members')
  const [made, setMade] = useState<DeskApi['POST /api/members']['out'] | null>(null)
  const ask = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const { must, many } = answersOf(form)
    const answer = await invite.act(
      {},
      { name: must('name').trim(), signInName: must('signInName').trim(), roles: many('roles') as MemberRole[] },
    )
    if (answer) {
      setMade(answer)
      form.reset()
    }
  }
  return (
    <>
      <form onSubmit={(event) => void ask(event)} className="form measure">
        <TextField label={d.theirName} name="name" required />
        <TextField label={d.signInName} name="signInName" required />
        <fieldset>
          <legend>{d.roles}</legend>
          {memberRoles.map((role) => (
            <Tick key={role} name="roles" value={role} label={term(w.terms.memberRole, role)} checked={usual.includes(role)} />
          ))}
        </fieldset>
        <Refused of={invite.refused} />
        <div className="bar">
          <button type="submit" className="button is-main" aria-disabled={invite.busy}>
            {d.invite}
          </button>
        </div>
      </form>
      {made && (
        <div className="measure" role="status">
          <p className="body">{d.invited(made.member.name, date.instant(made.expires))}</p>
          <p className="mono invitation">{`${location.origin}/invitation#${made.invitation}`}</p>
        </div>
      )}
    </>
  )
}

export const SecondPerson = ({ done }: { done: () => void }) => {
  const { w } = useWords()
  const d = w.desk
  return (
    <>
      <h1>{d.steps[5]?.[0]}</h1>
      <p className="body">{d.secondBody}</p>
      <Invite usual={['reviewer']} />
      <div className="bar">
        <button type="button" className="button is-main" onClick={done}>
          {d.toToday}
        </button>
      </div>
    </>
  )
}
