/** Every way a written name can be read: which part is the family name, where the syllables end, which syllables they can be. */

import { type Piece, type Word, wordsOf } from './fold-name.ts'
import { characterKey, familyReadingsOf, givenReadingsOf } from './han.ts'
import { nearHangul, nearSpellings } from './near-spellings.ts'
import type { Place } from './spelling-systems.ts'
import { type Evidence, evidenceFor, evidenceOf, hangulEvidence, type Lane, mixed, spelled, width } from './spellings.ts'
import { unitOf, units } from './units.ts'

export type SlotScript = 'hangul' | 'hanja' | 'korean' | 'chinese' | 'unread'
/** One syllable or family name as written. `slip`: no system writes it so; it was read as its nearest neighbours. `chance` is how usual it is under the tables. */
export type Slot = { place: Place; script: SlotScript; text: string; evidence: Evidence | null; slip: boolean; chance: number }
export type Order = 'family-first' | 'family-last' | 'given-only' | 'family-only' | 'unread'
/** `weight`: share among the readings of this text; they sum to one. */
export type Reading = { family: Slot | null; given: readonly Slot[]; order: Order; weight: number }

const slots = new Map<string, Slot | null>()
const slipShare = 0.02
/** A kept slot costs little and names repeat; the store is emptied before it can grow without end. */
const kept = (key: string, make: () => Slot | null): Slot | null => {
  const known = slots.get(key)
  if (known !== undefined) return known
  if (slots.size > 200_000) slots.clear()
  const made = make()
  slots.set(key, made)
  return made
}

const chanceOf = (evidence: Evidence): number => {
  let sum = 0
  for (let row = 0; row < evidence.units.length; row++) sum += units[evidence.units[row]!]!.share * evidence.p[row * width + mixed]!
  return sum
}
const slotOf = (place: Place, script: SlotScript, text: string, evidence: Evidence | null, slip = false): Slot | null =>
  evidence === null ? null : { place, script, text, evidence, slip, chance: chanceOf(evidence) * (slip ? slipShare : 1) }

export const letterSlot = (text: string, lane: Lane, place: Place): Slot | null =>
  kept(`${lane}${place}${text}`, () => slotOf(place, lane, text, evidenceOf(text, lane, place)))
const slipSlot = (text: string, place: Place): Slot | null =>
  kept(`slip${place}${text}`, () => slotOf(place, 'korean', text, nearSpellings(text, place), true))
export const hangulSlot = (text: string, place: Place): Slot | null =>
  kept(
    `hangul${place}${text}`,
    () =>
      slotOf(place, 'hangul', text, hangulEvidence(text, place)) ??
      (place === 'given' ? slotOf(place, 'hangul', text, nearHangul(text, place), true) : null),
  )
/** What the slot could have been before one slip of the hand; null where that cannot be said. */
export const nearSlot = (slot: Slot): Slot | null => {
  if (slot.slip) return null
  if (slot.script === 'korean')
    return kept(`near${slot.place}${slot.text}`, () => slotOf(slot.place, 'korean', slot.text, nearSpellings(slot.text, slot.place), true))
  return slot.script === 'hangul'
    ? kept(`nearhangul${slot.place}${slot.text}`, () => slotOf(slot.place, 'hangul', slot.text, nearHangul(slot.text, slot.place), true))
    : null
}
export const hanjaSlot = (text: string, place: Place): Slot | null =>
  kept(`hanja${place}${text}`, () => {
    const readings = place === 'family' ? familyReadingsOf(text) : givenReadingsOf(text)
    const found = readings.flatMap((hangul) => {
      const unit = unitOf(place, hangul)
      return unit === null ? [] : [[unit, 1] as const]
    })
    return found.length === 0 ? null : slotOf(place, 'hanja', characterKey(text), evidenceFor(found, 'hanja'))
  })
export const unreadSlot = (text: string, place: Place): Slot => ({
  place,
  script: 'unread',
  text,
  evidence: null,
  slip: false,
  chance: 1e-7,
})

