/** Ten seconds in which a reversible act can be taken back; the bar is announced and never covers the keys. */
import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from '../words/words.tsx'

type Offer = { words: string; undo: () => void; until: number }
let offer: Offer | null = null
const listeners = new Set<() => void>()
const set = (next: Offer | null): void => {
  offer = next
  for (const tell of listeners) tell()
}
export const offerUndo = (words: string, undo: () => void): void => set({ words, undo, until: Date.now() + 10_000 })

export const UndoBar = () => {
  const { w } = useWords()
  const now = useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => offer,
  )
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => set(null), now.until - Date.now())
    return () => clearTimeout(timer)
  }, [now])
  const undo = (): void => {
    now?.undo()
    set(null)
  }
  return (
    <div className="undo-place" role="status">
      {now && (
        <div className="undo">
          {now.words}{' '}
          <button type="button" className="button" onClick={undo}>
            {w.frame.undo}
          </button>
        </div>
      )}
    </div>
  )
}
