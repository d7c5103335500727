import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/actions/count.ts'
import { yearCount } from '../../../src/actions/year-count.ts'
import { calendars } from '../../../src/calendars.ts'
import { type Pace, type PaceQuestion, paceOf } from '../../../src/core/count/pace.ts'
import { paceAdvice, paceShort } from '../../../src/core/count/pace-words.ts'
import type { MakeUpRules, Taken } from '../../../src/core/record/make-up.ts'
import { recordsOf } from '../../support/counted-records.ts'
import { AFTERWARDS } from '../../support/moments.ts'

const rules = (from: string, change: Partial<MakeUpRules> = {}): MakeUpRules => ({
  silentDays: [],
  calendar: calendars.work,
  within: { from, to: '2025-12-31' },
  perWeek: 2,
  ...change,
})

/** Fortnightly Mondays from 13/10/2025 to 22/12/2025, 05:30. */
const LEFT: Taken[] = ['10-13', '10-27', '11-10', '11-24', '12-08', '12-22'].map((day) => ({
  date: `2025-${day}`,
  time: '05:30',
  obligationId: 'A',
}))

const ask = (change: Partial<PaceQuestion> = {}): Pace =>
  paceOf({
    row: { done: 17, remaining: 6, unconfirmed: 0 },
    target: 26,
    obligationId: 'A',
    time: '05:30',
    open: 9,
    taken: LEFT,
    rules: rules('2025-10-01'),
    ...change,
  })

describe('pace towards 26 issues with 17 done on 30/9 and 6 still planned', () => {
  test('three make-ups are needed; the last three free days of the year begin on 28/12', () => {
    expect(ask()).toEqual({
      target: 26,
      done: 17,
      left: 9,
      over: 0,
      remaining: 6,
      unconfirmed: 0,
      makeUps: 3,
      room: 9,
      spare: 9,
      startBy: '2025-12-28',
      reachable: 32,
      end: '2025-12-31',
    })
  })

  test.each<[string, Partial<PaceQuestion>, Partial<Pace>]>([
    [
      'an hour that is taken is no room',
      { taken: [...LEFT, busy('2025-12-30'), busy('2025-12-31')] },
      { startBy: '2025-12-21' },
    ],
    ['one airing a week', { rules: rules('2025-10-01', { perWeek: 1 }) }, { startBy: '2025-12-07' }],
    [
      'silent weekends',
      { rules: rules('2025-10-01', { silentDays: ['SA', 'SU'] }) },
      { startBy: '2025-12-26' },
    ],
    ['make-ups are for slots: only two are open', { open: 2 }, { room: 2, startBy: null, reachable: 25 }],
    [
      'four days before the end',
      { rules: rules('2025-12-28'), row: { done: 17, remaining: 0, unconfirmed: 0 }, taken: [] },
      { makeUps: 9, room: 3, startBy: null, reachable: 20 },
    ],
    [
      'on the last day nothing can be made up',
      { rules: rules('2026-01-01'), row: { done: 17, remaining: 0, unconfirmed: 0 }, taken: [] },
      { makeUps: 9, room: 0, startBy: null, reachable: 17 },
    ],
    [
      'on the last day what nobody confirmed may have been done',
      { rules: rules('2026-01-01'), row: { done: 17, remaining: 0, unconfirmed: 5 }, taken: [] },
      { makeUps: 9, room: 0, spare: 0, startBy: null, reachable: 22 },
    ],
    [
      'what may have been done already takes no place of a make-up',
      { row: { done: 17, remaining: 6, unconfirmed: 2 }, open: 3 },
      { room: 3, spare: 1, reachable: 26 },
    ],
    [
      'more than enough',
      { row: { done: 27, remaining: 0, unconfirmed: 0 } },
      { left: 0, over: 1, makeUps: 0, startBy: null },
    ],
    ['a target of nothing', { target: 0 }, { left: 0, over: 17, makeUps: 0 }],
  ])('%s', (_, change, expected) => {
    expect(ask(change)).toMatchObject(expected)
  })

  function busy(date: string): Taken {
    return { date, time: '05:30', obligationId: 'B' }
  }
})

