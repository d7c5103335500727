import { defineConfig } from 'vitest/config'
import { OFFLINE } from './scripts/tool.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores in the smallest machine that must pass: more workers only make browsers time out.
    maxWorkers: 2,
    env: OFFLINE,
  },
})
