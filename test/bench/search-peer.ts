/** The peer of the search bench: pg_trgm on a private PostgreSQL that is thrown away afterwards. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { InventedRecord } from '../generator/people.ts'
import { middle } from './search.ts'

const debian = '/usr/lib/postgresql'
/** The newest PostgreSQL on this machine that has pg_trgm; null when there is none. */
const binaries = (): string | null => {
  if (!existsSync(debian)) return null
  const versions = readdirSync(debian).filter(
    (one) => existsSync(`/usr/share/postgresql/${one}/extension/pg_trgm.control`) && existsSync(`${debian}/${one}/bin/initdb`),
  )
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? null : `${debian}/${newest}/bin`
}

type Peer = { what: string; hits: number; all: number; p50: number; p95: number; cpuMs: number }
export const trigramPeer = async (
  persons: () => Iterable<{ key: string; name: string }>,
  questions: readonly { key: string; record: InventedRecord }[],
): Promise<Peer | null> => {
  const bin = binaries()
  if (bin === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'trgm-'))
  const root = process.getuid?.() === 0
  // PostgreSQL refuses to run as root; Debian's package brings a user of its own.
  const as = (command: string, args: string[]): void => {
    if (root) execFileSync('runuser', ['-u', 'postgres', '--', command, ...args], { stdio: 'ignore', cwd: folder })
    else execFileSync(command, args, { stdio: 'ignore', cwd: folder })
  }
  try {
    if (root) chownSync(folder, ...ids('postgres'))
    as(join(bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
    as(join(bin, 'pg_ctl'), [
      '-D',
      join(folder, 'data'),
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -c listen_addresses= -c fsync=off -c maintenance_work_mem=512MB -c shared_buffers=256MB`,
      'start',
    ])
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  const client = new pg.Client({ host: folder, user: 'bench', database: 'postgres' })
  try {
    await client.connect()
    await client.query('create extension pg_trgm; create table persons (key text, name text)')
    let keys: string[] = []
    let names: string[] = []
    const flush = async (): Promise<void> => {
      await client.query('insert into persons select * from unnest($1::text[], $2::text[])', [keys, names])
      keys = []
      names = []
    }
    for (const { key, name } of persons()) {
      keys.push(key)
      names.push(name.toLowerCase())
      if (keys.length === 20_000) await flush()
    }
    await flush()
    await client.query('create index on persons using gin (name gin_trgm_ops)')
    await client.query('analyze persons')
    const times: number[] = []
    let hits = 0
    for (const { key, record } of questions) {
      const at = performance.now()
      const { rows } = await client.query('select key from persons where name % $1 order by similarity(name, $1) desc limit 20', [
        record.name.toLowerCase(),
      ])
      times.push(performance.now() - at)
      if (rows.some((row: { key: string }) => row.key === key)) hits++
    }
    return { what: 'pg_trgm (GIN, % at 0.3, by similarity)', hits, all: questions.length, ...middle(times), cpuMs: 0 }
  } finally {
    await client.end().catch(() => undefined)
    try {
      as(join(bin, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const ids = (user: string): [number, number] => [Number(execFileSync('id', ['-u', user])), Number(execFileSync('id', ['-g', user]))]
