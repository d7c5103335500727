/** A plan out again as the file that it could have come from: what is left to its default is not said. */
import { stringify } from 'yaml'
import { planFile } from '../core/plan/plan-json.ts'
import type { Plan } from '../core/plan.ts'

/** YAML that `readPlan` reads as the very same plan. */
export function planYaml(plan: Plan): string {
  const { obligations, topics, ...head } = planFile(plan)
  const said = obligations.map(({ clause, ...obligation }) => ({
    ...obligation,
    ...(clause !== obligation.id && { clause }),
  }))
  const named = topics.map(({ clause, ...topic }) => ({ ...topic, ...(clause !== topic.id && { clause }) }))
  return stringify(spare({ ...head, obligations: said, topics: named }), {
    lineWidth: 110,
    indentSeq: true,
  })
}

/** Without nulls, empty lists and `conditional: false`. */
function spare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spare)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !isDefault(key, inner))
      .map(([key, inner]) => [key, spare(inner)]),
  )
}

const isDefault = (key: string, value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length === 0) || (key === 'conditional' && value === false)
