/** Links two lists, or one with itself: compares within blocks on all threads, learns the weights, and tells the pairs worth a look. */
import { refuse } from '../basics/refusal.ts'
import { type Blocks, blocksOf, sharesOf } from '../domain/linkage/blocks.ts'
import { type Field, type Shape, shapeOf } from '../domain/linkage/fields.ts'
import { linkKernel } from '../domain/linkage/kernels/link.ts'
import { pickedPairs } from '../domain/linkage/picked-pairs.ts'
import type { Texts } from '../domain/linkage/texts.ts'
import {
  chanceLevels,
  hopefulOf,
  type Levels,
  learnFrom,
  rarityOf,
  shareOfMatches,
  type Taught,
  together,
  weightTable,
} from '../domain/linkage/weights.ts'
import { type KernelPool, layOut, openKernelPool } from './kernel-pool.ts'

/** A column of cells, one a record: numbers of texts, days as digits, or any number; 0 = not known. texts only for kind text (and rarity). */
export type LinkColumn = { field: Field; cells: Uint32Array; texts: Texts | null }
/** Records with the same key (not 0) are compared; `fixes` = the fields that the key makes equal, from which it can teach nothing. */
export type LinkRule = { name: string; keys: Uint32Array; keyCount: number; fixes: readonly string[] }
/** Records of the first list come first; `second` = where the second begins, null when one list is searched for duplicates. */
export type LinkInput = { columns: readonly LinkColumn[]; rules: readonly LinkRule[]; second: number | null }
export type LinkSettings = {
  least: number
  threads: number
  picked?: number
  rounds?: number
  mostInBlock?: number
  progress?: (step: string, share: number) => void
}

/** weights are log2 of the odds; a pair is told when its probability reaches `least`. */
export type Linked = {
  pairs: { a: Uint32Array; b: Uint32Array; weight: Float64Array }
  compared: number
  /** How many pairs have each agreement, each pair once. */
  unique: Uint32Array
  blocked: readonly { rule: string; pairs: number; tooLarge: Blocks['tooLarge'] }[]
  learnt: { match: Levels; chance: Levels; share: number; taught: readonly Taught[] }
  shape: Shape
  bytes: number
}

const roomForPairs = 1 << 17
/** Two bytes of memory a pair. */
const mostPairs = 500_000_000

