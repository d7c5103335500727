import { expect, test } from 'vitest'
import type { Fact } from '../../../src/core/fact.ts'
import { readOne } from '../../../src/core/reading.ts'
import { changeMessage } from '../../../src/core/record/change-message.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { factOf, recordsOf } from '../../routes/views/records.ts'
import { seenAt } from '../../support/moments.ts'
import { planData, planOf } from '../../support/plans.ts'

const plan = planOf(
  planData(
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=26',
      start: '2025-08-04',
      time: '05:30',
      duration: 15,
      declared: 26,
    },
    {},
    { title: 'Chuyên mục Chuyển đổi số', lead: 'Phòng Văn hoá - Xã hội', quote: '01 số/2 tuần (26 số/năm)' },
  ),
)
const ID = 'thu-2025:A.1:01'
const MONDAY = instantOf('2025-08-04', '06:10')
const HOUSE = { unitName: 'UBND xã Thử', link: 'https://nhip.test/khung/1' }

const messageOf = (facts: Fact[], now = MONDAY, withdrawn = false) => {
  const record = recordsOf(plan, facts).find(({ slot }) => slot.id === ID) as ReturnType<typeof recordsOf>[0]
  const changed = { ...record, slot: { ...record.slot, withdrawn } }
  return changeMessage(readOne(changed, seenAt(now)), HOUSE, now)
}
const moved = (to: string, more: Partial<Fact> = {}) =>
  factOf(ID, 'moved', MONDAY, { to: { date: to, time: '17:30' }, ...more })

test('a slot of today that was moved to tomorrow is told whole, ready to paste', () => {
  expect(messageOf([moved('2025-08-05', { reason: 'power' })])).toBe(`THAY ĐỔI LỊCH PHÁT THANH
UBND xã Thử

Chuyên mục Chuyển đổi số (phát mới, số 1/26, 15 phút)
Dời từ 05:30 thứ Hai 4/8 (hôm nay) sang 17:30 thứ Ba 5/8 (ngày mai).
Lý do: mất điện.
Chủ trì: Phòng Văn hoá - Xã hội.
Chi tiết: https://nhip.test/khung/1`)
})

const missed = factOf(ID, 'not-aired', MONDAY, { reason: 'anh Nam ốm' })
const makeUp = factOf(ID, 'moved', MONDAY + 60_000, { to: { date: '2025-08-06', time: '05:30' } })
const back = (fact: Fact) => factOf(ID, 'correction', MONDAY + 120_000, { corrects: fact.id })
const toTomorrow = moved('2025-08-05')

test.each<[string, Fact[], string[]]>([
  ['not aired', [missed], ['Không phát lúc 05:30 thứ Hai 4/8 (hôm nay).', 'Lý do: anh Nam ốm.']],
  [
    'not aired, with a make-up',
    [missed, makeUp],
    ['Không phát lúc 05:30 thứ Hai 4/8 (hôm nay).', 'Lý do: anh Nam ốm.', 'Sẽ phát bù lúc 05:30 thứ Tư 6/8.'],
  ],
  [
    'moved twice: from where it stood last',
    [toTomorrow, factOf(ID, 'moved', MONDAY + 60_000, { to: { date: '2025-08-08', time: '05:30' } })],
    ['Dời từ 17:30 thứ Ba 5/8 (ngày mai) sang 05:30 thứ Sáu 8/8.'],
  ],
  [
    'moved and moved back',
    [toTomorrow, back(toTomorrow)],
    ['Không dời nữa, giữ như lịch: 05:30 thứ Hai 4/8 (hôm nay).'],
  ],
])('%s', (_, facts, lines) => {
  expect(messageOf(facts)?.split('\n').slice(4, -2)).toEqual(lines)
})

test('a slot that the plan gave up is called off', () => {
  expect(messageOf([], MONDAY, true)?.split('\n')[4]).toBe('Huỷ buổi 05:30 thứ Hai 4/8 (hôm nay).')
})

test.each<[string, Fact[], number]>([
  ['nothing changed', [], MONDAY],
  ['it was aired as planned', [factOf(ID, 'aired', MONDAY)], MONDAY],
  ['it was moved and then aired', [toTomorrow, factOf(ID, 'aired', MONDAY + 60_000)], MONDAY + 120_000],
  ['it moves from one day of next week to another', [moved('2025-08-07')], instantOf('2025-07-28', '08:00')],
  ['it was missed last week', [missed], instantOf('2025-08-11', '08:00')],
])('there is nothing to tell when %s', (_, facts, now) => {
  expect(messageOf(facts, now)).toBeNull()
})

test.each([
  ['2025-08-02T23:59', false],
  ['2025-08-03T00:00', true],
  ['2025-08-05T23:59', true],
  ['2025-08-06T00:00', false],
])('at %s a move from the 4th to the 5th is worth a message: %s', (moment, worth) => {
  const now = instantOf(moment.slice(0, 10), moment.slice(11))
  expect(messageOf([toTomorrow], now) !== null).toBe(worth)
})
