import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reasonsKo } from './ko-reasons.ts'
import { reasons, teller } from './reasons.ts'
import { reasonsZh } from './zh-reasons.ts'

const ko = teller(reasonsKo)
const zh = teller(reasonsZh)

test('a reason is told in Korean and Chinese with its line, its figures and its names, and a heading of the file stays as it is', () => {
  expect(ko('line 7: 3 cells, the headings are 5')).toBe('7행, 칸이 3개인데 머리글은 5개입니다')
  expect(ko('line 1: “guardian/name” and “child/name” may both hold the name; name the right one')).toBe(
    '1행, “guardian/name”, “child/name” 가운데 어느 열이 이름인지 알 수 없습니다. 맞는 열을 고르십시오',
  )
  expect(ko('no heading is “name”')).toBe('“name” 머리글이 없습니다')
  expect(ko('district: no counts; write counts: {"100": 12, "110": 3, …}')).toContain('district: 겹침의 수가 없습니다')
  expect(zh('line 2: it is not text')).toBe('第2行，不是文本文件')
  expect(ko('something nobody wrote')).toBe('something nobody wrote')
  expect(teller(null)('line 2: it is not text')).toBe('line 2: it is not text')
})

test('every reason keeps its slots in both languages', () => {
  const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!).sort()
  for (const reason of reasons)
    for (const words of [reasonsKo, reasonsZh]) expect([reason, slots(words[reason])]).toEqual([reason, slots(reason)])
})

test('every reason that a reader of lists gives is known here', () => {
  const folder = new URL('../../formats/', import.meta.url)
  const readers = readdirSync(folder).filter((name) =>
    /^(csv-rows|xlsx-rows|zip-parts|list-rows|link-heads|link-columns|look-at-list|people-list(-values)?|encoding-file|one-encoding|count-overlap|capture-histories)\.ts$/.test(
      name,
    ),
  )
  const texts = [
    ...readers.map((name) => readFileSync(new URL(name, folder), 'utf8')),
    readFileSync(new URL('../../domain/figures/capture-history.ts', import.meta.url), 'utf8'),
  ]
  const said = texts.flatMap((text) =>
    [
      ...text.matchAll(
        /(?:reason: |bad\([^'`(]*|unreadable: |Text =\s+|bareNumber =\s+|noNameHead =\s+|fault\(null, )(?:'((?:[^'\\]|\\.)+)'|`([^`]+)`)/g,
      ),
    ].map(([, plain, pattern]) => (plain ?? pattern!).replace(/\$\{[^}]*\}/g, '5')),
  )
  expect(said.length).toBeGreaterThan(30)
  // Sentences made of pieces are tried above; utf8 is no sentence.
  const unknown = said.filter(
    (reason) => !/\$|should be 5$|^utf8$/.test(reason) && !/^(\w+: )?5$/.test(reason.replace('line 5: ', '')) && ko(reason) === reason,
  )
  expect(unknown).toEqual([])
})
