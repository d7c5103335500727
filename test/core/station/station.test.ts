import { expect, test } from 'vitest'
import { type Station, sessionsOn, stationOn, stationSchema } from '../../../src/core/station/station.ts'

type Loose = Record<string, unknown>

const morning = { days: ['MO', 'TU'], from: '05:00', to: '05:45', channel: 'loudspeaker' }
const data = (more: Loose = {}): Loose => ({ from: '2026-01-01', sessions: [morning], ...more })

test('what is not said has its default', () => {
  expect(
    stationSchema.parse({ from: '2026-01-01', sessions: [{ days: ['MO'], from: '05:00', to: '06:00' }] }),
  ).toEqual({
    from: '2026-01-01',
    sessions: [{ days: ['MO'], from: '05:00', to: '06:00', channel: 'loudspeaker' }],
    silentDays: [],
    maxMinutes: null,
  })
})

test.each<[string, Loose, string[]]>([
  [
    'no day that exists',
    { from: '2026-02-30' },
    ['from: không phải một ngày có thật (viết dạng YYYY-MM-DD)'],
  ],
  [
    'a session that ends before it begins',
    { sessions: [{ ...morning, to: '04:00' }] },
    ['sessions.0.to: giờ kết thúc phải sau giờ bắt đầu'],
  ],
  [
    'a session without days',
    { sessions: [{ ...morning, days: [] }] },
    ['sessions.0.days: cần ít nhất một ngày trong tuần'],
  ],
  [
    'two sessions at one time',
    { sessions: [morning, { ...morning, days: ['TU'], from: '05:30', to: '06:00' }] },
    ['sessions.1.from: trùng giờ với buổi thứ 1'],
  ],
  ['no minutes', { maxMinutes: 0 }, ['maxMinutes: phải từ 1 phút trở lên']],
  [
    'every day silent',
    { silentDays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] },
    ['silentDays: không quá 6 mục'],
  ],
])('%s is refused at its place', (_, more, expected) => {
  const { error } = stationSchema.safeParse(data(more))
  expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(expected)
})

test('sessions of two channels, or of other days, may lie at one time', () => {
  const sessions = [morning, { ...morning, channel: 'sms' }, { ...morning, days: ['SA'] }]
  expect(stationSchema.safeParse(data({ sessions })).success).toBe(true)
})

test('from its day on the next one holds, and of two from one day the later said', () => {
  const station = (from: string, maxMinutes: number): Station => ({
    from,
    sessions: [],
    silentDays: [],
    maxMinutes,
  })
  const all = [station('2026-01-01', 1), station('2026-06-01', 2), station('2026-01-01', 3)]
  const held = ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map(
    (day) => stationOn(all, day)?.maxMinutes,
  )
  expect(held).toEqual([undefined, 3, 3, 2])
})

test('a day has the sessions of its weekday in the order of their hours, a silent one none', () => {
  const evening = { ...morning, from: '17:00', to: '18:00' }
  const station = stationSchema.parse(data({ sessions: [evening, morning], silentDays: ['TU'] }))
  expect(sessionsOn(station, '2026-01-05', 'loudspeaker').map(({ from }) => from)).toEqual(['05:00', '17:00'])
  expect(sessionsOn(station, '2026-01-06', 'loudspeaker')).toEqual([])
  expect(sessionsOn(station, '2026-01-05', 'loudspeaker', ['MO'])).toEqual([])
  expect(sessionsOn(station, '2026-01-05', 'sms')).toEqual([])
})
