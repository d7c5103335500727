import { describe, expect, it } from 'vitest'
import { cadence } from '../../../src/core/cadence.ts'
import { periodInWords } from '../../../src/core/words/period-words.ts'
import { countedNoun, ruleWords } from '../../../src/core/words/rule-words.ts'

const words = (data: object, noun?: string) => ruleWords(cadence.parse(data), noun)
const rate = (rrule: string, more: object = {}, noun?: string) =>
  words({ kind: 'rate', rrule, time: '05:30', ...more }, noun)

describe('a rule in words', () => {
  it.each([
    ['FREQ=DAILY;COUNT=5', 'mỗi ngày một lần, 05:30, tất cả 5 lần'],
    ['FREQ=DAILY;INTERVAL=3;UNTIL=20250630', 'cứ 3 ngày một lần, 05:30, đến 30/6/2025'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'hằng ngày, từ thứ Hai đến thứ Sáu 05:30'],
    ['FREQ=WEEKLY;BYDAY=MO', 'mỗi tuần một lần, thứ Hai 05:30'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'mỗi tuần 3 lần, thứ Hai, thứ Tư và thứ Sáu 05:30'],
    ['FREQ=WEEKLY;BYDAY=SU', 'mỗi tuần một lần, Chủ nhật 05:30'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'mỗi tuần 7 lần, tất cả các ngày 05:30'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'cứ 2 tuần 2 lần, thứ Hai và thứ Năm 05:30'],
    ['FREQ=WEEKLY', 'mỗi tuần một lần, 05:30'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'mỗi tháng một lần, thứ Ba đầu tháng, 05:30'],
    ['FREQ=MONTHLY;BYDAY=2TU,-1FR', 'mỗi tháng 2 lần, thứ Ba thứ 2 trong tháng và thứ Sáu cuối tháng, 05:30'],
    ['FREQ=MONTHLY;BYDAY=-2SA', 'mỗi tháng một lần, thứ Bảy thứ 2 từ cuối tháng, 05:30'],
    ['FREQ=MONTHLY;BYDAY=SA', 'hằng tháng, thứ Bảy 05:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'mỗi tháng một lần, ngày 15, 05:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'mỗi tháng 2 lần, các ngày 1 và 15, 05:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'mỗi tháng một lần, ngày cuối tháng, 05:30'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', 'mỗi tháng một lần, ngày thứ 3 từ cuối tháng, 05:30'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20', 'cứ 3 tháng một lần, ngày 20, 05:30'],
    ['FREQ=MONTHLY;BYMONTH=3,6;BYDAY=1MO', 'mỗi tháng một lần, thứ Hai đầu các tháng 3 và 6, 05:30'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'mỗi tháng một lần, ngày làm việc cuối tháng, 05:30'],
    [
      'FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=3',
      'mỗi tháng một lần, ngày thứ 3 trong số thứ Ba và thứ Năm của tháng, 05:30',
    ],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'hằng tháng, ngày 13 nếu là thứ Sáu, 05:30'],
    ['FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10', 'mỗi năm một lần, ngày 10 tháng 10, 05:30'],
    ['FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15', 'mỗi năm 2 lần, ngày 15 các tháng 3 và 9, 05:30'],
    ['FREQ=YEARLY;BYYEARDAY=100', 'mỗi năm một lần, ngày thứ 100 của năm, 05:30'],
    ['FREQ=YEARLY;BYWEEKNO=10;BYDAY=MO', 'mỗi năm một lần, thứ Hai tuần 10, 05:30'],
    ['FREQ=YEARLY;BYDAY=1MO', 'mỗi năm một lần, thứ Hai đầu năm, 05:30'],
  ])('says %s', (rrule, said) => {
    expect(rate(rrule)).toBe(said)
  })

  it.each([
    ['FREQ=WEEKLY', 'mỗi tuần một lần, thứ Hai 05:30, bắt đầu thứ Hai 6/1/2025'],
    ['FREQ=MONTHLY', 'mỗi tháng một lần, ngày 6, 05:30, bắt đầu thứ Hai 6/1/2025'],
    ['FREQ=YEARLY', 'mỗi năm một lần, ngày 6/1, 05:30, bắt đầu thứ Hai 6/1/2025'],
  ])('takes the day of %s from its first occurrence', (rrule, said) => {
    expect(rate(rrule, { start: '2025-01-06' })).toBe(said)
  })

  it('counts in the noun of the plan, with the declared total left to its own place', () => {
    expect(rate('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26', { declared: 26 }, 'số')).toBe(
      'cứ 2 tuần một số, thứ Hai 05:30',
    )
  })

  it('tells length, window and reruns of a rate', () => {
    const reruns = { times: 3, afterDays: [7, 14, 21], time: '17:00' }
    const window = { from: '2025-07-01', to: '2025-12-31' }
    const data = { reruns, window, minutes: { min: 10, max: 15 } }
    expect(rate('FREQ=MONTHLY;BYDAY=1TU', data, 'chuyên mục')).toBe(
      'mỗi tháng một chuyên mục, thứ Ba đầu tháng, 05:30, 10 – 15 phút, trong quý III, IV/2025; phát lại 3 lần, sau 7, 14 và 21 ngày lúc 17:00',
    )
  })

  it.each([
    [{ times: 1, afterDays: [0], time: '16:45' }, 'phát lại một lần, cùng ngày lúc 16:45'],
    [{ times: 2, afterDays: [0, 3], time: '16:45' }, 'phát lại 2 lần, cùng ngày và sau 3 ngày lúc 16:45'],
    [{ times: 1, afterDays: [7] }, 'phát lại một lần, sau 7 ngày'],
  ])('says reruns %j', (reruns, said) => {
    expect(rate('FREQ=WEEKLY;BYDAY=MO', { reruns, duration: 15 })).toBe(
      `mỗi tuần một lần, thứ Hai 05:30, 15 phút; ${said}`,
    )
  })
})

