/** Forms as browsers send them: every field is text. */
import type { Problem } from '../core/problem.ts'
import type { Field } from '../templates/account-views.ts'
import type { Ctx } from './env.ts'

/** What was sent under a name; empty when nothing was, or a file. The last one counts when it was sent twice. */
export type Form = (name: string) => string

export async function readForm(c: Ctx): Promise<Form> {
  // A body that is no form says nothing, and is answered like an empty one.
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    return typeof value === 'string' ? value : ''
  }
}

/** A field to show again, with what the problem says about it. Passwords are shown empty. */
export function fieldOf(name: string, value: string, problem?: Problem): Field {
  const errors = problem && 'errors' in problem ? (problem.errors ?? []) : []
  return { value, error: errors.find(({ path }) => path[0] === name)?.message ?? null }
}
