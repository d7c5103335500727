import { expect, test } from 'vitest'
import {
  deliverAt,
  NOTICE_KINDS,
  NOTICE_NAMES,
  nextAt,
  ROLE_NOTICES,
} from '../../../src/core/notice/notice.ts'
import { instantOf, localDateOf, wallTimeOf } from '../../../src/core/wall-clock.ts'

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11))
const stamp = (instant: number) => `${localDateOf(instant)} ${wallTimeOf(instant)}`

test.each([
  ['07:00', '2025-08-04 06:59', '2025-08-04 07:00'],
  ['07:00', '2025-08-04 07:00', '2025-08-04 07:00'],
  ['07:00', '2025-08-04 07:01', '2025-08-05 07:00'],
  ['05:00', '2025-12-31 23:00', '2026-01-01 05:00'],
])('the next %s from %s on is %s', (time, now, next) => {
  expect(stamp(nextAt(time, at(now)))).toBe(next)
})

const NIGHT = { from: '21:00', to: '06:00' }
const NOON = { from: '11:30', to: '13:30' }

test.each([
  ['any time', { quiet: null, dailyAt: null }, '2025-08-04 23:00', '2025-08-04 23:00'],
  ['before the night', { quiet: NIGHT, dailyAt: null }, '2025-08-04 20:59', '2025-08-04 20:59'],
  ['as the night begins', { quiet: NIGHT, dailyAt: null }, '2025-08-04 21:00', '2025-08-05 06:00'],
  ['after midnight', { quiet: NIGHT, dailyAt: null }, '2025-08-05 00:30', '2025-08-05 06:00'],
  ['as the night ends', { quiet: NIGHT, dailyAt: null }, '2025-08-05 06:00', '2025-08-05 06:00'],
  ['at noon', { quiet: NOON, dailyAt: null }, '2025-08-04 12:00', '2025-08-04 13:30'],
  ['after noon', { quiet: NOON, dailyAt: null }, '2025-08-04 13:30', '2025-08-04 13:30'],
  ['with the one daily message', { quiet: null, dailyAt: '07:00' }, '2025-08-04 20:00', '2025-08-05 07:00'],
  [
    'a daily message in the night',
    { quiet: NIGHT, dailyAt: '05:00' },
    '2025-08-04 20:00',
    '2025-08-05 06:00',
  ],
])('%s', (_, reach, now, when) => {
  expect(stamp(deliverAt(reach, at(now)))).toBe(when)
})

test('every kind that a role gets unasked has a name', () => {
  const kinds = new Set(Object.values(ROLE_NOTICES).flat())
  expect([...kinds].filter((kind) => !NOTICE_NAMES[kind])).toEqual([])
  expect(Object.keys(NOTICE_NAMES)).toEqual([...NOTICE_KINDS])
})
