/** A station that airs four times a day. */
import type { Plan } from '../../src/core/plan.ts'
import { planData, planOf } from './plans.ts'

const HOURS = ['05:20', '11:00', '17:00', '18:30']
const OBLIGATIONS = [
  'Bản tin buổi sáng của xã',
  'Chuyển đổi số và Nghị quyết 57',
  'Phòng, chống thiên tai',
  'Gương người tốt',
]

/** Four airings a day, all year. */
export function fourADay(): Plan {
  const daily = (time: string) => ({
    kind: 'rate',
    rrule: 'FREQ=DAILY',
    time,
    duration: 15,
    declared: 365,
    window: { from: '2025-01-01', to: '2025-12-31' },
  })
  const [first] = planData(daily('05:20')).obligations as [Record<string, unknown>]
  const obligations = HOURS.map((time, i) => ({
    ...first,
    ...{ id: `A.${i + 1}`, title: OBLIGATIONS[i], cadence: daily(time) },
  }))
  return planOf(planData(daily('05:20'), { obligations, inForceFrom: '2025-08-01' }))
}
