/** The private PostgreSQL cluster: its own folder, its own unprivileged user, a unix socket and no network address. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { refuse } from '../basics/refusal.ts'
import { findBinaries, reachableBinaries } from './cluster-binaries.ts'
import { type UnixUser, unprivilegedUser } from './cluster-user.ts'

export type ClusterSecrets = { boot: string; migrate: string; app: string; keeper: string; index: string }
/** socket = folder of the unix socket; data stays where the caller said. */
export type Cluster = { socket: string; secrets: ClusterSecrets; stop(): Promise<void>; exited: Promise<number | null> }

/** Starts the cluster in dataDir (made on first use). randomWord gives secrets; refuses with cluster-* codes, one clear line each. */
export const startCluster = async (
  dataDir: string,
  projectRoot: string,
  randomWord: () => string,
  say: (line: string) => void,
): Promise<Cluster> => {
  const user = unprivilegedUser()
  makeFolder(dataDir, user)
  const folder = join(dataDir, 'cluster')
  const found = findBinaries(projectRoot)
  const versionFile = join(folder, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const was = readFileSync(versionFile, 'utf8').trim()
    if (was !== found.major) refuse('cluster-other-version', { was, is: found.major, folder })
  }
  const bin = reachableBinaries(found, user)
  const secrets = secretsOf(dataDir, randomWord)
  if (!existsSync(versionFile)) initialise(bin, folder, secrets.boot, user, say)
  await stopOrphan(folder)
  const socket = socketFolder(dataDir, user)
  const settings = [
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=on',
    '-c',
    'full_page_writes=on',
    '-c',
    'synchronous_commit=on',
    '-c',
    'max_connections=40',
    '-c',
    'shared_buffers=128MB',
    '-c',
    'jit=off',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'log_min_messages=warning',
    '-c',
    'log_min_error_statement=panic',
    '-c',
    'log_statement=none',
    '-c',
    'log_parameter_max_length=0',
    '-c',
    'log_parameter_max_length_on_error=0',
    '-c',
    'log_error_verbosity=terse',
    '-c',
    'unix_socket_permissions=0700',
  ]
  const child = spawn(join(bin, 'bin', 'postgres'), ['-D', folder, '-k', socket, ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...owner(user),
    env: environment(bin),
    detached: true,
  })
  let last = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    last = (last + chunk.toString()).slice(-2000)
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await untilReady(child, socket, secrets.boot, () => last)
  return { socket, secrets, exited, stop: () => stopChild(child, exited) }
}

const owner = (user: UnixUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})
const environment = (bin: string): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  LD_LIBRARY_PATH: join(bin, 'lib'),
  DYLD_LIBRARY_PATH: join(bin, 'lib'),
  LC_ALL: 'C',
  TZ: 'UTC',
})

const makeFolder = (path: string, user: UnixUser | null): void => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    if (user) chownSync(path, user.uid, user.gid)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    refuse(code === 'ENOSPC' ? 'disk-full' : 'data-folder-unreachable', { folder: path, reason: code ?? 'unknown' })
  }
}

const secretsOf = (dataDir: string, randomWord: () => string): ClusterSecrets => {
  const path = join(dataDir, 'cluster.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ClusterSecrets
  const secrets = { boot: randomWord(), migrate: randomWord(), app: randomWord(), keeper: randomWord(), index: randomWord() }
  writeFileSync(path, JSON.stringify(secrets), { mode: 0o600, flush: true })
  return secrets
}

const initialise = (bin: string, folder: string, bootPassword: string, user: UnixUser | null, say: (line: string) => void): void => {
  say('Making the database folder (once) …')
  // A half-made folder of an interrupted first start holds nothing of anyone's: PG_VERSION is written last by us, not by initdb.
  rmSync(folder, { recursive: true, force: true })
  const half = `${folder}.making`
  rmSync(half, { recursive: true, force: true })
  makeFolder(half, user)
  const passwordFile = join(half, '..', 'boot-password')
  writeFileSync(passwordFile, bootPassword, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  try {
    execFileSync(
      join(bin, 'bin', 'initdb'),
      [
        '-D',
        half,
        '-U',
        'article33_boot',
        '--auth-local=scram-sha-256',
        '--auth-host=reject',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      { ...owner(user), env: environment(bin), stdio: ['ignore', 'ignore', 'pipe'] },
    )
    execFileSync('mv', [half, folder])
  } catch (error) {
    const words = String((error as { stderr?: Buffer }).stderr ?? error)
    rmSync(half, { recursive: true, force: true })
    refuse(/No space left/.test(words) ? 'disk-full' : 'cluster-not-made', {
      folder,
      reason: words.trim().split('\n').at(-1)?.slice(0, 200) ?? '',
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A unix socket path holds about 100 bytes; a deep data folder gets its socket in a private temporary folder instead. */
const socketFolder = (dataDir: string, user: UnixUser | null): string => {
  const near = join(dataDir, 'run')
  const path = Buffer.byteLength(near) < 80 ? near : mkdtempSync(join(tmpdir(), 'a33-'))
  makeFolder(path, user)
  return path
}

/** After a kill -9 of the program its cluster may still run; it is stopped politely before a new one starts. */
const stopOrphan = async (folder: string): Promise<void> => {
  const pidFile = join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!isPostgres(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 100 && isPostgres(pid); waited++) await pause(100)
  if (isPostgres(pid)) refuse('cluster-busy', { folder })
}

const isPostgres = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/cmdline`) || /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

const untilReady = async (child: ChildProcess, socket: string, password: string, lastWords: () => string): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) {
      const words = lastWords()
      refuse(/No space left/.test(words) ? 'disk-full' : 'cluster-not-started', {
        reason: words.trim().split('\n').at(-1)?.slice(0, 300) ?? '',
      })
    }
    const client = new Client({ host: socket, user: 'article33_boot', password, database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await pause(25)
    }
  }
  child.kill('SIGQUIT')
  refuse('cluster-not-started', { reason: 'it did not answer within 15 seconds' })
}

const stopChild = async (child: ChildProcess, exited: Promise<number | null>): Promise<void> => {
  if (child.exitCode !== null) return
  child.kill('SIGINT')
  await exited
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Free space of the file system that holds the folder, in MiB. */
export const isPrivate = (folder: string): boolean => (statSync(folder).mode & 0o077) === 0
