/** One page a case: who, held where, the next date, who may open it; then its tabs. */
import './case-page.css'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Danger } from '../frame/glyphs.tsx'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { Waiting } from '../gate.tsx'
import { useKeys } from '../keys.ts'
import { OnePersonLine } from '../people/one-person.tsx'
import { useWords } from '../words/words.tsx'
import { useAuthorityName, useCase, useCaseId } from './case-context.ts'
import { LeadQuestions } from './lead-questions.tsx'
import { Team } from './team.tsx'

const tabs = ['', '/assessment', '/proceedings', '/protection', '/history'] as const

export const CaseScreen = () => {
  const { w, say, date } = useWords()
  const c = w.cases
  const caseId = useCaseId()
  const authorityName = useAuthorityName()
  const page = useCase()
  const navigate = useNavigate()
  const path = useRouterState({ select: (router) => router.location.pathname })
  const here = Math.max(
    0,
    tabs.findIndex((tab) => tab !== '' && path.endsWith(tab)),
  )
  const turn = (by: number): void => {
    const to = tabs[(here + by + tabs.length) % tabs.length]
    void navigate({ to: `/cases/$caseId${to}` as '/cases/$caseId', params: { caseId } })
  }
  useKeys([
    { code: 'BracketLeft', cap: '[', words: w.keys.tabBefore, act: () => turn(-1), quiet: true },
    { code: 'BracketRight', cap: ']', words: w.keys.tabAfter, act: () => turn(1), quiet: true },
    {
      code: 'KeyP',
      cap: 'P',
      after: 'KeyG',
      words: c.tabs[2]!,
      act: () => void navigate({ to: '/cases/$caseId/proceedings', params: { caseId } }),
      quiet: true,
    },
  ])
  usePlace([
    { words: w.frame.cases, to: '/cases' },
    { words: page.data?.header.codeName ?? '', to: path },
  ])
  if (!page.data) return <Refused of={page.error} />
  const { header, counts } = page.data
  const who = w.today.who(w.terms.people(header.person.sex, header.person.count), header.person.ageLow, header.person.ageHigh)
  const held = [header.held, authorityName(header.heldAuthority)].filter(Boolean).join(', ')
  const count = [counts.facts, null, counts.ready > 0 ? c.ready(counts.ready) : null, null, null]
  return (
    <div className="case">
      <header className="case-head">
        <h1>
          {header.codeName}{' '}
          <small>
            {/^\d+$/.test(header.person.label) ? '' : header.person.label} {who}
            {header.fictional && ` · ${c.invented}`}
          </small>{' '}
          <span className="case-danger">
            <Danger of={header.urgency} words={header.urgency ? c.urgency[header.urgency] : w.terms.watch} />
          </span>
        </h1>
        <dl className="case-pairs">
          <div>
            <dt>{w.today.heldLabel}</dt>
            <dd>
              {held
                ? `${held}${header.heldSince ? `, ${w.dates.since(date.partial(header.heldSince.replace(/\/(\.\.)?$/, '')))}` : ''}`
                : c.notHeld}
            </dd>
          </div>
          <div>
            <dt>{c.transfer}</dt>
            <dd>{header.transfer ?? w.today.nothingKnown}</dd>
          </div>
          <div>
            <dt>{c.nextDate}</dt>
            <dd>
              {header.nextDate ? `${date.span(header.nextDate.earliest, header.nextDate.latest)}: ${say(header.nextDate.what)}` : c.noDate}
            </dd>
          </div>
          <div>
            <dt>{c.mayOpen}</dt>
            <dd>
              <Team team={header.team} caseId={caseId} mine={header.myRole} />
            </dd>
          </div>
        </dl>
        <OnePersonLine page={page.data} />
        <LeadQuestions caseId={caseId} questions={page.data.questions} />
      </header>
      <nav className="tabs" aria-label={c.tabsLabel}>
        {tabs.map((tab, n) => (
          <Link
            key={tab}
            to={`/cases/$caseId${tab}` as '/cases/$caseId'}
            params={{ caseId }}
            aria-current={here === n ? 'page' : undefined}
            activeOptions={{ exact: true }}
            activeProps={{}}
          >
            {c.tabs[n]} {count[n] !== null && <span className="count">{count[n]}</span>}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </div>
  )
}
