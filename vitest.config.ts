import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'packs/**/*.test.ts'], exclude: ['test/journeys/**', 'node_modules/**', 'dist/**'], retry: process.env.CI ? 1 : 0, testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, globalSetup: ['test/desk-cluster.ts'] },
})
