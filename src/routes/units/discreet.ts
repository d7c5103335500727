/** What an admin hears of offices that they may not see: nothing. */
import type { Result } from '../../core/problem.ts'

/** Which office has an official number is not told to those who may not see it. */
export function discreet<T>(result: Result<T>): Result<T> {
  if (result.ok || result.problem.kind !== 'invalid') return result
  const bare = (text: string) => text.replace(/ đã dùng cho “[^”]*”/g, ' đã dùng')
  const { detail, errors } = result.problem
  const told = errors.map((error) => ({ ...error, message: bare(error.message) }))
  return { ok: false, problem: { kind: 'invalid', detail: bare(detail), errors: told } }
}
