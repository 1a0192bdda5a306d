/** Slips of the hand: a syllable that no system writes, read as the spellings one letter away. */
import { type Place, partsOf } from './spelling-systems.ts'
import { type Evidence, evidenceFor, spelled, width } from './spellings.ts'
import { units } from './units.ts'

const without = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))

/** Spellings of a table by what is left of them when one letter is lost. */
const lossesOf = (table: ReadonlyMap<string, Evidence>): Map<string, string[]> => {
  const losses = new Map<string, string[]>()
  for (const spelling of table.keys()) {
    if (spelling.length < 3 || spelling.length > 8 || /[ŏŭ'а-яё]/.test(spelling)) continue
    for (const loss of without(spelling)) {
      const known = losses.get(loss)
      if (known === undefined) losses.set(loss, [spelling])
      else if (!known.includes(spelling)) known.push(spelling)
    }
  }
  return losses
}
const losses = new Map<Place, Map<string, string[]>>()
const lossesIn = (place: Place): Map<string, string[]> => {
  const known = losses.get(place)
  if (known !== undefined) return known
  const all = lossesOf(spelled('korean', place))
  losses.set(place, all)
  return all
}

/** One letter lost, added, changed, or two neighbours exchanged. */
export const isOneSlipAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/** Neighbouring spellings of the same table, the text itself not among them. */
export const neighboursOf = (text: string, place: Place): string[] => {
  const table = spelled('korean', place)
  const lossesOfPlace = lossesIn(place)
  const found = new Set<string>()
  for (const loss of without(text)) {
    if (table.has(loss) && loss.length > 1) found.add(loss)
    for (const one of lossesOfPlace.get(loss) ?? []) if (isOneSlipAway(text, one)) found.add(one)
  }
  for (const one of lossesOfPlace.get(text) ?? []) found.add(one)
  found.delete(text)
  return [...found]
}

/** The units of all neighbours, each neighbour counted by how usual it is; null when there is none within one slip. */
export const nearSpellings = (text: string, place: Place): Evidence | null => {
  if (text.length < 2 || text.length > 9) return null
  const sums = new Map<number, Float64Array>()
  for (const one of neighboursOf(text, place)) {
    const evidence = spelled('korean', place).get(one)!
    evidence.units.forEach((unit, row) => {
      const sum = sums.get(unit) ?? new Float64Array(width)
      sums.set(unit, sum)
      for (let column = 0; column < width; column++) sum[column] = sum[column]! + evidence.p[row * width + column]! / 10
    })
  }
  const likeliest = [...sums].sort((a, b) => units[b[0]]!.share * b[1][width - 1]! - units[a[0]]!.share * a[1][width - 1]!).slice(0, 16)
  if (likeliest.length === 0) return null
  const p = new Float64Array(likeliest.length * width)
  for (const [row, [, sum]] of likeliest.entries()) p.set(sum, row * width)
  return { units: Int32Array.from(likeliest.map(([unit]) => unit)), p }
}

/** Hangul with one letter of a syllable changed: 현 for 헌. Null when no known syllable is that near. */
export const nearHangul = (text: string, place: Place): Evidence | null => {
  const parts = text.length === 1 ? partsOf(text) : null
  if (parts === null) return null
  const found: [number, number][] = []
  units.forEach((unit, number) => {
    if (unit.place !== place || unit.hangul.length !== 1 || unit.hangul === text) return
    const other = partsOf(unit.hangul)!
    const agree = Number(other.lead === parts.lead) + Number(other.vowel === parts.vowel) + Number(other.tail === parts.tail)
    if (agree === 2) found.push([number, 0.1])
  })
  return found.length === 0 ? null : evidenceFor(found, 'hangul')
}
