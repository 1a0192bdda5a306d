/** Two attacks that look at single bits over many people: a reader taught by known people, and patterns found by somebody who knows nobody. */
import type { EncodedList } from './encode-people.ts'

const places = 1024

/**
 * An insider knows who stands behind the first `known` encodings and counts, for each value, how often each bit is one among them (naive Bayes); then reads
 * the rest. Right of `asked`, told for everybody at once and, as `withinYear`, by somebody who also knows everybody's year of birth.
 */
export const readByKnown = (
  list: EncodedList,
  values: readonly string[],
  known: number,
  asked = 2000,
): { all: number; withinYear: number } => {
  const people = list.births.length
  const from = people - asked
  const right = (teach: readonly number[], ask: readonly number[]): number => {
    const taught = new Map<string, { people: number; ones: Float64Array }>()
    const every = new Float64Array(places)
    for (const i of teach) {
      const of = taught.get(values[i]!) ?? { people: 0, ones: new Float64Array(places) }
      taught.set(values[i]!, of)
      of.people++
      for (const place of onesIn(list.encodings, i)) {
        of.ones[place]!++
        every[place]!++
      }
    }
    const readers = [...taught].map(([value, { people: many, ones }]) => {
      const weights = new Float64Array(places)
      let start = Math.log(many)
      for (let place = 0; place < places; place++) {
        // Four more people who are as all are: a value seen once is not sure of anything.
        const usual = (every[place]! / teach.length) * 0.9 + 0.025
        const share = (ones[place]! + 4 * usual) / (many + 4)
        weights[place] = Math.log(share / (1 - share))
        start += Math.log(1 - share)
      }
      return { value, weights, start }
    })
    let found = 0
    for (const i of ask) {
      const ones = onesIn(list.encodings, i)
      let best = { value: '', score: Number.NEGATIVE_INFINITY }
      for (const { value, weights, start } of readers) {
        let score = start
        for (const place of ones) score += weights[place]!
        if (score > best.score) best = { value, score }
      }
      if (best.value === values[i]) found++
    }
    return found
  }
  const teach = Array.from({ length: Math.min(known, from) }, (_, i) => i)
  const ask = Array.from({ length: asked }, (_, i) => from + i)
  let within = 0
  for (const year of new Set(ask.map((i) => list.births[i]!.slice(0, 4)))) {
    const some = ask.filter((i) => list.births[i]!.startsWith(year))
    const own = teach.filter((i) => list.births[i]!.startsWith(year))
    if (own.length > 0) within += right(own, some)
  }
  return { all: right(teach, ask) / asked, withinYear: within / asked }
}

const onesIn = (encodings: Uint8Array, person: number): number[] => {
  const found: number[] = []
  for (let byte = 0; byte < 128; byte++) {
    const bits = encodings[person * 128 + byte]!
    if (bits) for (let bit = 0; bit < 8; bit++) if ((bits >> bit) & 1) found.push(byte * 8 + bit)
  }
  return found
}

/**
 * Somebody who knows nobody looks for bits that go together: the variance along the strongest direction of the bits, as a multiple of the most that chance
 * makes of independent bits (Marchenko and Pastur 1967). Near 1 there is nothing to begin with; above it a file can be sorted into kinds of people.
 */
export const strongestPattern = (list: EncodedList): number => {
  const people = list.births.length
  const rows = Array.from({ length: people }, (_, i) => Uint16Array.from(onesIn(list.encodings, i)))
  const mean = new Float64Array(places)
  for (const row of rows) for (const place of row) mean[place]! += 1 / people
  const variance = mean.reduce((sum, share) => sum + share * (1 - share), 0) / places
  let way = Float64Array.from({ length: places }, (_, i) => Math.sin(i * i + 1))
  let length = 0
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(places)
    const usual = mean.reduce((sum, share, place) => sum + share * way[place]!, 0)
    let total = 0
    for (const row of rows) {
      let along = -usual
      for (const place of row) along += way[place]!
      total += along
      for (const place of row) next[place]! += along
    }
    for (let place = 0; place < places; place++) next[place] = (next[place]! - total * mean[place]!) / people
    length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0))
    way = next.map((value) => value / length)
  }
  return length / (variance * (1 + Math.sqrt(places / people)) ** 2)
}
