/** Structured logs: one JSON object a line, for machines to read. */
import type { Config } from './config.ts'
import { formatInstant, type Instant } from './core/wall-clock.ts'
import type { Trace } from './deps.ts'

type Level = Config['LOG']

/** `errors` keeps what failed: events that say so, and answers of our own fault. */
export function jsonTrace(level: Level, clock: () => Instant, print: (line: string) => void): Trace {
  return (entry) => {
    if (level === 'off' || (level === 'errors' && !isFailure(entry))) return
    print(JSON.stringify({ at: formatInstant(clock()), ...entry }))
  }
}

const isFailure = ({ event, status }: Parameters<Trace>[0]): boolean =>
  event.endsWith('-failed') || (typeof status === 'number' && status >= 500)

/**
 * Why something threw, in one line. The database layer puts a statement's values into its message, people's addresses
 * among them: its cause says enough.
 */
export function reasonOf(error: unknown): string {
  const root = rootOf(error)
  return (root instanceof Error ? root.message : String(root)).slice(0, 300)
}

/** The database's own word for it, `SQLITE_BUSY`; empty for anything else. */
export function codeOf(error: unknown): string {
  const { code } = rootOf(error) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Where it threw, the innermost call first: the frames alone, since the head of a stack repeats the message. */
export function placeOf(error: unknown): string {
  const { stack = '' } = rootOf(error) as { stack?: string }
  return (stack.match(/^ +at .*$/gm) ?? [])
    .slice(0, 8)
    .map((frame) => frame.trim())
    .join(' ')
}

export const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error
