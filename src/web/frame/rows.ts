/** Moving through rows: J and K move, Enter opens; the current row is kept in sight and told to assistive techniques. */
import { useEffect, useState } from 'react'
import { type Key, useKeys } from '../keys.ts'
import { useWords } from '../words/words.tsx'

export type Rows = {
  at: number
  go: (n: number) => void
  row: (n: number) => { 'aria-current': 'true' | undefined; 'data-row': number; onClick: () => void }
}

export const useRows = (name: string, count: number, open: ((n: number) => void) | null, openWords?: string): Rows => {
  const { w } = useWords()
  const [at, setAt] = useState(0)
  const here = Math.min(at, Math.max(0, count - 1))
  const go = (n: number): void => {
    const to = Math.max(0, Math.min(count - 1, n))
    setAt(to)
    document.querySelector(`[data-rows="${name}"] [data-row="${to}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useEffect(() => {
    if (at !== here) setAt(here)
  }, [at, here])
  const keys: Key[] = [
    { code: 'KeyJ', cap: 'J', words: w.keys.next, act: () => go(here + 1) },
    { code: 'KeyK', cap: 'K', words: w.keys.previous, act: () => go(here - 1) },
  ]
  if (open && count > 0) keys.push({ code: 'Enter', cap: '↵', words: openWords ?? w.keys.open, act: () => open(here) })
  useKeys(count > 0 ? keys : [])
  return { at: here, go, row: (n) => ({ 'aria-current': n === here ? 'true' : undefined, 'data-row': n, onClick: () => setAt(n) }) }
}
