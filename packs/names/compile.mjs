// Compiles surnames.tsv into the table that the people room carries; run it after every change of the list.
import { readFileSync, writeFileSync } from 'node:fs'

const here = new URL('.', import.meta.url)
const rows = readFileSync(new URL('surnames.tsv', here), 'utf8').trim().split('\n').slice(1)
const lines = rows.map((row) => {
  const [hangul, hanja, rr, mr, others, bearers] = row.split('\t')
  const characters = hanja
    .split(', ')
    .map((one) => one.replace(/\[.*?\]|\*/g, '').trim())
    .filter((one) => [...one].length === [...hangul].length)
  return [hangul, characters.join(' '), rr, mr, others.toLowerCase().split(', ').join(' '), bearers].join('|')
})
writeFileSync(
  new URL('../../src/domain/people/tables/surnames.ts', here),
  `/** Korean surnames: Hangul | Hanja | Revised Romanization | McCune–Reischauer | other spellings, commonest first | bearers in 2015. From "List of Korean surnames", Wikipedia, CC BY-SA 4.0; compiled from packs/names/surnames.tsv. */\nexport const surnameRows = \`\n${lines.join('\n')}\n\`\n`,
)
