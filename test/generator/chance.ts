/** Seeded chance for invented data; the same seed gives the same people on every machine. */
export type Chance = {
  next(): number
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly (readonly [T, number])[]): T
  is(share: number): boolean
  below(limit: number): number
}

/** xorshift128 (Marsaglia 2003), seeded by splitmix32. */
export const chanceFrom = (seed: number): Chance => {
  let mix = seed >>> 0
  const word = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  let [x, y, z, w] = [word(), word(), word(), word()]
  const next = (): number => {
    const t = x ^ (x << 11)
    x = y
    y = z
    z = w
    w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0
    return w / 4294967296
  }
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [one, weight] of list) {
        left -= weight
        if (left < 0) return one
      }
      return list.at(-1)![0]
    },
    is: (share) => next() < share,
    below: (limit) => Math.floor(next() * limit),
  }
}
