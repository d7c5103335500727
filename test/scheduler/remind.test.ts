import { expect, test } from 'vitest'
import { noticeHours } from '../../src/store/schema.ts'
import { planData, planOf } from '../support/plans.ts'
import { office, UNIT } from './office.ts'

/** Two airings on Tuesday 5 August 2025, one on Wednesday. */
const PLAN = planOf(
  planData(
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;BYDAY=TU,WE;COUNT=4',
      start: '2025-08-05',
      time: '05:30',
      duration: 15,
      declared: 4,
    },
    {
      obligations: [
        {
          id: 'A.1',
          title: 'Chuyên mục sáng',
          channels: ['loudspeaker'],
          quote: '04 số',
          cadence: {
            kind: 'rate',
            rrule: 'FREQ=WEEKLY;BYDAY=TU,WE;COUNT=4',
            start: '2025-08-05',
            time: '05:30',
            duration: 15,
            declared: 4,
          },
        },
        {
          id: 'A.2',
          title: 'Chuyên mục chiều',
          channels: ['loudspeaker'],
          quote: '02 số',
          cadence: {
            kind: 'rate',
            rrule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2',
            start: '2025-08-05',
            time: '17:00',
            declared: 2,
          },
        },
      ],
    },
  ),
)

async function reminded() {
  const house = await office()
  await house.adopt(PLAN)
  await house.person('lan', { kinds: ['remind'] })
  return house
}

test('the evening before, each who wants it hears of all of the next day’s slots, once', async () => {
  await using house = await reminded()
  await house.person('hoa', { kinds: ['week'] })
  await house.walk('2025-08-04 12:00', '2025-08-06 12:00')
  expect(house.subjects()).toEqual([
    '2025-08-04 19:00 lan: Thứ Ba 5/8: 2 khung',
    '2025-08-05 19:00 lan: Thứ Tư 6/8: 1 khung',
  ])
  expect(house.carried[0]?.letter.text).toContain(
    '- 05:30 Chuyên mục sáng (phát mới, số 1/4, 15 phút)\n- 17:00 Chuyên mục chiều (phát mới, số 1/2)\n',
  )
  expect(house.carried[0]?.letter.url).toBe('http://nhip.test/tuan/2025-W32')
})

test('a machine that was off in the evening reminds in the morning of what is still to come', async () => {
  await using house = await reminded()
  await house.beat('2025-08-04 17:00')
  await house.beat('2025-08-05 07:00')
  expect(house.subjects()).toEqual(['2025-08-05 07:00 lan: Thứ Ba 5/8: 1 khung'])
})

test('what is settled or moved away is not reminded of; what was moved there is', async () => {
  await using house = await reminded()
  await house.beat('2025-08-04 12:00')
  await house.record('thu-2025:A.1:01', { kind: 'moved', to: '2025-08-08T06:00' })
  await house.record('thu-2025:A.2:01', { kind: 'aired', at: '2025-08-04T11:00' })
  await house.walk('2025-08-04 12:01', '2025-08-08 12:00')
  expect(house.subjects()).toEqual([
    '2025-08-05 19:00 lan: Thứ Tư 6/8: 1 khung',
    '2025-08-07 19:00 lan: Thứ Sáu 8/8: 1 khung',
  ])
})

async function halfAnHourBefore() {
  const house = await reminded()
  await house.db.insert(noticeHours).values({
    ...{ unit: UNIT, remindMinutes: 30, remindAt: '19:00', askAt: '20:00', morningAt: '07:00' },
    changedAt: 0,
  })
  return house
}

test('minutes before: one message for each hour at which something begins', async () => {
  await using house = await halfAnHourBefore()
  await house.walk('2025-08-04 12:00', '2025-08-06 12:00')
  expect(house.subjects()).toEqual([
    '2025-08-05 05:00 lan: 05:30 thứ Ba 5/8: 1 khung',
    '2025-08-05 16:30 lan: 17:00 thứ Ba 5/8: 1 khung',
    '2025-08-06 05:00 lan: 05:30 thứ Tư 6/8: 1 khung',
  ])
})

test('minutes before: a slot that is moved to today is reminded of today', async () => {
  await using house = await halfAnHourBefore()
  await house.beat('2025-08-04 12:00')
  await house.record('thu-2025:A.1:01', { kind: 'moved', to: '2025-08-04T13:00' })
  await house.walk('2025-08-04 12:01', '2025-08-04 23:00')
  expect(house.subjects()).toEqual(['2025-08-04 12:30 lan: 13:00 thứ Hai 4/8: 1 khung'])
})

test('minutes before: a plan that is adopted today is reminded of today', async () => {
  await using house = await halfAnHourBefore()
  await house.beat('2025-08-05 12:00')
  const other = planOf(
    planData(
      { kind: 'rate', rrule: 'FREQ=YEARLY;COUNT=1', start: '2025-08-05', time: '15:00' },
      { id: 'khac-2025' },
    ),
  )
  await house.adopt(other, house.clock.now)
  await house.walk('2025-08-05 12:01', '2025-08-05 15:30')
  expect(house.subjects()).toEqual(['2025-08-05 14:30 lan: 15:00 thứ Ba 5/8: 1 khung'])
})

test('minutes before: too late is not at all', async () => {
  await using house = await halfAnHourBefore()
  await house.beat('2025-08-05 04:00')
  await house.beat('2025-08-05 05:31')
  expect(house.subjects()).toEqual([])
})
