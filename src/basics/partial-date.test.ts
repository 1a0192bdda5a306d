import edtf from 'edtf'
import { expect, test } from 'vitest'
import { partialDateFrom } from './partial-date.ts'

const byGrammar = (text: string): boolean => {
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}
const byDesk = (text: string): boolean => {
  try {
    partialDateFrom(text)
    return true
  } catch {
    return false
  }
}

test('what is taken without asking the grammar is what the grammar takes, to the day', () => {
  const two = (n: number): string => String(n).padStart(2, '0')
  for (const year of ['0000', '1900', '2023', '2024'])
    for (let month = 0; month <= 14; month++)
      for (let day = 0; day <= 32; day++)
        for (const text of [year, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`])
          expect([text, byDesk(text)]).toEqual([text, byGrammar(text)])
})

test('half a million births are read in seconds', () => {
  const began = performance.now()
  for (let n = 0; n < 500_000; n++) partialDateFrom(`19${10 + (n % 90)}-03-0${1 + (n % 9)}`)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a birth day without its century and a bare number are no years far ahead', () => {
  for (const text of ['870302', '19870302', '31842', '1987/870302']) expect([text, byDesk(text)]).toEqual([text, false])
})
