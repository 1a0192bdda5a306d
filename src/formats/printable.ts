/** Makes given text safe to print: what no renderer may carry is taken out, and every letter that can be seen stays. */

// Control characters break XML and PDF text; direction overrides can make a printed sentence read backwards to what was reviewed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is removed
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

/** Line breaks become \n, tabs a space, lone surrogates U+FFFD. Composed (NFC), so that a search for a name finds it however it was typed. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
