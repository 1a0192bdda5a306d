/** Invented people and the records that several offices would keep of them. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type Chance, chanceFrom } from './chance.ts'
import { type Character, givenCharacters, mens, surnameCharacters, womens } from './characters.ts'
import { type Person, slip, type Written, write } from './spell.ts'

export type InventedPerson = Person & { sex: 'F' | 'M'; birth: string; place: string }
export type InventedRecord = { id: string; entity: number; name: string; system: Written; birth: string; sex: string; place: string }
export type Rates = {
  /** Share of each way of writing; each record draws for itself. */
  systems: readonly (readonly [Written, number])[]
  slip: number
  familyLast: number
  birthMissing: number
  birthYearOnly: number
  birthSlip: number
  sexMissing: number
  placeMissing: number
  placeOther: number
}
export const usualRates: Rates = {
  systems: [
    ['hangul', 26],
    ['dprk', 24],
    ['popular', 14],
    ['rr', 12],
    ['mr-plain', 10],
    ['mr', 5],
    ['mr-broken', 2],
    ['hanja', 4],
    ['pinyin', 3],
  ],
  slip: 0.06,
  familyLast: 0.04,
  birthMissing: 0.12,
  birthYearOnly: 0.12,
  birthSlip: 0.05,
  sexMissing: 0.08,
  placeMissing: 0.2,
  placeOther: 0.15,
}

const places = Array.from({ length: 200 }, (_, at) => `place-${at + 1}`)
const surnames = [...surnameCharacters].map(([hangul, all]) => [hangul, all.reduce((sum, one) => sum + one.weight, 0)] as const)
const syllables = [...givenCharacters].map(([hangul, all]) => [hangul, all.reduce((sum, one) => sum + one.weight, 0)] as const)
const lean = (toward: Set<string>, away: Set<string>) =>
  syllables.map(([hangul, weight]) => [hangul, weight * (toward.has(hangul) ? 3 : 1) * (away.has(hangul) ? 0.25 : 1)] as const)
const bySex = { F: lean(womens, mens), M: lean(mens, womens) }
const two = (value: number): string => String(value).padStart(2, '0')

export const inventPerson = (chance: Chance): InventedPerson => {
  const sex = chance.is(0.7) ? 'F' : 'M'
  const family = chance.weighted(surnames)
  const drawn = [chance.weighted(bySex[sex]), chance.weighted(bySex[sex])]
  const of = (all: readonly Character[]): Character => chance.weighted(all.map((one) => [one, one.weight] as const))
  const characters = [of(surnameCharacters.get(family)!), ...drawn.map((one) => of(givenCharacters.get(one)!))]
  return {
    family,
    given: drawn.join(''),
    characters: characters.map((one) => one.character).join(''),
    pinyin: characters.map((one) => one.pinyin),
    sex,
    birth: `${1935 + chance.below(80)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`,
    place: chance.pick(places),
  }
}

const birthOf = (birth: string, rates: Rates, chance: Chance): string => {
  if (chance.is(rates.birthMissing)) return ''
  if (chance.is(rates.birthYearOnly)) return birth.slice(0, 4)
  if (!chance.is(rates.birthSlip)) return birth
  const [year, month, day] = birth.split('-').map(Number) as [number, number, number]
  if (day <= 12 && chance.is(0.4)) return `${year}-${two(day)}-${two(month)}`
  return chance.is(0.5) ? `${year + (chance.is(0.5) ? 1 : -1)}-${two(month)}-${two(day)}` : `${year}-${two(month)}-${two((day % 28) + 1)}`
}

export const recordOf = (person: InventedPerson, entity: number, id: string, rates: Rates, chance: Chance): InventedRecord => {
  const system = chance.weighted(rates.systems)
  const written = write(person, system, chance, chance.is(rates.familyLast))
  return {
    id,
    entity,
    name: chance.is(rates.slip) ? slip(written, chance) : written,
    system,
    birth: birthOf(person.birth, rates, chance),
    sex: chance.is(rates.sexMissing) ? '' : person.sex,
    place: chance.is(rates.placeMissing) ? '' : chance.is(rates.placeOther) ? chance.pick(places) : person.place,
  }
}

export type Wanted = {
  records: number
  seed: number
  rates?: Rates /** How many records a person has, with the share of persons who have so many. */
  each?: readonly (readonly [number, number])[]
}
/** Records one after another, person by person; shuffle or sort them as the test needs. */
export function* inventRecords({
  records,
  seed,
  rates = usualRates,
  each = [
    [1, 60],
    [2, 30],
    [3, 10],
  ],
}: Wanted): Generator<InventedRecord> {
  const chance = chanceFrom(seed)
  for (let made = 0, entity = 0; made < records; entity++) {
    const person = inventPerson(chance)
    const many = Math.min(chance.weighted(each), records - made)
    for (let copy = 0; copy < many; copy++) yield recordOf(person, entity, `r${made++}`, rates, chance)
  }
}

/** Writes a CSV file of records; id,entity,name,system,birth,sex,place. */
export const writeRecords = async (path: string, wanted: Wanted): Promise<void> => {
  const out = createWriteStream(path)
  out.write('id,entity,name,system,birth,sex,place\n')
  for (const one of inventRecords(wanted)) {
    const line = `${one.id},${one.entity},${one.name},${one.system},${one.birth},${one.sex},${one.place}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
