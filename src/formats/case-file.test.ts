import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { LawPack } from '../domain/law/pack.ts'
import { spanStands } from '../domain/testimony/account.ts'
import { readCaseFile, situationOf } from './case-file.ts'
import { BadFile } from './faults.ts'
import { readPack } from './pack.ts'

let pack: LawPack
const heron = readFileSync('examples/heron.yaml', 'utf8')
beforeAll(() => {
  pack = readPack('packs', 'china-dprk')
})

/** The faults of a file in which one text was replaced by another, and the text of the line each names. */
const faultsOf = (...changes: [string, string][]): { reason: string; line: string }[] => {
  let text = heron
  for (const [from, to] of changes) {
    expect(text, from).toContain(from)
    text = text.replace(from, to)
  }
  try {
    readCaseFile(text, 'x.yaml', pack)
  } catch (error) {
    if (error instanceof BadFile) return error.faults.map((one) => ({ reason: one.reason, line: text.split('\n')[one.line - 1] ?? '' }))
    throw error
  }
  return []
}

test('both examples are read, and every quote stands in its statement', () => {
  const { record } = readCaseFile(heron, 'heron.yaml', pack)
  expect(record.facts.length).toBe(52)
  for (const fact of record.facts)
    for (const span of fact.spans) expect(spanStands(record.accounts.find((one) => one.id === span.account)!.text, span)).toBe(true)
  const nine = readCaseFile(readFileSync('examples/laos-nine-2013.yaml', 'utf8'), 'laos.yaml', pack).record
  expect(nine.persons.length).toBe(9)
  expect(nine.persons.flatMap((one) => one.names)).toEqual([])
  expect(situationOf(heron, 'heron.yaml')).toBe('china-dprk')
})

test('a quote that does not stand in the statement is refused with its line', () => {
  const [fault] = faultsOf(['quote: "저는 2015년 가을에 허가 없이 강을 건넜습니다"', 'quote: "저는 2016년 가을에 강을 건넜습니다"'])
  expect(fault!.reason).toContain('do not stand in statement A')
  expect(fault!.line).toContain('id: f09')
})

test('a quote that stands twice is refused until more words or a start are given', () => {
  const [fault] = faultsOf(['quote: "그 뒤로는 숨어 살았습니다"', 'quote: "중국"'])
  expect(fault!.reason).toContain('more than once')
  expect(faultsOf(['quote: "그 뒤로는 숨어 살았습니다"', `quote: "중국", start: ${heronText().indexOf('중국')}`])).toEqual([])
})

const heronText = (): string => readCaseFile(heron, 'heron.yaml', pack).record.accounts[0]!.text

test('an unknown field, kind, attribute, choice, person and date are told together, each with its own line', () => {
  const all = faultsOf(
    ['kind: recruited', 'kind: recruitment'],
    ['purpose: information', 'purpose: fun'],
    ['facility: Y-ONS, length:', 'facility: Y-ONS, lenght:'],
    ['standing: accepted, note: "forced', 'standing: true-story, note: "forced'],
    ['kind: life-in-hiding, about: p1', 'kind: life-in-hiding, about: p9'],
    ['date: 2019-08,', 'date: last summer,'],
    ['fictional: true', 'fictional: true\nroutes: none'],
  )
  expect(all.length).toBe(7)
  expect(all.find((one) => one.reason.includes('recruitment'))!.line).toContain('f10')
  expect(all.find((one) => one.reason.includes('fun'))!.line).toContain('f20')
  expect(all.find((one) => one.reason.includes('lenght'))!.line).toContain('f17')
  expect(all.find((one) => one.reason.includes('routes'))!.line).toContain('routes')
})

test('a fact with no words, exhibit or source behind it is refused', () => {
  const [fault] = faultsOf([', statement: A, quote: "그 뒤로는 숨어 살았습니다"', ''])
  expect(fault!.reason).toContain('needs the words it comes from')
})

test('a broken file is refused at the line that breaks it', () => {
  const [fault] = faultsOf(['custodies:', 'custodies: ['])
  expect(fault!.reason.length).toBeGreaterThan(5)
})

test('an alias of YAML is refused rather than followed', () => {
  expect(faultsOf(['takenOn: 2026-10-18', 'takenOn: &day 2026-10-18'], ['takenOn: 2026-11-22', 'takenOn: *day'])).toEqual([
    expect.objectContaining({ reason: expect.stringContaining('*day points to another place') }),
  ])
})
