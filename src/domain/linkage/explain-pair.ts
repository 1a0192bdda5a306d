/** Says of one pair what each field speaks for or against, in the same steps as the kernel compares, so that a reader can add the weight up. */
import { equalLevel, type Shape } from './fields.ts'
import { letterBytes } from './texts.ts'
import { type Levels, leastChance, rarityOf } from './weights.ts'

/** texts: number → the text, for kind text; counts as the column kept them. */
export type ExplainedColumn = { cells: Uint32Array; texts: readonly string[] | null; counts: Uint32Array | null }
/** level as in fields.ts; weight in bits, the rarity of an equal value in it. */
export type PairField = { level: number; weight: number }

export const pairExplainer = (
  shape: Shape,
  columns: readonly ExplainedColumn[],
  match: Levels,
  chance: Levels,
): ((a: number, b: number) => PairField[]) => {
  const rarity = shape.fields.map((field, i) =>
    field.rarity && columns[i]!.counts ? rarityOf(shape, i, chance, columns[i]!.counts!) : null,
  )
  return (a, b) =>
    shape.fields.map((field, i) => {
      const { cells, texts } = columns[i]!
      const [x, y] = [cells[a]!, cells[b]!]
      if (x === 0 || y === 0) return { level: 0, weight: 0 }
      const level =
        x === y
          ? equalLevel(field.kind)
          : field.kind === 'exact'
            ? 1
            : field.kind === 'date'
              ? dateLevel(x, y)
              : textLevel(jaroWinkler(letterBytes(texts![x]!), letterBytes(texts![y]!)), field)
      const weight = Math.log2(Math.max(match[i]![level]!, leastChance) / Math.max(chance[i]![level]!, leastChance))
      return { level, weight: weight + (x === y && rarity[i] ? rarity[i]![x]! : 0) }
    })
}

const textLevel = (likeness: number, { alike, muchAlike }: { alike: number; muchAlike: number }): number =>
  likeness >= muchAlike ? 3 : likeness >= alike ? 2 : 1

/** Eight digits of four bits: 3 one slip of the pen or two neighbours swapped, 2 the same year, 1 different. */
const dateLevel = (a: number, b: number): number => {
  const digits = (day: number): string => day.toString(16).padStart(8, '0')
  const [x, y] = [digits(a), digits(b)]
  const differing = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]))
  const [i, j] = differing
  if (differing.length === 1) return 3
  if (differing.length === 2 && j === i! + 1 && x[i!] === y[j] && x[j] === y[i!]) return 3
  return x.slice(0, 4) === y.slice(0, 4) ? 2 : 1
}

/** As the kernel computes it: prefix of up to four, weight 0.1, counted only above 0.7. */
const jaroWinkler = (a: Uint8Array, b: Uint8Array): number => {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1)
  const [takenA, takenB] = [new Uint8Array(a.length), new Uint8Array(b.length)]
  let common = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (takenB[j] || b[j] !== a[i]) continue
      takenA[i] = takenB[j] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  const fromA = a.filter((_, i) => takenA[i])
  const fromB = b.filter((_, j) => takenB[j])
  const moved = fromA.reduce((sum, letter, i) => sum + Number(letter !== fromB[i]), 0) >> 1
  const jaro = (common / a.length + common / b.length + (common - moved) / common) / 3
  if (jaro <= 0.7) return jaro
  let prefix = 0
  while (prefix < Math.min(4, a.length, b.length) && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
