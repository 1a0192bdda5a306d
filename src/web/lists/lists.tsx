/** Lists of people outside this desk: linking two, comparing hidden ones, estimating how many there are. Nothing of them is kept. */
import './lists.css'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { call } from '../call.ts'
import { usePlace } from '../frame/place.ts'
import { Refused } from '../frame/refused.tsx'
import { Waiting } from '../gate.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'
import { useListAct, useLists } from './use-lists.ts'

const tabs = ['/lists', '/lists/hidden', '/lists/how-many'] as const

export const ListsScreen = () => {
  const { w } = useWords()
  const l = w.lists
  const lists = useLists()
  const { run, refused } = useListAct()
  const navigate = useNavigate()
  const path = useRouterState({ select: (router) => router.location.pathname.replace(/\/$/, '') })
  const here = Math.max(0, tabs.indexOf(path as (typeof tabs)[number]))
  const turn = (by: number): void => void navigate({ to: tabs[(here + by + tabs.length) % tabs.length]! })
  useKeys([
    { code: 'BracketLeft', cap: '[', words: w.keys.tabBefore, act: () => turn(-1), quiet: true },
    { code: 'BracketRight', cap: ']', words: w.keys.tabAfter, act: () => turn(1), quiet: true },
  ])
  usePlace([
    { words: l.title, to: '/lists' },
    { words: l.tabs[here]!, to: tabs[here]! },
  ])
  const [asking, setAsking] = useState(false)
  const { same = 0, different = 0, unsure = 0 } = lists.data?.linked?.judged ?? {}
  const judged = same + different + unsure
  const forget = (): void => {
    setAsking(false)
    document.getElementById('main')?.focus({ preventScroll: true })
    void run(() => call('POST /api/lists/forget', {}, null))
  }
  const holds = lists.data && Object.values(lists.data.lists).some((one) => one !== null)
  return (
    <div className="page lists">
      <h1>{l.title}</h1>
      <p className="body">{l.where}</p>
      {holds && asking && (
        <fieldset
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setAsking(false)
          }}
        >
          <legend>{l.forgetAsk(judged)}</legend>
          <div className="bar">
            {/* biome-ignore lint/a11y/noAutofocus: the question was opened by this very hand; the safe answer has the focus */}
            <button type="button" className="button" autoFocus onClick={() => setAsking(false)}>
              {w.frame.cancel}
            </button>
            <button type="button" className="button" onClick={forget}>
              {l.forgetNow}
            </button>
          </div>
        </fieldset>
      )}
      {holds && (
        <div className="bar">
          {!asking && (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {l.forget}
            </button>
          )}
        </div>
      )}
      <Refused of={lists.error ?? refused} />
      <nav className="tabs" aria-label={l.tabsLabel}>
        {tabs.map((tab, n) => (
          <Link key={tab} to={tab} aria-current={here === n ? 'page' : undefined} activeOptions={{ exact: true }} activeProps={{}}>
            {l.tabs[n]}
          </Link>
        ))}
      </nav>
      {lists.data && (
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      )}
    </div>
  )
}
