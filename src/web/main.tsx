/** The first file the browser runs: the words, the fonts, the keys, and then the gate. */
import '@fontsource-variable/noto-sans/wght.css'
import './look/tokens.css'
import './look/base.css'
import './look/frame.css'
import './look/tables.css'
import './look/forms.css'
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { Refused, whenTurnedAway } from './call.ts'
import { listenForKeys } from './keys.ts'
import { leaveNow, listenForLeave } from './leave.ts'
import { applyPreferences, preferences } from './preferences.ts'
import { router } from './routes.tsx'
import { loadWords, Speaking } from './words/words.tsx'

applyPreferences()
// The desk may be on this very machine and the machine on no network: nothing waits for a network, or for the window to be looked at.
focusManager.setFocused(true)
const client = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // A sealed desk restarts: for some seconds nobody answers.
      retry: (times, error) => times < 12 && error instanceof Refused && error.status === 0,
      retryDelay: 1_000,
      refetchOnWindowFocus: true,
      staleTime: 2_000,
      gcTime: 300_000,
    },
  },
})
listenForKeys()
listenForLeave(() => leaveNow(client))
whenTurnedAway(() => void client.invalidateQueries({ queryKey: ['GET /api/state'] }))

const first = await loadWords(preferences().language)
createRoot(document.getElementById('desk')!).render(
  <Speaking first={first}>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </Speaking>,
)
// Thousands of unicode ranges: fetched after the first paint, they never hold up a screen.
void import('./look/fonts-cjk.ts')