describe('pace in words', () => {
  test.each<[string, Partial<PaceQuestion>, string, string, string | null]>([
    [
      'three are to be made up',
      {},
      '2025-09-30',
      '17/26 số, còn 9',
      'Lịch còn 6 kỳ trước 31/12, phải bù thêm 3 số, muộn nhất bắt đầu từ 28/12.',
    ],
    [
      'what is planned is enough',
      { row: { done: 20, remaining: 6, unconfirmed: 0 } },
      '2025-09-30',
      '20/26 số, còn 6',
      'Lịch còn 6 kỳ trước 31/12, đủ để đạt nếu thực hiện hết.',
    ],
    [
      'ticks come first',
      { row: { done: 17, remaining: 6, unconfirmed: 2 } },
      '2025-09-30',
      '17/26 số, còn 9',
      'Lịch còn 6 kỳ trước 31/12, phải bù thêm 3 số, muộn nhất bắt đầu từ 28/12. Còn 2 kỳ chưa xác nhận: nếu đã thực hiện thì chỉ thiếu 1.',
    ],
    [
      'it can no longer be reached',
      { open: 1 },
      '2025-09-30',
      '17/26 số, còn 9',
      'Lịch còn 6 kỳ trước 31/12, bù nhiều nhất cũng chỉ đạt 24/26 số.',
    ],
    [
      'it can no longer be reached, whatever is confirmed',
      { row: { done: 17, remaining: 0, unconfirmed: 2 }, open: 3, taken: [] },
      '2025-09-30',
      '17/26 số, còn 9',
      'Lịch không còn kỳ nào trước 31/12, bù nhiều nhất cũng chỉ đạt 20/26 số, kể cả các kỳ chưa xác nhận. Còn 2 kỳ chưa xác nhận: nếu đã thực hiện thì chỉ thiếu 7.',
    ],
    [
      'only what is confirmed can reach it',
      { row: { done: 17, remaining: 6, unconfirmed: 3 }, open: 3, rules: rules('2025-12-30') },
      '2025-12-29',
      '17/26 số, còn 9',
      'Lịch còn 6 kỳ trước 31/12, không đủ ngày để bù 3 số. Còn 3 kỳ chưa xác nhận: nếu đã thực hiện thì là đủ.',
    ],
    [
      'the year is over',
      { row: { done: 17, remaining: 0, unconfirmed: 0 }, open: 0 },
      '2025-12-31',
      '17/26 số, còn 9',
      'Hết kỳ, thiếu 9 số.',
    ],
    ['all is done', { row: { done: 26, remaining: 0, unconfirmed: 0 } }, '2025-12-31', 'đủ 26/26 số', null],
    [
      'more than all is done',
      { row: { done: 27, remaining: 0, unconfirmed: 0 } },
      '2025-12-31',
      '27 số, vượt 1 so với chỉ tiêu 26',
      null,
    ],
  ])('%s', (_, change, asOf, short, advice) => {
    const pace = ask(change)
    expect([paceShort(pace, 'số'), paceAdvice(pace, 'số', asOf)]).toEqual([short, advice])
  })
})

test('Ngọk Tụ 2025 on 30/9: pace of the fortnightly column, of the monthly one and of its reruns', () => {
  const { paces } = yearCount(readPlan(recordsOf(), '2025-09-30', AFTERWARDS), 'plan-year', calendars)
  const short = [...paces].map(([key, { makeUps, startBy, reachable }]) => [key, makeUps, startBy, reachable])
  expect(short).toEqual([
    ['C.I.2.a new', 3, '2025-12-28', 26],
    ['C.I.2.c new', 7, '2025-11-30', 12],
    ['C.I.2.c rerun', 24, null, 29],
  ])
})
