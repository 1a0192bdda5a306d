/** What a written syllable can stand for and by which system, and how that is said. */
import { josa } from 'es-hangul'
import type { Words } from '../../basics/text.ts'
import type { Reading, Slot } from './read-name.ts'
import { type System, systems } from './spelling-systems.ts'
import { type Evidence, mixed, systemShare, width } from './spellings.ts'
import { systemNames } from './tables/system-names.ts'
import { units } from './units.ts'

export type Way = { hangul: string; system: System; share: number; says: Words }
/** What one slot can stand for, likeliest first: the syllable, the system that writes it so, its share among the readings. */
export const waysOf = (slot: Slot, most = 8): Way[] => {
  if (slot.evidence === null) return []
  const { units: rows, p } = slot.evidence
  const found = [...rows].flatMap((unit, row) =>
    systems.map((system, column) => ({ hangul: units[unit]!.hangul, system, share: units[unit]!.share * p[row * width + column]! })),
  )
  const total = found.reduce((sum, way) => sum + way.share, 0)
  return found
    .filter((way) => way.share > total * 0.005)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map((way) => ({ ...way, share: way.share / total, says: saysFor(slot, way.hangul, way.system) }))
}

export const saysFor = (slot: Slot, hangul: string, system: System): Words => {
  const name = systemNames[system]
  const of = { en: `${name.en} of ${hangul}`, ko: `${hangul}의 ${name.ko}`, zh: `“${hangul}”的${name.zh}` }
  if (slot.slip)
    return {
      en: `one letter away from a spelling of ${hangul}`,
      ko: `${hangul} 표기와 한 글자 차이`,
      zh: `与“${hangul}”的拼写相差一个字母`,
    }
  return of
}

/** As it was written, not as it was filed. */
export const shown = (slot: Slot): string => slot.written ?? slot.text
export const slotsOf = (reading: Reading): Slot[] => [...(reading.family === null ? [] : [reading.family]), ...reading.given]
export const textOf = (reading: Reading): string => slotsOf(reading).map(shown).join(' ')
/** As it is written: characters joined, letters by syllable. */
export const writtenAs = (reading: Reading): string =>
  textOf(reading).replace(/(?<=[\p{Script=Hangul}\p{Script=Han}]) (?=[\p{Script=Hangul}\p{Script=Han}])/gu, '')

/** The particle that a Korean sentence puts behind this text; both where it ends in no Hangul. */
export const withParticle = (text: string, pair: '으로/로' | '은/는'): string =>
  /[가-힣]$/.test(text) ? josa(text, pair) : `${text}${pair === '은/는' ? '은(는)' : '(으)로'}`

/** All syllables of a slot that has evidence, every system together, likeliest first. */
export const waysByUnit = ({ evidence }: Slot): [string, number][] => {
  const all = Array.from(evidence!.units, (unit, row): [string, number] => [
    units[unit]!.hangul,
    units[unit]!.share * evidence!.p[row * width + mixed]!,
  ])
  return all.sort((x, y) => y[1] - x[1])
}

/** Which system the whole name most likely follows, so that a syllable that several write alike is named by it. */
export const habitOf = (reading: Reading): readonly number[] =>
  systems.map((system, column) =>
    slotsOf(reading).reduce(
      (product, { evidence }) => {
        if (evidence === null) return product
        let sum = 1e-6
        evidence.units.forEach((unit, row) => {
          sum += units[unit]!.share * evidence.p[row * width + column]!
        })
        return product * sum
      },
      // Without marks the two write much alike; a name that both could write comes from a passport more often than from a catalogue.
      systemShare[column]! * (system === 'dprk' ? 2 : 1),
    ),
  )

type Shared = { hangul: string; left: System; right: System }
/** The likeliest unit that both can stand for, with the system of each side. */
export const bestShared = (a: Slot, b: Slot, habitA: readonly number[], habitB: readonly number[]): Shared | null => {
  if (a.evidence === null || b.evidence === null) return null
  let best: Shared | null = null
  let most = 0
  for (const [row, unit] of a.evidence.units.entries()) {
    const other = b.evidence.units.indexOf(unit)
    if (other < 0) continue
    const [left, leftShare] = likeliest(a.evidence, row, habitA)
    const [right, rightShare] = likeliest(b.evidence, other, habitB)
    const both = units[unit]!.share * leftShare * rightShare
    if (both > most) {
      most = both
      best = { hangul: units[unit]!.hangul, left, right }
    }
  }
  return best
}
const likeliest = (evidence: Evidence, row: number, habit: readonly number[]): [System, number] => {
  let best = 0
  for (let column = 1; column < systems.length; column++)
    if (evidence.p[row * width + column]! * habit[column]! > evidence.p[row * width + best]! * habit[best]!) best = column
  // What people choose for themselves is often what the Revised Romanization prescribes; then it is called by that.
  const named = systems[best] === 'popular' && evidence.p[row * width + systems.indexOf('rr')]! > 0.5 ? 'rr' : systems[best]!
  return [named, evidence.p[row * width + best]! * habit[best]!]
}
