/** Why a file or a field was refused. The reason comes in English from whoever read the file; these are its sentences, so that every screen can say it in its own language. */

/** {slots} stand as they come; {rest} and {field} are told in the language too. */
export const reasons = [
  'line {n}: {rest}',
  // any list
  'it holds no row',
  'it holds headings and nobody below them',
  'it is not text',
  'it is empty',
  'it is UTF-8 text with a broken letter there',
  'its letters are neither UTF-8 nor Korean CP949; save it as “CSV UTF-8” or as .xlsx',
  'a row is longer than 64 million letters',
  '{n} cells, the headings are {m}',
  'a quotation mark opens here and never closes',
  'a quotation mark stands in the middle of a cell',
  'something follows a closing quotation mark',
  // headings
  'no heading says which column holds the name; the first row must hold headings, one of them “name”',
  'no heading is “{a}”',
  'two headings are both “{a}”; give one of them another heading in the file',
  '“{a}” and “{b}” may both hold the {field}; name the right one',
  // values
  'the birth is not a date this desk can read; write the year first, for example 1990, 1990-03 or 1990-03-14',
  'the birth is a bare number; write the year in four digits, for example 1987-03-02, or give the cells of the sheet a date format',
  'the sex is not one this desk can read; write F, M, X or leave it empty',
  'the age is not one this desk can read; write a number or a range, for example 34 or 28-32',
  'the name is longer than 200 letters',
  'this cell is longer than 2,000 letters',
  'this row names nobody',
  'a row has more than 50 columns',
  'a quotation mark opens here and never closes; this row and those after it were not read',
  'no row is left to take in',
  // Excel
  'it is an old .xls or has a password; save it as .xlsx without one, or as CSV in UTF-8',
  'it is a zip, but not an Excel sheet; take the list out of it first',
  'it holds no sheet called {a}',
  'it holds no sheet',
  'a row is larger than 4 MiB',
  'its sheet is damaged',
  'its cells are not in order',
  'a formula there gives an error ({a})',
  'a text of it is missing',
  'it was cut off, or it is not a zip',
  'its directory is damaged',
  'it is locked by a password; save it without one',
  'it is damaged',
  'it is packed in a way that this desk does not read',
  'a part of it is damaged',
  // encodings
  'it is not a file of encodings',
  'it is not a file of encodings that this version reads',
  'it should hold {n} encodings and holds {m} bytes: it was cut or changed',
  'it was encoded with another key than the first',
  'it was encoded by another recipe than the first',
  'one person at a time: it holds {n}',
  'it was encoded with another key than the one given',
  'it was encoded by another recipe than this desk’s',
  'a given name and a year of birth are needed',
  '64 hexadecimal digits or more drawn by chance expected',
  'one encoding matches more than {n} others',
  // how many
  'the history “{a}” must be written with 0 and 1, one digit a list',
  'the history “{a}” names {n} lists, the others {m}',
  '{n} lists are more than the {m} this desk can model',
  'the count of “{a}” must be a whole number, 0 or more',
  'the history “{a}” is given twice',
  'the history {a} is given twice',
  'people whom no list saw cannot have been counted; leave the history of zeros out',
  'it holds no history',
  'no counts; write counts: {"100": 12, "110": 3, …}',
  'beside history and count there is a column “{a}”',
  '“{a}” should be a history of 0 and 1',
  '“{a}” should be a whole number',
  '“{a}” should be 0 or 1',
  'list {a} has nobody on it',
  'no person is on two lists',
  '{n} people are on two lists or more; fewer than {m} say almost nothing',
  'list {a} shares no person with any other list',
  'set {n}: {rest}',
  // fields of a form
  'at most {n}',
  'at least {n}',
  'missing, or not of the kind expected',
  'string expected',
  'number expected',
  'another record expected',
  'name',
  'romanised',
  'family',
  'given',
  'birth',
  'sex',
  'place',
  'key',
  'person',
  'otherPerson',
  'text',
  'relative',
  'reason',
  'threshold',
  'body',
  'encodings',
  'names',
  'codeName',
] as const
export type ReasonWords = Readonly<Record<(typeof reasons)[number], string>>

type Shape = { pattern: RegExp; slots: readonly string[]; words: string }
const shapesOf = (words: ReasonWords): Shape[] =>
  reasons.map((reason) => {
    const slots = [...reason.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!)
    const text = reason
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(\w+)\}/g, (_, slot: string) => (/^[nm]$/.test(slot) ? '([\\d,]+)' : '(.+)'))
    return { pattern: new RegExp(`^${text.replace(/\{(?=")/g, '\\{').replace(/…\}/g, '…\\}')}$`, 's'), slots, words: words[reason] }
  })

/** Tells a reason in the language of the words; a sentence that is not known stands as it came. */
export const teller = (words: ReasonWords | null): ((reason: string) => string) => {
  if (words === null) return (reason) => reason
  const shapes = shapesOf(words)
  const tell = (reason: string): string => {
    for (const { pattern, slots, words: said } of shapes) {
      const found = pattern.exec(reason)
      if (!found) continue
      const values = Object.fromEntries(slots.map((slot, i) => [slot, /^(rest|field)$/.test(slot) ? tell(found[i + 1]!) : found[i + 1]!]))
      return said.replace(/\{(\w+)\}/g, (whole, slot: string) => values[slot] ?? whole)
    }
    // An estimate names its set before the reason: “district: it holds no history”.
    const [, set, rest] = /^(.{1,80}?): (.+)$/s.exec(reason) ?? []
    const told = rest === undefined ? '' : tell(rest)
    return told !== '' && told !== rest ? `${set}: ${told}` : reason
  }
  return tell
}
