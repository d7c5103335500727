/** The other side of a workshop, which does what the file says. */
import { WORK } from '../../src/actions/work.ts'
import { ok } from '../../src/core/problem.ts'
import { workForParent } from '../../src/node/workshop.ts'

const kept: unknown[] = []

const MODES: Record<string, () => void> = {
  'for-ever': () => {
    for (;;);
  },
  memory: () => {
    for (const kept: unknown[] = []; ; ) kept.push(Array.from({ length: 100_000 }, (_, i) => ({ i })))
  },
  end: () => process.abort(),
  much: () => {
    kept.push(Buffer.alloc(250 * 1024 * 1024, 1))
  },
  bug: () => {
    throw new Error('a bug of ours')
  },
}

workForParent({
  ...WORK,
  'play-file': async (bytes) => {
    const mode = new TextDecoder().decode(bytes)
    MODES[mode]?.()
    return ok(mode === 'who' ? new TextEncoder().encode(String(process.pid)) : bytes)
  },
})
