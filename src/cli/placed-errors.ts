/** What is wrong with a file, a line an error, as editors take it: `file:line:column: message`. */
import type { PlacedError } from '../actions/plan-yaml.ts'
import { formatPath, type Problem } from '../core/problem.ts'

export const placedErrors = (file: string, problem: Problem): string[] =>
  linesOf(file, problem, (error) => error.message)

/** The same with the code of each. */
export const codedErrors = (file: string, problem: Problem): string =>
  linesOf(file, problem, ({ message, code }) => `${message} [${code}]`).join('\n')

function linesOf(file: string, problem: Problem, words: (error: PlacedError) => string): string[] {
  if (problem.kind !== 'invalid' || problem.errors.length === 0) return [`${file}: ${problem.detail}`]
  return problem.errors.map((error) => {
    const at: PlacedError = { line: 1, column: 1, ...error }
    const path = formatPath(error.path)
    return `${file}:${at.line}:${at.column}: ${path ? `${path}: ` : ''}${words(at)}`
  })
}
