import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { lint } from '../../../src/core/plan/lint.ts'
import type { Air } from '../../../src/core/plan/lint-air.ts'
import { expand } from '../../../src/core/slot.ts'
import { airtimeOf } from '../../../src/core/station/airtime.ts'
import type { Station } from '../../../src/core/station/station.ts'
import { planData, planOf } from '../../support/plans.ts'

type Loose = Record<string, unknown>

const obligation = (id: string, cadence: Loose, channels = ['loudspeaker']) => ({
  ...{ id, title: `Mục ${id}`, channels, lead: 'Phòng VH-XH', quote: 'x' },
  cadence: { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4', time: '05:30', duration: 15, ...cadence },
})

const planWith = (...obligations: Loose[]) => planOf(planData({}, { obligations }))

const warnings = (plan: ReturnType<typeof planWith>, air?: Air): string[] =>
  lint(plan, calendars.periods, calendars.work, air).map(
    ({ code, obligationId, message }) => `${code} ${obligationId}: ${message}`,
  )

const station = (more: Partial<Station> = {}): Station => ({
  from: '2025-01-01',
  sessions: [{ days: ['MO', 'TU'], from: '05:00', to: '06:00', channel: 'loudspeaker' }],
  silentDays: [],
  maxMinutes: null,
  ...more,
})

test('two obligations heard at one time are told once, at the later of them', () => {
  expect(warnings(planWith(obligation('A', { duration: 60 }), obligation('B', { time: '05:45' })))).toEqual([
    'overlap B: 4 khung trùng giờ với A “Mục A” (sớm nhất thứ Hai 6/1/2025, 05:45). Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn một bên.',
  ])
})

test('one that meets more than three others is told once, with the names of three', () => {
  const plan = planWith(...['A', 'B', 'C', 'D', 'E', 'G'].map((id) => obligation(id, {})))
  expect(warnings(plan).slice(-2)).toEqual([
    'overlap E: 4 khung trùng giờ với A “Mục A”, B “Mục B”, C “Mục C” và 1 nhiệm vụ khác (sớm nhất thứ Hai 6/1/2025, 05:30). Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn bớt.',
    'overlap G: 4 khung trùng giờ với A “Mục A”, B “Mục B”, C “Mục C” và 2 nhiệm vụ khác (sớm nhất thứ Hai 6/1/2025, 05:30). Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn bớt.',
  ])
})

test('one that ends as the next begins is no overlap, and a post beside a broadcast neither', () => {
  const plan = planWith(
    obligation('A', {}),
    obligation('B', { time: '05:45' }),
    obligation('C', {}, ['portal']),
  )
  expect(warnings(plan)).toEqual([])
})

test('what ends after midnight meets the next morning', () => {
  const plan = planWith(
    obligation('A', { time: '23:50', duration: 30 }),
    obligation('B', { rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=1', time: '00:10' }),
  )
  expect(warnings(plan)).toEqual([
    'overlap B: 1 khung trùng giờ với A “Mục A” (sớm nhất thứ Ba 7/1/2025, 00:10). Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn một bên.',
  ])
})

test('a rerun that falls on the next issue is told with what helps', () => {
  expect(warnings(planWith(obligation('A', { reruns: { times: 1, afterDays: [7] } })))).toEqual([
    'overlap A: 3 lần, lượt phát lại trùng giờ với số khác của chính nhiệm vụ này (sớm nhất thứ Hai 13/1/2025, 05:30). Hãy đặt giờ phát lại khác, hoặc đổi số ngày sau số phát mới.',
  ])
})

test('another plan of the unit is named', () => {
  const other = { ...planWith(obligation('X', {})), id: 'khac-2025' }
  const taken = airtimeOf(other, expand(other, calendars.periods), [])
  expect(warnings(planWith(obligation('A', {})), { stations: [], taken })).toEqual([
    'overlap A: 4 khung trùng giờ với nhiệm vụ X của kế hoạch khác (khac-2025) (sớm nhất thứ Hai 6/1/2025, 05:30). Khung vẫn giữ; hãy đổi giờ, đổi ngày hoặc rút ngắn một bên.',
  ])
})

test('airings outside the sessions of the station are told, from the day on which it has some', () => {
  const plan = planWith(obligation('A', { time: '05:50' }))
  expect(warnings(plan, { stations: [station({ from: '2025-01-20' })], taken: [] })).toEqual([
    'outside-session A: 2 khung nằm ngoài các buổi phát của đài (sớm nhất thứ Hai 20/1/2025, 05:50). Khung vẫn giữ; hãy xếp lại giờ, hoặc sửa giờ phát của đài.',
  ])
})

test('silent days of the station are told beside those of the plan, each once', () => {
  const air = { stations: [station({ silentDays: ['MO'] })], taken: [] }
  const silent =
    'silent-day A: 4 khung phát rơi vào ngày đài không phát (sớm nhất thứ Hai 6/1/2025). Khung phát vẫn giữ; hãy dời hoặc chọn ngày khác.'
  expect(warnings(planWith(obligation('A', {})), air)).toEqual([silent])
  expect(warnings({ ...planWith(obligation('A', {})), silentDays: ['MO'] }, air)).toEqual([silent])
})

test('more in a session than its minutes is told at the last of the day', () => {
  const plan = planWith(obligation('A', { time: '05:00' }), obligation('B', { time: '05:15' }))
  expect(warnings(plan, { stations: [station({ maxMinutes: 20 })], taken: [] })).toEqual([
    'full-session B: 4 buổi (thứ Hai và thứ Ba 05:00 – 06:00, truyền thanh) quá 20 phút; đầu tiên là thứ Hai 6/1/2025, 30 phút. Hãy dời bớt, hoặc nâng số phút mỗi buổi của đài.',
  ])
})
