import { describe, expect, it } from 'vitest'
import { calendars } from '../../../../src/calendars.ts'
import { read } from '../../../../src/core/reading.ts'
import { instantOf } from '../../../../src/core/wall-clock.ts'
import { weekView } from '../../../../src/routes/views/calendar/week.ts'
import type { Say } from '../../../../src/templates/views.ts'
import { seenAt } from '../../../support/moments.ts'
import { samplePlan } from '../../../support/plans.ts'
import { factOf, frame, recordsOf } from '../records.ts'

const plan = samplePlan('ngok-tu-2025')
const WEEK_32 = { from: '2025-08-04', to: '2025-08-10' }
const MONDAYS = 'ngok-tu-2025:C.I.2.a:16'
const TUESDAYS = 'ngok-tu-2025:C.I.2.c:08'

type Given = { week?: typeof WEEK_32; now?: number; facts?: Parameters<typeof recordsOf>[1] }

const view = ({ week = WEEK_32, now = instantOf('2025-08-05', '08:00'), facts = [] }: Given = {}) =>
  weekView({
    ...{ frame, week, now, readings: read(recordsOf(plan, facts), seenAt(now)), recorder: null },
    ...{ calendar: calendars.work, baseUrl: 'https://nhip.test' },
  })

const sentence = (say: Say[]) => say.map(({ words }) => words).join(' ')

describe('the sentence of a week', () => {
  it.each([
    ['on its first morning', '2025-08-04', '05:00', '2 khung trong tuần: còn 2.'],
    ['on the day after a silent slot', '2025-08-05', '08:00', '2 khung trong tuần: chưa xác nhận 1, còn 1.'],
    ['when it is over', '2025-08-11', '08:00', '2 khung trong tuần: chưa xác nhận 2.'],
  ])('%s', (_, day, time, said) => {
    expect(sentence(view({ now: instantOf(day, time) }).say)).toBe(said)
  })

  it('counts what was recorded', () => {
    const facts = [
      factOf(MONDAYS, 'aired', instantOf('2025-08-04', '05:30')),
      factOf(TUESDAYS, 'not-aired', instantOf('2025-08-05', '17:30'), { reason: 'power' }),
    ]
    const { say } = view({ facts, now: instantOf('2025-08-06', '08:00') })
    expect(sentence(say)).toBe('2 khung trong tuần: đã thực hiện 1, không thực hiện 1.')
  })

  it('of a week before the plan was in force says so', () => {
    const week = { from: '2025-01-06', to: '2025-01-12' }
    expect(sentence(view({ week }).say)).toBe('2 khung trong tuần: trước ngày kế hoạch có hiệu lực 2.')
  })

  it('of a week without slots says so', () => {
    const week = { from: '2024-06-03', to: '2024-06-09' }
    expect(sentence(view({ week }).say)).toBe('Không có việc nào trong tuần.')
  })

  it('of a unit that has nothing yet leads to its plans', () => {
    const calendar = calendars.work
    const now = instantOf('2025-08-04', '08:00')
    const empty = weekView({ frame, week: WEEK_32, now, readings: [], recorder: null, calendar, baseUrl: '' })
    expect(empty.say.map(({ words, href }) => [words, href])).toEqual([
      ['Không có việc nào trong tuần.', null],
      ['Xem kế hoạch của đơn vị', '/ke-hoach'],
    ])
  })

  it('asks for last week, in the current week only', () => {
    const now = instantOf('2025-08-13', '08:00')
    const current = view({ week: { from: '2025-08-11', to: '2025-08-17' }, now })
    expect(sentence(current.say)).toBe(
      '1 khung trong tuần: chưa xác nhận 1. Tuần trước còn 2 khung chưa xác nhận.',
    )
    expect(current.waiting?.slots.map(({ id }) => id)).toEqual([MONDAYS, TUESDAYS])
    expect(view({ now }).waiting).toBeNull()
  })

  it('keeps what was just settled beside what still waits of last week, for a minute', () => {
    const now = instantOf('2025-08-13', '08:00')
    const aired = factOf(MONDAYS, 'aired', instantOf('2025-08-04', '05:30'), { recordedAt: now - 59_999 })
    const waiting = (at: number) => {
      const { say, waiting } = view({
        week: { from: '2025-08-11', to: '2025-08-17' },
        now: at,
        facts: [aired],
      })
      return [sentence(say).split('. ')[1], waiting?.slots.map(({ id }) => id)]
    }
    expect(waiting(now)).toEqual(['Tuần trước còn 1 khung chưa xác nhận.', [MONDAYS, TUESDAYS]])
    expect(waiting(now + 1)).toEqual(['Tuần trước còn 1 khung chưa xác nhận.', [TUESDAYS]])
  })

  it('names what is due within it', () => {
    const week = { from: '2025-09-29', to: '2025-10-05' }
    const { say, due } = view({ week })
    expect(sentence(say)).toBe('1 khung trong tuần: còn 1. 2 việc đến hạn trong tuần.')
    expect(due.map(({ title, when, details }) => ({ title, when, details }))).toEqual([
      {
        title: 'Truyền thông, hưởng ứng Ngày Chuyển đổi số quốc gia',
        when: 'quý III/2025',
        details: ['mốc 10/10 nằm ngoài quý III/2025'],
      },
      { title: 'Hướng dẫn các cơ quan, đơn vị tuyên truyền về CCHC', when: 'quý III/2025', details: [] },
    ])
  })
})

describe('the days of a week', () => {
  const days = (given: Given) =>
    view(given).days.map(({ date, until, isToday, slots }) => ({
      ...{ date, until, isToday },
      slots: slots.map(({ time, mark, details }) => [time, mark, ...details]),
    }))

  it('hold their slots, and empty days in a row take one line', () => {
    expect(days({})).toEqual([
      {
        date: '2025-08-04',
        until: null,
        isToday: false,
        slots: [['05:30', 'PM', 'phát mới', 'số 16/26', '15 phút']],
      },
      {
        date: '2025-08-05',
        until: null,
        isToday: true,
        slots: [['17:30', 'PM', 'phát mới', 'chuyên mục 8/12', '15 phút']],
      },
      { date: '2025-08-06', until: '2025-08-10', isToday: false, slots: [] },
    ])
  })

  it('mark a rerun, and keep holidays apart from other empty days', () => {
    expect(days({ week: { from: '2025-04-28', to: '2025-05-04' } }).map(({ date, until }) => [date, until]))
      // 30 April and 1 May are holidays, 2 May was swapped.
      .toEqual([
        ['2025-04-28', null],
        ['2025-04-29', null],
        ['2025-04-30', null],
        ['2025-05-01', null],
        ['2025-05-02', null],
        ['2025-05-03', '2025-05-04'],
      ])
    expect(days({ week: { from: '2025-08-11', to: '2025-08-17' } })[1]?.slots).toEqual([
      ['17:30', 'PL', 'phát lại lần 1', 'chuyên mục 8/12', '15 phút'],
    ])
  })

  it('show a moved slot on its new day', () => {
    const to = { date: '2025-08-07', time: '19:00' }
    const facts = [factOf(MONDAYS, 'moved', instantOf('2025-08-04', '05:00'), { to })]
    expect(days({ facts }).find(({ date }) => date === '2025-08-07')?.slots).toEqual([
      ['19:00', 'PM', 'phát mới', 'số 16/26', '15 phút', 'dời từ thứ Hai 4/8'],
    ])
  })
})
