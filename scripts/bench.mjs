// npm run bench NAME: medians and ratios, with the peer in the same run; -- --json gives one JSON object.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCommand, checkNode, install } from './bootstrap.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'test', 'bench')
const [name, ...rest] = process.argv.slice(2)
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.slice(0, -3))
  : []
if (!name || !names.includes(name)) {
  console.log(`npm run bench NAME, where NAME is one of: ${names.join(', ')}`)
  process.exit(2)
}
checkNode()
install({ dev: true })
await buildCommand()
const { build } = await import('esbuild')
const outfile = join(root, 'dist', 'bench', `${name}.mjs`)
await build({
  entryPoints: [join(folder, `${name}.ts`)],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
})
const { run } = await import(pathToFileURL(outfile).href)
await run(rest)
