/** Starts a real desk as a person would, through scripts/bootstrap.mjs, in a folder of its own on a free port, and stops it again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export type Desk = {
  address: string
  folder: string
  said: () => string
  /** Ends it and keeps its folder. */
  halt: () => Promise<void>
  /** Ends it and takes its folder away. */
  stop: () => Promise<void>
}

export const freePort = (host = '127.0.0.1'): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, host, () => {
      const at = probe.address()
      probe.close(() => done(typeof at === 'object' && at ? at.port : 0))
    })
  })

/** PostgreSQL's own user passes through to its folder inside. */
export const deskFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'a33-journey-'))
  chmodSync(folder, 0o711)
  return folder
}

const run = (words: readonly string[], screens = true): { child: ChildProcess; said: () => string; ended: Promise<number | null> } => {
  const { ARTICLE33_WITHOUT_SCREENS: _, DATABASE_URL: __, ...env } = process.env
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', ...words], {
    cwd: root,
    env: screens ? env : { ...env, ARTICLE33_WITHOUT_SCREENS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (bytes: Buffer) => {
      text += bytes
    })
  return { child, said: () => text, ended: new Promise((done) => child.once('exit', (code) => done(code))) }
}

/** Runs a command that ends by itself: what it said, and its exit code. */
export const article33 = async (words: readonly string[]): Promise<{ said: string; code: number | null }> => {
  const { said, ended } = run(words, false)
  const code = await ended
  return { said: said(), code }
}

export const startDesk = async (how: { host?: string; cert?: string; key?: string; screens?: boolean } = {}): Promise<Desk> => {
  const folder = deskFolder()
  const host = how.host ?? '127.0.0.1'
  const port = await freePort(host)
  const tls = how.cert && how.key ? ['--tls-cert', how.cert, '--tls-key', how.key] : []
  const words = ['start', '--data', join(folder, 'data'), '--host', host, '--port', String(port), ...tls]
  const { child, said, ended } = run(words, how.screens ?? true)
  const halt = async (): Promise<void> => {
    child.kill('SIGTERM')
    const given = setTimeout(() => child.kill('SIGKILL'), 60_000)
    await ended
    clearTimeout(given)
  }
  const stop = async (): Promise<void> => {
    await halt()
    rmSync(folder, { recursive: true, force: true })
  }
  await new Promise<void>((ready, failed) => {
    child.stdout!.on('data', () => said().includes('Article 33 is at') && ready())
    void ended.then((code) => failed(new Error(`The desk ended with ${code} before it was ready:\n${said()}`)))
  })
  return { address: `${tls.length > 0 ? 'https' : 'http'}://${host}:${port}`, folder, said, halt, stop }
}
