/**
 * Heavy work on Node. A process of its own rather than a thread: what a file made by a stranger can do at the worst,
 * ending the process or filling the memory, it then does to that one, and the server goes on answering.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fail, type Result } from '../core/problem.ts'
import { queue } from '../queue.ts'
import type { Doing, Work, WorkName, Workshop } from '../workshop.ts'

/** The reasons stand in `docs/gioi-han.md`. */
const LIMITS = {
  line: { atOnce: 1, waiting: 24, retryAfterSeconds: 20, patienceMs: 45_000 },
  memoryMb: 192,
  longestMs: 30_000,
  /** A process that had nothing to do for so long gives its memory back. */
  idleMs: 60_000,
  /** One that has taken more than this gives it back at once: the next work begins small again, in a new one. */
  keptMb: 180,
}

/** The word on the command line with which this program is started to work for another. */
export const WORK_COMMAND = 'lam-viec-nang'

const READY = 'ready'

type Asked = { name: WorkName; input: unknown }
type Outcome = { result: Result<unknown> } | { bug: string }
/** `memoryMb`: what the process takes now that it is done. */
type Answer = Outcome & { memoryMb: number }

/** `entry` is this program's own file. The process starts with the first work. */
export function nodeWorkshop(entry: string, limits: Partial<typeof LIMITS> = {}): Workshop {
  const { line, memoryMb, longestMs, idleMs, keptMb } = { ...LIMITS, ...limits }
  const inLine = queue(line)
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined

  async function open(): Promise<ChildProcess> {
    const opened = fork(entry, [WORK_COMMAND], {
      // What is young would take a quarter more beside it.
      execArgv: [`--max-old-space-size=${memoryMb}`, '--max-semi-space-size=4'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    opened.once('exit', () => {
      if (child === opened) child = null
    })
    child = opened
    // A busy machine may take its time over starting a program: that is nobody's work yet.
    const [first] = await Promise.race([once(opened, 'message'), once(opened, 'exit')])
    if (first !== READY) throw new Error('the process for heavy work ended before it began')
    return opened
  }

  function end(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  async function ask(asked: Asked): Promise<Result<unknown>> {
    clearTimeout(idle)
    const answer = await answerOf(child ?? (await open()), asked, longestMs)
    if (answer === null) {
      end()
      return fail({ kind: 'too-large', detail: TOO_MUCH })
    }
    if (answer.memoryMb > keptMb) end()
    else idle = setTimeout(end, idleMs).unref()
    if ('bug' in answer) throw new Error(answer.bug)
    return answer.result
  }

  return {
    run: async <N extends WorkName>(
      lane: string,
      name: N,
      gather: () => Promise<Result<Work[N]['in']>>,
    ): Promise<Result<Work[N]['out']>> =>
      inLine(lane, async () => {
        const input = await gather()
        return input.ok ? ((await ask({ name, input: input.value })) as Result<Work[N]['out']>) : input
      }),
    close: end,
  }
}

const TOO_MUCH =
  'Việc này cần nhiều thời gian hoặc bộ nhớ hơn mức máy chủ dành cho một việc. Hãy chia nhỏ: tệp ít dòng hơn, hoặc kỳ ngắn hơn.'

/** Null when it took too long, or the process ended over it. */
const answerOf = (child: ChildProcess, asked: Asked, longestMs: number): Promise<Answer | null> =>
  new Promise((done) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeListener('exit', ended).removeListener('error', ended)
      done(answer)
    }
    const ended = () => settle(null)
    const timer = setTimeout(ended, longestMs)
    child.once('message', (answer) => settle(answer as Answer))
    child.once('exit', ended).once('error', ended)
    child.send(asked, (error) => error && ended())
  })

/** The other side: works for the process that started it, until that one ends. */
export function workForParent(doing: Doing): void {
  process.on('message', async ({ name, input }: Asked) => {
    const done = await outcome(() => (doing[name] as (given: unknown) => Promise<Result<unknown>>)(input))
    process.send?.({ ...done, memoryMb: process.memoryUsage.rss() >> 20 } satisfies Answer)
  })
  process.on('disconnect', () => process.exit())
  process.send?.(READY)
}

async function outcome(work: () => Promise<Result<unknown>>): Promise<Outcome> {
  try {
    return { result: await work() }
  } catch (error) {
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
