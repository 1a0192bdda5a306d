/** Breaks what is known of a person into tokens of which two writings of one person share most: the raw material of an encoding. */

/** Names as their keys (syllables of one writing system), birth as YYYY, YYYY-MM or YYYY-MM-DD, sex F, M, X or empty. */
export type ToEncode = { family: string; given: string; skeleton: string; birth: string; sex: string }

/** How many tokens each part counts for. The family name counts little: a few names cover half of all people, and what many share helps an attacker more than a match. */
const copies = { family: 2, syllable: 3, skeleton: 2, year: 4, month: 3, day: 3, sex: 1 }

/** null when too little is known: a name or a year alone stands for too many people, and its encoding would be a list of namesakes. */
export const encodingTokens = ({ family, given, skeleton, birth, sex }: ToEncode): string[] | null => {
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
  add('year', year)
  if (month !== undefined) add('month', month)
  if (day !== undefined) add('day', day)
  if (sex !== '') add('sex', sex)
  return tokens
}
