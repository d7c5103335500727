import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { calendarText } from '../../src/ical/calendar.ts'
import { calendarWithin } from '../../src/ical/within.ts'
import { inSteps, withoutBreath } from '../../src/portions.ts'
import { recordsOf } from '../routes/views/records.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { entriesOf } from '../support/entries.ts'
import { fourADay } from '../support/four-a-day.ts'
import { planData, planOf } from '../support/plans.ts'

const TODAY = '2025-07-02'
const NOW = instantOf(TODAY, '08:00')
const OPTIONS = {
  ...{ unit: { code: 'xa-thu', name: 'UBND xã Thử' }, baseUrl: 'https://nhip.test', work: calendars.work },
  ...{ alarm: null, name: 'Lịch', now: NOW, reminders: true },
}
const daily = planOf(
  planData({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' }, { inForceFrom: '2025-01-01' }),
)
const entries = entriesOf(recordsOf(daily), 'all', NOW)

const whole = (...asked: Parameters<typeof calendarWithin>) =>
  inSteps(calendarWithin(...asked), withoutBreath)

test('a calendar that is small enough is what it would be anyway', async () => {
  expect(await whole(entries, OPTIONS, TODAY)).toEqual({
    text: calendarText(entries, OPTIONS),
    leftOut: 0,
  })
})

test('over the limit the farthest days are left out, whole ones, and an entry at either end names them', async () => {
  const most = 100_000
  const { text, leftOut } = await whole(entries, OPTIONS, TODAY, most)
  expect(new TextEncoder().encode(text).length).toBeLessThan(most)
  const { events } = readCalendar(text)
  const days = events.filter(({ uid }) => uid.startsWith('thu-2025')).map(({ start }) => start.slice(0, 10))
  expect(days.length + leftOut).toBe(365)
  const reach = (days.length - 1) / 2
  expect(days).toEqual(
    Array.from({ length: days.length }, (_, i) =>
      new Date(Date.UTC(2025, 6, 2 - reach + i)).toISOString().slice(0, 10),
    ),
  )
  const half = leftOut / 2
  const notes = events
    .filter(({ uid }) => uid.startsWith('con-nua'))
    .map(({ start, summary }) => [start, summary])
  expect(notes).toEqual([
    [days[0], expect.stringMatching(`^Lịch này không có ${half} kỳ từ 01/01/2025 đến \\d+/\\d+/2025$`)],
    [days.at(-1), expect.stringMatching(`^Lịch này không có ${half} kỳ từ \\d+/\\d+/2025 đến 31/12/2025$`)],
  ])
})

const AUTUMN = '2025-10-01'

/** Ten plans of four airings a day, with all that the plan file lets a text be long. */
const tenPlans = Array.from({ length: 10 }, (_, n) => {
  const plan = { ...fourADay(), id: `ke-hoach-${n}` }
  const obligations = plan.obligations.map((obligation) => ({
    ...obligation,
    title: `${obligation.title} ${n} `.padEnd(200, 'ệ'),
    quote: 'Mỗi ngày bốn lần, '.repeat(100),
    lead: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
  }))
  return entriesOf(recordsOf({ ...plan, obligations }), 'all', NOW)
}).flat()

test('ten plans of four airings a day stay below a megabyte with alarms, and the words at either end name all that is missing', async () => {
  const options = { ...OPTIONS, alarm: 15, name: 'L'.repeat(200) }
  const { text, leftOut } = await whole(tenPlans, options, AUTUMN)
  expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000)
  const { events } = readCalendar(text)
  const told = events
    .filter(({ uid }) => uid.startsWith('con-nua'))
    .map(({ summary }) => Number(/không có (\d+) kỳ/.exec(summary ?? '')?.[1]))
  const kept = events.filter(({ uid }) => uid.startsWith('ke-hoach'))
  expect(told.reduce((a, b) => a + b, 0)).toBe(leftOut)
  expect(kept.length + leftOut).toBe(tenPlans.length)
  expect(new Set(kept.map(({ start }) => start.slice(0, 10)))).toContain(AUTUMN)
})

/** A plan of small airings: a day more at either end is some thirty kilobytes more. */
const smallAirings = Array.from({ length: 6 }, (_, n) =>
  entriesOf(recordsOf({ ...fourADay(), id: `ke-hoach-${n}` }), 'all', NOW),
).flat()

test('a calendar that is too large fills what Google takes, and never passes it', async () => {
  const { text, leftOut } = await whole(smallAirings, { ...OPTIONS, alarm: 15 }, AUTUMN)
  const size = new TextEncoder().encode(text).length
  expect(leftOut).toBeGreaterThan(0)
  expect(size).toBeLessThan(1_000_000)
  expect(size).toBeGreaterThan(950_000)
})

test('where not even one day fits, that day too is named as missing', async () => {
  const { text, leftOut } = await whole(tenPlans, OPTIONS, AUTUMN, 20_000)
  const { events } = readCalendar(text)
  expect([events.map(({ uid }) => uid.split('@')[0]), leftOut]).toEqual([
    ['con-nua-truoc', 'con-nua-sau'],
    tenPlans.length,
  ])
  expect(events.at(-1)?.summary).toMatch(/ từ 01\/10\/2025 đến /)
})
