// Compiles surnames.tsv and characters.tsv into the tables that the people room carries; run it after every change of either.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pinyin } from 'pinyin-pro'

const here = new URL('.', import.meta.url)
const tables = new URL('../../src/domain/people/tables/', here)
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
  new URL('surnames.ts', tables),
  `/** Korean surnames: Hangul | Hanja | Revised Romanization | McCune–Reischauer | other spellings, commonest first | bearers in 2015. From "List of Korean surnames", Wikipedia, CC BY-SA 4.0; compiled from packs/names/surnames.tsv. */\nexport const surnameRows = \`\n${lines.join('\n')}\n\`\n`,
)

const forms = readFileSync(new URL('characters.tsv', here), 'utf8').trim().split('\n').slice(1)
writeFileSync(
  new URL('same-characters.ts', tables),
  `/** One character in several forms, the form usual in Korean first: simplified, Japanese and variant writings. Data of OpenCC, Apache-2.0; compiled from packs/names/characters.tsv. */\nexport const sameCharacters =\n  '${forms.map((row) => row.replaceAll(/[\t ]/g, '')).join(' ')}'\n`,
)

// Every Hanja of KS X 1001 under its Korean readings, counted by how it is read in Chinese: for syllables and characters that the list of name characters lacks.
const dictionary = createRequire(import.meta.url)('hanja/lib/data/hanjaeum.json')
const standard = new TextDecoder('euc-kr')
const counts = new Map()
for (let row = 0xca; row <= 0xfd; row++)
  for (let cell = 0xa1; cell <= 0xfe; cell++) {
    const character = standard.decode(Uint8Array.of(row, cell)).normalize('NFKC')
    const syllable = dictionary[character]
    if (syllable === undefined) continue
    const [first] = pinyin(character, { toneType: 'none', type: 'array', v: true })
    if (!/^[a-z]+$/.test(first ?? '')) continue
    const of = counts.get(syllable) ?? new Map()
    counts.set(syllable, of.set(first, (of.get(first) ?? 0) + 1))
  }
const listed = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, of]) => `${syllable}:${[...of].sort((a, b) => b[1] - a[1]).map(([reading, count]) => `${reading} ${count}`).join(' ')}`)
writeFileSync(
  new URL('syllable-pinyin.ts', tables),
  `/** How the Hanja of KS X 1001 under one Korean reading are read in Chinese, and how many of them; \`v\` is ü. Readings of the \`hanja\` and \`pinyin-pro\` libraries; made by packs/names/compile.mjs. */\nexport const syllablePinyin = \`\n${listed.join('\n')}\n\`\n`,
)
