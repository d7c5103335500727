/**
 * The line before password hashing, which takes a processor for a tenth of a second each time: so many at once, so many
 * waiting, and the next ones are told to come back. Whoever is known goes first, in a line of their own.
 */
import { fail, ok, type Problem, type Result } from '../core/problem.ts'
import type { Db } from '../store/db.ts'

/** Runs a task when its turn has come; `too-many` when its line is full. */
export type HashingLine = <T>(task: () => Promise<T>, known: boolean) => Promise<Result<T>>

/** Two at once leave half of Node's threads to files; forty wait three seconds. */
const MOST = { atOnce: 2, waiting: 40 }

const FULL: Problem = {
  kind: 'too-many',
  detail: 'Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau ít giây.',
  retryAfterSeconds: 5,
}

export function hashingLine({ atOnce, waiting } = MOST): HashingLine {
  const lines = { known: [] as (() => void)[], strangers: [] as (() => void)[] }
  let running = 0
  /** Whoever is done hands the place on: it is never free for a newcomer to take in between. */
  const leave = () => {
    const next = lines.known.shift() ?? lines.strangers.shift()
    if (next) next()
    else running--
  }
  return async (task, known) => {
    const line = known ? lines.known : lines.strangers
    if (running < atOnce) running++
    else if (line.length >= waiting) return fail(FULL)
    else await new Promise<void>((start) => line.push(start))
    try {
      return ok(await task())
    } finally {
      leave()
    }
  }
}

const lines = new WeakMap<Db, HashingLine>()

/** One for all requests of a process. On Workers each request has its own: none may wait for another there. */
export function hashingOf(db: Db): HashingLine {
  const line = lines.get(db) ?? hashingLine()
  lines.set(db, line)
  return line
}
