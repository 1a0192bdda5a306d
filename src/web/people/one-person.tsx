/** Which records two people held to be one with a record of this case. Each stays whole; taking them apart restores what was. */
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
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
  const [said, setSaid] = useState('')
  /** What was taken apart is gone from the page, with the button that had the focus: that is said where it stood. */
  const parted = (): void => {
    setSaid(w.same.takeBackDone)
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const status = (
    <p role="status" className={said === '' ? 'unseen' : 'warned'}>
      {said}
    </p>
  )
  if (page.heldToBeOne.length === 0) return status
  return (
    <section className="part" aria-labelledby="held-to-be-one">
      <h2 id="held-to-be-one">
        {w.same.heldToBeOne} <small>{w.same.heldNote}</small>
      </h2>
      {status}
      <ul className="lines">
        {page.heldToBeOne.map((one) => (
          <li key={one.person}>
            <strong>{name(page.record.persons.find((person) => person.id === one.person))}</strong>
            <ul>
              {one.others.map((other) => (
                <Other key={other.record.person} other={other} parted={parted} />
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

type OtherProps = { other: HeldToBeOne['others'][number]; parted: () => void }
const Other = ({ other: { record, judgement, contradicted }, parted }: OtherProps) => {
  const { w, date } = useWords()
  const d = w.same
  const [parting, setParting] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const leave = (): void => {
    setParting(false)
    setTimeout(() => opener.current?.focus())
  }
  const revoke = useAct('POST /api/cases/:case/judgements/:judgement/revoke')
  const part = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const reason = answersOf(event.currentTarget).one('reason') ?? ''
    if (judgement && (await revoke.act({ case: judgement.caseId, judgement: judgement.id }, { reason }))) parted()
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
        <button ref={opener} type="button" className="link" onClick={() => setParting(true)}>
          {d.takeApart}
        </button>
      )}
      {contradicted && <p className="warned">{d.contradiction}</p>}
      {parting && (
        <form
          onSubmit={(event) => void part(event)}
          className="form is-bare"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
            event.stopPropagation()
            leave()
          }}
        >
          <TextField label={d.reason} name="reason" autoFocus />
          <div className="bar">
            <button type="submit" className="button is-main">
              {d.takeApart}
            </button>
            <button type="button" className="button" onClick={leave}>
              {w.frame.cancel}
            </button>
          </div>
        </form>
      )}
      <Refused of={revoke.refused} />
    </li>
  )
}