export const linkLists = async ({ columns, rules, second }: LinkInput, settings: LinkSettings): Promise<Linked> => {
  const { least, threads, picked = 1_000_000, rounds = 25, mostInBlock = 20_000_000, progress = () => {} } = settings
  const shape = shapeOf(columns.map(({ field }) => field))
  const records = columns[0]!.cells.length
  const stride = columns.length + rules.length
  const blocks = rules.map(({ keys, keyCount }) => blocksOf(keys, keyCount, second, mostInBlock))
  const toCompare = blocks.reduce((sum, { total }) => sum + total, 0)
  if (toCompare > mostPairs)
    refuse('too-large', {
      limit: `${mostPairs.toLocaleString('en')} pairs to compare (these lists need ${toCompare.toLocaleString('en')})`,
    })
  const space = layOut()
  const packed = columns.map(({ field, texts }) => (field.kind === 'text' && texts ? texts.packed() : null))
  const at = {
    fields: space.take(columns.length * 48),
    records: space.take(records * stride * 4),
    texts: packed.map((texts) =>
      texts
        ? { bytes: space.take(texts.bytes.length), ends: space.take(texts.ends.byteLength), masks: space.take(texts.masks.byteLength) }
        : null,
    ),
    rarity: columns.map(({ field, texts }) => (field.rarity && texts ? space.take((texts.size + 1) * 8) : 0)),
    blocks: blocks.map(({ order, starts, seconds }) => ({
      order: space.take(order.byteLength),
      starts: space.take(starts.byteLength),
      seconds: space.take(seconds.byteLength),
    })),
    agreements: blocks.map(({ total }) => space.take(total * 2)),
    picked: space.take(picked * 8),
    weights: space.take(shape.size * 8),
    hopeful: space.take(shape.size),
  }
  const longest = Math.max(1, ...blocks.map(longestBlock))
  const memo = 1024 + columns.length * (1 << 19)
  const tables = Math.ceil((shape.size * 4) / 64) * 64
  const rowsRoom = memo + rules.length * 2 * tables + tables
  const pool = openKernelPool(linkKernel, space.used(), rowsRoom + Math.max(longest * stride * 4, roomForPairs * 16), threads)
  const { buffer } = pool.memory
  try {
    writeRecords(new Uint32Array(buffer, at.records, records * stride), columns, rules, blocks)
    columns.forEach(({ field }, i) => {
      const texts = at.texts[i]
      const words = new Uint32Array(buffer, at.fields + i * 48, 12)
      words.set([
        ['exact', 'text', 'date'].indexOf(field.kind),
        shape.multipliers[i]!,
        texts?.bytes ?? 0,
        texts?.ends ?? 0,
        texts?.masks ?? 0,
      ])
      new Float64Array(buffer, at.fields + i * 48 + 24, 2).set([field.alike, field.muchAlike])
      words[10] = at.rarity[i]!
      if (!texts) return
      new Uint8Array(buffer, texts.bytes, packed[i]!.bytes.length).set(packed[i]!.bytes)
      new Uint32Array(buffer, texts.ends, packed[i]!.ends.length).set(packed[i]!.ends)
      new BigUint64Array(buffer, texts.masks, packed[i]!.masks.length).set(packed[i]!.masks)
    })
    blocks.forEach(({ order, starts, seconds }, r) => {
      new Uint32Array(buffer, at.blocks[r]!.order, order.length).set(order)
      new Uint32Array(buffer, at.blocks[r]!.starts, starts.length).set(starts)
      new Uint32Array(buffer, at.blocks[r]!.seconds, seconds.length).set(seconds)
    })
    await pool.onEach('setUp', [columns.length, rules.length, at.fields, at.records, { inRoom: 0 }])

    progress('unrelated pairs', 0)
    new Uint32Array(buffer, at.picked, picked * 2).set(pickedPairs(records, second, picked))
    const chance = chanceLevels(shape, await pickedCounts(pool, at.picked, picked, shape.size, rowsRoom - tables, threads))

    const { counts, unique } = await comparedCounts(pool, blocks, at, shape.size, memo, tables, rowsRoom, (share) =>
      progress('comparing', share),
    )
    const taught = rules.map(({ fixes }, r) => learnFrom(shape, counts[r]!, chance, fixesOf(columns, fixes), rounds))
    const match = together(shape, taught)
    const weights = weightTable(shape, match, chance)
    const allPairs = second === null ? (records * (records - 1)) / 2 : second * (records - second)
    const once = sumOf(unique)
    const share = shareOfMatches(once, weights, allPairs)
    const prior = Math.log2(share / (1 - share))
    const line = Math.log2(least / (1 - least))
    const greatest = columns.map(({ field, texts }, i) => {
      if (!field.rarity || !texts) return 0
      const rarity = rarityOf(shape, i, chance, texts.counts)
      new Float64Array(buffer, at.rarity[i]!, rarity.length).set(rarity)
      return rarity.reduce((a, b) => Math.max(a, b), 0)
    })
    const table = weights.map((weight) => weight + prior)
    new Float64Array(buffer, at.weights, shape.size).set(table)
    new Uint8Array(buffer, at.hopeful, shape.size).set(hopefulOf(shape, table, greatest, line))
    const pairs = await toldPairs(pool, blocks, at, line, rowsRoom, (part) => progress('telling', part))
    return {
      pairs,
      compared: once.reduce((a, b) => a + b, 0),
      unique: once,
      blocked: rules.map(({ name }, r) => ({ rule: name, pairs: blocks[r]!.total, tooLarge: blocks[r]!.tooLarge })),
      learnt: { match, chance, share, taught },
      shape,
      bytes: buffer.byteLength,
    }
  } finally {
    await pool.close()
  }
}

type Addresses = {
  blocks: readonly { order: number; starts: number; seconds: number }[]
  agreements: readonly number[]
  weights: number
  hopeful: number
}

const fixesOf = (columns: readonly LinkColumn[], fixes: readonly string[]): number[] =>
  columns.flatMap(({ field }, i) => (fixes.includes(field.name) ? [i] : []))
const longestBlock = ({ starts }: Blocks): number => {
  let longest = 0
  for (let k = 0; k + 1 < starts.length; k++) longest = Math.max(longest, starts[k + 1]! - starts[k]!)
  return longest
}

/** Fields and keys of a record side by side. The key of a block that was left out is no key: its pairs must not count as met already. */
const writeRecords = (rows: Uint32Array, columns: readonly LinkColumn[], rules: readonly LinkRule[], blocks: readonly Blocks[]): void => {
  const all = [...columns.map(({ cells }) => cells), ...rules.map(({ keys }) => keys)]
  all.forEach((cells, column) => {
    const left = blocks[column - columns.length]?.left
    for (let i = 0, to = column; i < cells.length; i++, to += all.length) rows[to] = left?.has(cells[i]!) ? 0 : cells[i]!
  })
}

const pickedCounts = async (
  pool: KernelPool,
  pairs: number,
  many: number,
  size: number,
  tableAt: number,
  threads: number,
): Promise<Uint32Array> => {
  const sums = new Uint32Array(size)
  const step = Math.ceil(many / (threads * 4))
  const calls = Array.from(
    { length: threads * 4 },
    (_, i) => [pairs + i * step * 8, Math.max(0, Math.min(step, many - i * step)), { inRoom: tableAt }] as const,
  )
  await pool.run('comparePicked', calls, (_, __, room) => takeCounts(pool, room + tableAt, sums))
  return sums
}

