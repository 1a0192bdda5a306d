/** What a person agreed to: to whom, which Government may read it, whether it may be published. These are separate answers, each with an end. */
import type { FormEvent } from 'react'
import type { Day } from '../../basics/clock.ts'
import type { PersonId } from '../../basics/id.ts'
import type { SituationView } from '../../domain/documents/desk-api.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import type { Consent, ConsentAnswer } from '../../domain/people/consent.ts'
import type { Tri } from '../../domain/people/person.ts'
import { useAct } from '../ask.ts'
import { usePersonName, useRecipientName } from '../cases/case-context.ts'
import { answersOf, ChoiceField, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

type Props = { caseId: string; record: CaseRecord; recipients: readonly string[]; states: SituationView['states']; close: () => void }

const Grid = ({
  legend,
  name,
  of,
  figures,
}: {
  legend: string
  name: string
  of: readonly (readonly [string, string])[]
  figures: boolean
}) => {
  const { w } = useWords()
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="consent-grid is-wide">
        {of.map(([id, words]) => (
          <label key={id}>
            {words}
            <select name={`${name}.${id}`} defaultValue="not-asked">
              {Object.entries(w.terms.tri).map(([value, said]) => (
                <option key={value} value={value}>
                  {said}
                </option>
              ))}
              {figures && <option value="figures-only">{w.people.figuresOnly}</option>}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const ConsentForm = ({ caseId, record, recipients, states, close }: Props) => {
  const { w, say } = useWords()
  const p = w.people
  const name = usePersonName(record.persons)
  const add = useAct('POST /api/cases/:case/consents')
  const people = record.persons.map((one) => [one.id, name(one)] as const)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { one, must } = answersOf(event.currentTarget)
    const quote = one('quote')
    const account = record.accounts.find((other) => quote !== null && other.text.includes(quote))
    const start = account && quote ? account.text.indexOf(quote) : 0
    const body: Omit<Consent, 'withdrawnOn'> = {
      person: must('person') as PersonId,
      by: must('by') as PersonId,
      on: must('on') as Day,
      expires: one('expires') as Day | null,
      recipients: Object.fromEntries(recipients.map((id) => [id, must(`recipient.${id}`) as ConsentAnswer])),
      transmit: Object.fromEntries(states.map((state) => [state.code, must(`transmit.${state.code}`) as Tri])),
      publish: must('publish') as Tri,
      medical: must('medical') as Tri,
      askOrganisations: must('askOrganisations') as Tri,
      limits: one('limits'),
      words: account && quote ? { account: account.id, start, end: start + quote.length, quote } : null,
    }
    if (await add.act({ case: caseId }, body)) close()
  }
  const tri = Object.entries(w.terms.tri)
  const recipientName = useRecipientName(states)
  /** The States of the case first: they are the ones that will read. */
  const ofCase = [...record.states.concerned, ...record.states.transit, record.states.origin] as readonly string[]
  const near = [...states].sort((a, b) => Number(ofCase.includes(b.code)) - Number(ofCase.includes(a.code)))
  return (
    <form onSubmit={(event) => void submit(event)} className="form">
      <h3>{p.addConsent}</h3>
      <ChoiceField label={p.forWhom} name="person" choices={people} required />
      <ChoiceField label={p.givenBy} name="by" choices={people} hint={p.givenByHint} required />
      <div className="field">
        <label htmlFor="consent-on">{p.on}</label>
        <input id="consent-on" name="on" type="date" defaultValue={new Date().toISOString().slice(0, 10)} required />
      </div>
      <div className="field">
        <label htmlFor="consent-ends">{p.expires}</label>
        <input id="consent-ends" name="expires" type="date" />
      </div>
      <Grid legend={p.recipients} name="recipient" of={recipients.map((one) => [one, recipientName(one)] as const)} figures />
      <Grid legend={p.transmit} name="transmit" of={near.map((one) => [one.code, say(one.name)] as const)} figures={false} />
      <ChoiceField label={p.publish} name="publish" choices={tri} value="not-asked" />
      <ChoiceField label={p.medical} name="medical" choices={tri} value="not-asked" />
      <ChoiceField label={w.same.outside.consent} name="askOrganisations" choices={tri} value="not-asked" />
      <TextField label={p.limits} name="limits" hint={p.limitsHint} />
      <TextField label={p.consentWords} name="quote" hint={p.consentWordsHint} wide />
      <Refused of={add.refused} />
      <div className="bar">
        <button type="button" className="button" onClick={close}>
          {w.frame.cancel}
        </button>
        <button type="submit" className="button is-main" aria-disabled={add.busy}>
          {p.keep}
        </button>
      </div>
    </form>
  )
}
