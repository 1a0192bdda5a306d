// npm test: installs what the tests need, then the check of the house, the unit and action tests, and the journeys in a real browser.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCommand, buildScreens, checkNode, install } from './bootstrap.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
/** Programs of the system that the tests use, with the Debian package that brings each. */
const programs = [
  ['chromium', 'chromium'],
  ['pdftotext', 'poppler-utils'],
  ['age', 'age'],
]

const installPrograms = () => {
  const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
  const missing = programs.filter(([program]) => !has(program)).map(([, name]) => name)
  if (!existsSync('/usr/share/fonts/opentype/noto') && !existsSync('/usr/share/fonts/truetype/noto')) missing.push('fonts-noto-cjk')
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.log(
      `The tests need: ${missing.join(', ')}. Install them from your system's packages, for example: sudo apt-get install ${missing.join(' ')}`,
    )
    process.exit(69)
  }
  console.log(`Installing ${missing.join(', ')} …`)
  const run = (...words) =>
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status
  run('update', '-q')
  if (run('install', '-y', '-q', '--no-install-recommends', ...missing) !== 0) {
    console.log(`apt-get could not install ${missing.join(', ')}.`)
    process.exit(69)
  }
}

checkNode()
install({ dev: true })
installPrograms()
console.log('Building …')
await buildCommand()
buildScreens()
const { check, counted, step } = await import('./check.mjs')
const total = check()
const report = join(root, 'node_modules', '.journeys-report.json')
rmSync(report, { force: true })
step(
  'journeys in a real browser',
  join(root, 'node_modules', '.bin', 'playwright'),
  ['test', '--config', 'test/journeys/playwright.config.ts'],
  { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
)
const journeys = counted(report, ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}))
for (const key of Object.keys(total)) total[key] += journeys[key]
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed ? 1 : 0)
