/**
 * `npm test`: check, then the whole suite as servers run (UTC; `test/runtime/` builds what it starts), and what computes
 * with time once more as if it ran in New York, west of Greenwich and with daylight saving.
 *
 * With arguments (`npm test -- test/core`) only those tests run.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.ts'
import { runTool } from './tool.ts'

type Outcome = { passed: number; failed: number }

const SLOW = ['test/journeys/**', 'test/runtime/**', 'test/support/**']

async function vitest(zone: string, args: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-report-'))
  const report = join(folder, 'report.json')
  try {
    const options = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args]
    console.log(`\n— tests, TZ=${zone}`)
    const { code } = await runTool('vitest', options, { env: { TZ: zone }, show: true })
    const { numPassedTests: passed, numFailedTests } = JSON.parse(await readFile(report, 'utf8'))
    // A file that does not load has no tests that could fail.
    return { passed, failed: code && !numFailedTests ? 1 : numFailedTests }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function everything(): Promise<Outcome[]> {
  return [
    await check(),
    await vitest('UTC', []),
    await vitest(
      'America/New_York',
      SLOW.map((pattern) => `--exclude=${pattern}`),
    ),
  ]
}

const wanted = process.argv.slice(2)
const outcomes = wanted.length ? [await vitest('UTC', wanted)] : await everything()
const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') ? 1 : 0
