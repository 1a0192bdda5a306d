/** One written syllable or family name, with what it can stand for; kept because names repeat. */
import { characterKey, familyReadingsOf, givenReadingsOf } from './han.ts'
import { nearHangul, nearSpellings } from './near-spellings.ts'
import type { Place } from './spelling-systems.ts'
import { type Evidence, evidenceFor, evidenceOf, hangulEvidence, type Lane, mixed, width } from './spellings.ts'
import { unitOf, units } from './units.ts'

export type SlotScript = 'hangul' | 'hanja' | 'korean' | 'chinese' | 'unread'
/** One syllable or family name as written. */
export type Slot = {
  place: Place
  script: SlotScript
  text: string
  evidence: Evidence | null
  /** No system writes it so; it was read as its nearest neighbours. */
  slip: boolean
  /** How usual it is under the tables. */
  chance: number
  /** The spelling of the syllable by itself, where its neighbour changes the sound that is written. */
  heardAs?: string
  /** A character in the form it had before it was filed under its usual one. */
  written?: string
}

const slipShare = 0.02
const chanceOf = (evidence: Evidence): number => {
  let sum = 0
  for (let row = 0; row < evidence.units.length; row++) sum += units[evidence.units[row]!]!.share * evidence.p[row * width + mixed]!
  return sum
}
const slotOf = (place: Place, script: SlotScript, text: string, evidence: Evidence | null, slip = false): Slot | null =>
  evidence === null ? null : { place, script, text, evidence, slip, chance: chanceOf(evidence) * (slip ? slipShare : 1) }

/** Emptied before it can grow without end; what nothing reads is kept only where finding that out is dear. */
const shelf = (make: (text: string) => Slot | null, keepNothing: boolean): ((text: string) => Slot | null) => {
  const kept = new Map<string, Slot | null>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    if (made === null && !keepNothing) return null
    if (kept.size > 60_000) kept.clear()
    kept.set(text, made)
    return made
  }
}
type Shelves = Record<Place, (text: string) => Slot | null>
const shelves = (make: (text: string, place: Place) => Slot | null, keepNothing = true): Shelves => ({
  family: shelf((text) => make(text, 'family'), keepNothing),
  given: shelf((text) => make(text, 'given'), keepNothing),
})
const letters: Record<Lane, Shelves> = {
  korean: shelves((text, place) => slotOf(place, 'korean', text, evidenceOf(text, 'korean', place)), false),
  chinese: shelves((text, place) => slotOf(place, 'chinese', text, evidenceOf(text, 'chinese', place)), false),
}
const slips = shelves((text, place) => slotOf(place, 'korean', text, nearSpellings(text, place), true))
const hangulSlips = shelves((text, place) => slotOf(place, 'hangul', text, nearHangul(text, place), true))
const hangul = shelves(
  (text, place) => slotOf(place, 'hangul', text, hangulEvidence(text, place)) ?? (place === 'given' ? hangulSlips.given(text) : null),
)
const hanja = shelves((text, place) => {
  const readings = place === 'family' ? familyReadingsOf(text) : givenReadingsOf(text)
  const found = readings.flatMap((reading, rank) => {
    const unit = unitOf(place, reading)
    // Within a name a character keeps its own sound more often than the one the initial-sound rule gives it.
    return unit === null ? [] : [[unit, place === 'given' && rank > 0 ? 0.6 : 1] as const]
  })
  const key = characterKey(text)
  const slot = found.length === 0 ? null : slotOf(place, 'hanja', key, evidenceFor(found, 'hanja'))
  return slot === null || key === text ? slot : { ...slot, written: text }
})

/** Null when no system of the lane writes anything so. */
export const letterSlot = (text: string, lane: Lane, place: Place): Slot | null => letters[lane][place](text)
/** A spelling that is one letter away from one that exists. */
export const slipSlot = (text: string, place: Place): Slot | null => slips[place](text)
export const hangulSlot = (text: string, place: Place): Slot | null => hangul[place](text)
/** A syllable that no table knows, read as those with one letter changed. */
export const hangulSlipSlot = (text: string, place: Place): Slot | null => hangulSlips[place](text)
export const hanjaSlot = (text: string, place: Place): Slot | null => hanja[place](text)
/** What the slot could have been before one slip of the hand; null where that cannot be said. */
export const nearSlot = (slot: Slot): Slot | null =>
  slot.slip
    ? null
    : slot.script === 'korean'
      ? slipSlot(slot.text, slot.place)
      : slot.script === 'hangul'
        ? hangulSlips[slot.place](slot.text)
        : null
export const unreadSlot = (text: string, place: Place): Slot => ({
  place,
  script: 'unread',
  text,
  evidence: null,
  slip: false,
  chance: 1e-7,
})
