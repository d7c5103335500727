import { expect, test } from 'vitest'
import { judgeMoves } from '../../src/actions/judge-moves.ts'
import { calendars } from '../../src/calendars.ts'
import type { Place } from '../../src/core/standing.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listSlots } from '../../src/store/slots.ts'
import { setStation } from '../../src/store/stations.ts'
import { adopt } from '../support/adopt.ts'
import { closeAugust } from '../support/closed-month.ts'
import { seenAt } from '../support/moments.ts'
import { planData, planOf } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-thu'
const LAN = { unit: UNIT, id: 'u-lan', name: 'Lan' }
const YEAR = { from: '2025-08-01', to: '2025-12-31' }
const NOW = instantOf('2025-08-20', '08:00')

/** Every Monday at 05:30, heard again two days later; another plan airs on Thursdays at 17:00. */
async function office() {
  const house = await testHouse()
  const weekly = {
    kind: 'rate',
    window: YEAR,
    time: '05:30',
    duration: 15,
    reruns: { times: 1, afterDays: [2], time: '17:30' },
  }
  const other = { kind: 'rate', window: YEAR, rrule: 'FREQ=WEEKLY;BYDAY=TH', time: '17:00', duration: 15 }
  const plans = [
    planData({ ...weekly, rrule: 'FREQ=WEEKLY;BYDAY=MO' }, { silentDays: ['SU'], inForceFrom: '2025-08-01' }),
    planData(other, { id: 'khac-2025', title: 'Kế hoạch khác', inForceFrom: '2025-08-01' }),
  ]
  for (const plan of plans) await adopt(house.db, UNIT, planOf(plan), calendars, NOW)
  const sessions = [
    { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '05:00', to: '06:00', channel: 'loudspeaker' },
    { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '17:00', to: '18:00', channel: 'loudspeaker' },
  ] as never
  await setStation(house.db, LAN, { from: '2025-01-01', sessions, silentDays: ['SA'], maxMinutes: null }, NOW)
  const judge = async (day: string, places: Place[]) => {
    const records = await listSlots(house.db, UNIT, { range: { from: day, to: day } })
    const record = records.find(({ slot }) => slot.planId === 'thu-2025' && slot.date === day)
    if (!record) throw new Error('no slot')
    const original = record.slot.of ?? record.slot.id
    const family = await listSlots(house.db, UNIT, { family: original })
    const judged = await judgeMoves(
      { db: house.db, unit: UNIT, moment: seenAt(NOW) },
      { record, family },
      places,
    )
    return judged.map(({ refused, closed, air }) => ({
      ...{ refused, closed: closed?.by ?? null, silent: air.silent, outside: air.outside },
      meets: air.meets.map(({ obligation, plan }) => `${plan.id}: ${obligation.title}`),
    }))
  }
  return { ...house, judge }
}

const FREE = { refused: null, closed: null, silent: false, outside: false, meets: [] as string[] }

test('each place is judged as the recording would: free, taken by another plan, out of hours, silent, its own', async () => {
  await using house = await office()
  const places = [
    { date: '2025-08-26', time: '05:30' },
    { date: '2025-08-28', time: '17:00' },
    { date: '2025-08-26', time: '12:00' },
    { date: '2025-08-30', time: '05:30' },
    { date: '2025-08-31', time: '05:30' },
    { date: '2025-08-25', time: '05:30' },
    { date: '2035-08-25', time: '05:30' },
  ]
  const judged = await house.judge('2025-08-25', places)
  expect(judged).toEqual([
    FREE,
    { ...FREE, meets: ['khac-2025: Việc thử'] },
    { ...FREE, outside: true },
    { ...FREE, silent: true },
    { ...FREE, silent: true, outside: true },
    { ...FREE, refused: 'trùng ngày giờ hiện tại của kỳ', meets: [] },
    { ...FREE, refused: expect.stringContaining('cách quá xa lịch'), silent: expect.any(Boolean) },
  ])
})

test('a rerun is refused before its original, and a closed period is told', async () => {
  await using house = await office()
  const places = [
    { date: '2025-08-24', time: '17:30' },
    { date: '2025-08-28', time: '05:30' },
  ]
  const open = await house.judge('2025-08-27', places)
  expect(open.map(({ refused }) => refused)).toEqual([
    'phát lại không thể trước phát mới (thứ Hai 25/8/2025)',
    null,
  ])
  await closeAugust(house.db, UNIT, 'thu-2025')
  const closed = await house.judge('2025-08-27', places)
  expect(closed.map(({ closed: by }) => by)).toEqual(['Anh Sơn', 'Anh Sơn'])
})
