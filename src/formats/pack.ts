/** Reads the law pack and one situation pack from their folder into one pack; every fault is named with file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bearing, Instrument, LawPack, LegalTest } from '../domain/law/pack.ts'
import { type FaultList, faultList } from './faults.ts'
import type { Names } from './pack-condition.ts'
import { readArgument, readBearing, readProfile, readTest } from './pack-rules.ts'
import { readComplaint, readInstrument, readSource, readStatus, stateCode } from './pack-status.ts'
import { type Authorities, dayOf, stateWords, textsOf, wordsOf, zoneOf } from './pack-text.ts'
import { readVocabulary } from './pack-vocabulary.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

/** The situations of a packs folder, by name of folder. */
export const allSituations = (folder: string): string[] =>
  readdirSync(join(folder, 'situations'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort()

/** folder = the packs folder; situation = a folder under packs/situations. Throws BadFile with all faults found. The caller keeps the result. */
export const readPack = (folder: string, situation: string): LawPack => {
  const faults = faultList()
  const open = (...path: string[]): Placed => {
    const file = join(folder, ...path)
    return (
      faults.attempt(() => placedYaml(existsSync(file) ? readFileSync(file, 'utf8') : '', ['packs', ...path].join('/'))) ??
      placedYaml('', file)
    )
  }
  const law = (name: string) => open('law', `${name}.yaml`)
  const local = (name: string) => open('situations', situation, `${name}.yaml`)
  if (!/^[a-z0-9-]+$/.test(situation)) placedYaml('', 'case').refuse(`there is no situation “${situation}”`)
  const head = local('pack')
  if (!head.has('id')) head.refuse(`there is no situation pack “${situation}”`)

  const sources = faults.each([...law('sources').at('sources').list(), ...local('sources').at('sources').list()], readSource)
  const sourceMap = Object.fromEntries(sources.map(({ key, citedAs: _, ...source }) => [key, source]))
  const instruments = faults.each(
    [...law('instruments').at('instruments').list(), ...local('instruments').at('instruments').list()],
    (at) => readInstrument(at, sourceMap),
  )
  const instrumentMap = new Map(instruments.map((one) => [one.id, one]))
  const authorities = { sources: sourceMap, instruments: instrumentMap, citedAs: prefixes(sources, instruments) }
  const statusFiles = [law('status'), local('status')]
  const vocabulary = readVocabulary(law('facts'), local('facts'), faults)
  const testFiles = [...law('tests').at('tests').list(), ...local('tests').at('tests').list()]
  const tests = joined(faults.each(testFiles, (at) => readTest(at, authorities)))
  const profileFile = local('profiles')
  faults.refuseIfAny()
  const names = namesOf(vocabulary, tests, profileFile, [law('sets'), local('sets')], authorities)
  return finished(faults, {
    version: versionOf(law('pack'), head),
    asOf: dayOf(law('pack').at('as_of')),
    situation: head.at('id').text(),
    situationTitle: wordsOf(head.at('title')),
    clocks: head
      .at('clocks')
      .list()
      .map((at) => ({ name: wordsOf(at.at('name')), zone: zoneOf(at.at('zone')) })),
    origin: stateCode(head.at('origin')),
    states: Object.fromEntries(
      [law('pack'), head].flatMap((file) =>
        file
          .at('states')
          .keys()
          .map((code) => [code, stateWords(file.at('states').at(code))]),
      ),
    ),
    vocabulary,
    tests,
    bearings: replaced(
      faults.each(law('bearings').at('bearings').list(), (at) => readBearing(at, names, tests)),
      faults.each(local('bearings').at('bearings').list(), (at) => readBearing(at, names, tests)),
    ),
    profiles: faults.each(profileFile.at('profiles').list(), (at) => readProfile(at, names, authorities)),
    arguments: faults.each(local('arguments').at('arguments').list(), (at) => readArgument(at, names, authorities)),
    instruments,
    status: faults.each(
      statusFiles.flatMap((file) => file.at('status').list()),
      (at) => readStatus(at, sourceMap, instrumentMap),
    ),
    complaints: faults.each(
      statusFiles.flatMap((file) => file.at('complaints').list()),
      (at) => readComplaint(at, sourceMap),
    ),
    sources: sourceMap,
  })
}

const finished = (faults: FaultList, pack: LawPack): LawPack => {
  faults.refuseIfAny()
  return pack
}

const versionOf = (law: Placed, situation: Placed): string => {
  const [a, b] = [law.at('version').text(), situation.at('version').text()]
  return a === b ? a : `${a}, ${situation.at('id').text()} ${b}`
}

/** Longest first, so that "GIP 10" is not read as "GIP 1". */
const prefixes = (
  sources: readonly { key: string; citedAs: readonly string[] }[],
  instruments: readonly Instrument[],
): Authorities['citedAs'] =>
  [
    ...sources.flatMap((one) => [...one.citedAs, one.key].map((prefix) => [prefix, one.key] as const)),
    ...instruments.map((one) => [one.id, one.id] as const),
  ].sort((a, b) => b[0].length - a[0].length)

/** A situation adds elements to a test of the law pack, or tests of its own; for an element of the law it gives its own words and further authorities. */
const joined = (tests: readonly LegalTest[]): LegalTest[] => {
  const byId = new Map<string, LegalTest>()
  for (const test of tests) {
    const first = byId.get(test.id)
    byId.set(test.id, first ? { ...first, elements: withOwnWords(first.elements, test.elements) } : test)
  }
  return [...byId.values()]
}

const withOwnWords = (general: LegalTest['elements'], own: LegalTest['elements']): LegalTest['elements'] => [
  ...general.map((one) => {
    const local = own.find((other) => other.id === one.id)
    return local ? { ...one, show: local.show, note: local.note ?? one.note, citations: [...one.citations, ...local.citations] } : one
  }),
  ...own.filter((one) => !general.some((other) => other.id === one.id)),
]

/** A bearing of the situation takes the place of the general one for the same element. */
const replaced = (general: readonly Bearing[], own: readonly Bearing[]): Bearing[] => {
  const local = new Map(own.map((one) => [one.element, one]))
  return [
    ...general.map((one) => local.get(one.element) ?? one),
    ...own.filter((one) => !general.some((other) => other.element === one.element)),
  ]
}

const namesOf = (
  vocabulary: LawPack['vocabulary'],
  tests: readonly LegalTest[],
  profiles: Placed,
  files: readonly Placed[],
  authorities: Authorities,
): Names => {
  const sets: Record<string, Placed[]> = {}
  const values: Record<string, string[]> = {}
  for (const file of files) {
    for (const key of file.at('conditions').keys()) sets[key] = [...(sets[key] ?? []), ...file.at('conditions').at(key).list()]
    for (const key of file.at('values').keys()) values[key] = [...(values[key] ?? []), ...textsOf(file.at('values').at(key))]
  }
  return {
    kinds: new Map(vocabulary.kinds.map((kind) => [kind.id, kind])),
    choices: vocabulary.choices,
    elements: new Set(tests.flatMap((test) => test.elements.map((element) => `${test.id}.${element.id}`))),
    instruments: new Set(authorities.instruments.keys()),
    sources: new Set(Object.keys(authorities.sources)),
    profiles: new Set(
      profiles
        .at('profiles')
        .list()
        .map((one) => one.at('id').text()),
    ),
    sets,
    values,
  }
}
