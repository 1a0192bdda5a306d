/** Search before create: who of all persons may be this one, in whatever script either was written, and why. In memory only; drop it to forget it. */
import { type BirthAnswer, type Born, better, bornReason, bornWhen, compareBorn, compareSpans } from './birth-evidence.ts'
import { closest, type Reason } from './compare-names.ts'
import { writingsOf } from './fold-name.ts'
import { KeyColumn, tailOf } from './key-column.ts'
import { NamePostings } from './name-postings.ts'
import { reasonFor } from './name-reasons.ts'
import type { Sex } from './person.ts'
import { type Reading, readingsOf } from './read-name.ts'

export type { Reason } from './compare-names.ts'
/** caseId: the UUID of the case in which the person is recorded; lists that know no cases leave it out. */
export type IndexedPerson = {
  key: string
  caseId?: string
  names: readonly string[]
  births: readonly string[]
  sex: Sex
  places: readonly string[]
}
export type NameQuery = { text: string; birth?: string; sex?: Sex; places?: readonly string[] }
/** `same`: the name is the same and nothing known speaks against it. `possible`: someone should look. Never a decision. */
export type Found = { key: string; caseId: string; answer: 'same' | 'possible'; reasons: readonly Reason[] }
export type NameIndex = {
  /** Adds a person of whom it is known that no one of that key is there; `settle` when all are in. */
  put(person: IndexedPerson): void
  settle(): void
  /** Adds a person; a person of that key who is already there is replaced. Where one was held is kept and added to. */
  add(person: IndexedPerson): void
  remove(key: string): void
  /** Best first. At most `limit`; `within` = only persons of these cases. */
  search(query: NameQuery, limit: number, within?: ReadonlySet<string>): Found[]
  readonly size: number
}

const sexes: readonly Sex[] = ['unknown', 'F', 'M', 'X']

/** What stands for a case where none was given: the nil UUID. */
export const noCase = '00000000-0000-0000-0000-000000000000'

