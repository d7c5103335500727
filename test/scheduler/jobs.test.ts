import { expect, test } from 'vitest'
import { closeAugust } from '../support/closed-month.ts'
import { planData, planOf, samplePlan } from '../support/plans.ts'
import { office } from './office.ts'

const obligation = (id: string, title: string, cadence: Record<string, unknown>) => ({
  ...{ id, title, channels: ['loudspeaker'], lead: 'Văn phòng', quote: 'mỗi tháng 01 chuyên mục', cadence },
})
const daily = (start: string, count: number, time = '05:30') => ({
  ...{ kind: 'rate', rrule: `FREQ=DAILY;COUNT=${count}`, start, time, duration: 15 },
})
const planWith = (...obligations: Record<string, unknown>[]) => planOf(planData({}, { obligations }))

async function officeWith(plan: ReturnType<typeof planOf>, ...kinds: Parameters<typeof asked>[1][]) {
  const house = await office()
  await house.adopt(plan)
  await asked(house, ...kinds)
  return house
}
const asked = async (house: Awaited<ReturnType<typeof office>>, ...kinds: Kind[]) =>
  house.person('lan', { kinds })
type Kind = 'ask' | 'week' | 'window' | 'report' | 'pace' | 'month' | 'new-year' | 'remind'

test('the evening asks for what nobody confirmed that day, and is silent when all is said', async () => {
  await using house = await officeWith(
    planWith(obligation('A.1', 'Bản tin sáng', daily('2025-08-04', 3))),
    'ask',
  )
  await house.beat('2025-08-04 05:00')
  await house.walk('2025-08-04 05:01', '2025-08-05 12:00')
  await house.record('thu-2025:A.1:02', { kind: 'aired', at: '2025-08-05T05:30' })
  await house.walk('2025-08-05 12:01', '2025-08-06 23:00')
  expect(house.subjects()).toEqual([
    '2025-08-04 20:00 lan: 1 khung thứ Hai 4/8 chưa xác nhận',
    '2025-08-06 20:00 lan: 1 khung thứ Tư 6/8 chưa xác nhận',
  ])
})

test('after a weekend without a machine the evening’s question is asked once, in the morning, for all days', async () => {
  await using house = await officeWith(
    planWith(obligation('A.1', 'Bản tin sáng', daily('2025-08-01', 9))),
    'ask',
  )
  await house.walk('2025-08-01 05:00', '2025-08-01 17:00')
  await house.walk('2025-08-04 07:00', '2025-08-04 19:00')
  expect(house.subjects()).toEqual(['2025-08-04 07:00 lan: 4 khung từ 1/8 đến 4/8 chưa xác nhận'])
  expect(house.carried[0]?.letter.text).toContain(
    '- 2/8 05:30 Bản tin sáng (phát mới, chuyên mục 2, 15 phút)',
  )
})

test('on Monday morning the week’s sheet, with what is left of the week before', async () => {
  const plan = planWith(
    obligation('A.1', 'Bản tin sáng', daily('2025-08-03', 3)),
    obligation('B.1', 'Treo pano', { kind: 'deadline', before: '2025-08-09' }),
  )
  await using house = await officeWith(plan, 'week')
  await house.walk('2025-08-02 12:00', '2025-08-11 12:00')
  expect(house.subjects()).toEqual([
    '2025-08-04 07:00 lan: Lịch tuần 32: 2 khung',
    '2025-08-11 07:00 lan: Lịch tuần 33: không có việc nào',
  ])
  expect(house.carried[0]?.letter.text.split('\n\n--')[0]).toBe(
    `Lịch tuần 32 của UBND xã Thử, 04/8 – 10/8/2025: 2 khung.
Tuần trước còn 1 khung chưa xác nhận.

Thứ Hai 4/8
- 05:30 Bản tin sáng (phát mới, chuyên mục 2, 15 phút)

Thứ Ba 5/8
- 05:30 Bản tin sáng (phát mới, chuyên mục 3, 15 phút)

Đến hạn trong tuần
- Treo pano – hạn thứ Sáu 8/8/2025, còn 4 ngày làm việc

Xem, in lịch tuần và ghi kết quả: http://nhip.test/tuan/2025-W32`,
  )
})

