/** Chance with a seed: the same seed gives the same numbers, so that an estimate can be computed again by anyone. */

/** A number in (0, 1), never 0 and never 1. Domain receives it; it never asks the machine for chance. */
export type Chance = () => number

/** sfc32 (Chris Doty-Humphrey, PractRand) with 53 bits from two draws; seeded by splitmix32, first draws thrown away. */
export const seededChance = (seed: number): Chance => {
  let s = seed | 0
  const split = (): number => {
    s = (s + 0x9e3779b9) | 0
    let t = s ^ (s >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) | 0
  }
  let a = split()
  let b = split()
  let c = split()
  let d = 1
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) draw()
  return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6) + 0.5) / 9007199254740992
}

export const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance())

/** Gamma with rate 1. Marsaglia and Tsang 2000; shapes below one are boosted. */
export const gamma = (shape: number, chance: Chance): number => {
  if (shape < 1) return gamma(shape + 1, chance) * chance() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(chance)
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    const u = chance()
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

export const beta = (a: number, b: number, chance: Chance): number => {
  const x = gamma(a, chance)
  const y = gamma(b, chance)
  return x + y === 0 ? (chance() < a / (a + b) ? 1 : 0) : x / (x + y)
}

/** ln Γ(x + 1) for x ≥ 0: a table for small counts, Stirling's series above (error under 1e-13). */
const small: number[] = [0]
for (let i = 1; i < 64; i++) small.push(small[i - 1]! + Math.log(i))
export const logFactorial = (x: number): number => {
  if (x < 64 && Number.isInteger(x)) return small[x]!
  if (x < 16) return logFactorial(x + 1) - Math.log(x + 1)
  const y = x + 1
  const i = 1 / y
  const q = i * i
  return (y - 0.5) * Math.log(y) - y + 0.9189385332046727 + i * (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q / 1680)))
}

/** Counts by inversion where few are expected, else Hörmann's transformed rejection (BTRS and PTRS, 1993): exact, not a normal in disguise. */
export const binomial = (n: number, p: number, chance: Chance): number => {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(n, 1 - p, chance)
  const q = 1 - p
  if (n * p < 10) {
    const ratio = p / q
    let mass = q ** n
    let u = chance()
    for (let k = 0; ; k++) {
      if (u < mass || k >= n) return k
      u -= mass
      mass *= (ratio * (n - k)) / (k + 1)
      if (mass === 0) return k
    }
  }
  const spread = Math.sqrt(n * p * q)
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const centre = n * p + 0.5
  const reach = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  const top = logFactorial(mode) + logFactorial(n - mode)
  const odds = Math.log(p / q)
  for (;;) {
    const u = chance() - 0.5
    const v = chance()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + centre)
    if (us >= 0.07 && v <= reach) return k
    if (k < 0 || k > n) continue
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= top - logFactorial(k) - logFactorial(n - k) + (k - mode) * odds) return k
  }
}

export const poisson = (mean: number, chance: Chance): number => {
  if (mean <= 0) return 0
  if (mean < 10) {
    const floor = Math.exp(-mean)
    let product = chance()
    let k = 0
    while (product > floor) {
      product *= chance()
      k++
    }
    return k
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const reach = 0.9277 - 3.6224 / (b - 2)
  const inverse = 1.1239 + 1.1328 / (b - 3.4)
  const log = Math.log(mean)
  for (;;) {
    const u = chance() - 0.5
    const v = chance()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= reach) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    if (Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b) <= k * log - mean - logFactorial(k)) return k
  }
}
