/** Breaks what is known of a person into tokens of which two writings of one person share most: the raw material of an encoding. */

/** Names as their keys (syllables of one writing system), birth as YYYY, YYYY-MM or YYYY-MM-DD, sex F, M, X or empty. */
export type ToEncode = { family: string; given: string; skeleton: string; birth: string; sex: string }

/** How many tokens each part counts for. The family name counts little: a few names cover half of all people, and what many share helps an attacker more than a match. */
const copies = { family: 2, syllable: 3, skeleton: 3, month: 5, day: 5, sex: 1 }

/**
 * The year of birth is no token but the part of mankind within which all others are encoded: whatever is learnt of the encodings of one year says nothing about
 * another, and nobody is found whose year is wrong on one side. null when too little is known: a name or a year alone stands for too many people.
 */
export const encodingTokens = ({ family, given, skeleton, birth, sex }: ToEncode): { tokens: string[]; part: string } | null => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(birth) ?? []
  if (given === '' || year === undefined) return null
  const tokens: string[] = []
  const add = (kind: keyof typeof copies, value: string): void => {
    for (let copy = 0; copy < copies[kind]; copy++) tokens.push(`${kind}\u0001${value}\u0001${copy}`)
  }
  if (family !== '') add('family', family)
  Array.from(given).forEach((syllable, place) => {
    add('syllable', `${place}${syllable}`)
  })
  add('skeleton', skeleton)
  if (month !== undefined) add('month', month)
  if (day !== undefined) add('day', day)
  if (sex !== '') add('sex', sex)
  return { tokens, part: year }
}
