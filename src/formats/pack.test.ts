import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { LawPack } from '../domain/law/pack.ts'
import { BadFile } from './faults.ts'
import { readPack } from './pack.ts'

let pack: LawPack
beforeAll(() => {
  pack = readPack('packs', 'china-dprk')
})

test('the packs of the house are read whole and carry their version and day', () => {
  expect(pack.version).toBe('2026.11.5')
  expect(pack.asOf).toBe('2026-11-24')
  expect(pack.bearings.length).toBeGreaterThan(110)
  expect(pack.profiles.map((one) => one.id)).toContain('returned-before')
})

test('a paragraph recalled and not re-read stays unverified although its source is verified', () => {
  const element = pack.tests.find((one) => one.id === 'refugee')!.elements.find((one) => one.id === 'fear_wellfounded')!
  expect(element.citations[0]).toEqual({ source: 'HB', at: '42-50', certainty: 'unverified', readOn: '2026-11-24' })
})

test('an unknown complaint procedure is unknown, never refused', () => {
  const line = pack.complaints.find((one) => one.state === 'THA' && one.procedure === 'ICPPED31')!
  expect(line.accepted).toBeNull()
  expect(line.citation.certainty).toBe('unverified')
})

test('every element has a bearing and every bearing an element', () => {
  const elements = pack.tests.flatMap((one) => one.elements.map((element) => `${one.id}.${element.id}`)).sort()
  expect(pack.bearings.map((one) => one.element).sort()).toEqual(elements)
})

test('faults of a pack are told together, each with file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  cpSync('packs', folder, { recursive: true })
  const file = join(folder, 'law/bearings.yaml')
  const spoilt = readFileSync(file, 'utf8')
    .replace('against: {any: [vague-account]}', 'against: {any: [vague-acount]}')
    .replace('found_helps: person', 'found_help: person')
  writeFileSync(file, spoilt)
  const refused = (() => {
    try {
      return readPack(folder, 'china-dprk')
    } catch (error) {
      return error
    }
  })()
  expect(refused).toBeInstanceOf(BadFile)
  const faults = (refused as BadFile).faults
  expect(faults.length).toBeGreaterThanOrEqual(2)
  for (const fault of faults) expect(fault).toMatchObject({ file: 'packs/law/bearings.yaml', line: expect.any(Number) })
  expect(spoilt.split('\n')[faults.find((one) => one.reason.includes('vague-acount'))!.line - 1]).toContain('vague-acount')
})

test('everyday words of a kind stand in all three languages, or the pack is refused at their place', () => {
  expect(pack.vocabulary.kinds.find((one) => one.id === 'belief-at-home')!.everyday!.ko).toContain('종교')
  const folder = join(mkdtempSync(join(tmpdir(), 'pack-')), 'packs')
  cpSync('packs', folder, { recursive: true })
  const file = join(folder, 'law', 'facts.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(', ko: [종교, 신앙, 기독교, 교회, 성경]', ''))
  expect(() => readPack(folder, 'china-dprk')).toThrow(BadFile)
})
