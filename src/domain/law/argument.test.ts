import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { PersonId } from '../../basics/id.ts'
import { readCaseFile } from '../../formats/case-file.ts'
import { readPack } from '../../formats/pack.ts'
import { drawArguments } from './argument.ts'
import { assess } from './assess.ts'
import type { CaseRecord } from './case-record.ts'
import type { LawPack } from './pack.ts'

let pack: LawPack
let heron: CaseRecord
beforeAll(() => {
  pack = readPack('packs', 'china-dprk')
  heron = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'heron.yaml', pack).record
})
const drawnFor = (record: CaseRecord) => drawArguments(record, pack, assess(record, pack), 'p1' as PersonId)[0]!

test('with the family record both routes stand from want and from exit to the ground', () => {
  const drawn = drawnFor(heron)
  expect(drawn.nodes.filter((node) => node.stands !== 'stands')).toEqual([])
  expect(drawn.nodes.find((node) => node.id === 'class')!.facts).toContain('f03')
})

test('without the family record the first route breaks where class should be and the second stands', () => {
  const drawn = drawnFor({ ...heron, facts: heron.facts.filter((fact) => fact.id !== 'f03') })
  expect(drawn.nodes.find((node) => node.id === 'class')!.stands).toBe('missing')
  expect(drawn.links.find((link) => link.from === 'class')!.weak).toContain('start-missing')
  for (const id of ['exit', 'treason', 'known']) expect(drawn.nodes.find((node) => node.id === id)!.stands).toBe('stands')
})

test('a step that rests on paragraphs nobody re-read is shown as weak', () => {
  expect(drawnFor(heron).links.find((link) => link.from === 'measure')!.weak).toContain('unverified-source')
})

test('an argument of an earlier day cites nothing later than that day', () => {
  const early = drawArguments(heron, pack, assess(heron, pack, { asOf: '2010-01-01' as never }), 'p1' as PersonId)[0]!
  for (const link of early.links) for (const citation of link.citations) expect(citation.source).not.toBe('COI63')
})
