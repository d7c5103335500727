/** Structured logs: one JSON object a line, for machines to read. */
import type { Config } from './config.ts'
import { formatInstant, type Instant } from './core/wall-clock.ts'
import type { Log } from './deps.ts'

type Level = Config['LOG']

/** `errors` keeps what failed: events that say so, and answers of our own fault. */
export function jsonLog(level: Level, clock: () => Instant, print: (line: string) => void): Log {
  return (entry) => {
    if (level === 'off' || (level === 'errors' && !isFailure(entry))) return
    print(JSON.stringify({ at: formatInstant(clock()), ...entry }))
  }
}

const isFailure = ({ event, status }: Parameters<Log>[0]): boolean =>
  event.endsWith('-failed') || (typeof status === 'number' && status >= 500)
