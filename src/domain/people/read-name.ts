/** Every way a written name can be read: which part is the family name, where the syllables end, which syllables they can be. */

import { type Cut, cutLetters } from './cut-letters.ts'
import { type Piece, type Word, wordsOf } from './fold-name.ts'
import { hangulSlipSlot, hangulSlot, hanjaSlot, letterSlot, type Slot, slipSlot, unreadSlot } from './name-slot.ts'
import { withSoundChanges } from './sound-changes.ts'
import type { Lane } from './spellings.ts'

export type { Slot } from './name-slot.ts'

export type Order = 'family-first' | 'family-last' | 'given-only' | 'family-only' | 'unread'
/** `weight`: share among the readings of this text; they sum to one. */
export type Reading = { family: Slot | null; given: readonly Slot[]; order: Order; weight: number }

const familyFrom = (pieces: readonly Piece[], lane: Lane, slips: boolean): Slot | null => {
  const text = pieces.map((piece) => piece.text).join('')
  switch (pieces[0]!.script) {
    case 'hangul':
      return text.length > 2 ? null : (hangulSlot(text, 'family') ?? (slips ? hangulSlipSlot(text, 'family') : null))
    case 'hanja':
      return [...text].length > 2 ? null : hanjaSlot(text, 'family')
    default:
      return letterSlot(text, lane, 'family') ?? (slips && lane === 'korean' ? slipSlot(text, 'family') : null)
  }
}

const givenFrom = (pieces: readonly Piece[], lane: Lane): readonly Cut[] => {
  let all: readonly Cut[] | null = null
  for (const { text, script } of pieces) {
    const next = script === 'hangul' || script === 'hanja' ? cutCharacters(text, script) : cutLetters(text, lane)
    if (next.length === 0) return []
    all = all === null ? next : joined(all, next)
  }
  return (all ?? []).filter((cut) => cut.slots.length <= 4).map(heard)
}
const heard = (cut: Cut): Cut => {
  const slots = withSoundChanges(cut.slots)
  return slots === cut.slots ? cut : { slots, chance: cut.chance }
}
const joined = (begun: readonly Cut[], next: readonly Cut[]): readonly Cut[] => {
  const both = begun.flatMap((head) => next.map((tail) => ({ slots: [...head.slots, ...tail.slots], chance: head.chance * tail.chance })))
  return both.length <= 4 ? both : both.sort((a, b) => b.chance - a.chance).slice(0, 4)
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
  const characters = [...only.text]
  // Three characters are a whole name nearly always.
  const whole = only.script !== 'latin' && characters.length > 2
  plans.push({ family: null, given: pieces, order: 'given-only', prior: whole ? 0.02 : 0.4 })
  plan(0, 1, 'family-only', 0.4)
  const most = only.script === 'hangul' || only.script === 'hanja' ? Math.min(2, characters.length - 1) : Math.min(9, characters.length - 1)
  for (let end = 1; end <= most; end++) {
    const parts = [characters.slice(0, end), characters.slice(end)].map((part) => ({ text: part.join(''), script: only.script }))
    plans.push({ family: [parts[0]!], given: [parts[1]!], order: 'family-first', prior: only.script === 'latin' ? 0.3 : 0.6 })
  }
  return plans
}

const bothLanes: readonly Lane[] = ['korean', 'chinese']
/** Lane of the family name, lane of the given name, how often a name in letters is so written. */
const lanes: readonly (readonly [family: 0 | 1, given: 0 | 1, share: number])[] = [
  [0, 0, 0.92],
  [1, 1, 0.07],
  [1, 0, 0.005],
  [0, 1, 0.005],
]
const koreanOnly = lanes.slice(0, 1)
const keepsAtLeast = 0.02

