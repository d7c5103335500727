import { expect, test } from 'vitest'
import { readPlan } from '../../src/actions/read-plan.ts'
import { planYaml } from '../../src/actions/write-plan.ts'
import { wholeCalendarJson } from '../../src/core/plan/plan-json.ts'
import { samplePlan } from '../support/plans.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['ngok-tu-2025', undefined],
  ['ngok-tu-2025', 2026],
  ['duc-pho-2024', undefined],
  ['duc-pho-2024', 2028],
  ['quang-ngai-117-2022', undefined],
] as const)('%s (%s) out as YAML, and out of the API, is read as the very same plan', (name, year) => {
  const plan = samplePlan(name, year)
  expect(readPlan(bytes(planYaml(plan)))).toEqual({ ok: true, value: plan })
  const json = JSON.stringify(wholeCalendarJson(plan, [], []))
  expect(readPlan(bytes(json))).toEqual({ ok: true, value: plan })
})
