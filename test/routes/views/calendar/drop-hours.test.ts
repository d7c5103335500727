import { expect, test } from 'vitest'
import { read } from '../../../../src/core/reading.ts'
import { stationSchema } from '../../../../src/core/station/station.ts'
import { instantOf } from '../../../../src/core/wall-clock.ts'
import { dropHours } from '../../../../src/routes/views/calendar/drop-hours.ts'
import { fourADay } from '../../../support/four-a-day.ts'
import { seenAt } from '../../../support/moments.ts'
import { samplePlan } from '../../../support/plans.ts'
import { recordsOf } from '../records.ts'

const NOW = instantOf('2025-08-05', '08:00')
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

const hours = (plan: ReturnType<typeof samplePlan>, sessions: [from: string, to: string][] = []) => {
  const station = stationSchema.parse({
    from: '2025-01-01',
    sessions: sessions.map(([from, to]) => ({ days: [...DAYS], from, to })),
  })
  return dropHours(read(recordsOf(plan, []), seenAt(NOW)), [station], '2025-08-04')
}

test('a slot may be dropped on the hours that the office airs at, and where a session begins that has nothing', () => {
  expect(hours(fourADay())).toEqual(['05:20', '11:00', '17:00', '18:30'])
  expect(hours(samplePlan('ngok-tu-2025'))).toEqual(['05:30', '17:30'])
  const sessions: [string, string][] = [
    ['05:00', '06:00'],
    ['11:00', '11:30'],
    ['17:00', '18:00'],
  ]
  expect(hours(samplePlan('ngok-tu-2025'), sessions)).toEqual(['05:30', '11:00', '17:30'])
})

test('of more hours than a screen has room for, the six of most airings are offered', () => {
  const sessions = Array.from({ length: 9 }, (_, i): [string, string] => [`1${i}:40`, `1${i}:50`])
  const offered = hours(fourADay(), sessions)
  expect(offered).toHaveLength(6)
  expect(offered).toEqual(expect.arrayContaining(['05:20', '11:00', '17:00', '18:30']))
})
