import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { calendarName } from '../../src/actions/feed.ts'
import { calendars } from '../../src/calendars.ts'
import type { FeedScope } from '../../src/core/notice/feed-scope.ts'
import type { SlotRecord } from '../../src/core/reading.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { calendarText } from '../../src/ical/calendar.ts'
import { factOf, recordsOf } from '../routes/views/records.ts'
import { entriesOf } from '../support/entries.ts'
import { golden } from '../support/golden.ts'
import { samplePlan } from '../support/plans.ts'

const PLAN = samplePlan('ngok-tu-2025')
const NOW = instantOf('2025-09-22', '08:00')
const column = (ordinal: number) => `ngok-tu-2025:C.I.2.a:${ordinal}`
const at = (day: string, time: string) => instantOf(day, time)

/** Seven weeks at the loudspeaker desk of Ngọk Tụ: everything that can happen to a slot happened. */
const FACTS = [
  factOf(column(14), 'aired', at('2025-07-07', '05:30')),
  factOf(column(16), 'aired', at('2025-08-04', '05:31'), { minutes: 15 }),
  factOf(column(17), 'not-aired', at('2025-08-18', '06:00'), { reason: 'power' }),
  factOf(column(17), 'made-up', at('2025-08-20', '17:30')),
  factOf(column(18), 'excused', at('2025-09-01', '06:00'), {
    document: 'Công văn số 112/UBND ngày 29/8/2025',
  }),
  factOf(column(19), 'not-aired', at('2025-09-15', '06:00'), { reason: 'equipment' }),
  factOf(column(19), 'moved', at('2025-09-15', '07:00'), { to: { date: '2025-09-24', time: '05:30' } }),
  factOf(column(20), 'moved', at('2025-09-20', '09:00'), {
    to: { date: '2025-10-01', time: '17:30' },
    reason: 'emergency',
  }),
  factOf('ngok-tu-2025:C.I.2.c:08', 'aired', at('2025-08-07', '17:30')),
  factOf('ngok-tu-2025:C.I.2.c:08.r1', 'aired', at('2025-08-12', '17:30')),
  factOf('ngok-tu-2025:C.I.3.c:01', 'held', at('2025-08-21', '08:00'), { people: 64 }),
]

function recordOf(record: SlotRecord): SlotRecord {
  const changedAt = Math.max(instantOf('2025-07-24'), ...record.facts.map(({ recordedAt }) => recordedAt))
  const withdrawn = record.slot.id === 'ngok-tu-2025:C.I.2.c:12.r3'
  return {
    ...record,
    slot: { ...record.slot, withdrawn },
    revision: record.facts.length + (withdrawn ? 1 : 0),
    changedAt: withdrawn ? instantOf('2025-09-01', '10:00') : changedAt,
  }
}

test.each<[string, FeedScope]>([
  ['feed-radio.ics', 'radio'],
  ['feed-leadership.ics', 'leadership'],
])('%s: what subscribers of the scope %s read', (name, scope) => {
  const entries = entriesOf(recordsOf(PLAN, FACTS).map(recordOf), scope, NOW)
  const text = calendarText(entries, {
    ...{ unit: PLAN.unit, baseUrl: 'https://nhip-song.example.vn', work: calendars.work, now: NOW },
    ...{ name: calendarName(PLAN.unit.name, scope), alarm: scope === 'radio' ? 15 : null, reminders: true },
  })
  expect(text).toBe(golden(name, text))
})

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

test.each(['America/New_York', 'Asia/Ho_Chi_Minh'])(
  'a plan printed by a machine in %s has the same bytes',
  async (TZ) => {
    const args = ['src/node.ts', 'calendar', 'content/plans/duc-pho-2024.yaml', '--format', 'ics']
    const { stdout } = await run(process.execPath, args, { cwd: ROOT, env: { ...process.env, TZ } })
    expect(stdout).toBe(golden('calendar-duc-pho-2024.ics', stdout))
  },
)
