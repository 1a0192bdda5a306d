/** Which records two people held to be one with a record of this case. Each stays whole; taking them apart restores what was. */
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CasePage } from '../../domain/documents/desk-api.ts'
import type { HeldToBeOne } from '../../domain/documents/duplicates-view.ts'
import { useAct } from '../ask.ts'
import { usePersonName } from '../cases/case-context.ts'
import { answersOf, TextField } from '../frame/field.tsx'
import { Refused } from '../frame/refused.tsx'
import { useWords } from '../words/words.tsx'

export const OnePerson = ({ page }: { page: CasePage }) => {
  const { w } = useWords()
  const name = usePersonName(page.record.persons)
  if (page.heldToBeOne.length === 0) return null
  return (
    <section className="part" aria-labelledby="held-to-be-one">
      <h2 id="held-to-be-one">
        {w.same.heldToBeOne} <small>{w.same.heldNote}</small>
      </h2>
      <ul className="lines">
        {page.heldToBeOne.map((one) => (
          <li key={one.person}>
            <strong>{name(page.record.persons.find((person) => person.id === one.person))}</strong>
            <ul>
              {one.others.map((other) => (
                <Other key={other.record.person} other={other} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the head of the case: that other records are held to be of these people, and where they are. */
export const OnePersonLine = ({ page }: { page: CasePage }) => {
  const { w } = useWords()
  const others = page.heldToBeOne.flatMap((one) => one.others.map(({ record }) => record))
  if (others.length === 0) return null
  return (
    <p className="second">
      {w.same.heldToBeOne}:{' '}
      {others.map((one, n) => (
        <span key={one.person}>
          {n > 0 && '; '}
          <Link to="/cases/$caseId/protection" params={{ caseId: page.header.id }}>
            {w.same.oneWith(one.label, one.codeName)}
          </Link>
        </span>
      ))}
    </p>
  )
}

const Other = ({ other: { record, judgement, contradicted } }: { other: HeldToBeOne['others'][number] }) => {
  const { w, date } = useWords()
  const d = w.same
  const [parting, setParting] = useState(false)
  const revoke = useAct('POST /api/cases/:case/judgements/:judgement/revoke')
  const part = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const reason = answersOf(event.currentTarget).one('reason') ?? ''
    if (judgement) await revoke.act({ case: judgement.caseId, judgement: judgement.id }, { reason })
  }
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId: record.caseId }}>
        {d.oneWith(record.label, record.codeName)}
      </Link>{' '}
      <span className="second">
        {judgement
          ? `${d.bothSay(judgement.by, judgement.confirmedBy ?? '—', d.verdict[judgement.verdict])} ${date.day(judgement.at.slice(0, 10))}${
              judgement.reason ? `. ${d.because(judgement.reason)}` : ''
            }`
          : d.chainedBy}
      </span>{' '}
      {judgement && !parting && (
        <button type="button" className="link" onClick={() => setParting(true)}>
          {d.takeApart}
        </button>
      )}
      {contradicted && <p className="warned">{d.contradiction}</p>}
      {parting && (
        <form onSubmit={(event) => void part(event)} className="form is-bare">
          <TextField label={d.reason} name="reason" autoFocus />
          <div className="bar">
            <button type="submit" className="button is-main">
              {d.takeApart}
            </button>
            <button type="button" className="button" onClick={() => setParting(false)}>
              {w.frame.cancel}
            </button>
          </div>
        </form>
      )}
      <Refused of={revoke.refused} />
    </li>
  )
}
