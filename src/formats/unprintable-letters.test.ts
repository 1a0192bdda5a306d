import { expect, test } from 'vitest'
import { samplePaper } from '../../test/data/sample-paper.ts'
import { unprintableLetters } from './unprintable-letters.ts'

test('every letter of a paper in English, Korean and Chinese has its picture', async () => {
  expect(await unprintableLetters(samplePaper)).toEqual([])
})

test('letters of a script without a font are named once, those of the annex too', async () => {
  const one = { ...samplePaper.head[0]!.sentences[0]!, marks: [] as const }
  const annex = { title: 'ລ', sections: [] }
  expect(
    await unprintableLetters({ ...samplePaper, head: [{ label: 'To', sentences: [{ ...one, text: 'วัง วง 표\u200D\u00A0é' }] }], annex }),
  ).toEqual(['ว', 'ั', 'ง', 'ລ'])
})
