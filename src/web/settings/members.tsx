/** Members of the desk: invited by an administrator; one who leaves loses access at once, and what they opened is listed. */
import { type FormEvent, useState } from 'react'
import type { MemberView } from '../../domain/documents/desk-api.ts'
import type { Opened as OpenedView } from '../../domain/documents/things.ts'
import { useAct, useAsk } from '../ask.ts'
import { Invite } from '../desk/last-steps.tsx'
import { answersOf, ChoiceField, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'
import { AskOpened, Opened } from './opened.tsx'

const Remove = ({ member, close }: { member: MemberView; close: () => void }) => {
  const { w } = useWords()
  const s = w.settings
  const members = useAsk('GET /api/members', {}, null)
  const remove = useAct('POST /api/members/:member/remove')
  const [opened, setOpened] = useState<OpenedView | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const answers = answersOf(event.currentTarget)
    const done = await remove.act({ member: member.id }, { reason: answers.must('reason'), successor: answers.one('successor') })
    if (done) setOpened(done.opened)
  }
  if (opened)
    return (
      <div role="status">
        <p>{s.removed(member.name)}</p>
        <Opened of={opened} />
      </div>
    )
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <TextField label={s.removeReason(member.name)} name="reason" hint={s.removeHint} wide required autoFocus />
      <ChoiceField
        label={s.successor}
        name="successor"
        choices={members.data?.filter((one) => one.active && one.id !== member.id).map((one) => [one.id, one.name] as const) ?? []}
        empty={w.terms.noneChosen}
        hint={s.successorHint}
      />
      <Refused of={remove.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button" aria-disabled={remove.busy}>
          {s.remove}
        </button>
      </div>
    </form>
  )
}

export const Members = () => {
  const { w, term } = useWords()
  const s = w.settings
  const members = useAsk('GET /api/members', {}, null)
  const [open, setOpen] = useState<{ id: string; what: 'remove' | 'opened' } | null>(null)
  const [inviting, setInviting] = useState(false)
  // What somebody may not do is not offered; the desk would refuse it all the same.
  const mine = members.data?.find((one) => one.me)?.roles ?? []
  const administers = mine.includes('administrator')
  return (
    <section className="part" aria-labelledby="members">
      <h2 id="members">{s.members}</h2>
      <Refused of={members.error} />
      <ul className="lines measure">
        {members.data?.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong> {one.me && s.you}{' '}
            <span className="second">
              {one.roles.map((role) => term(w.terms.memberRole, role)).join(', ')}
              {!one.active && `. ${s.noAccess}`}
            </span>
            <span className="bar">
              {(administers || mine.includes('auditor')) && (
                <button
                  type="button"
                  className="link"
                  aria-expanded={open?.id === one.id && open.what === 'opened'}
                  onClick={() => setOpen(open?.id === one.id && open.what === 'opened' ? null : { id: one.id, what: 'opened' })}
                >
                  {s.whatOpened}
                </button>
              )}
              {administers && one.active && !one.me && (
                <button type="button" className="link" onClick={() => setOpen({ id: one.id, what: 'remove' })}>
                  {s.remove}
                </button>
              )}
            </span>
            {open?.id === one.id &&
              (open.what === 'remove' ? <Remove member={one} close={() => setOpen(null)} /> : <AskOpened member={one.id} />)}
          </li>
        ))}
      </ul>
      {!administers ? null : inviting ? (
        <Invite usual={['caseworker']} />
      ) : (
        <div className="bar">
          <button type="button" className="button" onClick={() => setInviting(true)}>
            {s.inviteMember}
          </button>
        </div>
      )}
    </section>
  )
}
