/** The fingerprint of what leaves the house. */
import { createHash } from 'node:crypto'

/** SHA-256 in hex. */
export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The same over pieces as they come. */
export const digestOfAll = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
