import { expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { senseOf } from '../../../src/core/form/obligation-sense.ts'
import { expand } from '../../../src/core/slot.ts'
import { airtimeOf } from '../../../src/core/station/airtime.ts'
import { planData, planOf, samplePlan } from '../../support/plans.ts'

const plan = samplePlan('ngok-tu-2025')

function made<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const sense = (id: string) => {
  const obligation = plan.obligations.find((one) => one.id === id)
  if (!obligation) throw new Error(id)
  return made(senseOf(plan, obligation, calendars))
}

test.each([
  [
    'C.I.2.a',
    'Cứ 2 tuần một số, thứ Hai 05:30, 15 phút, trong năm 2025: 26 số, từ thứ Hai 6/1/2025 đến thứ Hai 22/12/2025.',
  ],
  [
    'C.I.2.c',
    'Mỗi tháng một chuyên mục, thứ Ba đầu tháng, 17:30, 15 phút, trong năm 2025; phát lại 3 lần, sau 7, 14 và 21 ngày: 12 chuyên mục, từ thứ Ba 7/1/2025 đến thứ Ba 2/12/2025. Phát lại 36 lượt.',
  ],
  ['C.I.1', 'Một lần trong năm 2025.'],
])('%s in a sentence', (id, sentence) => {
  expect(sense(id).sentence).toBe(sentence)
})

test('the year’s days by month: which are new, before the plan came into force, or off', () => {
  const { months } = sense('C.I.2.a')
  expect(months.map(({ month, days }) => [month, days.length])).toEqual([
    ...[
      [1, 2],
      [2, 2],
      [3, 3],
      [4, 2],
      [5, 2],
      [6, 2],
    ],
    ...[
      [7, 2],
      [8, 2],
      [9, 3],
      [10, 2],
      [11, 2],
      [12, 2],
    ],
  ])
  expect(months[6]?.days[1]).toEqual({
    ...{ date: '2025-07-21', airing: 'new', clash: false, inForce: false, dayOff: false },
  })
  expect(months[8]?.days[0]).toMatchObject({ date: '2025-09-01', inForce: true, dayOff: true })
})

test('what is to be minded of that obligation alone', () => {
  expect(sense('C.I.2.a').warnings.map(({ code }) => code)).toEqual(['infeasible-total'])
})

test('days on which another plan of the unit is heard are marked', () => {
  const rate = { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2', time: '05:30', duration: 15 }
  const own = planOf(planData(rate))
  const other = planOf(planData({ ...rate, rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1' }, { id: 'khac-2025' }))
  const [obligation] = own.obligations
  const taken = airtimeOf(other, expand(other, calendars.periods), [])
  const { months } = made(senseOf(own, obligation as never, calendars, { stations: [], taken }))
  expect(months[0]?.days.map(({ date, clash }) => [date, clash])).toEqual([
    ['2025-01-06', true],
    ['2025-01-13', false],
  ])
})

test('an event without a day, and what is done all the time, have no days', () => {
  const say = (cadence: Record<string, unknown>) => {
    const one = planOf(planData(cadence))
    return made(senseOf(one, one.obligations[0] as never, calendars)).sentence
  }
  expect([say({ kind: 'continuous' }), say({ kind: 'event-offset', days: 7, times: ['05:30'] })]).toEqual([
    'Thường xuyên trong năm. Ghi mỗi lần làm, không tính tỷ lệ.',
    '1 lần mỗi ngày (05:30) trong 7 ngày liên tục từ ngày sự kiện (chưa đặt ngày). Chưa có ngày thì chưa tính.',
  ])
})

test('beside hundreds of others it pauses on the way, since all of them are looked at', () => {
  const rate = { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=5', time: '05:30' }
  const data = planData(rate)
  const [one = {}] = data.obligations as Record<string, unknown>[]
  const many = planOf({
    ...data,
    obligations: Array.from({ length: 600 }, (_, i) => ({ ...one, id: `A.${i}` })),
  })
  const pauses = [...senseOf(many, many.obligations[0] as never, calendars)]
  expect(pauses.length).toBeGreaterThan(5)
})
