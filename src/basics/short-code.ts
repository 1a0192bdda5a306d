/** Short codes by which two people mean the same thing without telling what it is: an administrator reads one out, the lead of the case finds it. */

/** Crockford's alphabet: no I, L, O, U, so that a code survives being read out over a telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Six signs from the first thirty bits of a random id: C-7K2QMX. The id cannot be had back from it. Two of a hundred thousand things may share one. */
export const shortCode = (letter: string, id: string): string => {
  let bits = Math.floor(Number.parseInt(id.slice(0, 8), 16) / 4)
  let signs = ''
  for (let n = 0; n < 6; n += 1) {
    signs = alphabet[bits % 32] + signs
    bits = Math.floor(bits / 32)
  }
  return `${letter}-${signs}`
}
