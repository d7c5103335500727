/** A plan file's bytes → a plan. Errors carry line and column where the file has one. */
import { decode } from '../core/log/decode-text.ts'
import { parsePlan } from '../core/plan/parse-plan.ts'
import { planData } from '../core/plan/plan-json.ts'
import type { Plan } from '../core/plan.ts'
import { fail, invalid, type Result } from '../core/problem.ts'
import { parseYaml } from './plan-yaml.ts'

export type { PlacedError } from './plan-yaml.ts'

export const MAX_PLAN_BYTES = 1024 * 1024

/** Reads YAML, or JSON, which is YAML too. UTF-8, at most 1 MiB. */
export function readPlan(bytes: Uint8Array): Result<Plan> {
  if (bytes.byteLength > MAX_PLAN_BYTES)
    return fail({ kind: 'too-large', detail: 'Tệp kế hoạch lớn quá 1 MB.' })
  const text = decode(bytes)
  if (text === null)
    return invalid('Tệp kế hoạch không phải văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.', [
      { path: [], code: 'not-utf-8', message: 'không phải văn bản UTF-8' },
    ])
  const yaml = parseYaml(text)
  if (!yaml.ok) return yaml
  const plan = parsePlan(planData(yaml.value.data))
  if (plan.ok || plan.problem.kind !== 'invalid') return plan
  const errors = plan.problem.errors.map(yaml.value.place)
  return invalid(
    plan.problem.detail,
    errors.sort((a, b) => a.line - b.line || a.column - b.column),
  )
}
