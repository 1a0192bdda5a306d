/** Leave now: at once to a neutral page, with everything this browser holds wiped, and no way back by the Back button. */
import type { QueryClient } from '@tanstack/react-query'

export const leaveNow = (client: QueryClient): void => {
  // Ends the session even if this page dies first; the answer is not waited for.
  void fetch('/api/sign-out', {
    method: 'POST',
    headers: { 'x-article33': '1', 'content-type': 'application/json' },
    body: '{}',
    keepalive: true,
  }).catch(() => {})
  client.clear()
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A browser that forbids storage holds nothing to wipe.
  }
  document.body.replaceChildren()
  document.title = ''
  location.replace('/leave')
}

/** Shift three times within 1.2 seconds, no other key between: works in fields too, and when single keys are switched off. */
export const listenForLeave = (leave: () => void): (() => void) => {
  let presses: number[] = []
  const down = (event: KeyboardEvent): void => {
    if (event.repeat) return
    if (event.key !== 'Shift') {
      presses = []
      return
    }
    presses = [...presses.filter((at) => event.timeStamp - at < 1200), event.timeStamp]
    if (presses.length >= 3) leave()
  }
  addEventListener('keydown', down, true)
  return () => removeEventListener('keydown', down, true)
}
