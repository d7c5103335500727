import { describe, expect, test } from 'vitest'
import { calendars } from '../../../src/calendars.ts'
import { lint } from '../../../src/core/plan/lint.ts'
import { planData, planOf } from '../../support/plans.ts'

type Loose = Record<string, unknown>

/** `code: message` of each warning of a plan with one obligation. */
const warnings = (cadence: Loose, plan: Loose = {}, obligation: Loose = {}): string[] =>
  lint(planOf(planData(cadence, plan, obligation)), calendars.periods, calendars.work).map(
    ({ code, message }) => `${code}: ${message}`,
  )
const mondays = (more: Loose) => ({
  kind: 'rate',
  rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
  time: '05:30',
  ...more,
})

test('a plan without anything odd has no warning', () => {
  expect(warnings(mondays({ declared: 4 }))).toEqual([])
})

describe('what an officer should know', () => {
  test.each<[string, Loose, Loose, Loose, string[]]>([
    [
      'more declared than the rule makes',
      mondays({ declared: 5 }),
      {},
      {},
      [
        'declared-mismatch: Kế hoạch ghi 5 số nhưng lịch tạo ra 4 kỳ (chênh 1). Chỉ tiêu vẫn là 5; hãy chỉnh quy tắc lặp hoặc ghi rõ cách hiểu.',
        'infeasible-total: Kế hoạch ghi 5 số, nhưng từ ngày có hiệu lực thứ Tư 1/1/2025 chỉ còn 4 kỳ: không thể đủ nếu không phát bù hoặc điều chỉnh chỉ tiêu.',
      ],
    ],
    [
      'fewer declared than the rule makes',
      mondays({ declared: 3 }),
      {},
      {},
      [
        'declared-mismatch: Kế hoạch ghi 3 số nhưng lịch tạo ra 4 kỳ (chênh 1). Chỉ tiêu vẫn là 3; hãy chỉnh quy tắc lặp hoặc ghi rõ cách hiểu.',
      ],
    ],
    [
      'a plan in force too late',
      mondays({ declared: 4 }),
      { inForceFrom: '2025-01-20' },
      {},
      [
        'infeasible-total: Kế hoạch ghi 4 số, nhưng từ ngày có hiệu lực thứ Hai 20/1/2025 chỉ còn 2 kỳ: không thể đủ nếu không phát bù hoặc điều chỉnh chỉ tiêu.',
      ],
    ],
    [
      'an event that nobody set a day for',
      { kind: 'event-offset', days: 1, times: ['05:30'], declared: 3 },
      {},
      {},
      [],
    ],
    [
      'an anchor in its window',
      { kind: 'window', window: { from: '2025-07-01', to: '2025-10-10' }, anchor: '2025-10-10' },
      {},
      {},
      [],
    ],
    [
      'an anchor a day after it',
      { kind: 'window', window: { from: '2025-07-01', to: '2025-10-09' }, anchor: '2025-10-10' },
      {},
      {},
      [
        'anchor-outside-window: Mốc thứ Sáu 10/10/2025 nằm ngoài thời gian kế hoạch giao (01/7 – 09/10/2025). Giữ nguyên theo kế hoạch; đơn vị chọn làm trong thời gian giao hoặc xin điều chỉnh.',
      ],
    ],
    [
      'a deadline on a Saturday',
      { kind: 'deadline', window: { to: '2025-03-15' } },
      {},
      {},
      [
        'deadline-on-day-off: Hạn chót thứ Bảy 15/3/2025 là ngày nghỉ; ngày làm việc cuối cùng trước hạn là thứ Sáu 14/3/2025.',
      ],
    ],
    [
      'two reports that are due on one Saturday, said once',
      { kind: 'report', periods: ['Q2', 'H1'] },
      { year: 2026, inForceFrom: '2026-01-01' },
      {},
      [
        'deadline-on-day-off: Hạn chót thứ Bảy 20/6/2026 là ngày nghỉ; ngày làm việc cuối cùng trước hạn là thứ Sáu 19/6/2026.',
      ],
    ],
    [
      'a deadline after a day on which the state has still to decide',
      { kind: 'deadline', window: { to: '2028-09-02' } },
      { year: 2028, inForceFrom: '2028-01-01' },
      {},
      [
        'deadline-on-day-off: Hạn chót thứ Bảy 2/9/2028 (Quốc khánh) là ngày nghỉ; ngày làm việc cuối cùng trước hạn là thứ Năm 31/8/2028 (tạm tính, lịch nghỉ năm ấy chưa công bố).',
      ],
    ],
    [
      'a report that no rule gives a day',
      { kind: 'report', periods: ['H1', 'M9'] },
      { year: 2029, inForceFrom: '2029-01-01' },
      {},
      [
        'ambiguous-cadence: Báo cáo 9 tháng đầu năm không có hạn gửi chung: đang lấy ngày chốt số liệu, thứ Sáu 14/9/2029. Hãy ghi hạn của tỉnh (dueDay).',
      ],
    ],
    [
      'the same where the plan says the day',
      { kind: 'report', periods: ['M9'], dueDay: 18 },
      { year: 2029, inForceFrom: '2029-01-01' },
      {},
      [],
    ],
    ['a deadline on a Friday', { kind: 'deadline', window: { to: '2025-03-14' } }, {}, {}, []],
    [
      'a deadline on a holiday after a holiday',
      { kind: 'deadline', window: { to: '2025-05-01' } },
      {},
      {},
      [
        expect.stringMatching(
          /^deadline-on-day-off: Hạn chót thứ Năm 1\/5\/2025 \(.+\) là ngày nghỉ; ngày làm việc cuối cùng trước hạn là thứ Ba 29\/4\/2025\.$/,
        ),
      ] as string[],
    ],
    [
      'a day that not every month has',
      { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=7', time: '05:30' },
      {},
      {},
      [
        'day-missing-in-month: Tháng 2, 4, 6, 9 và 11 không có ngày 31, nên không có kỳ nào vào ngày ấy. Nên dùng ngày 28 trở về trước hoặc ngày cuối tháng (BYMONTHDAY=-1).',
      ],
    ],
    [
      'a fifth Thursday',
      { kind: 'rate', rrule: 'FREQ=MONTHLY;BYDAY=1TH,5TH;UNTIL=20250430', time: '05:30' },
      {},
      {},
      [
        'day-missing-in-month: Tháng 2, 3 và 4 không có thứ Năm thứ 5 trong tháng, nên không có kỳ nào vào ngày ấy. Nên dùng tuần thứ tư hoặc tuần cuối của tháng (BYDAY=4… hoặc -1…).',
      ],
    ],
    [
      'reruns in the month of their original',
      {
        ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12', time: '05:30' },
        reruns: { times: 3, afterDays: [7, 14, 21] },
      },
      {},
      {},
      [],
    ],
    [
      'a weekly rerun in the next year, not one in the next month',
      mondays({ rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52', reruns: { times: 1, afterDays: [3] } }),
      {},
      {},
      [
        'rerun-outside-month: 1 lượt phát lại rơi sang tháng khác hoặc năm khác với số phát mới (sớm nhất thứ Năm 1/1/2026). Khung vẫn giữ; muốn phát lại trong cùng kỳ thì chọn ngày phát mới sớm hơn hoặc sửa afterDays.',
      ],
    ],
    [
      'reruns in the month after, and in the year after',
      {
        ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=20;COUNT=12', time: '05:30' },
        reruns: { times: 2, afterDays: [10, 12] },
      },
      {},
      {},
      [
        'rerun-outside-month: 13 lượt phát lại rơi sang tháng khác hoặc năm khác với số phát mới (sớm nhất thứ Bảy 1/2/2025). Khung vẫn giữ; muốn phát lại trong cùng kỳ thì chọn ngày phát mới sớm hơn hoặc sửa afterDays.',
      ],
    ],
    [
      'the last day of every month',
      { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12', time: '05:30' },
      {},
      {},
      [],
    ],
    [
      'a day on which the station is silent',
      mondays({}),
      { silentDays: ['MO'] },
      {},
      [
        'silent-day: 4 khung phát rơi vào ngày đài không phát (sớm nhất thứ Hai 6/1/2025). Khung phát vẫn giữ; hãy dời hoặc chọn ngày khác.',
      ],
    ],
    [
      'a silent station says nothing to a post',
      mondays({}),
      { silentDays: ['MO'] },
      { channels: ['social'] },
      [],
    ],
    [
      'two quarters',
      { kind: 'window', window: { from: '2025-04-01', to: '2025-09-30' } },
      {},
      { quote: 'Trong quí II và III năm 2025' },
      [
        'ambiguous-cadence: Kế hoạch ghi nhiều quý: đang hiểu là một lần trong cả khoảng, không phải mỗi quý một lần. Nếu phải làm mỗi quý một lần, hãy sửa số lần của nhiệm vụ này.',
      ],
    ],
    [
      'one quarter',
      { kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' } },
      {},
      { quote: 'Quý III/2025' },
      [],
    ],
    [
      'reruns a month',
      mondays({ reruns: { times: 1, afterDays: [1] } }),
      {},
      { quote: 'phát lại 03 lần/tháng' },
      [
        'ambiguous-cadence: Kế hoạch ghi "phát lại … lần/tháng": đang hiểu là phát thêm 1 lần sau số phát mới, chưa tính lần phát mới.',
      ],
    ],
    [
      'no lead',
      { kind: 'continuous' },
      {},
      { lead: null },
      ['missing-lead: Kế hoạch không nêu cơ quan chủ trì nhiệm vụ này.'],
    ],
  ])('%s', (_, cadence, plan, obligation, expected) => {
    expect(warnings(cadence, plan, obligation)).toEqual(expected)
  })
})
