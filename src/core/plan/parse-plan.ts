/** From a plan file's data to a plan, or to all that is wrong with it. */
import type { z } from 'zod'
import { MAX_OBLIGATIONS, type Plan, planSchema } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { planErrors } from './plan-errors.ts'

/** Checks what a plan file holds. Errors carry the path of the wrong place; the reader of the file adds line and column. */
export function parsePlan(data: unknown): Result<Plan> {
  const count = obligationCount(data)
  if (count > MAX_OBLIGATIONS)
    return invalid(`Kế hoạch có ${count} nhiệm vụ, quá giới hạn ${MAX_OBLIGATIONS}.`, [
      {
        path: ['obligations'],
        code: 'too-many-obligations',
        message: `không quá ${MAX_OBLIGATIONS} nhiệm vụ`,
      },
    ])
  const parsed = planSchema.safeParse(data)
  const errors = parsed.success ? planErrors(parsed.data) : schemaErrors(parsed.error, data)
  if (errors.length) return invalid('Kế hoạch có chỗ chưa đúng.', errors.slice(0, 100))
  return ok(parsed.data as Plan)
}

function obligationCount(data: unknown): number {
  const list = (data as { obligations?: unknown } | null)?.obligations
  return Array.isArray(list) ? list.length : 0
}

/** What a schema found wrong, as places in the file. */
export const schemaErrors = (error: z.ZodError, data: unknown): FieldError[] =>
  error.issues.flatMap((issue) => fieldErrors(issue, data))

function fieldErrors(issue: z.core.$ZodIssue, data: unknown): FieldError[] {
  const path = issue.path as (string | number)[]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown-field',
      message: `không có trường "${key}"`,
    }))
  if (issue.code === 'invalid_type' && valueAt(data, path) === undefined)
    return [{ path, code: 'missing-field', message: 'thiếu trường bắt buộc' }]
  return [{ path, code: issue.code.replaceAll('_', '-'), message: issue.message }]
}

const valueAt = (data: unknown, path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    data,
  )
