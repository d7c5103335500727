/** Restores a copy, and is killed before its n-th step on the disk: `killed-restore.ts <database> <copy> <n>`. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [database = '', from = '', step = ''] = process.argv.slice(2)
const STEPS = ['copyFile', 'chmod', 'link', 'rename', 'rm', 'open', 'mkdir'] as const
let left = Number(step)

for (const name of STEPS) {
  const real = fs.promises[name] as (...args: unknown[]) => Promise<unknown>
  const counted = (...args: unknown[]) => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL')
    return real(...args)
  }
  Object.assign(fs.promises, { [name]: counted })
}
syncBuiltinESMExports()
const { restore } = await import('../../src/node/backup.ts')
const restored = await restore(database, from, Date.UTC(2026, 0, 5))
if (!restored.ok) throw new Error(restored.problem.detail)
