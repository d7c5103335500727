/** `npm run dev`: the server, started anew after each change; changed templates are compiled first. */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runScript } from './tool.ts'

const compile = () => runScript('scripts/compile.ts', [], { show: true })

await compile()
watch(join(ROOT, 'src/templates'), { recursive: true }, (_, name) => {
  if (name?.endsWith('.hbs')) void compile()
})
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/node.ts', 'serve'], {
  cwd: ROOT,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal))
server.once('exit', (code) => process.exit(code ?? 0))
