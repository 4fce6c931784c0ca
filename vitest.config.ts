import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'web/dist/**', 'data/**'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'tests/world/database.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
