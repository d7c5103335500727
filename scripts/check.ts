/** `npm run check`: everything that a machine can see without running the program. */
import { argv } from 'node:process'
import { type Run, runScript, runTool } from './tool.ts'

export type Step = { name: string; run: () => Promise<Run> }

export const STEPS: Step[] = [
  { name: 'templates and content compile', run: () => runScript('scripts/compile.ts', []) },
  { name: 'types', run: () => runTool('typescript', ['-p', '.']) },
  {
    name: 'types of the core, without DOM and Node',
    run: () => runTool('typescript', ['-p', 'src/core']),
  },
  {
    name: 'types of what runs in browsers',
    run: () => runTool('typescript', ['-p', 'src/browser']),
  },
  { name: 'templates against their views', run: () => runScript('scripts/check-templates.ts', []) },
  {
    name: 'format and lint',
    run: () => runTool('@biomejs/biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  { name: 'import ladder', run: () => runScript('scripts/check-ladder.ts', []) },
  { name: 'exports used', run: () => runScript('scripts/check-exports.ts', []) },
  { name: 'migrations fresh', run: () => runScript('scripts/check-migrations.ts', []) },
  { name: 'docs true', run: () => runScript('scripts/check-docs.ts', []) },
]

/** Runs all steps, prints a line for each and the words of what failed. Returns how many passed and failed. */
export async function check(steps = STEPS): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const { name, run } of steps) {
    const start = performance.now()
    const { code, output } = await run()
    console.log(`${code ? '✗' : '✓'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    if (!code) continue
    failed++
    console.log(output.trimEnd().replaceAll(/^/gm, '    '))
  }
  return { passed: steps.length - failed, failed }
}

if (import.meta.main) {
  const wanted = argv.slice(2)
  const { failed } = await check(STEPS.filter(({ name }) => !wanted.length || wanted.includes(name)))
  process.exitCode = failed ? 1 : 0
}
