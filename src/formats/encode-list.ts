/** Turns a list of people into the file of encodings that a partner with the same key can compare with theirs. */
import { encodingTokens } from '../domain/linkage/encoding-tokens.ts'
import { encodingRecipe, openEncoder } from '../vault/encoding.ts'
import { encodingFileOf } from './encoding-file.ts'
import { eachPerson, type List } from './link-columns.ts'
import { nameKeysOf } from './link-names.ts'

/** leftOut = people without a name or a year of birth: their encoding would be a list of namesakes. */
export const encodedList = (
  list: List,
  key: Uint8Array,
  progress: (step: string, share: number) => void,
): { file: Buffer; people: number; leftOut: number; keyId: string } => {
  const encoder = openEncoder(key)
  const encodings: Uint8Array[] = []
  let leftOut = 0
  eachPerson(
    list,
    ({ name, birth, sex }) => {
      const known = encodingTokens({ ...nameKeysOf(name), birth, sex })
      if (known) encodings.push(encoder.encode(known.tokens, known.part))
      else leftOut++
    },
    (share) => progress('encoding', share),
  )
  const { keyId } = encoder
  encoder.close()
  return { file: encodingFileOf({ keyId, recipe: encodingRecipe }, encodings), people: encodings.length, leftOut, keyId }
}
