/** Which data folder a command means: the one named, else the desk's own place. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refuse } from '../basics/refusal.ts'
import type { LogIn } from '../store/migrate.ts'
import { projectRoot } from './project-root.ts'

/** Refuses with no-desk-here when nothing was ever set up there. */
export const dataFolderOf = (named: string | undefined): string => {
  if (process.env.DATABASE_URL) return resolve(named ?? join(projectRoot(), 'data'))
  const places = named ? [resolve(named)] : [join(projectRoot(), 'data'), '/var/lib/article33/data']
  return places.find((place) => existsSync(join(place, 'cluster.json'))) ?? refuse('no-desk-here', { folder: places[0]! })
}

/** A team's own PostgreSQL: the keeper's password stands in DATABASE_URL beside the others. Null with the embedded cluster. */
export const teamKeeper = (): LogIn | null => {
  if (!process.env.DATABASE_URL) return null
  const url = new URL(process.env.DATABASE_URL)
  const password =
    url.searchParams.get('keeper') ?? refuse('bad-command', { reason: 'DATABASE_URL lacks ?keeper=…; see docs/team-server.md' })
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: url.pathname.slice(1) || 'article33',
    user: 'article33_keeper',
    password,
  }
}
