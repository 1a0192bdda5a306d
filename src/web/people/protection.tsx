/** Protection: the people of the case, who held them, who may speak for them, what they agreed to, what they need. */
import './people.css'
import { useState } from 'react'
import type { CasePage } from '../../domain/documents/desk-api.ts'
import type { Person } from '../../domain/people/person.ts'
import type { CustodyPeriod } from '../../domain/testimony/fact.ts'
import { useAuthorityName, useCase, useCaseId, usePersonName, useSituation, useStateName } from '../cases/case-context.ts'
import { usePlace } from '../frame/place.ts'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { AuthorityForm } from './authority-form.tsx'
import { BroughtIn } from './brought-in.tsx'
import { ConsentForm } from './consent-form.tsx'
import { CustodyForm } from './custody-form.tsx'
import { Given } from './given.tsx'
import { AnsweredTogether, AskTogether } from './held-together.tsx'
import { KnowBoth } from './know-both.tsx'
import { OnePerson } from './one-person.tsx'
import { PeopleList } from './people-list.tsx'
import { PersonForm } from './person-form.tsx'
import { SubmitterForm } from './submitter-form.tsx'

export const ProtectionTab = () => {
  const page = useCase()
  return page.data ? <Protection page={page.data} /> : null
}

type Open =
  | { form: 'person'; person: Person | null }
  | { form: 'held'; custody: CustodyPeriod }
  | { form: 'list' | 'outside' | 'custody' | 'authority' | 'consent' | 'submitter' }
  | null

