import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { parsePlan } from '../../../src/core/plan/parse-plan.ts'
import { withinSlots } from '../../../src/core/plan/size.ts'

function daily(obligations: number) {
  const plan = parsePlan({
    ...{ id: 'nhieu-2026', title: 'Nhiều', unit: { code: 'xa-thu', name: 'UBND xã Thử' }, year: 2026 },
    obligations: Array.from({ length: obligations }, (_, i) => ({
      ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
      cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
    })),
  })
  if (!plan.ok) throw new Error(plan.problem.detail)
  return plan.value
}

test('27 daily programmes of a year are a plan, 28 are more than one may have', () => {
  expect(withinSlots(daily(27), calendars.periods).ok).toBe(true)
  expect(withinSlots(daily(28), calendars.periods)).toMatchObject({ problem: { kind: 'too-large' } })
})
