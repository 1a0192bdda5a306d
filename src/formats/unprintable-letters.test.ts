import { expect, test } from 'vitest'
import { samplePaper } from '../../test/data/sample-paper.ts'
import { createRenderer } from './renderer.ts'
import { surelyPrinted, unprintableIn } from './unprintable-letters.ts'

const { withoutPicture } = createRenderer({ workers: 1, workerUrl: null })

test('every letter of a paper in English, Korean and Chinese has its picture', async () => {
  expect(await unprintableIn(samplePaper, withoutPicture)).toEqual([])
})

test('letters of a script without a font are named once, with the sentences and facts they stand in, those of the annex too', async () => {
  const one = samplePaper.head[0]!.sentences[0]!
  const said = (n: number, text: string, fact: string) => ({ ...one, n, text, facts: [fact as never], marks: [] })
  const annex = { title: 'ລ', sections: [] }
  const sections = [
    {
      heading: 'Facts',
      level: 1 as const,
      blocks: [{ kind: 'paragraph' as const, sentences: [said(7, 'วง 표\u200D\u00A0é', 'f1'), said(8, 'ว', 'f2')] }],
    },
  ]
  const found = await unprintableIn({ ...samplePaper, head: [], sections, annex }, withoutPicture)
  expect(found).toEqual([
    { letter: 'ລ', sentences: [], facts: [] },
    { letter: 'ว', sentences: [7, 8], facts: ['f1', 'f2'] },
    { letter: 'ง', sentences: [7], facts: ['f1'] },
  ])
})

test('every letter that is not asked of the fonts has its picture in them', async () => {
  const letters = surelyPrinted.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
  expect(await withoutPicture(letters.join(''))).toBe('')
  expect(await withoutPicture('ว표A')).toBe('ว')
})
