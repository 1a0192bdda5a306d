// Makes a fresh clone able to run: checks Node, installs what is missing, builds what changed, then hands over to the command line.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stderr.write(`${line}\n`)
const stop = (line) => {
  say(line)
  process.exit(69)
}

export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Article 33 needs Node 20.19 or newer; this is ${process.versions.node}. Install Node 22 or 24, then run this again.`)
}

const sha = (text) => createHash('sha256').update(text).digest('hex')

/** Installs exactly what package-lock.json names, once; `dev` adds what the tests need. */
export const install = ({ dev }) => {
  const marker = join(root, 'node_modules', '.article33')
  const want = sha(readFileSync(join(root, 'package-lock.json')))
  const have = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : []
  if (have[0] === want && (!dev || have[1] === 'dev')) return
  say('Installing what Article 33 needs (once, about a minute) …')
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(dev ? [] : ['--omit=dev'])]
  const done = spawnSync('npm', arguments_, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' })
  if (done.error) stop('npm was not found. Install Node together with npm, then run this again.')
  if (done.status !== 0) {
    const why = /ENOSPC/.test(done.stderr) ? 'the disk is full' : done.stderr.trim().split('\n').slice(0, 3).join(' ')
    stop(`Installing failed: ${why}. Nothing of yours was touched; mend it and run this again.`)
  }
  writeFileSync(marker, `${want} ${dev ? 'dev' : 'run'}`)
}

const fingerprint = (folders) => {
  const parts = []
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (!/\.test\.tsx?$/.test(entry.name)) {
        const { mtimeMs, size } = statSync(path)
        parts.push(`${path}:${size}:${mtimeMs}`)
      }
    }
  }
  for (const folder of folders) walk(join(root, folder))
  return sha(parts.sort().join('\n') + readFileSync(join(root, 'package-lock.json')))
}

const isBuilt = (stamp, print) => existsSync(stamp) && readFileSync(stamp, 'utf8') === print

/** Bundles the command line and its workers into dist/; packages stay outside. */
export const buildCommand = async () => {
  const stamp = join(root, 'dist', '.command')
  const print = fingerprint(['src/basics', 'src/domain', 'src/vault', 'src/store', 'src/formats', 'src/actions', 'src/server', 'src/cli'])
  if (isBuilt(stamp, print)) return
  const { build } = await import('esbuild')
  rmSync(join(root, 'dist', 'cli'), { recursive: true, force: true })
  const workers = Object.fromEntries(
    ['formats/render-worker', 'formats/assess-worker', 'formats/list-worker', 'store/names-worker']
      .map((path) => [path.split('/')[1], join(root, 'src', `${path}.ts`)])
      .filter(([, file]) => existsSync(file)),
  )
  await build({
    entryPoints: { main: join(root, 'src/cli/main.ts'), ...workers },
    outdir: join(root, 'dist', 'cli'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'error',
    loader: { '.typ': 'text', '.sql': 'text' },
    chunkNames: 'chunk-[hash]',
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, print)
}

/** Builds the screens into dist/web. */
export const buildScreens = () => {
  const stamp = join(root, 'dist', '.screens')
  const print = fingerprint(['src/web', 'src/domain', 'src/basics'])
  if (isBuilt(stamp, print)) return
  say('Building the screens (once after each change, some seconds) …')
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'src/web/vite.config.ts'), '--logLevel', 'warn'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  writeFileSync(stamp, print)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  install({ dev: false })
  await buildCommand()
  if (process.argv[2] === 'start' && !process.env.ARTICLE33_WITHOUT_SCREENS) buildScreens()
  const { main } = await import(pathToFileURL(join(root, 'dist/cli/main.js')).href)
  process.exitCode = await main(process.argv.slice(2))
}