test('on Monday morning nobody is asked for what was closed meanwhile', async () => {
  const plan = planWith(obligation('A.1', 'Bản tin sáng', daily('2025-08-29', 4)))
  await using house = await officeWith(plan, 'week')
  await closeAugust(house.db, plan.unit.code, '')
  await house.walk('2025-08-31 12:00', '2025-09-01 12:00')
  expect(house.subjects()).toEqual(['2025-09-01 07:00 lan: Lịch tuần 36: 1 khung'])
  expect(house.carried[0]?.letter.text).not.toContain('chưa xác nhận')
})

test('windows and deadlines are told of 14, 7 and 1 working days before, until somebody settles them', async () => {
  const plan = planWith(
    obligation('A.1', 'Hội nghị', { kind: 'window', window: { from: '2025-07-01', to: '2025-09-30' } }),
    obligation('A.2', 'Treo pano', { kind: 'deadline', before: '2025-10-01' }),
  )
  await using house = await officeWith(plan, 'window')
  await house.walk('2025-08-01 12:00', '2025-09-20 12:00')
  await house.record('thu-2025:A.1:01', { kind: 'held', at: '2025-09-20T08:00' })
  await house.walk('2025-09-20 12:01', '2025-10-10 12:00')
  expect(house.subjects()).toEqual([
    '2025-09-10 07:00 lan: 2 việc sắp hết hạn',
    '2025-09-19 07:00 lan: 2 việc sắp hết hạn',
    '2025-09-29 07:00 lan: 1 việc sắp hết hạn',
  ])
  expect(house.carried[0]?.letter.text).toContain('- Hội nghị – hạn thứ Ba 30/9/2025, còn 14 ngày làm việc\n')
  expect(house.carried[2]?.letter.text).toContain('- Treo pano – hạn thứ Ba 30/9/2025, còn 1 ngày làm việc\n')
})

test('a deadline on a day off is counted from the last working day before it', async () => {
  // 24 November 2024 is a Sunday, Friday the 22nd the last working day.
  const plan = planOf(
    planData(
      {},
      { year: 2024, obligations: [obligation('A.1', 'Báo cáo', { kind: 'deadline', before: '2024-11-25' })] },
    ),
  )
  await using house = await officeWith(plan, 'window')
  await house.walk('2024-11-18 12:00', '2024-11-26 12:00')
  expect(house.subjects()).toEqual(['2024-11-21 07:00 lan: 1 việc sắp hết hạn'])
  expect(house.carried[0]?.letter.text).toContain(
    '- Báo cáo – hạn Chủ nhật 24/11/2024 (ngày làm việc cuối: thứ Sáu 22/11), còn 1 ngày làm việc\n',
  )
})

test('reports are told of apart, with the way to their draft', async () => {
  const plan = planWith(obligation('A.1', 'Báo cáo kết quả', { kind: 'report', periods: ['Q3'], dueDay: 15 }))
  await using house = await officeWith(plan, 'report', 'window')
  await house.walk('2025-09-10 12:00', '2025-09-16 12:00')
  expect(house.subjects()).toEqual(['2025-09-12 07:00 lan: 1 báo cáo sắp đến hạn'])
  expect(house.carried[0]?.letter.url).toBe('http://nhip.test/bao-cao/2025/Q3?keHoach=thu-2025&coSo=bao-cao')
})

