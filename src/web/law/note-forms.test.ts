import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formOf } from './note-forms.ts'

/** Sentences as they stand in the engine, with 2004 for what is filled in. */
const written = (file: string, after: RegExp): string[] =>
  [...readFileSync(file, 'utf8').matchAll(after)].map((one) => (one[1] ?? one[2])!.replace(/\$\{[^}]*\}/g, '2004'))

test('every note that the engine writes has words in each language of the screen', () => {
  const notes = [
    ...written('src/domain/law/line-answer.ts', /`((?:accounts differ|open, does not carry|raises the question)[^`]*)`/g),
    ...written('src/domain/law/is-bound.ts', /`((?:signed on|joined on|the pack speaks)[^`]*)`|'(the pack says[^']*)'/g),
    ...['packs/law/bearings.yaml', 'packs/situations/china-dprk/bearings.yaml'].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/beside: \[(.*?)\], (?:against|unless|single|kind):/g)].flatMap(([, one]) =>
        [...one!.matchAll(/note: "([^"]*)"/g)].map(([, note]) => `${note}: f1, f2`),
      ),
    ),
  ]
  expect(notes.length).toBeGreaterThanOrEqual(11)
  expect(notes.filter((note) => formOf(note) === null)).toEqual([])
  expect(formOf('sufficient serious harm; officer')).toBeNull()
})
