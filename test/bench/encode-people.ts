/** Two lists of invented people encoded under one key: a share of the second list are other records of people of the first. */
import { encodingTokens } from '../../src/domain/linkage/encoding-tokens.ts'
import { nameKeysOf } from '../../src/formats/link-names.ts'
import { openEncoder } from '../../src/vault/encoding.ts'
import { chanceFrom } from '../generator/chance.ts'
import { inventPerson, recordOf, usualRates } from '../generator/people.ts'
import { plainEncoder } from './plain-encoder.ts'

export type EncodedList = {
  encodings: Uint8Array
  entities: Uint32Array
  families: string[]
  givens: string[]
  births: string[]
  seconds: number
}

const rates = { ...usualRates, birthMissing: 0, birthYearOnly: 0.03 }

/** Everyone in both lists; `shared` of the second are people of the first. hardened false = the control of the attacks. */
export const encodedLists = (records: number, seed: number, shared = 0.2, hardened = true): { a: EncodedList; b: EncodedList } => {
  const chance = chanceFrom(seed)
  const key = Buffer.alloc(32, 33)
  const encode = hardened ? openEncoder(key, 20_000).encode : plainEncoder(key)
  const list = (): EncodedList => ({
    encodings: new Uint8Array(records * 128),
    entities: new Uint32Array(records),
    families: [],
    givens: [],
    births: [],
    seconds: 0,
  })
  const [a, b] = [list(), list()]
  const put = (to: EncodedList, at: number, person: ReturnType<typeof inventPerson>, entity: number): void => {
    const { name, birth, sex } = recordOf(person, entity, `${entity}`, rates, chance)
    const keys = nameKeysOf(name)
    const began = process.cpuUsage().user
    const known = encodingTokens({ ...keys, given: keys.given || 'none', birth, sex })!
    to.encodings.set(encode(known.tokens, known.part), at * 128)
    to.seconds += (process.cpuUsage().user - began) / 1e6
    to.entities[at] = entity
    to.families[at] = person.family
    to.givens[at] = keys.given.slice(0, 1)
    to.births[at] = birth
  }
  for (let i = 0; i < records; i++) {
    const person = inventPerson(chance)
    put(a, i, person, i)
    if (i < records * shared) put(b, i, person, i)
  }
  for (let i = Math.ceil(records * shared); i < records; i++) put(b, i, inventPerson(chance), records + i)
  return { a, b }
}
