/** Members of the desk: invited by an administrator; one who leaves loses access at once, and what they opened is listed. */
import { type FormEvent, useState } from 'react'
import type { DeskApi, MemberView } from '../../domain/documents/desk-api.ts'
import { useAct, useAsk } from '../ask.ts'
import { Invite } from '../desk/last-steps.tsx'
import { answersOf, ChoiceField, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

type OpenedLines = DeskApi['GET /api/members/:member/opened']['out']

const Opened = ({ lines }: { lines: OpenedLines }) => {
  const { w, date, term } = useWords()
  return (
    <ul className="lines">
      {lines.length === 0 && <li className="second">{w.settings.openedNothing}</li>}
      {lines.map((one) => (
        <li key={`${one.at}${one.caseId}${one.act}`}>
          {date.instant(one.at)} {one.codeName ?? <span className="mono">{one.caseId.slice(0, 8)}</span>}{' '}
          <span className="second">{term(w.acts, one.act)}</span>
        </li>
      ))}
    </ul>
  )
}
const AskOpened = ({ member }: { member: string }) => {
  const opened = useAsk('GET /api/members/:member/opened', { member }, null)
  return opened.data ? <Opened lines={opened.data} /> : <Refused of={opened.error} />
}

const Remove = ({ member, close }: { member: MemberView; close: () => void }) => {
  const { w } = useWords()
  const s = w.settings
  const members = useAsk('GET /api/members', {}, null)
  const remove = useAct('POST /api/members/:member/remove')
  const [opened, setOpened] = useState<OpenedLines | null>(null)
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
        <Opened lines={opened} />
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
              <button type="button" className="link" onClick={() => setOpen({ id: one.id, what: 'opened' })}>
                {s.whatOpened}
              </button>
              {one.active && !one.me && (
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
      {inviting ? (
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