const Protection = ({ page }: { page: CasePage }) => {
  const { w, date, term } = useWords()
  const p = w.people
  const caseId = useCaseId()
  const name = usePersonName(page.record.persons)
  const { record, header } = page
  const situation = useSituation(record.situation)
  const stateName = useStateName(situation)
  const authorityName = useAuthorityName()
  const written = (words: string): string => p.written[words] ?? words
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const rows = useRows('people', record.persons.length, (n) => setOpen({ form: 'person', person: record.persons[n]! }))
  useKeys([
    { code: 'KeyN', cap: 'N', words: p.addPerson, act: () => setOpen({ form: 'person', person: null }) },
    { code: 'Escape', cap: 'Esc', words: w.keys.back, act: close, quiet: true },
  ])
  usePlace([
    { words: w.frame.cases, to: '/cases' },
    { words: header.codeName, to: `/cases/${caseId}` },
  ])
  const button = (form: 'list' | 'outside' | 'custody' | 'authority' | 'consent' | 'submitter', words: string) => (
    <button type="button" className="button" onClick={() => setOpen({ form })}>
      {words}
    </button>
  )
  return (
    <div className="page">
      <section aria-labelledby="people">
        <h2 id="people">{p.people}</h2>
        <div className="bar">
          <button type="button" className="button" onClick={() => setOpen({ form: 'person', person: null })}>
            {p.addPerson} <kbd>N</kbd>
          </button>
          {button('list', p.pasteList)}
          {button('outside', w.same.outside.open)}
        </div>
        {open?.form === 'person' && (
          <PersonForm key={open.person?.id ?? 'new'} caseId={caseId} old={open.person} states={situation?.states ?? []} close={close} />
        )}
        {open?.form === 'list' && <PeopleList caseId={caseId} close={close} />}
        {open?.form === 'outside' && <KnowBoth caseId={caseId} record={record} close={close} />}
        <AskTogether page={page} />
        <table className="rows stacks people" data-rows="people">
          <thead>
            <tr>
              <th scope="col">{p.names}</th>
              <th scope="col">{p.role}</th>
              <th scope="col">{p.sex}</th>
              <th scope="col">{p.bornOrAge}</th>
              <th scope="col">{p.nationality}</th>
              <th scope="col">{p.languages}</th>
              <th scope="col">{p.needs}</th>
            </tr>
          </thead>
          <tbody>
            {record.persons.map((person, n) => (
              <tr key={person.id} {...rows.row(n)} data-thing={person.id}>
                <th scope="row">
                  <button type="button" className="link name" onClick={() => setOpen({ form: 'person', person })}>
                    {person.names.length > 0 ? person.names.map((one) => one.text).join(' · ') : p.noName}
                  </button>
                  {person.note && <span className="under">{written(person.note)}</span>}
                  {page.heldToBeOne
                    .filter((one) => one.person === person.id)
                    .flatMap((one) => one.others)
                    .map(({ record: other }) => (
                      <span key={other.person} className="under">
                        {w.same.heldToBeOne}: {w.same.oneWith(other.label, other.codeName)}
                      </span>
                    ))}
                  {person.thirdPerson && <span className="under">{p.thirdPerson}</span>}
                </th>
                <td data-label={p.role}>{term(w.terms.personRole, person.role)}</td>
                <td data-label={p.sex}>{term(w.terms.sex, person.sex)}</td>
                <td data-label={p.bornOrAge}>
                  {person.births.map((one) => (
                    <div key={`${one.date}${one.source}`}>
                      {date.partial(one.date)}
                      {one.source && <span className="second"> {written(one.source)}</span>}
                    </div>
                  ))}
                  {person.ageStatements.map((one) => (
                    <div key={`${one.low}${one.high}${one.source}`}>
                      {p.age(one.low, one.high)}
                      {one.on && ` (${date.partial(one.on)})`}
                      {one.source && <span className="second"> {written(one.source)}</span>}
                    </div>
                  ))}
                  {person.births.length + person.ageStatements.length === 0 && <span className="none">{w.terms.tri['not-asked']}</span>}
                </td>
                <td data-label={p.nationality}>
                  {person.nationalities.map((one) => (
                    <div key={`${one.state}${one.standing}`}>
                      {stateName(one.state)} <span className="second">{term(w.terms.nationality, one.standing)}</span>
                    </div>
                  ))}
                </td>
                <td data-label={p.languages}>{person.languages.map((one) => term(w.terms.language, one)).join(', ')}</td>
                <td data-label={p.needs}>
                  {person.specificNeeds.length > 0 ? (
                    person.specificNeeds.map((one) => term(w.choices, one)).join(', ')
                  ) : (
                    <span className="none">{w.law.none}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <BroughtIn caseId={caseId} record={record} />
      </section>
      <OnePerson page={page} />
      <section className="part" aria-labelledby="custody">
        <h2 id="custody">{p.custody}</h2>
        <div className="bar">{button('custody', p.addCustody)}</div>
        {open?.form === 'custody' && <CustodyForm caseId={caseId} record={record} states={situation?.states ?? []} close={close} />}
        {record.custodies.length === 0 && <p className="body second">{p.noCustody}</p>}
        <ul className="lines measure">
          {record.custodies.map((one) => (
            <li key={one.id} data-thing={one.id}>
              <strong>{date.partial(one.period)}</strong>{' '}
              {[stateName(one.state), one.place, authorityName(one.authority)].filter(Boolean).join(', ')}
              <span className="under">
                {[
                  one.persons.map((id) => name(record.persons.find((two) => two.id === id))).join(', ') || p.coversAll,
                  one.sources.map(written).join(', '),
                  one.note,
                ]
                  .filter(Boolean)
                  .join('. ')}
              </span>{' '}
              {open?.form === 'held' && open.custody.id === one.id ? (
                <CustodyForm caseId={caseId} record={record} states={situation?.states ?? []} old={one} close={close} />
              ) : (
                <button type="button" className="link" onClick={() => setOpen({ form: 'held', custody: one })}>
                  {p.change}
                  <span className="unseen"> {date.partial(one.period)}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        <AnsweredTogether page={page} />
      </section>
      <section className="part" aria-labelledby="authority">
        <h2 id="authority">
          {p.authorityAndConsent} <small>{p.twoThings}</small>
        </h2>
        <div className="bar">
          {button('authority', p.addAuthority)}
          {button('consent', p.addConsent)}
          {button('submitter', p.editSubmitter)}
        </div>
        {open?.form === 'authority' && <AuthorityForm caseId={caseId} record={record} close={close} />}
        {open?.form === 'consent' && (
          <ConsentForm
            caseId={caseId}
            record={record}
            recipients={situation?.recipients ?? []}
            states={situation?.states ?? []}
            close={close}
          />
        )}
        {open?.form === 'submitter' && (
          <SubmitterForm
            caseId={caseId}
            record={record}
            bodies={situation?.bodies ?? []}
            elsewhere={situation?.elsewhere ?? []}
            offered={page.submitterOffered}
            close={close}
          />
        )}
        <Given caseId={caseId} record={record} stateName={stateName} />
      </section>
    </div>
  )
}
