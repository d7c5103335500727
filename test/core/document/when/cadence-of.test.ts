import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cadenceOf } from '../../../../src/core/document/when/cadence-of.ts'
import { readWhen } from '../../../../src/core/document/when/read-when.ts'
import { parsePlan } from '../../../../src/core/plan/parse-plan.ts'

const written = (text: string, label: string | null = null) =>
  cadenceOf(readWhen(text, { year: 2026, label }), { year: 2026 })

const YEAR = { from: '2026-01-01', to: '2026-12-31' }

test.each([
  [
    '01 số/2 tuần (26 số/năm)',
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=26',
      time: '05:30',
      duration: 15,
      declared: 26,
      window: YEAR,
    },
    [
      'Thứ Ba là lựa chọn của đơn vị; kế hoạch không ghi ngày.',
      'Giờ phát 05:30 là lựa chọn của đơn vị.',
      'Mỗi lần 15 phút là lựa chọn của đơn vị.',
    ],
  ],
  [
    'Mỗi tháng 01 chuyên mục (10 - 15 phút), phát lại 02 lần/tháng',
    {
      kind: 'rate',
      rrule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=12',
      time: '05:30',
      minutes: { min: 10, max: 15 },
      declared: 12,
      reruns: { times: 2, afterDays: [9, 18] },
      window: YEAR,
    },
    [
      'Thứ Ba tuần thứ 2 của tháng là lựa chọn của đơn vị; kế hoạch không ghi ngày.',
      'Giờ phát 05:30 là lựa chọn của đơn vị.',
      'Khung giữ 15 phút là mức dài nhất kế hoạch nêu; từ 10 phút trở lên là đạt.',
      'Phát lại sau 9, 18 ngày là lựa chọn của đơn vị.',
      '12 chuyên mục của cả năm là số lần mỗi kỳ nhân lên; kế hoạch không ghi tổng.',
    ],
  ],
  [
    '03 lần/tuần vào thứ Hai, thứ Tư, thứ Sáu lúc 17h00, từ tháng 3 đến tháng 5',
    {
      kind: 'rate',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      time: '17:00',
      duration: 15,
      window: { from: '2026-03-01', to: '2026-05-31' },
    },
    ['Mỗi lần 15 phút là lựa chọn của đơn vị.'],
  ],
  ['02 đợt/năm', { kind: 'window', window: YEAR, times: 2, declared: 2 }, []],
  ['trước ngày 25/11/2026', { kind: 'deadline', before: '2026-11-25' }, []],
  ['chậm nhất ngày 30/9', { kind: 'deadline', window: { to: '2026-09-30' } }, []],
  [
    'báo cáo quý gửi trước ngày 05 tháng cuối cùng của mỗi quý',
    { kind: 'report', periods: ['Q1', 'Q2', 'Q3', 'Q4'], dueDay: 4 },
    ['"Trước ngày 5" là chậm nhất ngày 4.'],
  ],
  [
    'đến tháng 9/2026 có ít nhất 50% số thôn',
    { kind: 'measure', target: { value: 50, unit: '%', by: '2026-09-30' } },
    [],
  ],
])('"%s" becomes what a plan file holds, each choice said', (text, cadence, assumptions) => {
  expect(written(text)).toEqual({ cadence, assumptions })
})

test.each([
  'theo chỉ đạo của cấp trên',
  'tối đa 02 buổi/ngày',
  'ngày 31/9/2026',
  'Quý III/2025',
  'trước ngày 30/6; trước ngày 15/11',
  '10 tin/tuần',
  'Thường xuyên; hoàn thành trước ngày 31/12/2026',
])('"%s" is the officer’s to say', (text) => {
  expect(written(text)).toBeNull()
})

test('a deadline after the plan’s year needs a plan that reaches so far', () => {
  const when = readWhen('trước ngày 30/6/2027', { year: 2026 })
  expect(cadenceOf(when, { year: 2026 })).toBeNull()
  expect(cadenceOf(when, { year: 2026, until: '2027-06-30' })?.cadence).toEqual({
    kind: 'deadline',
    before: '2027-06-30',
  })
})

test('the station’s hours, day and length take the place of the usual ones', () => {
  const choice = { weekday: 'FR', time: '06:00', later: '18:00', minutes: 10 } as const
  expect(cadenceOf(readWhen('hằng tuần', { year: 2026 }), { year: 2026, choice })?.cadence).toEqual({
    kind: 'rate',
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    time: '06:00',
    duration: 10,
    window: YEAR,
  })
})

test('twice on some days of the week is heard again on the same day; where no days are said, a run of days', () => {
  const weekdays = written('02 lần/ngày (6h30, 17h30), trừ thứ Bảy, Chủ nhật')
  expect(weekdays?.cadence).toMatchObject({
    rrule: 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
    time: '06:30',
    reruns: { times: 1, afterDays: [0], time: '17:30' },
  })
  expect(weekdays?.assumptions[0]).toBe(
    'Mỗi ngày 2 lần: lần thứ hai (17:30) xếp là phát lại của lần đầu (06:30) cùng ngày.',
  )
  expect(written('03 lần/ngày, trừ thứ Bảy, Chủ nhật')).toBeNull()
  expect(written('02 lần/ngày')?.cadence).toMatchObject({
    kind: 'event-offset',
    trigger: '2026-01-01',
    days: 365,
  })
})

test('so often a day when something happens waits for that day, and keeps one', () => {
  const when = { ...readWhen('04 lượt/ngày', { year: 2026 }), conditional: true as const }
  const { cadence, assumptions } = cadenceOf(when, { year: 2026 }) ?? {}
  expect(cadence).toMatchObject({ kind: 'event-offset', afterDays: 0, days: 1, conditional: true })
  expect(cadence).not.toHaveProperty('trigger')
  expect(assumptions?.[0]).toMatch(/^Kế hoạch không ghi kéo dài mấy ngày/)
})

test('banners are hung at one time, however many; classes are not', () => {
  const times = (words: string) => written(words)?.cadence
  expect(times('15 băng rôn trong tháng 11')).not.toHaveProperty('times')
  expect(times('03 lớp trong tháng 11')).toHaveProperty('times', 3)
})

test('households that are reached at one time are no times', () => {
  const found = cadenceOf(readWhen('20 hộ/tháng', { year: 2026 }), { year: 2026 })
  expect(found?.cadence).toMatchObject({ kind: 'rate', rrule: 'FREQ=MONTHLY;BYDAY=2TU' })
  expect(found?.assumptions).toContain('20 hộ là số lượng của mỗi lần làm, không phải số lần.')
})

const phrases = readFileSync(new URL('../../../fixtures/when/phrases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; label?: string })

test('whatever cadence a phrase gets, a plan with it is accepted', () => {
  const refused = phrases.flatMap(({ text, label }) => {
    const found = written(text, label ?? null)
    if (!found) return []
    const plan = parsePlan({
      id: 'thu-2026',
      title: 'Thử',
      unit: { code: 'thu', name: 'Thử' },
      year: 2026,
      obligations: [{ id: 'A', title: 'Thử', channels: ['loudspeaker'], quote: text, ...found }],
    })
    return plan.ok ? [] : [{ text, problem: plan.problem }]
  })
  expect(refused).toEqual([])
})
