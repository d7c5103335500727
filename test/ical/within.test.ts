import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { calendarText } from '../../src/ical/calendar.ts'
import { calendarWithin } from '../../src/ical/within.ts'
import { inSteps, withoutBreath } from '../../src/portions.ts'
import { recordsOf } from '../routes/views/records.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { entriesOf } from '../support/entries.ts'
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