/** Readings of one writing, likeliest first, at most six. A name nothing can read comes back in its words, unread, so that it still equals itself. */
export const readingsOf = (name: string): Reading[] => {
  const words = wordsOf(name)
  if (words.length === 0) return []
  const plans = plansOf(words)
  const found = gather(plans, false)
  // When a slip is needed anyway it may as well be in the family name.
  const best = found.length > 0 && found.some((reading) => !hasSlip(reading)) ? found : gather(plans, true)
  const read = best.reduce((sum, reading) => sum + reading.weight, 0)
  const foreign = foreignWeight(words)
  const total = read + foreign
  if (foreign >= total * keepsAtLeast) best.push(unread(words, foreign))
  // A very long text has no chance that a number can hold; its readings then weigh alike.
  for (const reading of best) reading.weight = total > 0 ? reading.weight / total : 1 / best.length
  if (best.length === 1) return best
  best.sort((a, b) => b.weight - a.weight)
  const usual = best.find(isUsual)
  const asWritten = usual?.order === 'family-last' ? best.find((reading) => reading.order === 'family-first' && isUsual(reading)) : usual
  return best.filter(
    (reading, rank) => rank === 0 || reading === usual || reading === asWritten || (rank < 6 && reading.weight >= keepsAtLeast),
  )
}
/** A family name and one or two syllables, all as the tables write them: kept however rare the family name is, first in the order of Korean names. */
const isUsual = (reading: Reading): boolean =>
  reading.family !== null &&
  reading.given.length > 0 &&
  reading.given.length < 3 &&
  reading.given.every((slot) => slot.evidence !== null) &&
  !hasSlip(reading)

/** A name of another language: its words as they are, in no order; it wins only where the tables make a reading far-fetched. */
const unread = (words: readonly Word[], weight: number): Reading => {
  const texts = words.flatMap((word) => word.pieces.map((piece) => piece.text)).sort()
  return { family: null, given: texts.map((text) => unreadSlot(text, 'given')), order: 'unread', weight }
}
const foreignWeight = (words: readonly Word[]): number => {
  let parts = 0
  // A long word is rarer for its length, whatever the language.
  for (const word of words)
    for (const { text, script } of word.pieces)
      parts += script === 'hangul' || script === 'hanja' ? text.length : 1 + Math.max(0, text.length - 6) / 10
  // ŏ and ŭ are hardly written in any other language's names.
  const marked = words.some((word) => word.pieces.some((piece) => /[ŏŭ]/.test(piece.text)))
  return foreignPart ** parts * (marked ? 1e-3 : 1)
}
const foreignPart = 1e-5

const hasSlip = (reading: Reading): boolean => reading.family?.slip === true || reading.given.some((slot) => slot.slip)

const gather = (plans: readonly Plan[], slips: boolean): Reading[] => {
  const out: Reading[] = []
  for (const { family, given, order, prior } of plans) {
    const letters = family?.some(isLatin) === true || given.some(isLatin)
    const families =
      letters || family !== null ? bothLanes.map((lane) => (family === null ? null : familyFrom(family, lane, slips))) : [null, null]
    if (family !== null && families[0] === null && families[1] === null) continue
    const cuts = bothLanes.map((lane, at) => (given.length === 0 || (at === 1 && !letters) ? [] : givenFrom(given, lane)))
    for (const [familyLane, givenLane, share] of letters ? lanes : koreanOnly) {
      // Without letters on one side the lane of that side says nothing.
      if (familyLane !== givenLane && (family === null || given.length === 0)) continue
      const slot = families[familyLane]!
      if (family !== null && slot === null) continue
      if (given.length === 0) {
        if (slot !== null) out.push({ family: slot, given: [], order, weight: prior * share * slot.chance })
        continue
      }
      for (const cut of cuts[givenLane]!) {
        if (slot === null && cut.slots.every((one) => one.script === 'unread')) continue
        const usual = cut.slots.length === 2 ? 1 : cut.slots.length === 1 ? 0.15 : 0.02
        out.push({ family: slot, given: cut.slots, order, weight: prior * share * usual * (slot?.chance ?? 1) * cut.chance })
      }
    }
  }
  return out
}
const isLatin = (piece: Piece): boolean => piece.script === 'latin'
