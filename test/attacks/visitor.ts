/** Somebody else, who opens a page again and again: on a thread of its own, so that the attack's own work is no wait. */
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** `cookie`: of their session, empty for a stranger. */
export type Visitor = { url: string; pid: number; cookie: string }
/** The longest wait, in milliseconds, and the most memory, in MB. */
export type Waited = { wait: number; memory: number }

const { url, pid, cookie } = workerData as Visitor

/** How long a thread stood in line for a processor so far, in milliseconds: other programs' doing, not the server's. */
const inLine = (stat: string): number => {
  try {
    return Number(readFileSync(stat, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

const busy = (): number => inLine(`/proc/${pid}/schedstat`) + inLine('/proc/thread-self/schedstat')

async function visit(): Promise<number> {
  const [began, before] = [performance.now(), busy()]
  await new Promise<void>((done, failed) => {
    // On a connection of its own each time: whoever comes anew must be let in first.
    get(`${url}/dang-nhap`, { headers: { cookie }, agent: false }, (answer) => {
      answer.resume().on('end', done)
    }).on('error', failed)
  })
  return Math.max(0, performance.now() - began - (busy() - before))
}

/** What the server and the processes that work for it take, in MB; 0 where the system does not say. */
function memory(): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [pid, ...children.map(Number)].map(memoryOf).reduce((a, b) => a + b, 0)
  } catch {
    return 0
  }
}

function memoryOf(process: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1] ?? 0
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return 0
  }
}

const most: Waited = { wait: 0, memory: 0 }
let over = false
parentPort?.once('message', () => {
  over = true
})
// The first visits of all read what later ones have at hand.
for (let i = 0; i < 20; i++) await visit()
parentPort?.postMessage('ready')
while (!over) {
  most.wait = Math.max(most.wait, Math.round(await visit()))
  most.memory = Math.max(most.memory, memory())
  await new Promise((next) => setTimeout(next, 10))
}
parentPort?.postMessage(most)
