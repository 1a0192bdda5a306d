/** `check-pack`: reads every file of every pack of a folder and explains each fault with file and line. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { checkPacks } from '../formats/check-packs.ts'
import { packsFolder } from './case-at-hand.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  const folder = positionals[0] ?? packsFolder()
  if (!existsSync(join(folder, 'law')) || !existsSync(join(folder, 'situations')))
    return refuse('bad-file', { reason: 'a packs folder holds law/ and situations/' }, { file: folder })
  const { faults, warnings, read } = checkPacks(folder)
  if (values.json) out.write(`${JSON.stringify({ faults, warnings, read }, null, 2)}\n`)
  else {
    for (const one of faults) out.write(`${one.file}:${one.line}: ${one.reason}\n`)
    for (const one of warnings) out.write(`look at: ${one}\n`)
    for (const one of read) out.write(`${one}\n`)
    out.write(
      faults.length === 0
        ? 'No fault found.\n'
        : `${faults.length === 1 ? 'One fault' : `${faults.length} faults`}. Mend them and run it again.\n`,
    )
  }
  return faults.length === 0 ? 0 : 2
}
