/** `npm run generate`: writes everything that is made from other files; of that, only migrations are committed. */
import { runScript, runTool } from './tool.ts'

const runs = [
  await runScript('scripts/compile.ts', [], { show: true }),
  await runTool('drizzle-kit', ['generate'], { show: true }),
]
process.exitCode = runs.some(({ code }) => code) ? 1 : 0
