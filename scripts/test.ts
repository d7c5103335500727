/**
 * `npm test`: check, then the whole suite as servers run (UTC; `test/runtime/` builds what it starts), and what computes
 * with time once more as if it ran in New York, west of Greenwich and with daylight saving.
 *
 * With arguments (`npm test -- test/core`) only those tests run.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { check } from './check.ts'
import { runTool } from './tool.ts'

/** What ran, and the failures in a line each: told again at the very end, where whoever sees only the last lines looks. */
type Outcome = { passed: number; failed: number; failures?: string[] }

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

const SLOW = ['test/journeys/**', 'test/runtime/**', 'test/support/**']

async function vitest(zone: string, args: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-song-report-'))
  const report = join(folder, 'report.json')
  try {
    const options = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args]
    console.log(`\n— tests, TZ=${zone}`)
    const { code } = await runTool('vitest', options, { env: { TZ: zone }, show: true })
    const result: Report = JSON.parse(await readFile(report, 'utf8'))
    const { numPassedTests: passed, numFailedTests } = result
    // A file that does not load has no tests that could fail.
    const failed = code && !numFailedTests ? 1 : numFailedTests
    return { passed, failed, failures: failuresOf(result).map((line) => `✖ TZ=${zone} ${line}`) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const firstLine = (message: string) => message.split('\n', 1)[0]?.slice(0, 300) ?? ''

function failuresOf({ testResults }: Report): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(process.cwd(), name)
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      return tests.length
        ? tests.map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`)
        : [`${file}: ${firstLine(message)}`]
    })
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
const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0)
const failures = outcomes.flatMap(({ failures = [] }) => failures)
if (failures.length) console.log(`\n${failures.join('\n')}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') ? 1 : 0
