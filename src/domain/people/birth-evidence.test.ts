import { expect, test } from 'vitest'
import { bornWhen, compareBorn } from './birth-evidence.ts'

const compare = (a: string, b: string) => compareBorn(bornWhen(a)!, [bornWhen(b)!])

test('a season lies in its year and holds its months; another season of the year is another time', () => {
  expect(compare('1990', '1990-21')).toBe('may-be')
  expect(compare('1990-04-12', '1990-21')).toBe('may-be')
  expect(compare('1990-21', '1990-21')).toBe('may-be')
  expect(compare('1960', '1990-21')).toBe('other')
})

test('a whole date, one slip in it, a year beside it and another birth are four answers', () => {
  expect(compare('1976-03-02', '1976-03-02')).toBe('same')
  expect(compare('1976-03-02', '1976-02-03')).toBe('near')
  expect(compare('1976-03-02', '1986-03-02')).toBe('near')
  expect(compare('1977', '1976-03-02')).toBe('near')
  expect(compare('1950-11-20', '1976-03-02')).toBe('other')
})
