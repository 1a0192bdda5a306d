/** Spellings that write what is heard where two syllables meet: 극렬 Kŭngnyŏl, 명록 Myŏngnok, 길남 Killam, 한림 Hallim, 철호 Ch'ŏrho, 석열 Sŏngnyŏl. */
import type { Slot } from './name-slot.ts'
import { letterSlot } from './name-slot.ts'
import { systems } from './spelling-systems.ts'
import { type Evidence, mixed, width } from './spellings.ts'

/**
 * McCune–Reischauer writes the change (table of 1939; Standard Pronunciation 18–20 and 29 say when it is heard); the other systems write names by the syllable,
 * and their users copy a heard spelling only now and then.
 */
const writesWhatIsHeard = systems.map((system) =>
  system === 'mr' || system === 'mr-plain' ? 0.5 : system === 'popular' || system === 'dprk' ? 0.05 : 0,
)

const before: readonly (readonly [heard: RegExp, next: RegExp, written: string])[] = [
  [/ng$/, /^[nm]/, 'k'],
  [/m$/, /^[nm]/, 'p'],
  [/n$/, /^[nm]/, 't'],
  [/l$/, /^l/, 'n'],
  [/r$/, /^[haeiouwyŏŭ]/, 'l'],
]
const after: readonly (readonly [heard: RegExp, last: RegExp, written: string])[] = [
  [/^l/, /l$/, 'n'],
  [/^n/, /(?:ng|m)$/, 'r'],
  [/^n(?=y|i)/, /(?:ng|[mn])$/, ''],
]

/** The slots themselves where nothing changes: nearly always. */
export const withSoundChanges = (slots: Slot[]): Slot[] => {
  let changed: Slot[] | null = null
  for (let at = 0; at + 1 < slots.length; at++) {
    const [left, right] = [slots[at]!, slots[at + 1]!]
    if (left.script !== 'korean' || right.script !== 'korean' || left.slip || right.slip) continue
    if (!changes(left.text.at(-1)!, right.text[0]!)) continue
    const first = other(left, before, right.text)
    const second = other(right, after, left.text)
    if (first === null && second === null) continue
    changed ??= [...slots]
    if (first !== null) changed[at] = first
    if (second !== null) changed[at + 1] = second
  }
  return changed ?? slots
}

/** Whether any rule can speak of these two letters; asked of every pair of syllables, so kept cheap. */
const changes = (last: string, next: string): boolean =>
  last === 'r' ? !'nmltkp'.includes(next) : 'ngml'.includes(last) && 'nml'.includes(next)

const other = (slot: Slot, rules: readonly (readonly [RegExp, RegExp, string])[], beside: string): Slot | null => {
  let heard: Slot | null = null
  for (const [sound, next, written] of rules) {
    if (!sound.test(slot.text) || !next.test(beside)) continue
    const alone = letterSlot(slot.text.replace(sound, written), 'korean', slot.place)
    if (alone !== null) heard = joined(heard ?? slot, alone)
  }
  return heard
}

const made = new Map<string, Slot>()
const joined = (slot: Slot, written: Slot): Slot => {
  const key = `${slot.text} ${slot.heardAs ?? ''} ${written.text}`
  const known = made.get(key)
  if (known !== undefined) return known
  if (made.size > 20_000) made.clear()
  const one = { ...slot, heardAs: `${slot.heardAs ?? ''}${written.text}`, evidence: both(slot.evidence!, written.evidence!) }
  made.set(key, one)
  return one
}

const both = (asWritten: Evidence, asHeard: Evidence): Evidence => {
  const units = [...new Set([...asWritten.units, ...asHeard.units])]
  const p = new Float64Array(units.length * width)
  for (const [row, unit] of units.entries()) {
    const [own, heard] = [asWritten.units.indexOf(unit), asHeard.units.indexOf(unit)]
    for (let column = 0; column < width; column++) {
      const share = column === mixed ? 0.15 : writesWhatIsHeard[column]!
      p[row * width + column] =
        (own < 0 ? 0 : asWritten.p[own * width + column]!) + (heard < 0 ? 0 : share * asHeard.p[heard * width + column]!)
    }
  }
  return { units: Int32Array.from(units), p }
}
