/** Which syllables a piece of writing can stand for, and how likely each system makes it: the forward rules turned round. */
import { familyPinyinShares, pinyinShares, wadeGilesOf } from './han.ts'
import { type Place, partsOf, type System, spellingsOf, systems, type Weighted, withoutMarks } from './spelling-systems.ts'
import { spellingVariants } from './tables/given-syllables.ts'
import { familyKey, surnames, unitOf, units, withInitialSoundRule } from './units.ts'

/** How often a name in Latin letters is written by each system; other scripts have one each. The last column mixes them. */
export const systemShare: readonly number[] = systems.map(
  (system) => ({ rr: 0.2, mr: 0.1, 'mr-plain': 0.2, dprk: 0.25, popular: 0.25, pinyin: 0.9, 'wade-giles': 0.1 })[system as string] ?? 1,
)
export const width = systems.length + 1
export const mixed = systems.length
/** Columns are systems, rows are units: p[row * width + column] is the probability of this spelling for that unit. */
export type Evidence = { units: Int32Array; p: Float64Array }
/** Letters are read as Korean romanisation or as a Chinese reading, never half of each within a syllable. */
export type Lane = 'korean' | 'chinese'

const northern: Record<string, [form: string, share: number]> = {
  이: ['리', 0.95],
  임: ['림', 0.6],
  유: ['류', 0.65],
  양: ['량', 0.5],
  여: ['려', 0.6],
  염: ['렴', 0.7],
  용: ['룡', 0.9],
  육: ['륙', 0.9],
  연: ['련', 0.1],
  엽: ['렵', 0.02],
  노: ['로', 0.9],
  나: ['라', 0.9],
  난: ['란', 0.9],
  낭: ['랑', 0.9],
  뇌: ['뢰', 0.9],
  영: ['령', 0.02],
}
const keepsInitial: Partial<Record<System, number>> = { rr: 0.03, mr: 0.5, 'mr-plain': 0.5, dprk: 1, popular: 0.12, kontsevich: 0.9 }
const dropsInitial: Partial<Record<System, number>> = { rr: 0.4, mr: 0.15, 'mr-plain': 0.1, dprk: 0.02, popular: 0.4, kontsevich: 0.1 }
/** 렬 and 률 lose it inside a name too, after a vowel or ㄴ (한글 맞춤법 11, 붙임 1), and people carry that over to other names: 석열. */
const dropsWithin: Partial<Record<System, number>> = { rr: 0.6, mr: 0.4, 'mr-plain': 0.3, dprk: 0.02, popular: 0.7, kontsevich: 0.2 }
const bySpelling: readonly System[] = ['rr', 'mr', 'mr-plain', 'dprk', 'popular', 'kontsevich']

type Rows = Map<string, Map<number, Float64Array>>
const put = (rows: Rows, spelling: string, unit: number, system: System, p: number): void => {
  const of = rows.get(spelling) ?? new Map<number, Float64Array>()
  rows.set(spelling, of)
  const row = of.get(unit) ?? new Float64Array(width)
  of.set(unit, row)
  const column = systems.indexOf(system)
  row[column] = row[column]! + p
}
const settle = (rows: Rows): Map<string, Evidence> => {
  const out = new Map<string, Evidence>()
  for (const [spelling, of] of rows) {
    const evidence = { units: Int32Array.from(of.keys()), p: new Float64Array(of.size * width) }
    let at = 0
    for (const row of of.values()) {
      for (let column = 0; column < mixed; column++) row[mixed] = row[mixed]! + row[column]! * systemShare[column]!
      evidence.p.set(row, at)
      at += width
    }
    out.set(spelling, evidence)
  }
  return out
}

/** Spells a whole unit, a compound surname syllable by syllable. */
const spell = (hangul: string, system: System, place: Place): Weighted =>
  [...hangul].reduce<Weighted>(
    (all, syllable) =>
      all
        .flatMap(([begun, weight]) => spellingsOf(syllable, system, place).map(([next, more]) => [begun + next, weight * more] as const))
        .filter(([, weight]) => weight > 0.002),
    [['', 1]],
  )

const koreanFamily = (): Rows => {
  const rows: Rows = new Map()
  for (const [unit, { place, hangul }] of units.entries()) {
    if (place !== 'family') continue
    const [north, share] = northern[hangul] ?? [hangul, 0]
    const listed = surnames.filter((one) => familyKey(one.hangul) === hangul)
    const bearers = listed.reduce((sum, one) => sum + one.bearers, 0)
    for (const system of bySpelling) {
      const kept = share * (keepsInitial[system] ?? 0)
      const own = system === 'popular' && listed.length > 0 ? 0.5 : 1
      for (const [spelling, p] of spell(hangul, system, 'family')) put(rows, spelling, unit, system, p * (1 - kept) * own)
      if (kept > 0) for (const [spelling, p] of spell(north, system, 'family')) put(rows, spelling, unit, system, p * kept * own)
    }
    for (const one of listed) {
      const part = bearers === 0 ? 0 : one.bearers / bearers
      for (const usual of [withoutMarks(one.mr), one.rr]) put(rows, usual, unit, 'popular', 0.1 * part)
      const total = one.popular.reduce((sum, _, rank) => sum + 0.5 ** rank, 0)
      for (const [rank, spelling] of one.popular.entries()) put(rows, spelling, unit, 'popular', (0.3 * part * 0.5 ** rank) / total)
    }
  }
  return rows
}

