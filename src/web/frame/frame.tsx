/** The frame around every screen: five workspaces and Settings on the left, the path, find and Leave now above, the keys below. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { DeskState } from '../../domain/documents/desk-api.ts'
import { stateKey, useAct, useAsk } from '../ask.ts'
import { useKeys } from '../keys.ts'
import { leaveNow } from '../leave.ts'
import { useWords } from '../words/words.tsx'
import { Brand } from './glyphs.tsx'
import { AllKeys, KeyBar } from './key-bar.tsx'
import { LedHere } from './lead.tsx'
import { useNote, usePath } from './place.ts'
import { UndoBar } from './undo.tsx'

export const LeaveNow = () => {
  const { w } = useWords()
  const client = useQueryClient()
  return (
    <button type="button" className="leave" onClick={() => leaveNow(client)}>
      {w.frame.leaveNow} <kbd>{w.frame.shiftThrice}</kbd>
    </button>
  )
}

const Seal = ({ state, fetchSealedPage }: { state: DeskState; fetchSealedPage: () => Promise<unknown> }) => {
  const { w, date, term } = useWords()
  const seal = useAct('POST /api/seal')
  const signOut = useAct('POST /api/sign-out')
  const client = useQueryClient()
  const sealNow = async (): Promise<void> => {
    // The page that follows comes from the process that is about to end: it is fetched before.
    await fetchSealedPage().catch(() => null)
    await seal.act({}, null)
    // Nothing that was read stays in this page; the process itself ends and comes back sealed.
    await client.cancelQueries()
    client.setQueryData(stateKey, { ...state, phase: 'sealed', me: null, openSince: null, exampleMembers: [] })
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== stateKey[0] })
  }
  return (
    <div className="sealstate">
      {state.example && (
        <p>
          <strong>{w.frame.trainingDesk}</strong>
          <br />
          {w.frame.everyoneInvented}
        </p>
      )}
      <p>
        {state.openSince && <strong>{w.frame.openSince(date.clock(state.openSince))}</strong>}
        {state.idleSealMinutes !== null && (
          <>
            <br />
            {w.frame.sealsAfter(state.idleSealMinutes)}
          </>
        )}
        <br />
        <button type="button" className="link" onClick={() => void sealNow()}>
          {w.frame.sealNow}
        </button>
      </p>
      {state.me && (
        <p>
          <strong>{state.me.name}</strong>
          <br />
          {state.me.roles.map((role) => term(w.terms.memberRole, role)).join(', ')}
          <br />
          <button type="button" className="link" onClick={() => void signOut.act({}, null)}>
            {w.frame.signOut}
          </button>
        </p>
      )}
    </div>
  )
}

const Find = () => {
  const { w } = useWords()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ code: 'Slash', cap: '/', words: w.keys.find, act: () => field.current?.focus(), quiet: true }])
  const find = (event: FormEvent): void => {
    event.preventDefault()
    // What is looked for stays out of the address: addresses are kept by browsers.
    void navigate({ to: '/find', state: { find: field.current?.value ?? '' } as never })
  }
  return (
    <search className="find">
      <form onSubmit={find}>
        <input ref={field} aria-label={w.frame.find} placeholder={w.frame.find} autoComplete="off" spellCheck={false} />
        <kbd>/</kbd>
      </form>
    </search>
  )
}

const workspaces = ['/', '/cases', '/accountability', '/figures', '/advocacy', '/lists', '/settings'] as const

export const Frame = ({
  state,
  fetchSealedPage,
  children,
}: {
  state: DeskState
  fetchSealedPage: () => Promise<unknown>
  children: ReactNode
}) => {
  const { w } = useWords()
  const navigate = useNavigate()
  const path = usePath()
  const note = useNote()
  const here = useRouterState({ select: (router) => router.location.pathname })
  const [menu, setMenu] = useState(false)
  const today = useAsk('GET /api/today', {}, null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the place changes
  useEffect(() => setMenu(false), [here])
  const names = [w.frame.today, w.frame.cases, w.frame.accountability, w.frame.figures, w.frame.advocacy, w.lists.title, w.frame.settings]
  const go = (code: string, cap: string, to: (typeof workspaces)[number], words: string) => ({
    code,
    cap,
    after: 'KeyG',
    words,
    act: () => void navigate({ to }),
    quiet: true,
  })
  useKeys([
    go('KeyT', 'T', '/', names[0]!),
    go('KeyC', 'C', '/cases', names[1]!),
    go('KeyA', 'A', '/accountability', names[2]!),
    go('KeyF', 'F', '/figures', names[3]!),
    go('KeyV', 'V', '/advocacy', names[4]!),
    go('KeyL', 'L', '/lists', names[5]!),
    go('KeyS', 'S', '/settings', names[6]!),
  ])
  const current =
    workspaces.findLast((one) => (one === '/' ? here === '/' : here.startsWith(one))) ??
    (here.startsWith('/papers') || here === '/find' ? '/cases' : '/')
  const counts = [today.data?.atRiskTotal.people, today.data?.caseCount]
  return (
    <div className={menu ? 'desk is-menu' : 'desk'}>
      <a className="skip" href="#main">
        {w.frame.skip}
      </a>
      <nav className="side" aria-label={w.frame.workspaces} id="side">
        <Brand />
        <ul>
          {workspaces.map((to, n) => (
            <li key={to} className={to === '/settings' ? 'is-apart' : undefined}>
              <Link to={to} aria-current={current === to ? 'page' : undefined} activeProps={{}}>
                {names[n]} {counts[n] !== undefined && <span className="count">{counts[n]}</span>}
              </Link>
            </li>
          ))}
        </ul>
        <Seal state={state} fetchSealedPage={fetchSealedPage} />
      </nav>
      <header className="top">
        <button type="button" className="menu" aria-expanded={menu} aria-controls="side" onClick={() => setMenu(!menu)}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path d="M1 3h12M1 7h12M1 11h12" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          <span className="unseen">{w.frame.menu}</span>
        </button>
        <ol className="path">
          {path.map((step, n) => (
            <li key={step.words} className={n === path.length - 1 ? undefined : 'step'}>
              {n === path.length - 1 ? <strong>{step.words}</strong> : <Link to={step.to as never}>{step.words}</Link>}
            </li>
          ))}
        </ol>
        <Find />
        <LeaveNow />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <LedHere />
      <UndoBar />
      <KeyBar note={note || (state.logHead ? w.frame.logHead(state.logHead.slice(0, 8)) : '')} />
      <AllKeys />
    </div>
  )
}
