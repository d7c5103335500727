import { defineConfig } from 'vitest/config'
import { OFFLINE } from './scripts/tool.ts'
import { SERVER_NAME } from './test/support/libsql-server.ts'

/** Rooms that write SQL or stand on it, what a province does with its offices, and four whole stories. */
const ON_SERVER = [
  ...['store', 'accounts', 'actions'].map((room) => `test/${room}/**/*.test.ts`),
  'test/routes/units/**/*.test.ts',
  ...['editions', 'radio-room', 'outside-papers', 'province'].map(
    (story) => `test/journeys/${story}.test.ts`,
  ),
]

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores in the smallest machine that must pass: more workers only make browsers time out.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'a file', include: ['test/**/*.test.ts'], env: OFFLINE } },
      {
        extends: true,
        test: {
          name: SERVER_NAME,
          include: ON_SERVER,
          env: { ...OFFLINE, TEST_DATABASE: 'server' },
        },
      },
    ],
  },
})