const year = { from: '2025-01-01', to: '2025-12-31' }
const quarter = { from: '2025-07-01', to: '2025-09-30' }

describe('each other kind of cadence', () => {
  it.each([
    [{ kind: 'window', window: quarter }, 'một lần trong quý III/2025'],
    [{ kind: 'window', window: year, times: 3 }, '3 lần trong năm 2025'],
    [{ kind: 'window', window: quarter, anchor: '2025-10-10' }, 'một lần trong quý III/2025 (mốc 10/10)'],
    [{ kind: 'window', window: year, conditional: true }, 'một lần trong năm 2025, nếu có'],
    [{ kind: 'window', window: { from: '2025-06-05', to: '2025-08-15' } }, 'một lần từ 05/6 đến 15/8/2025'],
    [{ kind: 'deadline', before: '2024-11-25' }, 'trước ngày 25/11/2024 (chậm nhất 24/11)'],
    [{ kind: 'deadline', window: { to: '2022-12-31' } }, 'chậm nhất 31/12/2022'],
    [
      { kind: 'deadline', window: { from: '2022-06-01', to: '2022-12-31' } },
      'từ 01/6/2022, chậm nhất 31/12/2022',
    ],
    [{ kind: 'continuous' }, 'thường xuyên trong năm'],
    [
      { kind: 'continuous', window: quarter, minimum: { count: 2, per: 'month' } },
      'thường xuyên trong quý III/2025; đơn vị tự đặt ít nhất 2 lần mỗi tháng',
    ],
    [
      { kind: 'continuous', minimum: { count: 1, per: 'quarter' } },
      'thường xuyên trong năm; đơn vị tự đặt ít nhất 1 lần mỗi quý',
    ],
    [{ kind: 'report', periods: ['Y'] }, 'báo cáo năm, theo lịch báo cáo'],
    [
      { kind: 'report', periods: ['Q1', 'H1', 'Q3', 'Y'], dueDay: 20 },
      'báo cáo quý I, 6 tháng đầu năm, quý III và năm, gửi chậm nhất ngày 20 của tháng cuối kỳ',
    ],
    [
      { kind: 'event-offset', days: 7, times: ['05:30', '11:00', '17:00'], duration: 5 },
      '3 lần mỗi ngày (05:30, 11:00 và 17:00) trong 7 ngày liên tục từ ngày sự kiện (chưa đặt ngày), 5 phút',
    ],
    [
      { kind: 'event-offset', trigger: '2025-10-10', afterDays: -7, days: 1, times: ['17:00'] },
      '1 lần mỗi ngày (17:00) trong một ngày từ 7 ngày trước sự kiện (10/10/2025)',
    ],
    [
      { kind: 'event-offset', afterDays: 2, days: 1, times: ['17:00'] },
      '1 lần mỗi ngày (17:00) trong một ngày từ ngày thứ 2 sau sự kiện (chưa đặt ngày)',
    ],
    [{ kind: 'measure', target: { value: 50, unit: '%', by: '2022-09-30' } }, 'đạt 50%, chậm nhất 30/9/2022'],
    [
      { kind: 'measure', target: { value: 12.5, unit: 'điểm', by: '2022-09-30' } },
      'đạt 12,5 điểm, chậm nhất 30/9/2022',
    ],
  ])('says %j', (data, said) => {
    expect(words(data)).toBe(said)
  })
})

describe('the noun that a plan counts', () => {
  it.each([
    ['Tần suất: 01 số/2 tuần (26 số/năm)', 'số'],
    ['Tần suất: Mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng', 'chuyên mục'],
    ['Mỗi tháng 01 chương trình (10 - 15 phút)', 'chương trình'],
    ['ít nhất 03 (ba) lần trong thời hạn', 'lần'],
    ['Quý III/2025', 'lần'],
    ['ít nhất 50% số xã', 'lần'],
  ])('of "%s" is %s', (quote, noun) => {
    expect(countedNoun(quote)).toBe(noun)
  })
})

describe('a span in words', () => {
  it.each([
    ['2025-01-01', '2025-12-31', 'năm 2025'],
    ['2025-04-01', '2025-09-30', 'quý II, III/2025'],
    ['2022-12-01', '2022-12-31', 'tháng 12/2022'],
    ['2024-02-01', '2024-02-29', 'tháng 2/2024'],
    ['2025-04-01', '2025-05-31', 'tháng 4 – 5/2025'],
    ['2025-09-06', '2025-10-15', 'từ 06/9 đến 15/10/2025'],
    ['2024-12-15', '2025-12-14', 'từ 15/12/2024 đến 14/12/2025'],
    ['2024-01-01', '2025-12-31', 'từ 01/01/2024 đến 31/12/2025'],
    ['2025-10-10', '2025-10-10', 'ngày 10/10/2025'],
  ])('%s … %s is "%s"', (from, to, said) => {
    expect(periodInWords({ from, to })).toBe(said)
  })
})