test('leaders get the month before on the first', async () => {
  const plan = planWith(
    obligation('A.1', 'Chuyên mục', {
      ...{ kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12', time: '05:30', declared: 12 },
    }),
  )
  await using house = await officeWith(plan, 'month')
  await house.beat('2025-07-31 12:00')
  await house.record('thu-2025:A.1:07', { kind: 'aired', at: '2025-07-09T05:30' })
  await house.walk('2025-07-31 12:01', '2025-08-02 12:00')
  expect(house.subjects()).toEqual(['2025-08-01 07:00 lan: Tóm tắt tháng 7/2025'])
  expect(house.carried[0]?.letter.text.split('\n\n--')[0]).toBe(
    `UBND xã Thử trong tháng 7/2025:

Kế hoạch thử
- Đến hạn 1, đã thực hiện 1 (trễ 1).

Xem chỉ tiêu cả năm: http://nhip.test/chi-tieu/2025`,
  )
})

test('the month’s summary names what is behind: windows that are over, and reruns as reruns', async () => {
  const monthly = { kind: 'rate', rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12', time: '05:30', declared: 12 }
  const plan = planWith(
    obligation('A.1', 'Chuyên mục', { ...monthly, reruns: { times: 1, afterDays: [7] } }),
    obligation('A.2', 'Hội nghị', { kind: 'window', window: { from: '2025-04-01', to: '2025-06-30' } }),
  )
  await using house = await officeWith(plan, 'month')
  await house.beat('2025-12-31 12:00')
  for (const id of ['A.1:01', 'A.1:01.r1', 'A.2:01'])
    await house.record(`thu-2025:${id}`, { kind: 'not-aired', at: '2025-07-01T05:30', reason: 'mất điện' })
  await house.walk('2025-12-31 12:01', '2026-01-02 12:00')
  const lines = house.carried[0]?.letter.text
    .split('\n')
    .filter((line) => / \(phát lại\)|Hội nghị/.test(line))
  expect(lines).toEqual([
    '- Chuyên mục (phát lại): đang chậm, 0/12 lượt phát lại, còn 12',
    '- Hội nghị: không đạt, không phát',
  ])
})

test('a total that begins to slip away is told of on the Monday after, and once more when it is lost', async () => {
  const plan = planWith(
    obligation('A.1', 'Chuyên mục', {
      ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52', time: '05:30', declared: 52 },
    }),
  )
  await using house = await officeWith(plan, 'pace')
  // From the middle of November on each Monday is missed; the year has few days left to make up on.
  for (let n = 1; n <= 44; n++)
    await house.record(
      `thu-2025:A.1:${String(n).padStart(2, '0')}`,
      {
        ...{
          kind: 'aired',
          at: `${new Date(Date.UTC(2025, 0, 6 + 7 * (n - 1))).toISOString().slice(0, 10)}T05:30`,
        },
      },
      Date.UTC(2025, 10, 10),
    )
  await house.beat('2025-11-10 12:00')
  await house.walk('2025-11-10 12:01', '2026-01-03 12:00')
  expect(house.carried.map(({ at, letter }) => [at, /- (.*)/.exec(letter.text)?.[1]])).toEqual([
    ['2025-12-08 07:00', expect.stringMatching(/44\/52 .* muộn nhất bắt đầu từ 14\/12/)],
    ['2025-12-15 07:00', expect.stringMatching(/44\/52 .* không đủ ngày để bù 5/)],
  ])
})

test('on 1 December the coming year is made of a plan that runs on, and leaders hear of it', async () => {
  await using house = await office()
  const plan = samplePlan('ngok-tu-2025')
  await house.adopt(plan)
  await house.person('lan', { kinds: ['new-year'] }, plan.unit.code)
  await house.walk('2025-11-30 12:00', '2025-12-02 12:00')
  expect(house.subjects()).toEqual(['2025-12-01 00:05 lan: Đã lập lịch năm 2026 theo kế hoạch hiện có'])
  const made = await house.db.query.slots.findMany({
    where: (slot, { eq }) => eq(slot.planId, 'ngok-tu-2025@2026'),
  })
  expect(made.length).toBe(90)
})

test('no message where there is nothing to say, nobody to say it to, or nobody who asked', async () => {
  await using house = await office()
  await house.adopt(planWith(obligation('A.1', 'Bản tin sáng', daily('2025-08-04', 3))))
  await house.person('lan', { kinds: [] })
  await house.person('hoa', { kinds: ['ask', 'remind', 'week'], email: null })
  await house.walk('2025-08-03 12:00', '2025-08-12 12:00')
  expect([house.subjects(), await house.db.query.messages.findMany()]).toEqual([[], []])
})
