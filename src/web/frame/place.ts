/** Where one is: the path in the bar above and the note in the bar below, said by each screen for itself. */
import { useEffect, useSyncExternalStore } from 'react'

export type Step = { words: string; to: string }
let place: { path: readonly Step[]; note: string } = { path: [], note: '' }
const listeners = new Set<() => void>()
const listen = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The last step is this screen. A title never holds a name: browsers keep titles. */
export const usePlace = (path: readonly Step[], note = ''): void => {
  const signature = `${path.map((step) => step.words).join('/')}|${note}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: said again only when a word changes
  useEffect(() => {
    place = { path, note }
    for (const tell of listeners) tell()
  }, [signature])
}
export const usePath = (): readonly Step[] => useSyncExternalStore(listen, () => place.path)
export const useNote = (): string => useSyncExternalStore(listen, () => place.note)
