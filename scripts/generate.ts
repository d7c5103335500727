/** `npm run generate`: rewrites everything that is committed but made from other files. */
import { runScript, runTool } from './tool.ts'

const runs = [
  await runScript('scripts/compile-templates.ts', [], { show: true }),
  await runScript('scripts/compile-content.ts', [], { show: true }),
  await runTool('drizzle-kit', ['generate'], { show: true }),
]
process.exitCode = runs.some(({ code }) => code) ? 1 : 0
