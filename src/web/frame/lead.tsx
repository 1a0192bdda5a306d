/** Leading to a thing: its screen is opened, and there the thing itself becomes current and takes the focus. */
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { PlaceInCase } from '../../domain/protection/place.ts'

type Led = { thing?: string | null; led?: number }

const tabs = {
  account: '',
  assessment: '/assessment',
  proceedings: '/proceedings',
  protection: '/protection',
  history: '/history',
} as const
let times = 0

/** The id of the thing travels beside the address, never in it. */
const wayTo = ({ at, caseId, thing }: PlaceInCase) => {
  times += 1
  const state = { thing, led: times } as never
  if (at === 'paper' && thing) return { to: '/papers/$paperId', params: { paperId: thing } } as const
  if (at === 'same-person') return { to: '/cases/same-person', state } as const
  return { to: `/cases/$caseId${at === 'paper' ? tabs.proceedings : tabs[at]}` as '/cases/$caseId', params: { caseId }, state } as const
}

export const useLead = (): ((place: PlaceInCase) => void) => {
  const navigate = useNavigate()
  return (place) => void navigate(wayTo(place) as never)
}

export const LeadsTo = ({ place, children }: { place: PlaceInCase; children: ReactNode }) => (
  <Link {...(wayTo(place) as unknown as { to: '/' })} className="leads">
    {children}
  </Link>
)

/** The thing one was led here for. A screen that shows a part at a time turns to the part that holds it. */
export const useLedTo = (): string | null => useRouterState({ select: (router) => (router.location.state as Led).thing ?? null })

const patience = 10_000

/** Stands in the frame: whatever carries data-thing with the id that is looked for is chosen as a click would, brought into sight and focused. */
export const LedHere = () => {
  const { thing, led } = useRouterState({
    select: (router) => router.location.state as Led,
    structuralSharing: true,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time one is led here
  useEffect(() => {
    if (!thing) return
    const find = (): boolean => {
      const found = document.querySelector<HTMLElement>(`[data-thing="${CSS.escape(thing)}"]`)
      if (!found) return false
      if (found.matches('[data-row],button')) found.click()
      if (!found.matches('button,a')) found.tabIndex = -1
      found.scrollIntoView({ block: 'center' })
      found.focus({ preventScroll: true })
      return true
    }
    if (find()) return
    // The screen is still being fetched.
    const watch = new MutationObserver(() => find() && watch.disconnect())
    watch.observe(document.body, { childList: true, subtree: true })
    const given = setTimeout(() => watch.disconnect(), patience)
    return () => {
      clearTimeout(given)
      watch.disconnect()
    }
  }, [thing, led])
  return null
}
