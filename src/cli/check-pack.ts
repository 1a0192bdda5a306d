/** `check-pack`: reads every pack of a folder and explains each fault with file and line. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal, refuse } from '../basics/refusal.ts'
import { BadFile, type Fault } from '../formats/faults.ts'
import { allSituations, readPack } from '../formats/pack.ts'
import { packWarnings } from '../formats/pack-warnings.ts'
import { packsFolder } from './case-at-hand.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  const folder = positionals[0] ?? packsFolder()
  if (!existsSync(join(folder, 'law')) || !existsSync(join(folder, 'situations')))
    return refuse('bad-file', { reason: 'a packs folder holds law/ and situations/' }, { file: folder })
  const faults: Fault[] = []
  const read: string[] = []
  const warnings: string[] = []
  for (const situation of allSituations(folder)) {
    try {
      const pack = readPack(folder, situation)
      read.push(
        `${situation}: version ${pack.version}, as of ${pack.asOf}; ${pack.tests.length} tests, ${pack.bearings.length} elements, ${pack.vocabulary.kinds.length} kinds of fact, ${pack.profiles.length} risk profiles, ${pack.instruments.length} instruments, ${pack.status.length} lines of status, ${Object.keys(pack.sources).length} sources`,
      )
      warnings.push(...packWarnings(pack))
    } catch (error) {
      if (error instanceof BadFile) faults.push(...error.faults)
      else if (error instanceof Refusal)
        faults.push({
          file: error.place?.file ?? folder,
          line: error.place?.line ?? 1,
          field: error.place?.field ?? '',
          reason: error.message,
        })
      else throw error
    }
  }
  // A fault of the law pack shows in every situation; it is told once.
  const once = [...new Map(faults.map((one) => [`${one.file}:${one.line} ${one.reason}`, one])).values()]
  const cautions = [...new Set(warnings)]
  if (values.json) out.write(`${JSON.stringify({ faults: once, warnings: cautions, read }, null, 2)}\n`)
  else {
    for (const one of once) out.write(`${one.file}:${one.line}: ${one.reason}\n`)
    for (const one of cautions) out.write(`look at: ${one}\n`)
    for (const one of read) out.write(`${one}\n`)
    out.write(
      once.length === 0
        ? 'No fault found.\n'
        : `${once.length === 1 ? 'One fault' : `${once.length} faults`}. Mend them and run it again.\n`,
    )
  }
  return once.length === 0 ? 0 : 2
}
