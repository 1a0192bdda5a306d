import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawArguments } from '../../domain/law/argument.ts'
import { assess } from '../../domain/law/assess.ts'
import { readCaseFile } from '../../formats/case-file.ts'
import { readPack } from '../../formats/pack.ts'
import { routesOf } from './argument-routes.ts'

const pack = readPack('packs', 'china-dprk')
const { record } = readCaseFile(readFileSync('examples/heron.yaml', 'utf8'), 'examples/heron.yaml', pack)
const drawn = drawArguments(record, pack, assess(record, pack), record.persons[0]!.id)[0]!

test('every link of the argument is told once, and every step at least once', () => {
  const { first, second, meet } = routesOf(drawn)
  const chain = [...first, ...second, ...meet]
  expect(
    chain
      .flatMap((one) => one.link ?? [])
      .map((one) => `${one.from} ${one.to}`)
      .sort(),
  ).toEqual(drawn.links.map((one) => `${one.from} ${one.to}`).sort())
  expect(new Set(chain.map((one) => one.node))).toEqual(new Set(drawn.nodes.map((one) => one.id)))
})

test('the second route starts with leaving and the routes meet in the Convention reason before the fear', () => {
  const { second, meet } = routesOf(drawn)
  expect(second[0]).toEqual({ node: 'exit', link: null })
  expect(meet.map((one) => one.node)).toEqual(['ground', 'ground', 'fear'])
})
