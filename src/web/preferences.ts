/** How the desk looks to this person on this machine: language, ground, density, keys. Nothing about anyone is kept here. */
import { useSyncExternalStore } from 'react'
import type { Locale } from '../basics/text.ts'

export type Preferences = { language: Locale; ground: 'light' | 'dark' | 'system'; density: 'dense' | 'roomy'; keys: boolean }
const place = 'appearance'

const firstLanguage = (): Locale => {
  const asked = navigator.languages.map((tag) => tag.slice(0, 2))
  return (asked.find((tag) => tag === 'ko' || tag === 'zh' || tag === 'en') ?? 'en') as Locale
}

const read = (): Preferences => {
  const usual: Preferences = { language: firstLanguage(), ground: 'system', density: 'dense', keys: true }
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

let current = read()
const listeners = new Set<() => void>()
const darkAsked = matchMedia('(prefers-color-scheme: dark)')

/** Puts the preferences on the page itself, where the style sheets read them. */
export const applyPreferences = (): void => {
  const root = document.documentElement
  root.lang = current.language
  root.dataset.theme = current.ground === 'system' ? (darkAsked.matches ? 'dark' : 'light') : current.ground
  root.dataset.density = current.density
}
darkAsked.addEventListener('change', applyPreferences)

export const preferences = (): Preferences => current
export const prefer = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  localStorage.setItem(place, JSON.stringify(current))
  applyPreferences()
  for (const tell of listeners) tell()
}
const listen = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
export const usePreferences = (): Preferences => useSyncExternalStore(listen, preferences)
