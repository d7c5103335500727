import { expect, test } from 'vitest'
import { ladderErrors, readSources } from '../scripts/check-ladder.ts'

const errorsOf = (files: Record<string, string>) => ladderErrors(new Map(Object.entries(files)))

test('the project keeps to the ladder', () => {
  expect(ladderErrors(readSources())).toEqual([])
})

test.each([
  ['core/a.ts', "import { z } from 'zod'"],
  ['core/recurrence.ts', "import * as rrule from 'rrule'"],
  ['core/a.ts', "import { b } from './b.ts'"],
  ['core/count/a.ts', "import { b } from '../record/b.ts'\nimport { c } from '../plan.ts'"],
  ['core/a.ts', 'new Date(0); today.fetch; // Date.now() would be wrong'],
  ['actions/a.ts', "import type { Db } from '../store/db.ts'"],
  ['routes/a.ts', "import { b } from './b.ts'\nimport { Hono } from 'hono'"],
  ['node.ts', "import { readFile } from 'node:fs/promises'"],
  ['cli/a.ts', "const labels = ['from', '../app.ts']"],
])('%s may say: %s', (file, text) => {
  expect(errorsOf({ [file]: text })).toEqual([])
})

test.each([
  ['core/a.ts', "import { b } from '../store/b.ts'", 'imports src/store/b.ts, which is not below it'],
  ['store/a.ts', "export * from '../actions/b.ts'", 'imports src/actions/b.ts, which is not below it'],
  ['store/a.ts', "import type { B } from '../ical/b.ts'", 'imports src/ical/b.ts, which is not below it'],
  ['routes/a.ts', "await import('../cli/b.ts')", 'imports src/cli/b.ts, which is not below it'],
  ['app.ts', "import {\n  a,\n} from './node.ts'", 'imports src/node.ts, which is not below it'],
  ['core/plan.ts', "import { b } from './words/b.ts'", 'imports src/core/words/b.ts, which is not below it'],
  [
    'core/plan/a.ts',
    "import { b } from '../count/b.ts'",
    'imports src/core/count/b.ts, which is not below it',
  ],
  ['elsewhere/a.ts', '', 'no room of the ladder'],
  ['core/elsewhere/a.ts', '', 'no room of the ladder'],
  ['core/a.ts', "import { RRule } from 'rrule'", 'the core may not import rrule'],
  ['core/a.ts', "import 'node:fs'", 'the core may not import node:fs'],
  ['core/a.ts', 'const now = Date.now()', 'the core reads the clock (Date.now)'],
  ['core/a.ts', 'const now = new Date()', 'the core reads the clock (new Date())'],
  ['core/a.ts', 'process.env.TZ', 'the core reads the environment (process)'],
  ['core/a.ts', "await fetch('/')", 'the core reaches the network (fetch)'],
  ['core/a.ts', 'Math.random()', 'the core throws dice (Math.random)'],
])('%s may not say: %s', (file, text, error) => {
  const [first] = errorsOf({ [file]: text })
  expect(first).toBe(`src/${file}: ${error}`)
})

test('a Node module is refused in what the Worker imports, however far away', () => {
  const files = {
    'worker.ts': "import './app.ts'",
    'app.ts': "import './routes/a.ts'",
    'routes/a.ts': "import { readFileSync } from 'node:fs'\nimport { createHash } from 'node:crypto'",
    'cli/b.ts': "import { readFileSync } from 'node:fs'",
  }
  expect(errorsOf(files)).toEqual([
    'src/routes/a.ts: node:fs does not exist in the Worker, which imports this file',
  ])
})