type Cut = { slots: Slot[]; chance: number }
const cuts = new Map<string, Cut[]>()
/** Cuts letters into at most three given-name syllables; the likeliest three ways. */
const cutLetters = (text: string, lane: Lane): Cut[] => {
  const key = lane + text
  const known = cuts.get(key)
  if (known !== undefined) return known
  if (cuts.size > 200_000) cuts.clear()
  const found = text.length > 24 ? [] : cutFrom(text, lane, 3)
  const best = (found.length > 0 || lane === 'chinese' ? found : cutWithSlip(text)).sort((a, b) => b.chance - a.chance).slice(0, 3)
  cuts.set(key, best)
  return best
}
const longest = Math.max(...[...spelled.korean.given.keys()].map((one) => one.length))
const cutFrom = (text: string, lane: Lane, most: number): Cut[] => {
  const out: Cut[] = []
  const whole = letterSlot(text, lane, 'given')
  if (whole !== null) out.push({ slots: [whole], chance: whole.chance })
  if (most > 1)
    for (let end = 1; end < text.length && end <= longest; end++) {
      const first = letterSlot(text.slice(0, end), lane, 'given')
      if (first === null) continue
      for (const rest of cutFrom(text.slice(end), lane, most - 1))
        out.push({ slots: [first, ...rest.slots], chance: first.chance * rest.chance })
    }
  return out
}
const cutWithSlip = (text: string): Cut[] => {
  const whole = slipSlot(text, 'given')
  const out: Cut[] = whole === null ? [] : [{ slots: [whole], chance: whole.chance }]
  for (let end = 2; end <= text.length - 2; end++) {
    const [head, tail] = [text.slice(0, end), text.slice(end)]
    const pairs = [
      [letterSlot(head, 'korean', 'given'), slipSlot(tail, 'given')],
      [slipSlot(head, 'given'), letterSlot(tail, 'korean', 'given')],
    ]
    for (const [a, b] of pairs) if (a && b) out.push({ slots: [a, b], chance: a.chance * b.chance })
  }
  return out
}

const familyFrom = (pieces: readonly Piece[], lane: Lane, slips: boolean): Slot | null => {
  const text = pieces.map((piece) => piece.text).join('')
  switch (pieces[0]!.script) {
    case 'hangul':
      return text.length > 2 ? null : hangulSlot(text, 'family')
    case 'hanja':
      return [...text].length > 2 ? null : hanjaSlot(text, 'family')
    default:
      return letterSlot(text, lane, 'family') ?? (slips && lane === 'korean' ? slipSlot(text, 'family') : null)
  }
}

const givenFrom = (pieces: readonly Piece[], lane: Lane): Cut[] => {
  let all: Cut[] = [{ slots: [], chance: 1 }]
  for (const { text, script } of pieces) {
    const next = script === 'hangul' || script === 'hanja' ? cutCharacters(text, script) : cutLetters(text, lane)
    all = all
      .flatMap((begun) => next.map((more) => ({ slots: [...begun.slots, ...more.slots], chance: begun.chance * more.chance })))
      .sort((a, b) => b.chance - a.chance)
      .slice(0, 4)
  }
  return all.filter((cut) => cut.slots.length > 0 && cut.slots.length <= 4)
}
const cutCharacters = (text: string, script: 'hangul' | 'hanja'): Cut[] => {
  const found = [...text].map(
    (one) => (script === 'hangul' ? hangulSlot(one, 'given') : hanjaSlot(one, 'given')) ?? unreadSlot(one, 'given'),
  )
  return [{ slots: found, chance: found.reduce((product, slot) => product * slot.chance, 1) }]
}

