// npm run check: rooms, types, lint, unit and action tests; stops at the first that fails and says which.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)

/** Runs one step in view; answers whether it went well. */
export const step = (what, command, arguments_, options = {}) => {
  console.log(`\n— ${what}`)
  const began = Date.now()
  const { status } = spawnSync(command, arguments_, { cwd: root, stdio: 'inherit', ...options })
  console.log(`  ${status === 0 ? 'good' : 'FAILED'}, ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return status === 0
}

/** Counts of a run, read from what the runner wrote; a run that wrote nothing counts as one failure. */
export const counted = (file, read) => {
  try {
    const counts = read(JSON.parse(readFileSync(file, 'utf8')))
    return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1, skipped: 0 } : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Rooms, types and lint count as one test each. */
export const check = () => {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const one = (ok) => {
    total[ok ? 'passed' : 'failed'] += 1
  }
  one(step('rooms: the house stands', process.execPath, ['scripts/check-house.mjs']))
  one(step('types', bin('tsc'), ['--noEmit']))
  one(step('lint', bin('biome'), ['check', '--diagnostic-level=error']))
  const report = join(root, 'node_modules', '.unit-report.json')
  rmSync(report, { force: true })
  step('unit and action tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const unit = counted(report, (json) => ({
    passed: json.numPassedTests,
    failed:
      json.numFailedTests +
      (json.success
        ? 0
        : json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
            .length),
    skipped: json.numPendingTests,
  }))
  for (const key of Object.keys(total)) total[key] += unit[key]
  return total
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { buildCommand, checkNode, install } = await import('./bootstrap.mjs')
  checkNode()
  install({ dev: true })
  await buildCommand()
  const { passed, failed, skipped } = check()
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exit(failed ? 1 : 0)
}
