import { describe, expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import type { Fact } from '../../src/core/fact.ts'
import type { SlotRecord } from '../../src/core/reading.ts'
import { slotJson } from '../../src/core/slot.ts'
import { addDays, instantOf } from '../../src/core/wall-clock.ts'
import { calendarText, changesAt } from '../../src/ical/calendar.ts'
import { entryOf } from '../../src/ical/entry.ts'
import { factOf, recordsOf } from '../routes/views/records.ts'
import { readCalendar } from '../support/calendar-reader.ts'
import { entriesOf } from '../support/entries.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'

const NOW = instantOf('2025-08-04', '08:00')
const UNIT = { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ' }
const OPTIONS = {
  ...{ unit: UNIT, baseUrl: 'https://nhip.test', work: calendars.work, alarm: null as number | null },
  ...{ name: 'Lịch truyền thông xã Ngọk Tụ', now: NOW, reminders: true },
}

const read = (records: readonly SlotRecord[], options = OPTIONS) =>
  readCalendar(calendarText(entriesOf(records, 'all', options.now), options))

const isReminder = ({ uid }: { uid: string }) => uid.includes('@nhac.')

describe.each([
  ['ngok-tu-2025', 2026],
  ['duc-pho-2024', 2027],
  ['quang-ngai-117-2022', 2028],
])('the slots of %s in %i, read by another library', (name, year) => {
  const records = recordsOf(samplePlan(name, year))
  const { events } = read(records)

  test('each has one event, at its hour or on its last day', () => {
    const days = new Map(
      events
        .filter((event) => !isReminder(event))
        .map(({ uid, start, end, url }) => [uid, { start, end, url }]),
    )
    expect(days).toEqual(
      new Map(
        records.map(({ slot }) => {
          const { start, end } = slotJson(slot)
          const last = slot.window?.to as string
          const when =
            start === null
              ? { start: last, end: addDays(last, 1) }
              : { start, end: slot.minutes ? end : null }
          const url = `https://nhip.test/khung/${encodeURIComponent(slot.id)}`
          return [
            `${encodeURIComponent(slot.id).replaceAll('%3A', ':')}@xa-ngok-tu.nhip-song`,
            { ...when, url },
          ]
        }),
      ),
    )
  })

  test('a window or deadline of two weeks or more is announced a week before, in the title', () => {
    const announced = events.filter(isReminder).map(({ start, summary }) => [start, summary.split(' · ')[0]])
    const long = records
      .map(({ slot }) => slot.window)
      .filter((window) => window !== null && addDays(window.from, 14) <= window.to)
      .map((window) => window?.to as string)
      .sort()
    expect(announced).toEqual(
      long.map((to) => [
        addDays(to, -7),
        `Còn 7 ngày (hạn ${Number(to.slice(8))}/${Number(to.slice(5, 7))})`,
      ]),
    )
  })
})

test('the calendar says its name, its colour, how often to come back, and its zone in one block', () => {
  const text = calendarText([], OPTIONS)
  expect(text).toBe(
    `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Nhip Song//Lich truyen thong//VI
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Lịch truyền thông xã Ngọk Tụ
X-WR-CALNAME:Lịch truyền thông xã Ngọk Tụ
X-WR-TIMEZONE:Asia/Ho_Chi_Minh
COLOR:teal
X-APPLE-CALENDAR-COLOR:#0a6460
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE
END:VCALENDAR
`.replaceAll('\n', '\r\n'),
  )
})

/** One weekly slot on Monday 4 August 2025, 05:30, that the plan wants at least 10 minutes long. */
const WEEKLY = planOf(
  planData(
    {
      ...{
        kind: 'rate',
        rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
        start: '2025-08-04',
        time: '05:30',
        declared: 4,
      },
      ...{ minutes: { min: 10, max: 15 }, reruns: { times: 1, afterDays: [1] } },
    },
    {},
    { title: 'Chuyên mục Chuyển đổi số', lead: 'Phòng Văn hoá - Xã hội', quote: 'Mỗi tuần 01 số' },
  ),
)
const ID = 'thu-2025:A.1:01'
const at = (day: string, time = '06:00') => instantOf(day, time)
const title = 'Chuyên mục Chuyển đổi số'

const moved = factOf(ID, 'moved', at('2025-08-03'), {
  to: { date: '2025-11-14', time: '17:30' },
  reason: 'power',
})
const missed = factOf(ID, 'not-aired', at('2025-08-04'), { reason: 'equipment' })

describe('the title and the first line of the description say how it stands', () => {
  test.each<[string, Fact[], string, string]>([
    ['nobody said anything', [], title, 'Phát mới · số 1/4 · 15 phút'],
    [
      'aired',
      [factOf(ID, 'aired', at('2025-08-04', '05:32'), { minutes: 14 })],
      `✔ ${title}`,
      'Đã phát 14 phút lúc 05:32 thứ Hai 4/8/2025.',
    ],
    [
      'aired two days late',
      [factOf(ID, 'aired', at('2025-08-06'))],
      `✔ trễ 6/8 · ${title}`,
      'Đã phát lúc 06:00 thứ Tư 6/8/2025 (trễ).',
    ],
    [
      'aired for six minutes',
      [factOf(ID, 'aired', at('2025-08-04'), { minutes: 6 })],
      `CHƯA ĐẠT · ${title}`,
      'Đã phát 6 phút lúc 06:00 thứ Hai 4/8/2025 (chưa đạt thời lượng).',
    ],
    ['not aired', [missed], `✖ ${title}`, 'Không phát: hỏng máy.'],
    [
      'not aired for a reason in own words, which may name somebody',
      [{ ...missed, reason: 'anh Nam quên bật' }],
      `✖ ${title}`,
      'Không phát.',
    ],
    [
      'excused',
      [factOf(ID, 'excused', at('2025-08-04'), { document: 'Công văn số 12/UBND' })],
      `✖ có lý do · ${title}`,
      'Nghỉ có lý do được chấp nhận theo Công văn số 12/UBND.',
    ],
    [
      'moved',
      [moved],
      `DỜI → 14/11 · ${title}`,
      'Dời từ 05:30 thứ Hai 4/8/2025 sang 17:30 thứ Sáu 14/11/2025: mất điện.',
    ],
    [
      'a move that was taken back',
      [moved, factOf(ID, 'correction', at('2025-08-03', '09:00'), { corrects: moved.id })],
      title,
      'Phát mới · số 1/4 · 15 phút',
    ],
    [
      'a make-up that is planned',
      [missed, factOf(ID, 'moved', at('2025-08-04', '07:00'), { to: { date: '2025-08-08', time: '05:30' } })],
      `PB → 8/8 · ${title}`,
      'Không phát: hỏng máy.',
    ],
    [
      'made up',
      [missed, factOf(ID, 'made-up', at('2025-08-08'))],
      `PB 8/8 · ${title}`,
      'Không phát: hỏng máy.',
    ],
  ])('%s', (_, facts, summary, line) => {
    const event = read(recordsOf(WEEKLY, facts)).events.find(({ uid }) => uid.startsWith(`${ID}@`))
    expect([event?.summary, event?.description.split('\n')[0]]).toEqual([summary, line])
  })

  test('a rerun is marked as radio schedules do', () => {
    const records = recordsOf(WEEKLY, [factOf(`${ID}.r1`, 'aired', at('2025-08-05'))])
    expect(
      read(records)
        .events.map(({ summary }) => summary)
        .slice(0, 4),
    ).toEqual([title, `✔ PL · ${title}`, title, `PL · ${title}`])
  })

  test('names of staff, their notes and their words for a reason stay in the house', () => {
    const facts = [
      factOf(ID, 'aired', at('2025-08-04'), {
        by: 'Y Lan',
        note: 'anh Nam trực thay',
        file: { name: 'nam.mp3', size: 1, sha256: 'a' },
      }),
      factOf(ID, 'note', at('2025-08-04'), { by: 'A Biu', note: 'gọi A Biu 0901' }),
      { ...missed, by: 'A Biu', reason: 'anh Nam ốm' },
    ]
    const text = calendarText(entriesOf(recordsOf(WEEKLY, facts), 'all', NOW), OPTIONS).replaceAll(
      '\r\n ',
      '',
    )
    expect(text).not.toMatch(/Lan|Nam|Biu|0901|nam\.mp3/)
  })
})

test('a moved slot keeps its UID and goes to its new day and hour', () => {
  const before = read(recordsOf(WEEKLY)).events[0]
  const after = read(recordsOf(WEEKLY, [moved])).events.find(({ uid }) => uid === before?.uid)
  expect([before?.start, after?.start, after?.end]).toEqual([
    '2025-08-04T05:30:00+07:00',
    '2025-11-14T17:30:00+07:00',
    '2025-11-14T17:45:00+07:00',
  ])
})

test('revision and change become SEQUENCE, DTSTAMP and LAST-MODIFIED; nothing is of the moment of asking', () => {
  const record = recordsOf(WEEKLY)[0] as SlotRecord
  const changed = { ...record, revision: 7, changedAt: instantOf('2025-08-01', '06:00') }
  const text = (now: number) => calendarText(entriesOf([changed], 'all', now), { ...OPTIONS, now })
  expect(text(NOW)).toContain('SEQUENCE:7\r\nDTSTAMP:20250731T230000Z\r\nLAST-MODIFIED:20250731T230000Z\r\n')
  expect(text(instantOf('2029-01-01'))).toBe(text(NOW))
})

describe('a withdrawn slot', () => {
  const record = recordsOf(WEEKLY)[0] as SlotRecord
  const withdrawn = { ...record, slot: { ...record.slot, withdrawn: true }, changedAt: NOW }
  const sixtyDays = 60 * 86_400_000

  test('stays as cancelled for sixty days, and is gone at the very end of them', () => {
    const statuses = (now: number) =>
      read([withdrawn], { ...OPTIONS, now }).events.map(({ status }) => status)
    expect([statuses(NOW), statuses(NOW + sixtyDays - 1), statuses(NOW + sixtyDays)]).toEqual([
      ['CANCELLED'],
      ['CANCELLED'],
      [],
    ])
  })
  test('tells when the calendar changes by itself', () => {
    const entries = entriesOf([withdrawn], 'all', NOW)
    expect([changesAt(entries, NOW), changesAt([entryOf(record)], NOW)]).toEqual([
      NOW + sixtyDays,
      Number.MAX_SAFE_INTEGER,
    ])
  })
})

test('what was planned before the plan came into force is shown only when something was recorded', () => {
  const plan = { ...WEEKLY, inForceFrom: '2025-08-12' }
  const records = recordsOf(plan, [factOf(ID, 'aired', at('2025-08-04'))])
  expect(read(records).events.map(({ start }) => start.slice(0, 10))).toEqual([
    '2025-08-04',
    '2025-08-12',
    '2025-08-18',
    '2025-08-19',
    '2025-08-25',
    '2025-08-26',
  ])
})

describe('a window', () => {
  const plan = planOf(
    planData(
      { kind: 'window', window: { from: '2025-07-01', to: '2025-09-28' } },
      {},
      { channels: ['event'] },
    ),
  )
  const id = 'thu-2025:A.1:01'
  const shown = (facts: Fact[], revision = 1) =>
    read(recordsOf(plan, facts).map((record) => ({ ...record, revision, changedAt: NOW }))).events.map(
      ({ start, summary, status }) => [start, summary, status],
    )

  test('stands on its last day as a whole day, with a day of warning, and names the last working day', () => {
    const { events } = read(recordsOf(plan))
    expect(shown([])).toEqual([
      ['2025-09-28', 'HẠN · Việc thử', 'CONFIRMED'],
      ['2025-09-21', 'Còn 7 ngày (hạn 28/9) · Việc thử', 'CONFIRMED'],
    ])
    expect(events[0]?.description.split('\n').slice(0, 2)).toEqual([
      'Làm từ 01/7 đến 28/9/2025, chậm nhất Chủ nhật 28/9/2025.',
      'Ngày cuối là ngày nghỉ; ngày làm việc cuối cùng trước đó: thứ Sáu 26/9/2025.',
    ])
  })
  test('that got a day and an hour stands there, and the warning is called off', () => {
    const fixed = factOf(id, 'moved', at('2025-08-04'), { to: { date: '2025-09-10', time: '08:00' } })
    expect(shown([fixed])).toEqual([
      ['2025-09-10T08:00:00+07:00', 'Việc thử', 'CONFIRMED'],
      ['2025-09-21', 'Còn 7 ngày (hạn 28/9) · Việc thử', 'CANCELLED'],
    ])
  })
  test('that was held calls the warning off as well', () => {
    expect(shown([factOf(id, 'held', at('2025-08-20'), { people: 45 })])).toEqual([
      ['2025-09-28', '✔ Việc thử', 'CONFIRMED'],
      ['2025-09-21', 'Còn 7 ngày (hạn 28/9) · Việc thử', 'CANCELLED'],
    ])
  })
})

describe('an alarm', () => {
  const alarms = (facts: Fact[], alarm: number | null) =>
    read(recordsOf(WEEKLY, facts).slice(0, 1), { ...OPTIONS, alarm }).events.map((event) => event.alarm)

  test('rings only when asked for, and only for what is still to come', () => {
    expect([alarms([], null), alarms([], 15), alarms([factOf(ID, 'aired', at('2025-08-04'))], 15)]).toEqual([
      [null],
      ['-PT15M'],
      [null],
    ])
  })
})

test('a year of 250 events stays below the megabyte that Google takes, however long the plan writes', () => {
  const words = (length: number) => 'Truyền thông chuyển đổi số. '.repeat(150).slice(0, length)
  const longest = { title: words(500), quote: words(4000), lead: words(300) }
  const plan = planOf(
    planData({ kind: 'rate', rrule: 'FREQ=DAILY;COUNT=250', time: '05:30', duration: 15 }, {}, longest),
  )
  const text = calendarText(entriesOf(recordsOf(plan), 'all', NOW), OPTIONS)
  expect(readCalendar(text).events.length).toBe(250)
  expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000)
})