export const buildNameIndex = (persons: Iterable<IndexedPerson>): NameIndex => {
  const keys = new KeyColumn()
  const cases = new KeyColumn()
  const postings = new NamePostings()
  let sex = new Uint8Array(1024)
  /** First two births as yyyymmdd from–to; more than two are rare and go to `moreBirths`. */
  let births = new Int32Array(4096)
  const moreBirths = new Map<number, readonly Born[]>()
  const placeNumbers = new Map<string, number>()
  let firstPlace = new Uint32Array(1024)
  const morePlaces = new Map<number, readonly number[]>()

  const placeNumber = (place: string): number => {
    const folded = place.trim().toLowerCase()
    const known = placeNumbers.get(folded)
    if (known !== undefined) return known
    placeNumbers.set(folded, placeNumbers.size + 1)
    return placeNumbers.size
  }
  const put = (person: IndexedPerson, heldBefore: readonly number[] = []): void => {
    const row = keys.push(person.key)
    cases.push(person.caseId ?? noCase)
    if (row >= sex.length) {
      sex = grown(sex, Uint8Array)
      births = grown(births, Int32Array)
      firstPlace = grown(firstPlace, Uint32Array)
    }
    sex[row] = sexes.indexOf(person.sex)
    const born = person.births.flatMap((text) => bornWhen(text) ?? [])
    born.slice(0, 2).forEach((one, at) => {
      births[row * 4 + at * 2] = one.from
      births[row * 4 + at * 2 + 1] = one.to
    })
    if (born.length > 2) moreBirths.set(row, born)
    const named = person.places.map(placeNumber)
    const places = heldBefore.length + named.length < 2 ? [...heldBefore, ...named] : [...new Set([...heldBefore, ...named])]
    firstPlace[row] = places[0] ?? 0
    if (places.length > 1) morePlaces.set(row, places)
    for (const name of person.names)
      for (const writing of writingsOf(name)) for (const reading of worthKeeping(readingsOf(writing))) postings.push(row, reading)
  }
  const compareBornOf = (born: Born, row: number): BirthAnswer => {
    const more = moreBirths.get(row)
    if (more !== undefined) return compareBorn(born, more)
    let best: BirthAnswer = 'unknown'
    for (let at = row * 4; at < row * 4 + 4; at += 2)
      if (births[at] !== 0) best = better(best, compareSpans(born, births[at]!, births[at + 1]!))
    return best
  }
  const samePlace = (row: number, places: readonly number[]): boolean =>
    places.some((place) => place === firstPlace[row] || morePlaces.get(row)?.includes(place) === true)

  /** Answers with where the person was held. */
  const remove = (key: string): readonly number[] => {
    const row = keys.find(key)
    if (row === null) return []
    const held = morePlaces.get(row) ?? (firstPlace[row] === 0 ? [] : [firstPlace[row]!])
    keys.erase(row)
    cases.erase(row)
    postings.drop(row)
    births.fill(0, row * 4, row * 4 + 4)
    sex[row] = 0
    firstPlace[row] = 0
    moreBirths.delete(row)
    morePlaces.delete(row)
    return held
  }

  const search = (query: NameQuery, limit: number, within?: ReadonlySet<string>): Found[] => {
    const readings = writingsOf(query.text).flatMap(readingsOf)
    const born = query.birth === undefined ? null : bornWhen(query.birth)
    const wanted = query.sex === undefined ? 0 : sexes.indexOf(query.sex)
    const places = (query.places ?? []).flatMap((place) => placeNumbers.get(place.trim().toLowerCase()) ?? [])
    const tails = within === undefined ? null : new Set([...within].map(tailOf))
    const beside = (row: number): number => {
      if (tails !== null && !tails.has(cases.tail(row))) return 0
      const bySex = wanted > 0 && sex[row]! > 0 && sex[row] !== wanted ? 0.3 : 1
      const byBirth = born === null ? 1 : birthWeight[compareBornOf(born, row)]
      return bySex * byBirth * (places.length > 0 && samePlace(row, places) ? placeWeight : 1)
    }
    const rows = postings.nearest(
      readings,
      beside,
      (born === null ? 1 : birthWeight.same) * (places.length > 0 ? placeWeight : 1),
      Math.max(40, limit * 2),
    )
    const compared = new Map<Reading, ReturnType<typeof closest>>()
    const compare = (reading: Reading): ReturnType<typeof closest> => {
      const known = compared.get(reading)
      if (known !== undefined) return known
      const best = closest(readings, [reading])
      compared.set(reading, best)
      return best
    }
    return rows
      .filter(({ row }) => within === undefined || within.has(cases.at(row)))
      .map(({ row, value, reading }) => {
        const best = compare(reading)
        const birth = born === null ? 'unknown' : compareBornOf(born, row)
        const otherSex = wanted > 0 && sex[row]! > 0 && sex[row] !== wanted
        const same = best?.answer === 'same' && birth !== 'other' && !otherSex
        // What the letters allow weighs more than what a slip could explain.
        const near = best === null || best.answer === 'different'
        const rank = (near ? Math.min(value, 0.05) : Math.max(value, best.value * beside(row))) + (same ? 10 : 0)
        return { row, best: near ? null : best, birth, otherSex, same, rank }
      })
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ row, best, birth, otherSex, same }) => {
        const reasons: Reason[] = [best === null ? nearReason : reasonFor(best.answer, best.a, best.b, best)]
        if (birth !== 'unknown') reasons.push(bornReason(birth))
        if (otherSex) reasons.push(otherSexReason)
        if (places.length > 0 && samePlace(row, places)) reasons.push(placeReason)
        return { key: keys.at(row), caseId: cases.at(row), answer: same ? 'same' : 'possible', reasons }
      })
  }

  for (const person of persons) put(person)
  postings.settle()
  return {
    put: (person) => put(person),
    settle: () => postings.settle(),
    add: (person) => put(person, remove(person.key)),
    remove: (key) => void remove(key),
    search,
    get size() {
      return keys.size
    },
  }
}

/** A person is kept under the readings that a searcher could mean; an unlikely reading as Chinese is kept too, it is never guessed otherwise. */
const worthKeeping = (readings: readonly Reading[]): Reading[] =>
  readings.filter((reading, rank) => rank === 0 || reading.weight >= 0.15).slice(0, 3)

const birthWeight = { same: 4, 'may-be': 1.5, near: 1, other: 0.12, unknown: 1 } as const
const placeWeight = 1.5
const nearReason: Reason = {
  code: 'near',
  en: 'the name is close but no system writes it so',
  ko: '이름이 비슷하나 그렇게 적는 표기법은 없음',
  zh: '名字相近，但没有这样的拼写法',
}
const otherSexReason: Reason = { code: 'other-sex', en: 'another sex is recorded', ko: '성별이 다르게 기록됨', zh: '记录的性别不同' }
const placeReason: Reason = { code: 'same-place', en: 'a place agrees', ko: '같은 곳이 기록됨', zh: '有相同的地点' }

const grown = <A extends Uint8Array | Int32Array | Uint32Array>(old: A, kind: new (length: number) => A): A => {
  const next = new kind(old.length * 2)
  next.set(old)
  return next
}