const koreanGiven = (): Rows => {
  const rows: Rows = new Map()
  for (const [unit, { place, hangul }] of units.entries()) {
    if (place !== 'given') continue
    const dropped = withInitialSoundRule(hangul)
    for (const system of bySpelling) {
      const share = dropped === hangul ? 0 : ((hangul === '렬' || hangul === '률' ? dropsWithin : dropsInitial)[system] ?? 0)
      for (const [spelling, p] of spell(hangul, system, 'given')) put(rows, spelling, unit, system, p * (1 - share))
      if (share > 0) for (const [spelling, p] of spell(dropped, system, 'given')) put(rows, spelling, unit, system, p * share)
    }
  }
  return rows
}

const asItIs = [['v', 1]] as const
const umlauts = [
  ['u', 0.6],
  ['v', 0.15],
  ['yu', 0.25],
] as const
const chinese = (place: Place): Rows => {
  const rows: Rows = new Map()
  for (const [hangul, readings] of place === 'family' ? familyPinyinShares() : pinyinShares()) {
    const unit = unitOf(place, hangul)
    if (unit === null) continue
    for (const [reading, share] of readings) {
      // ü: printed so (and read without its dots), typed v, and yu in Chinese passports (GB/T 28039-2011).
      const umlaut = reading.includes('v')
      for (const [vowel, part] of umlaut ? umlauts : asItIs) put(rows, reading.replace('v', vowel), unit, 'pinyin', share * part)
      const giles = wadeGilesOf(reading.replace('v', 'u'))
      put(rows, giles, unit, 'wade-giles', share * 0.6)
      put(rows, giles.replaceAll("'", ''), unit, 'wade-giles', share * 0.4)
    }
  }
  return rows
}

const made: Record<Lane, Partial<Record<Place, ReadonlyMap<string, Evidence>>>> = { korean: {}, chinese: {} }
/** All spellings of a lane and place. Made when first asked for: half a second that a start of the program should not pay. */
export const spelled = (lane: Lane, place: Place): ReadonlyMap<string, Evidence> => {
  const known = made[lane][place]
  if (known !== undefined) return known
  const table = settle(lane === 'chinese' ? chinese(place) : place === 'family' ? koreanFamily() : koreanGiven())
  made[lane][place] = table
  return table
}

/** Reads a marked spelling as it stands, else without its marks. Null when no system writes so. */
export const evidenceOf = (text: string, lane: Lane, place: Place): Evidence | null => {
  const table = spelled(lane, place)
  const found = table.get(text)
  if (found !== undefined || !/[ŏŭ']/.test(text)) return found ?? null
  const vowels = text.replaceAll('ŏ', 'o').replaceAll('ŭ', 'u')
  // A breve over a Chinese reading is a tone mark; its apostrophe is the aspiration of Wade–Giles.
  return (lane === 'chinese' ? table.get(vowels) : undefined) ?? table.get(withoutMarks(text)) ?? null
}

const variants = spellingVariants.slice(0, 6)
/** A Hangul syllable stands for itself, for the form that lost its initial sound by rule, and for a near homophone of careless spelling. */
export const hangulEvidence = (text: string, place: Place): Evidence | null => {
  const found: [number, number][] = []
  const add = (hangul: string, p: number): void => {
    const unit = unitOf(place, hangul)
    if (unit !== null && !found.some(([known]) => known === unit)) found.push([unit, p])
  }
  add(text, 1)
  if (place === 'given') {
    for (const { hangul, place: of } of units)
      if (of === 'given' && hangul !== text && withInitialSoundRule(hangul) === text) add(hangul, 0.6)
    for (const [kept, also] of variants) if (also === text) add(kept, 0.25)
  }
  return found.length === 0 ? null : evidenceFor(found, 'hangul')
}

export const evidenceFor = (found: readonly (readonly [unit: number, p: number])[], system: System): Evidence => {
  const p = new Float64Array(found.length * width)
  found.forEach(([, share], row) => {
    p[row * width + systems.indexOf(system)] = share
    p[row * width + mixed] = share
  })
  return { units: Int32Array.from(found.map(([unit]) => unit)), p }
}

export const isHangulSyllable = (text: string): boolean => partsOf(text) !== null
