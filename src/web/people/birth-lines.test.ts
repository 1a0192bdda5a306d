import { expect, test } from 'vitest'
import { birthsFrom, linesOf } from './birth-lines.ts'

test('a contested age stays side by side as it was told, each with its source', () => {
  expect(birthsFrom('2009 (passport copy)\n14-16 (relative)\n17, 2026-11 (police)')).toEqual({
    births: [{ date: '2009', source: 'passport copy' }],
    ageStatements: [
      { low: 14, high: 16, on: null, source: 'relative' },
      { low: 17, high: 17, on: '2026-11', source: 'police' },
    ],
  })
})

test('dates and ages are read as Korean and Chinese write them, full-width figures and brackets too', () => {
  expect(
    birthsFrom('2009년 3월 5일 （여권）\n2012年3月左右 (学校)\n2010.7.\n만 17세 (경찰)\n１４～１６岁（亲属）').births.map(
      (one) => one.date,
    ),
  ).toEqual(['2009-03-05', '2012-03~', '2010-07'])
  expect(birthsFrom('만 17세 (경찰)\n１４～１６岁（亲属）').ageStatements).toEqual([
    { low: 17, high: 17, on: null, source: '경찰' },
    { low: 14, high: 16, on: null, source: '亲属' },
  ])
})

test('what the desk cannot read is left for it to refuse, never dropped', () => {
  expect(birthsFrom('in spring').births).toEqual([{ date: 'in spring', source: null }])
  expect(birthsFrom('(school)').births).toHaveLength(1)
})

test('opening a person and keeping them unchanged loses no age, day or source', () => {
  const told = birthsFrom('1991 (own words)\n2012-03~ (school paper)\n14-16, 2013-05 (a newspaper)')
  expect(birthsFrom(linesOf(told))).toEqual(told)
})
