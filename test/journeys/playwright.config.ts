/** How the journeys run: the machine's own Chromium, one desk a file, two files at a time; nothing is written into the clone. */
import { execFileSync } from 'node:child_process'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const chromium = (): string => {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
      encoding: 'utf8',
    }).trim()
  } catch {
    throw new Error('The journeys need Chromium: sudo apt-get install chromium')
  }
}

export default defineConfig({
  testDir: '.',
  globalSetup: './build.ts',
  outputDir: join(tmpdir(), `a33-journeys-${userInfo().username}`),
  // A waiting machine is slow, not wrong: each step may take a minute, none sleeps.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 2,
  // On a machine of CI a second try is allowed, and the look at every screen in three languages, the longest, is left to those who change a screen.
  retries: process.env.CI ? 1 : 0,
  testMatch: ['*.spec.ts'],
  testIgnore: process.env.CI ? ['screens.spec.ts'] : [],
  forbidOnly: true,
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as ['json']] : [])],
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: chromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
