/** Which door stands open: set-up, sealed, sign-in, or the desk itself. The address is kept, so that opening leads where one wanted to go. */
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useAsk } from './ask.ts'
import { Frame } from './frame/frame.tsx'
import { Refused } from './frame/refused.tsx'

const SetUp = lazy(() => import('./desk/set-up.tsx').then((m) => ({ default: m.SetUp })))
const unlockPage = () => import('./desk/unlock.tsx').then((m) => ({ default: m.Unlock }))
const Unlock = lazy(unlockPage)
const SignIn = lazy(() => import('./desk/sign-in.tsx').then((m) => ({ default: m.SignIn })))
const Invitation = lazy(() => import('./desk/invitation.tsx').then((m) => ({ default: m.Invitation })))

export const Gate = () => {
  const state = useAsk('GET /api/state', {}, null)
  const here = useRouterState({ select: (router) => router.location.pathname })
  // The kit is shown once: set-up keeps the screen until its last step is done, whatever the desk's state has become.
  const [settingUp, setSettingUp] = useState(false)
  if (!state.data) return <Refused of={state.error} />
  const { phase, me } = state.data
  const door =
    phase === 'set-up' || settingUp ? (
      <SetUp begun={() => setSettingUp(true)} done={() => setSettingUp(false)} />
    ) : phase === 'sealed' ? (
      <Unlock state={state.data} />
    ) : here === '/invitation' ? (
      <Invitation state={state.data} />
    ) : me === null ? (
      <SignIn state={state.data} />
    ) : (
      <Frame state={state.data} fetchSealedPage={unlockPage}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </Frame>
    )
  return <Suspense fallback={<Waiting />}>{door}</Suspense>
}

export const Waiting = () => <div className="waiting" aria-hidden="true" />
