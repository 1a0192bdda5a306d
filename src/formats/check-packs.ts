/** Reads every file of a packs folder and gathers each fault with file and line, and what a reader should look at although nothing in it is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../basics/refusal.ts'
import type { LawPack } from '../domain/law/pack.ts'
import { checkBodies, knownIn } from './check-bodies.ts'
import { checkPapers, checkPatterns, checkTerms } from './check-papers.ts'
import { BadFile, type Fault, faultList } from './faults.ts'
import { allSituations, readPack } from './pack.ts'
import { packWarnings } from './pack-warnings.ts'
import { readPapersPack } from './papers-pack.ts'
import { type Placed, placedYaml } from './placed-yaml.ts'

export type CheckedPacks = { faults: readonly Fault[]; warnings: readonly string[]; read: readonly string[] }

/** The files that some reader or check of the program knows; another name is a slip that would be passed over in silence. */
const lawFiles = [
  ...['arguments', 'bearings', 'bodies', 'facilities', 'facts', 'glossary', 'instruments', 'must-not-be-known', 'pack', 'papers'],
  ...['proceedings', 'profiles', 'sets', 'sources', 'status', 'tests'],
]

export const checkPacks = (folder: string): CheckedPacks => {
  const faults = faultList()
  const packs: LawPack[] = []
  const open = (...path: string[]): Placed => {
    const file = join(folder, ...path)
    const name = ['packs', ...path].join('/')
    return faults.attempt(() => placedYaml(existsSync(file) ? readFileSync(file, 'utf8') : '{}', name)) ?? placedYaml('{}', name)
  }
  const situations = allSituations(folder)
  for (const situation of situations) {
    const pack = faults.attempt(() => readPack(folder, situation))
    if (pack) packs.push(pack)
  }
  for (const path of [['law'], ...situations.map((one) => ['situations', one])])
    for (const file of readdirSync(join(folder, ...path)).filter((one) => /\.ya?ml$/.test(one)))
      if (!lawFiles.includes(file.replace(/\.yaml$/, '')))
        faults.attempt(() => open(...path, file).refuse('no part of the program reads a file of this name'))
  // Names can only be looked up in packs that could be read.
  if (packs.length === situations.length) {
    const [bodies, proceedings, papers] = [open('law', 'bodies.yaml'), open('law', 'proceedings.yaml'), open('law', 'papers.yaml')]
    faults.attempt(() => checkBodies(bodies, proceedings, knownIn(packs, bodies, proceedings), faults))
    // The papers of the law name kinds and sources that only one situation has: all of them together are known.
    const own = packs.map((pack) => open('situations', pack.situation, 'papers.yaml'))
    faults.attempt(() => checkPapers([papers, ...own], knownIn(packs, bodies, proceedings), faults))
    for (const pack of packs) faults.attempt(() => readPapersPack(folder, pack.situation))
  }
  for (const path of [['law'], ...situations.map((one) => ['situations', one])])
    for (const name of ['glossary', 'facilities']) faults.attempt(() => checkTerms(open(...path, `${name}.yaml`), faults))
  faults.attempt(() => checkPatterns(open('law', 'must-not-be-known.yaml'), faults))
  return { faults: gathered(faults), warnings: [...new Set(packs.flatMap(packWarnings))], read: packs.map(summary) }
}

/** A fault of the law pack shows in every situation; it is told once. */
const gathered = (faults: ReturnType<typeof faultList>): Fault[] => {
  try {
    faults.refuseIfAny()
    return []
  } catch (error) {
    if (error instanceof BadFile) return [...new Map(error.faults.map((one) => [`${one.file}:${one.line} ${one.reason}`, one])).values()]
    if (error instanceof Refusal) return [{ file: error.place?.file ?? '', line: error.place?.line ?? 1, field: '', reason: error.message }]
    throw error
  }
}

const summary = (pack: LawPack): string =>
  `${pack.situation}: version ${pack.version}, as of ${pack.asOf}; ${pack.tests.length} tests, ${pack.bearings.length} elements, ${pack.vocabulary.kinds.length} kinds of fact, ${pack.profiles.length} risk profiles, ${pack.instruments.length} instruments, ${pack.status.length} lines of status, ${Object.keys(pack.sources).length} sources`
