import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { characterKey, givenReadingsOf, pinyinOf } from '../han.ts'
import { spelled } from '../spellings.ts'
import { surnames, unitOf } from '../units.ts'
import { nameHanja } from './name-hanja.ts'

test('the compiled surname table is the list that ships in packs/names', () => {
  const rows = readFileSync('packs/names/surnames.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
  expect(surnames.map((one) => [one.hangul, one.bearers])).toEqual(rows.map((row) => [row[0], Number(row[5])]))
})

test('every name character has its Korean reading in the dictionary of characters, and a Chinese one', () => {
  const wrong = nameHanja
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [syllable, characters] = row.split(':') as [string, string]
      return [...characters]
        .filter((one) => pinyinOf(one).length === 0 || !givenReadingsOf(one).includes(syllable))
        .map((one) => syllable + one)
    })
  expect(wrong).toEqual([])
})

test('every listed syllable and surname is a unit', () => {
  for (const row of nameHanja.trim().split('\n')) expect([row[0], unitOf('given', row[0]!) !== null]).toEqual([row[0], true])
  for (const one of surnames) expect(unitOf('family', one.hangul)).not.toBeNull()
})

test('no syllable is spelled with more letters than a cut looks at', () => {
  expect(Math.max(...[...spelled('korean', 'given').keys()].map((one) => one.length))).toBeLessThanOrEqual(9)
})

test('a character and its other forms are one, and the compiled table is the list that ships in packs/names', () => {
  const rows = readFileSync('packs/names/characters.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(/[\t ]/))
  for (const [usual, ...others] of rows) for (const other of others) expect([other, characterKey(other)]).toEqual([other, usual])
  expect(characterKey('朴于咸')).toBe('朴于咸')
})