/** Adds a thread's counts to the sums and clears them for the next call. */
const takeCounts = (pool: KernelPool, address: number, sums: Uint32Array): void => {
  const counts = new Uint32Array(pool.memory.buffer, address, sums.length)
  for (let i = 0; i < sums.length; i++) sums[i]! += counts[i]!
  counts.fill(0)
}

const pairsInShare = 400_000

const comparedCounts = async (
  pool: KernelPool,
  blocks: readonly Blocks[],
  at: Addresses,
  size: number,
  memo: number,
  tables: number,
  rowsRoom: number,
  progress: (share: number) => void,
): Promise<{ counts: Uint32Array[]; unique: Uint32Array[] }> => {
  const counts = blocks.map(() => new Uint32Array(size))
  const unique = blocks.map(() => new Uint32Array(size))
  const shares = blocks.flatMap((one, rule) => sharesOf(one, pairsInShare).map((share) => ({ ...share, rule })))
  let finished = 0
  const calls = shares.map(({ rule, from, to, before }) => {
    const own = at.blocks[rule]!
    const countsAt = memo + rule * 2 * tables
    return [
      own.order,
      own.starts,
      own.seconds,
      from,
      to,
      rule,
      { inRoom: countsAt },
      { inRoom: countsAt + tables },
      at.agreements[rule]! + before * 2,
      { inRoom: rowsRoom },
    ]
  })
  await pool.run('comparePairs', calls, (index, _, room) => {
    const { rule } = shares[index]!
    const countsAt = room + memo + rule * 2 * tables
    takeCounts(pool, countsAt, counts[rule]!)
    takeCounts(pool, countsAt + tables, unique[rule]!)
    progress(++finished / shares.length)
  })
  return { counts, unique }
}

const toldPairs = async (
  pool: KernelPool,
  blocks: readonly Blocks[],
  at: Addresses,
  line: number,
  rowsRoom: number,
  progress: (share: number) => void,
): Promise<Linked['pairs']> => {
  type Share = { from: number; to: number; before: number; pairs: number; rule: number }
  let open: Share[] = blocks.flatMap((one, rule) => sharesOf(one, pairsInShare).map((share) => ({ ...share, rule })))
  const parts: { ids: Uint32Array; weight: Float64Array }[] = []
  let finished = 0
  const all = open.length
  while (open.length > 0) {
    const made = open
    const again: Share[] = []
    await pool.run(
      'tellPairs',
      made.map(({ rule, from, to, before }) => {
        const own = at.blocks[rule]!
        return [
          own.order,
          own.starts,
          own.seconds,
          from,
          to,
          rule,
          at.agreements[rule]! + before * 2,
          at.weights,
          at.hopeful,
          line,
          { inRoom: rowsRoom },
          roomForPairs,
        ]
      }),
      (index, answer, room) => {
        const share = made[index]!
        if (answer > roomForPairs && share.to - share.from > 1) {
          const middle = (share.from + share.to) >> 1
          let first = 0
          for (let k = share.from; k < middle; k++) first += blocks[share.rule]!.pairs[k]!
          again.push(
            { ...share, to: middle, pairs: first },
            { ...share, from: middle, before: share.before + first, pairs: share.pairs - first },
          )
          return
        }
        if (answer > roomForPairs) throw new RangeError('one block holds more pairs to tell than there is room for')
        const found = { ids: new Uint32Array(answer * 2), weight: new Float64Array(answer) }
        const words = new Uint32Array(pool.memory.buffer, room + rowsRoom, answer * 4)
        const weights = new Float64Array(pool.memory.buffer, room + rowsRoom, answer * 2)
        for (let i = 0; i < answer; i++) {
          found.ids[2 * i] = words[4 * i]!
          found.ids[2 * i + 1] = words[4 * i + 1]!
          found.weight[i] = weights[2 * i + 1]!
        }
        parts.push(found)
        progress(Math.min(1, ++finished / all))
      },
    )
    open = again
  }
  const many = parts.reduce((sum, part) => sum + part.weight.length, 0)
  const pairs = { a: new Uint32Array(many), b: new Uint32Array(many), weight: new Float64Array(many) }
  let to = 0
  for (const { ids, weight } of parts) {
    for (let i = 0; i < weight.length; i++, to++) {
      pairs.a[to] = ids[2 * i]!
      pairs.b[to] = ids[2 * i + 1]!
      pairs.weight[to] = weight[i]!
    }
  }
  return pairs
}

const sumOf = (parts: readonly Uint32Array[]): Uint32Array => parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]!, 0))