type Plan = { family: readonly Piece[] | null; given: readonly Piece[]; order: Order; prior: number }
const plansOf = (words: readonly Word[]): Plan[] => {
  const pieces = words.flatMap((word) => word.pieces)
  const plans: Plan[] = []
  const plan = (from: number, to: number, order: Order, prior: number): void => {
    const family = pieces.slice(from, to)
    plans.push({ family, given: [...pieces.slice(0, from), ...pieces.slice(to)], order, prior })
  }
  const first = words[0]!.pieces.length
  const last = words.at(-1)!.pieces.length
  if (words.length > 1) {
    const certain = words[0]!.comma || (words[0]!.capitals && !words.at(-1)!.capitals)
    const reversed = !words[0]!.comma && words.at(-1)!.capitals && !words[0]!.capitals
    plan(0, first, 'family-first', reversed ? 0.02 : 0.75)
    if (!certain) plan(pieces.length - last, pieces.length, 'family-last', reversed ? 0.95 : 0.25)
    if (words.length > 2 && first === 1) plan(0, 2, 'family-first', 0.4)
    if (pieces.length <= 2) plans.push({ family: null, given: pieces, order: 'given-only', prior: 0.05 })
    return plans
  }
  const only = pieces[0]!
  if (pieces.length > 1) {
    plans.push({ family: null, given: pieces, order: 'given-only', prior: pieces.length === 2 ? 0.8 : 0.05 })
    plan(0, 1, 'family-first', pieces.length === 2 ? 0.15 : 0.8)
    if (pieces.length > 2) plan(pieces.length - 1, pieces.length, 'family-last', 0.1)
    return plans
  }
  plans.push({ family: null, given: pieces, order: 'given-only', prior: 0.4 })
  plan(0, 1, 'family-only', 0.4)
  const characters = [...only.text]
  const most = only.script === 'hangul' || only.script === 'hanja' ? Math.min(2, characters.length - 1) : Math.min(9, characters.length - 1)
  for (let end = 1; end <= most; end++) {
    const parts = [characters.slice(0, end), characters.slice(end)].map((part) => ({ text: part.join(''), script: only.script }))
    plans.push({ family: [parts[0]!], given: [parts[1]!], order: 'family-first', prior: only.script === 'latin' ? 0.3 : 0.6 })
  }
  return plans
}

const lanes: readonly (readonly [Lane, Lane, number])[] = [
  ['korean', 'korean', 0.92],
  ['chinese', 'chinese', 0.07],
  ['chinese', 'korean', 0.005],
  ['korean', 'chinese', 0.005],
]
const keepsAtLeast = 0.02

/** Readings of one writing, likeliest first, at most six. A name nothing can read comes back in its words, unread, so that it still equals itself. */
export const readingsOf = (name: string): Reading[] => {
  const words = wordsOf(name)
  if (words.length === 0) return []
  const plans = plansOf(words)
  const found = gather(plans, false)
  const best = found.length > 0 ? found : gather(plans, true)
  if (best.length === 0)
    return [
      {
        family: null,
        given: words.flatMap((word) => word.pieces.map((piece) => unreadSlot(piece.text, 'given'))),
        order: 'unread',
        weight: 1,
      },
    ]
  const total = best.reduce((sum, reading) => sum + reading.weight, 0)
  const top = best.map((reading) => ({ ...reading, weight: reading.weight / total })).sort((a, b) => b.weight - a.weight)
  return top.filter((reading, rank) => rank === 0 || (rank < 6 && reading.weight >= keepsAtLeast))
}

const gather = (plans: readonly Plan[], slips: boolean): Reading[] => {
  const out: Reading[] = []
  for (const { family, given, order, prior } of plans) {
    const letters = [...(family ?? []), ...given].some((piece) => piece.script === 'latin')
    for (const [familyLane, givenLane, share] of letters ? lanes : lanes.slice(0, 1)) {
      // Without letters on one side the lane of that side says nothing.
      if (familyLane !== givenLane && (family === null || given.length === 0)) continue
      const slot = family === null ? null : familyFrom(family, familyLane, slips)
      if (family !== null && slot === null) continue
      if (given.length === 0) {
        if (slot !== null) out.push({ family: slot, given: [], order, weight: prior * share * slot.chance })
        continue
      }
      for (const cut of givenFrom(given, givenLane)) {
        if (cut.slots.every((one) => one.script === 'unread') && slot === null) continue
        const usual = cut.slots.length === 2 ? 1 : cut.slots.length === 1 ? 0.15 : 0.02
        out.push({ family: slot, given: cut.slots, order, weight: prior * share * usual * (slot?.chance ?? 1) * cut.chance })
      }
    }
  }
  return out
}
