/** The cases this person may open; none other is listed, counted or hinted at. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../ask.ts'
import { Danger } from '../frame/glyphs.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { useRows } from '../frame/rows.ts'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { useAuthorityName } from './case-context.ts'

export const CasesScreen = () => {
  const { w, say, date, term } = useWords()
  const c = w.cases
  const navigate = useNavigate()
  const authorityName = useAuthorityName()
  const cases = useAsk('GET /api/cases', {}, null)
  const [narrow, setNarrow] = useState('')
  const shown = cases.data?.filter((one) => one.codeName.toLowerCase().includes(narrow.toLowerCase())) ?? []
  const rows = useRows('cases', shown.length, (n) => void navigate({ to: '/cases/$caseId', params: { caseId: shown[n]!.id } }))
  useKeys([
    { code: 'KeyN', cap: 'N', words: c.new, act: () => void navigate({ to: '/cases/new' }) },
    { code: 'KeyD', cap: 'D', words: w.same.toOpen, act: () => void navigate({ to: '/cases/same-person' }) },
  ])
  usePlace([{ words: w.frame.cases, to: '/cases' }])
  if (!cases.data) return <Refused of={cases.error} />
  return (
    <div className="page" data-rows="cases">
      <div className="headline">
        <h1>{w.frame.cases}</h1>
        <div className="bar">
          <Link to="/cases/same-person" className="button">
            {w.same.toOpen}&nbsp;<kbd>D</kbd>
          </Link>
          <Link to="/cases/new" className="button is-main">
            {c.new}&nbsp;<kbd>N</kbd>
          </Link>
        </div>
      </div>
      {cases.data.length === 0 ? (
        <p className="body part">{c.noneYet}</p>
      ) : (
        <>
          <div className="field part measure">
            <label htmlFor="narrow">{c.narrow}</label>
            <input id="narrow" value={narrow} autoComplete="off" onChange={(event) => setNarrow(event.currentTarget.value)} />
          </div>
          <table className="rows stacks part">
            <thead>
              <tr>
                <th scope="col">{w.today.urgency}</th>
                <th scope="col">{w.today.whoLabel}</th>
                <th scope="col">{w.today.held}</th>
                <th scope="col">{c.nextDate}</th>
                <th scope="col">{c.myRole}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one, n) => (
                <tr key={one.id} {...rows.row(n)}>
                  <td>
                    <Danger of={one.urgency} words={one.urgency ? w.terms.urgency[one.urgency] : w.terms.watch} />
                  </td>
                  <th scope="row">
                    <Link to="/cases/$caseId" params={{ caseId: one.id }} className="name">
                      {one.codeName}
                    </Link>
                    <span className="under">
                      {w.today.who(w.terms.people(one.person.sex, one.person.count), one.person.ageLow, one.person.ageHigh)}
                    </span>
                  </th>
                  <td data-label={w.today.held}>
                    {[one.held, authorityName(one.heldAuthority)].filter(Boolean).join(', ') || c.notHeld}
                    {one.heldSince && <span className="under">{w.dates.since(date.partial(one.heldSince.replace(/\/(\.\.)?$/, '')))}</span>}
                  </td>
                  <td data-label={c.nextDate}>
                    {one.nextDate ? `${date.span(one.nextDate.earliest, one.nextDate.latest)}: ${say(one.nextDate.what)}` : c.noDate}
                  </td>
                  <td data-label={c.myRole}>{term(w.terms.teamRole, one.myRole)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
