/** Seals the running desk from the shell: every key leaves memory with the process that held it. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse } from '../basics/refusal.ts'
import { projectRoot } from './project-root.ts'

export const run = async (argv: string[], out: NodeJS.WritableStream): Promise<number> => {
  const { values } = parseArgs({ args: argv, options: { data: { type: 'string' } } })
  const places = values.data ? [resolve(values.data)] : [join(projectRoot(), 'data'), '/var/lib/article33/data']
  const file = places.map((place) => join(place, 'article33.pid')).find(existsSync)
  const pid = file ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (!pid) return refuse('not-running')
  try {
    process.kill(pid, 'SIGUSR2')
  } catch {
    return refuse('not-running')
  }
  out.write('Sealed.\n')
  return 0
}
