/** Authority and consent as they stand, each with its end and how to withdraw it; a withdrawal names what has already been sent. */
import { useState } from 'react'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useAct } from '../ask.ts'
import { useMemberName, usePersonName, useRecipientName, useSituation } from '../cases/case-context.ts'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

type Identified = { id?: string }

export const Given = ({ caseId, record, stateName }: { caseId: string; record: CaseRecord; stateName: (code: string) => string }) => {
  const { w, date, term } = useWords()
  const recipientName = useRecipientName(useSituation(record.situation)?.states ?? [])
  const p = w.people
  const name = usePersonName(record.persons)
  const memberName = useMemberName()
  const confirm = useAct('POST /api/cases/:case/authorities/:authority/confirm')
  const endAuthority = useAct('POST /api/cases/:case/authorities/:authority/withdraw')
  const endConsent = useAct('POST /api/cases/:case/consents/:consent/withdraw')
  const [sent, setSent] = useState<readonly string[] | null>(null)
  const person = (id: string | null): string => (id === null ? p.organisation : name(record.persons.find((one) => one.id === id)))
  const answers = (all: Readonly<Record<string, string>>, label: (id: string) => string): string =>
    Object.entries(all)
      .filter(([, answer]) => answer !== 'not-asked')
      .map(([id, answer]) => `${label(id)}: ${answer === 'figures-only' ? p.figuresOnly : term(w.terms.tri, answer)}`)
      .join('; ')
  return (
    <>
      <Refused of={confirm.refused ?? endAuthority.refused ?? endConsent.refused} />
      {sent && (
        <p className="warned" role="status">
          {p.withdrawnNow} {sent.length > 0 ? p.alreadySent(sent.join(', ')) : p.nothingSent}
        </p>
      )}
      <div className="two">
        <div>
          <h3>{p.authority}</h3>
          {record.authorities.length === 0 && <p className="body second">{p.noAuthority}</p>}
          <ul className="lines">
            {record.authorities.map((one, n) => {
              const { id } = one as Identified
              return (
                <li key={id ?? n} data-thing={id}>
                  <strong>{person(one.for)}</strong>: {w.terms.basis[one.basis]}
                  {one.who && `, ${person(one.who)}`}, {date.day(one.on)}
                  <span className="under">{p.written[one.evidence] ?? one.evidence}</span>
                  {one.twoPersons && (
                    <span className="under">
                      {one.twoPersons.reason}. {p.withheldIs(one.twoPersons.withheld)}{' '}
                      {one.twoPersons.confirmedBy ? p.confirmedBy(memberName(one.twoPersons.confirmedBy)) : p.notConfirmed}
                    </span>
                  )}
                  {one.withdrawnOn ? (
                    <span className="under">{p.withdrawnOn(date.day(one.withdrawnOn))}</span>
                  ) : (
                    id && (
                      <span className="bar">
                        {one.twoPersons && !one.twoPersons.confirmedBy && (
                          <button type="button" className="button" onClick={() => void confirm.act({ case: caseId, authority: id }, null)}>
                            {p.confirm}
                          </button>
                        )}
                        <button
                          type="button"
                          className="link"
                          onClick={() =>
                            void endAuthority.act({ case: caseId, authority: id }, null).then((done) => done && setSent(done.alreadySent))
                          }
                        >
                          {p.withdraw}
                        </button>
                      </span>
                    )
                  )}
                </li>
              )
            })}
          </ul>
        </div>
        <div>
          <h3>{p.consent}</h3>
          {record.consents.length === 0 && <p className="body second">{p.noConsent}</p>}
          <ul className="lines">
            {record.consents.map((one, n) => {
              const { id } = one as Identified
              return (
                <li key={id ?? n} data-thing={id}>
                  <strong>{person(one.person)}</strong> {one.by !== one.person && `(${p.by(person(one.by))})`} {date.day(one.on)}
                  {one.expires && `, ${w.dates.until(date.day(one.expires))}`}
                  <span className="under">{answers(one.recipients, recipientName) || w.terms.tri['not-asked']}</span>
                  <span className="under">
                    {p.transmitShort}: {answers(one.transmit, stateName) || w.terms.tri['not-asked']}
                  </span>
                  <span className="under">
                    {p.publish}: {w.terms.tri[one.publish]}. {p.medical}: {w.terms.tri[one.medical]}. {w.same.outside.consentShort}:{' '}
                    {w.terms.tri[one.askOrganisations ?? 'not-asked']}. {one.limits}
                  </span>
                  {one.words && <span className="under">“{one.words.quote}”</span>}
                  {one.withdrawnOn ? (
                    <span className="under">{p.withdrawnOn(date.day(one.withdrawnOn))}</span>
                  ) : (
                    id && (
                      <button
                        type="button"
                        className="link"
                        onClick={() =>
                          void endConsent.act({ case: caseId, consent: id }, null).then((done) => done && setSent(done.alreadySent))
                        }
                      >
                        {p.withdraw}
                      </button>
                    )
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      </div>
    </>
  )
}
