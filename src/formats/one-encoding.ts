/** One person as encodings, under a key that two organisations share: one to be sent, or all writings of the name to compare with one that came. */
import { refuse } from '../basics/refusal.ts'
import { diceOf } from '../domain/linkage/both-known.ts'
import { encodingTokens } from '../domain/linkage/encoding-tokens.ts'
import type { Person } from '../domain/people/person.ts'
import { encodingRecipe, type openEncoder } from '../vault/encoding.ts'
import { encodingFileOf, readEncodings } from './encoding-file.ts'
import { nameKeysOf } from './link-names.ts'

type Encoder = ReturnType<typeof openEncoder>
type Encoded = { bits: Uint8Array; whole: boolean }

/** The writing to be sent is the one that stands closest to how the name is said. Refuses bad-input when a name or a year of birth lacks. */
export const questionFile = (encoder: Encoder, person: Person): Buffer => {
  const first = encodingsOf(encoder, person)[0]
  if (!first) return tooLittle()
  return encodingFileOf({ keyId: encoder.keyId, recipe: encodingRecipe }, [first.bits])
}

/** Refuses a file of several people: lists are compared by counts alone, never person by person. */
export const comparedWithOne = (encoder: Encoder, person: Person, bytes: Uint8Array, name: string): { dice: number; whole: boolean }[] => {
  const came = readEncodings({ name, bytes })
  const bad = (reason: string): never => refuse('bad-file', { reason }, { file: name })
  if (came.records !== 1) bad(`one person at a time: it holds ${came.records}`)
  if (came.keyId !== encoder.keyId) bad('it was encoded with another key than the one given')
  if (came.recipe !== encodingRecipe) bad('it was encoded by another recipe than this desk’s')
  const own = encodingsOf(encoder, person)
  if (own.length === 0) tooLittle()
  return own.map(({ bits, whole }) => ({ dice: diceOf(bits, came.encodings), whole }))
}

const tooLittle = (): never =>
  refuse('bad-input', { field: 'person', reason: 'a given name and a year of birth are needed' }, { field: 'person' })

const encodingsOf = (encoder: Encoder, person: Person): Encoded[] =>
  [...person.names]
    .sort((a, b) => order.indexOf(a.script) - order.indexOf(b.script))
    .flatMap((name) =>
      births(person).flatMap(({ birth, whole }) => {
        const known = encodingTokens({ ...nameKeysOf(name.text), birth, sex: person.sex === 'unknown' ? '' : person.sex })
        return known ? [{ bits: encoder.encode(known.tokens, known.part), whole }] : []
      }),
    )
const order: readonly string[] = ['hangul', 'hanja', 'latin', 'cyrillic', 'other']

/** What is sure of each date: about or perhaps counts for its year alone, and a season is no month. */
const births = (person: Person): { birth: string; whole: boolean }[] =>
  person.births.flatMap(({ date }) => {
    const year = /^\d{4}/.exec(date)?.[0]
    if (year === undefined) return []
    const plain = /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(date) ? date : year
    return [{ birth: plain, whole: plain.length === 10 }]
  })
