/** Who may open this case, and until when. A lead lets someone in or takes them off; nothing is open by default. */
import type { FormEvent } from 'react'
import type { Instant } from '../../basics/clock.ts'
import type { TeamRole, TeamView } from '../../domain/documents/desk-api.ts'
import { useAct, useAsk } from '../ask.ts'
import { answersOf, ChoiceField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const Team = ({ team, caseId, mine }: { team: readonly TeamView[]; caseId: string; mine: TeamRole }) => {
  const { w, date, term } = useWords()
  const c = w.cases
  const said = team.map((one) => (one.until ? c.nameUntil(one.name, date.day(one.until.slice(0, 10))) : one.name)).join('; ')
  return mine === 'lead' ? (
    <details className="team">
      <summary>{said}</summary>
      <TeamForm team={team} caseId={caseId} />
    </details>
  ) : (
    <span title={team.map((one) => term(w.terms.teamRole, one.role)).join(', ')}>{said}</span>
  )
}

const TeamForm = ({ team, caseId }: { team: readonly TeamView[]; caseId: string }) => {
  const { w, term } = useWords()
  const c = w.cases
  const members = useAsk('GET /api/members', {}, null)
  const letIn = useAct('POST /api/cases/:case/team')
  const takeOff = useAct('POST /api/cases/:case/team/remove')
  const add = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { must, one } = answersOf(event.currentTarget)
    const until = one('until')
    void letIn.act(
      { case: caseId },
      {
        member: must('member'),
        role: must('role') as TeamRole,
        account: null,
        until: until ? (`${until}T23:59:59.000Z` as Instant) : null,
      },
    )
  }
  const roles = (['lead', 'member', 'reader', 'interpreter'] as const).map((role) => [role, w.terms.teamRole[role]] as const)
  return (
    <>
      <ul className="lines">
        {team.map((one) => (
          <li key={one.member}>
            {one.name}, {term(w.terms.teamRole, one.role)}{' '}
            <button type="button" className="link" onClick={() => void takeOff.act({ case: caseId }, { member: one.member })}>
              {c.takeOff}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="form">
        <ChoiceField
          label={c.letIn}
          name="member"
          choices={
            members.data
              ?.filter((one) => one.active && !team.some((two) => two.member === one.id))
              .map((one) => [one.id, one.name] as const) ?? []
          }
          required
        />
        <ChoiceField label={c.as} name="role" choices={roles} value="member" />
        <div className="field">
          <label htmlFor="until">{c.until}</label>
          <input id="until" name="until" type="date" />
        </div>
        <Refused of={letIn.refused ?? takeOff.refused} />
        <div className="bar">
          <button type="submit" className="button">
            {c.letInNow}
          </button>
        </div>
      </form>
    </>
  )
}
