/** Peak memory of a process. */
import { readFileSync } from 'node:fs'

/**
 * The most memory that a process ever held, in KiB. On Linux from the kernel's own mark, since the figure that a
 * process can ask for itself begins with its parent's.
 */
export function peakKib(pid = process.pid): number {
  if (process.platform === 'linux')
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  if (pid === process.pid) return process.resourceUsage().maxRSS
  return Number.NaN
}
