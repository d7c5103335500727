import { expect, test } from 'vitest'
import { type Entry, filledOf } from '../../../src/core/form/filled.ts'
import { fillStation, readStation, rowsOf } from '../../../src/core/form/station-form.ts'
import type { Station } from '../../../src/core/station/station.ts'

const STATION: Station = {
  from: '2026-01-01',
  sessions: [
    { days: ['MO', 'TU'], from: '05:00', to: '05:45', channel: 'loudspeaker' },
    { days: ['SA'], from: '17:00', to: '18:00', channel: 'loudspeaker' },
  ],
  silentDays: ['SU'],
  maxMinutes: 30,
}
const TODAY = '2026-06-01'

const errors = (entries: Entry[]) => {
  const read = readStation(filledOf(entries), TODAY)
  return read.ok || read.problem.kind !== 'invalid'
    ? null
    : read.problem.errors.map(({ path, message }) => `${path}: ${message}`)
}

test('what is filled in is read back', () => {
  const entries = fillStation(STATION)
  expect(readStation(filledOf(entries), TODAY)).toEqual({ ok: true, value: STATION })
  expect(rowsOf(filledOf(entries))).toBe(4)
})

test('hours as people write them, no day for today, rows left empty in between', () => {
  const entries: Entry[] = [
    ['buoi-1-kenh', 'loudspeaker'],
    ...(['MO', 'FR'] as const).map((day): Entry => ['buoi-3-thu', day]),
    ['buoi-3-tu', '5h'],
    ['buoi-3-den', '5 giờ 45'],
  ]
  expect(readStation(filledOf(entries), TODAY)).toEqual({
    ok: true,
    value: {
      from: TODAY,
      sessions: [{ days: ['MO', 'FR'], from: '05:00', to: '05:45', channel: 'loudspeaker' }],
      silentDays: [],
      maxMinutes: null,
    },
  })
})

test.each<[string, Entry[], string[]]>([
  ['a day that does not exist', [['tu-ngay', '31/6/2026']], ['tu-ngay: không phải một ngày có thật']],
  [
    'half a session',
    [['buoi-2-tu', '05:00']],
    ['buoi-2-thu: cần ít nhất một ngày trong tuần', 'buoi-2-den: ghi giờ, ví dụ 05:30'],
  ],
  [
    'a session that ends before it begins',
    [
      ['buoi-2-thu', 'MO'],
      ['buoi-2-tu', '06:00'],
      ['buoi-2-den', '05:00'],
    ],
    ['buoi-2-den: giờ kết thúc phải sau giờ bắt đầu'],
  ],
  ['minutes in words', [['phut', 'mười lăm']], ['phut: phải là số phút nguyên']],
])('%s is told at its field', (_, entries, expected) => {
  expect(errors(entries)).toEqual(expected)
})
