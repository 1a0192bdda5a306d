/** The keys that work here. They go by the position of the key, never fire while a syllable is being composed, and sleep in fields. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { preferences } from './preferences.ts'

/** code is a KeyboardEvent.code; after = the key that must come just before (G then T). inFields only for Escape. */
export type Key = {
  code: string
  shift?: boolean
  after?: string
  cap: string
  words: string
  act: () => void
  inFields?: boolean
  quiet?: boolean
}

type Layer = { keys: readonly Key[] }
let layers: readonly Layer[] = []
let shown: readonly (readonly Key[])[] = []
const listeners = new Set<() => void>()
const tell = (): void => {
  shown = layers.map((layer) => layer.keys)
  for (const listener of listeners) listener()
}

/** Registers keys while the screen stands; a later layer wins over an earlier one. */
export const useKeys = (keys: readonly Key[]): void => {
  const layer = useRef<Layer>({ keys })
  layer.current.keys = keys
  const signature = keys.map((key) => `${key.cap}:${key.words}`).join('|')
  useEffect(() => {
    const mine = layer.current
    layers = [...layers, mine]
    tell()
    return () => {
      layers = layers.filter((other) => other !== mine)
      tell()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bar is told again only when a word or a cap changes
  useEffect(tell, [signature])
}

export const useShownKeys = (): readonly (readonly Key[])[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )

/** The button that chooses a file takes no letters: the keys of the screen work while it has the focus. */
const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=file]), textarea, select'))
const hasOwnEnter = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a,button,summary,[role=option],input[type=file]') !== null

let last: { code: string; at: number } | null = null

const press = (event: KeyboardEvent): void => {
  // 229: an input method is at work and the key is not ours, whatever it says.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  if (event.ctrlKey || event.metaKey || event.altKey || !/^(Key|Digit|Slash|Bracket|Enter|Escape)/.test(event.code)) return
  // An open dialog has the keys to itself; its own Escape closes it and leads nowhere.
  if (document.querySelector('dialog[open]')) return
  const field = inField(event.target)
  if (event.code !== 'Escape' && (field || !preferences().keys)) return
  if (event.code === 'Enter' && hasOwnEnter(event.target)) return
  const before = last !== null && event.timeStamp - last.at < 1500 ? last.code : null
  const all = layers.flatMap((layer) => layer.keys).reverse()
  const fits = (key: Key): boolean =>
    key.code === event.code && (key.shift ?? false) === event.shiftKey && (!field || key.inFields === true)
  const key =
    all.find((one) => fits(one) && one.after !== undefined && one.after === before) ??
    all.find((one) => fits(one) && one.after === undefined)
  last = { code: event.code, at: event.timeStamp }
  if (!key) return
  event.preventDefault()
  last = null
  key.act()
}

export const listenForKeys = (): (() => void) => {
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
