import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCaseFile } from '../../formats/case-file.ts'
import { readPack } from '../../formats/pack.ts'
import { reassessMany } from '../../formats/reassess-many.ts'
import { affectedElements } from './affected-elements.ts'
import { assess } from './assess.ts'
import type { LawPack } from './pack.ts'
import { reassess } from './reassess.ts'

const pack = readPack('packs', 'china-dprk')
const { record } = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'examples/heron.yaml', pack)
const none = { any: [] }
const without = (element: string): LawPack => ({
  ...pack,
  version: 'changed',
  bearings: pack.bearings.map((one) => (one.element === element ? { ...one, for: none } : one)),
})

test('a change of one rule reaches the lines drawn from it and no others', () => {
  const after = without('persecution_forms.economic_measure')
  const elements = affectedElements(pack, after)!
  expect([...elements]).toContain('grounds.economic_link')
  expect([...elements]).toContain('refugee.persecution')
  expect([...elements]).not.toContain('wgad.I')
  const some = reassess(record, pack, after, elements, record.asOf)
  const all = reassess(record, pack, after, null, record.asOf)
  expect(some.changed).toEqual(all.changed)
  expect(some.changed.map((one) => [one.element, one.before, one.after])).toContainEqual(['grounds.economic_link', 'shown', 'missing'])
  expect(some.looked).toBeLessThan(all.looked / 2)
})

test('a change of treaty status reaches what it binds; the same pack changes nothing', () => {
  const after = { ...pack, status: pack.status.filter((one) => !(one.instrument === 'CAT' && one.state === 'CHN')) }
  const { changed } = reassess(record, pack, after, affectedElements(pack, after), record.asOf)
  expect(changed).toContainEqual(expect.objectContaining({ element: 'cat3.absolute', state: 'CHN', before: 'shown', after: 'missing' }))
  expect(affectedElements(pack, structuredClone(pack))!.size).toBe(0)
})

test('lines asked for alone read as they do among all', () => {
  const elements = new Set(['nonref.breach', 'refugee.each_nationality', 'liberty.arbitrary'])
  expect(assess(record, pack, { elements }).lines).toEqual(assess(record, pack).lines.filter((line) => elements.has(line.element)))
})

test('a signed finding whose line moved is named, one whose line stands is not', async () => {
  const finding = (id: string, element: string) => ({
    id,
    element,
    person: 'p1' as never,
    state: null,
    custody: null,
    answer: 'shown' as const,
    reasons: 'r',
    by: 'm',
    on: record.asOf,
    reviewedBy: null,
    packVersion: pack.version,
    facts: [],
  })
  const signed = { ...record, findings: [finding('moved', 'grounds.economic_link'), finding('stands', 'sur_place.known')] }
  const heard: string[] = []
  const progress: number[] = []
  const many = Array.from({ length: 40 }, (_, n) => ({ key: String(n), record: signed }))
  const done = await reassessMany(
    {
      before: pack,
      after: without('persecution_forms.economic_measure'),
      asOf: null,
      records: many,
      workerUrl: null,
      workers: 1,
      onProgress: (n) => progress.push(n),
    },
    (_key, answer) => heard.push(...answer.findings),
  )
  expect(done).toBe(40)
  expect(progress).toEqual([32, 40])
  expect(new Set(heard)).toEqual(new Set(['moved']))
})

test('a case is looked at alike whether the packs share their words for facts or each brings its own', () => {
  const after = { ...without('refugee.outside'), vocabulary: structuredClone(pack.vocabulary) }
  const apart = reassess(record, pack, after, null, record.asOf)
  expect(reassess(record, pack, { ...after, vocabulary: pack.vocabulary }, null, record.asOf)).toEqual(apart)
  expect(apart.looked).toBe(assess(record, after).lines.length)
  expect(apart.changed.map((one) => one.element)).toContain('refugee.outside')
})
