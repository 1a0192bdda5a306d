/** What is compared when two records may be one person, and in how many steps each field can agree. */

/** exact: equal or not. text: equal, much alike, alike (Jaro–Winkler bounds), different. date: equal, one slip of the pen, same year, different. */
export type FieldKind = 'exact' | 'text' | 'date'
export type Field = { name: string; kind: FieldKind; alike: number; muchAlike: number; rarity: boolean }

/** Bounds that no ratio of short texts hits exactly, so that rounding decides nothing. */
export const usualBounds = { alike: 0.8799, muchAlike: 0.9399 }
export const fieldOf = (name: string, kind: FieldKind, rarity = false): Field => ({ name, kind, rarity, ...usualBounds })

/** Level 0 = one of the two is not known; the last = equal. */
export const levelsOf = (kind: FieldKind): number => (kind === 'exact' ? 3 : 5)
export const equalLevel = (kind: FieldKind): number => levelsOf(kind) - 1

/** An agreement is one number: the sum of level × multiplier. size = how many agreements there are; at most 65,535 (16 bits, one value kept for "skip"). */
export type Shape = { fields: readonly Field[]; multipliers: readonly number[]; size: number }

export const shapeOf = (fields: readonly Field[]): Shape => {
  const multipliers: number[] = []
  let size = 1
  for (const { kind } of fields) {
    multipliers.push(size)
    size *= levelsOf(kind)
  }
  if (size > 65535) throw new RangeError(`${size} agreements do not fit in 16 bits: compare fewer fields`)
  return { fields, multipliers, size }
}

export const levelIn = ({ fields, multipliers }: Shape, agreement: number, field: number): number =>
  Math.floor(agreement / multipliers[field]!) % levelsOf(fields[field]!.kind)

/** A whole day as eight digits of four bits; 0 when the year is not known. Unknown months and days are zeros. */
export const dateCell = (text: string): number => {
  const year = digitsAt(text, 0, 4)
  if (year <= 0) return 0
  const month = text.charCodeAt(4) === 45 ? digitsAt(text, 5, 2) : -1
  const day = month > 0 && text.charCodeAt(7) === 45 ? digitsAt(text, 8, 2) : -1
  return year * 65536 + Math.max(0, month) * 256 + Math.max(0, day)
}

/** −1 when there are fewer digits. */
const digitsAt = (text: string, from: number, many: number): number => {
  let value = 0
  for (let i = from; i < from + many; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 16 + digit
  }
  return value
}
