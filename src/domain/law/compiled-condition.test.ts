import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaseFile } from '../../formats/case-file.ts'
import { readPack } from '../../formats/pack.ts'
import { assess } from './assess.ts'
import { CaseView, spreads } from './case-view.ts'
import { compile, type Scope } from './compiled-condition.ts'
import { compiledPack } from './compiled-pack.ts'
import { everythingTold, worldsFor } from './disputed-worlds.ts'
import { lawOfDay } from './law-of-day.ts'

const pack = readPack('packs', 'china-dprk')
const compiled = compiledPack(pack)
const { record } = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'examples/heron.yaml', pack)
const conditions = pack.bearings.flatMap((one) =>
  [one.for, one.against, ...one.unless, one.despite, one.gate, one.bar].filter((part) => part !== null),
)

test('a condition is met exactly when something meets it, in every reading of a file', () => {
  fc.assert(
    fc.property(fc.subarray(record.facts as (typeof record.facts)[number][]), fc.nat(3), (facts, day) => {
      const asOf = (['1981-01-01', '2009-12-31', '2018-04-20', '2026-11-24'] as const)[day] as typeof record.asOf
      const given = { ...record, facts, asOf }
      const { lines } = assess(given, pack)
      const view = new CaseView(given, compiled.kinds, asOf, null)
      const told = view.toldIn(view.units(spreads.indexOf('person'), view.persons[0]!)[0]!)
      const law = lawOfDay(compiled, asOf)
      const linesOf = (at: number) => lines.filter((line) => line.element === compiled.bearings[at]?.bearing.element)
      const scope: Scope = {
        told: (kind) => told[kind],
        lines: linesOf,
        reads: (at, is, lenient) => linesOf(at).some((line) => line.answer === is || (lenient && line.answer === 'disputed')),
        profile: () => null,
        hasProfile: () => false,
        forum: record.forum,
        bounds: (leaf) => law.boundOf(leaf, record.states.concerned[0]!),
        source: (key) => (law.inTime(key) ? (compiled.sources.get(key) ?? null) : null),
        child: () => false,
      }
      for (const world of [everythingTold, ...worldsFor(view.disputes, true)])
        for (const condition of conditions) {
          const one = compile(condition, 'refugee', compiled.places)
          expect(one.match(scope, world) !== null, JSON.stringify(condition)).toBe(one.met(scope, world))
        }
    }),
    { numRuns: 12 },
  )
})
