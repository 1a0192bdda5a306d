/** Cuts a run of letters into given-name syllables, every way the spellings allow. */
import { letterSlot, type Slot, slipSlot } from './name-slot.ts'
import type { Lane } from './spellings.ts'

export type Cut = { slots: Slot[]; chance: number }
const cuts: Record<Lane, Map<string, Cut[]>> = { korean: new Map(), chinese: new Map() }
/** Cuts letters into at most three given-name syllables; the likeliest three ways. */
export const cutLetters = (text: string, lane: Lane): Cut[] => {
  const ofLane = cuts[lane]
  const known = ofLane.get(text)
  if (known !== undefined) return known
  if (ofLane.size > 100_000) ofLane.clear()
  const found = text.length > 24 ? [] : cutFrom(text, lane, 3)
  const best = (found.length > 0 || lane === 'chinese' ? found : cutWithSlip(text)).sort((a, b) => b.chance - a.chance).slice(0, 3)
  // A letter struck twice can look like two syllables: siik may be sik.
  const doubled =
    lane === 'korean' && found.length > 0 && text.length <= 7 && found.every((cut) => cut.slots.length > 1) ? slipSlot(text, 'given') : null
  if (doubled !== null) best.push({ slots: [doubled], chance: doubled.chance })
  ofLane.set(text, best)
  return best
}
/** No spelling of a syllable is longer; a cut need not look further. */
const longest = 9
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
