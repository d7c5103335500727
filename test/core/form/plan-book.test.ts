import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OBLIGATION_COLUMNS } from '../../../src/core/form/obligation-sheet.ts'
import { bookOf, readBook, SHEETS } from '../../../src/core/form/plan-book.ts'
import { readRhythmWords, rhythmWords } from '../../../src/core/form/rhythm-words.ts'
import type { SheetCell } from '../../../src/core/form/sheet-cells.ts'
import type { BookSheet } from '../../../src/core/form/sheet-table.ts'
import type { Plan } from '../../../src/core/plan.ts'
import { samplePlan } from '../../support/plans.ts'
import { randomPlans } from '../../support/random-plans.ts'

const UNIT = { code: 'xa-thu', name: 'UBND xã Thử' }
const blank = (rows: string[][]) => rows.map((row) => row.map((cell): SheetCell => cell || null))

function sheetsOf(plan: Plan): BookSheet[] {
  const { head, obligations, topics } = bookOf(plan)
  return [
    { name: SHEETS.head, rows: blank(head), merged: [] },
    { name: SHEETS.obligations, rows: blank(obligations), merged: [] },
    { name: SHEETS.topics, rows: blank(topics), merged: [] },
  ]
}

const throughBook = (plan: Plan) => {
  const read = readBook(sheetsOf(plan), plan.unit)
  return read.ok ? read.value : read.problem
}

describe('a plan comes back as it went out', () => {
  test.each(['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022', 'thong-tin-co-so-2026'])('%s', (name) => {
    const plan = samplePlan(name)
    expect(throughBook(plan)).toEqual({ plan, named: true })
  })

  test('whatever a plan file can say, but for the ends of a quote’s lines', () => {
    fc.assert(
      fc.property(randomPlans, (random) => {
        const plan = {
          ...random,
          obligations: random.obligations.map((one) => ({
            ...one,
            quote: one.quote.replaceAll('\r\n', '\n').trim(),
          })),
        }
        expect(throughBook(plan)).toEqual({ plan, named: true })
      }),
      { numRuns: 120 },
    )
  })
})

test.each([
  ['mỗi tuần vào thứ 2', 'FREQ=WEEKLY;BYDAY=MO'],
  ['Hằng tuần vào thứ Hai và CN', 'FREQ=WEEKLY;BYDAY=MO,SU'],
  ['2 tuần một lần, thứ Hai', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ['mỗi tháng vào thứ Ba đầu tháng', 'FREQ=MONTHLY;BYDAY=1TU'],
  ['hàng tháng vào thứ Sáu tuần cuối, đủ 12 kỳ', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12'],
  ['mỗi tháng ngày 15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['mỗi quý vào ngày 20 của tháng 3', 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20'],
  ['mỗi ngày, đến hết 20/11/2026', 'FREQ=DAILY;UNTIL=20261120'],
  ['mỗi tuần', null],
  ['mỗi tuần vào thứ Chín', null],
  ['mỗi tháng vào ngày 32', null],
  ['mỗi ngày, đến hết 31/2/2026', null],
])('the rhythm “%s” is %s', (words, rule) => {
  expect(readRhythmWords(words)).toBe(rule)
})

test('a rule that no words say to the letter stays as it is', () => {
  expect(rhythmWords('FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=19')).toBe('FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=19')
  expect(rhythmWords('FREQ=WEEKLY;BYDAY=WE,MO')).toBe('FREQ=WEEKLY;BYDAY=WE,MO')
})

/** A workbook as an office fills it in: the cells of an obligation by heading. */
function filledIn(
  obligations: Record<string, SheetCell>[],
  { merged = [], name = 'Kế hoạch thử' }: { merged?: string[]; name?: string } = {},
) {
  const headings = OBLIGATION_COLUMNS.map(({ heading }) => heading)
  const usual = { 'Thực hiện qua': 'Truyền thanh', 'Thực hiện thế nào': 'Định kỳ', 'Kế hoạch viết': 'x' }
  const rows = obligations.map((obligation) =>
    headings.map((heading) => ({ ...usual, ...obligation })[heading] ?? null),
  )
  return [
    {
      ...{ name: SHEETS.head, merged: [] },
      rows: [
        ['Tên kế hoạch', name],
        ['Năm', 2026],
        ['Có hiệu lực từ ngày', 46_027],
      ],
    },
    { name: SHEETS.obligations, rows: [headings, ...rows], merged },
  ]
}

const read = (...asked: Parameters<typeof filledIn>) => readBook(filledIn(...asked), UNIT)
const told = (...asked: Parameters<typeof filledIn>): string[] => {
  const found = read(...asked)
  return found.ok || found.problem.kind !== 'invalid'
    ? []
    : found.problem.errors.map(({ message }) => message)
}

const WEEKLY = {
  Mục: 'A.1',
  'Nhiệm vụ': 'Chuyên mục',
  Nhịp: 'mỗi tuần vào thứ Hai',
  Giờ: '5h30',
  'Đến ngày': '31/12/2026',
  'Từ ngày': '1/1/2026',
}

test('days, hours and numbers are read as Vietnamese writes them and as spreadsheets keep them', () => {
  const found = read([
    WEEKLY,
    {
      ...WEEKLY,
      Mục: 2,
      Giờ: 0.229166666666,
      'Từ ngày': 46_023,
      'Số phút': 15,
      'Tổng số kế hoạch ghi': '1.200',
    },
  ])
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  const { plan, named } = found.value
  expect([named, plan.id, plan.unit, plan.inForceFrom]).toEqual([
    false,
    'ke-hoach-thu-2026',
    UNIT,
    '2026-01-05',
  ])
  expect(plan.obligations.map(({ id, cadence }) => [id, cadence])).toMatchObject([
    ['A.1', { time: '05:30', window: { from: '2026-01-01', to: '2026-12-31' } }],
    ['2', { time: '05:30', window: { from: '2026-01-01', to: '2026-12-31' }, duration: 15, declared: 1200 }],
  ])
})

test.each<[string, Record<string, SheetCell>[], string[]]>([
  [
    'an unknown channel',
    [{ ...WEEKLY, 'Thực hiện qua': 'Truyền thanh; Truyền hình' }],
    ['Trang “Nhiệm vụ”, dòng 2, cột C (Thực hiện qua): không có “Truyền hình”: chọn trong '],
  ],
  [
    'a day that does not exist',
    [{ ...WEEKLY, 'Đến ngày': '31/2/2026' }],
    ['Trang “Nhiệm vụ”, dòng 2, cột J (Đến ngày): không phải một ngày có thật, ghi như 24/7/2025'],
  ],
  [
    'a clause used twice',
    [WEEKLY, WEEKLY],
    ['Trang “Nhiệm vụ”, dòng 3, cột A (Mục): mục “A.1” đã có ở dòng 2'],
  ],
  [
    'a rhythm without a day',
    [{ ...WEEKLY, Nhịp: 'mỗi tuần' }],
    ['Trang “Nhiệm vụ”, dòng 2, cột G (Nhịp): chưa hiểu “mỗi tuần”: ghi như '],
  ],
  [
    'a cell that the kind of obligation does not know',
    [{ ...WEEKLY, 'Thực hiện thế nào': 'Thường xuyên', Nhịp: null }],
    ['Trang “Nhiệm vụ”, dòng 2, cột H (Giờ): việc “Thường xuyên” không dùng cột này'],
  ],
  [
    'an unknown kind',
    [{ ...WEEKLY, 'Thực hiện thế nào': 'Đôi khi' }],
    ['Trang “Nhiệm vụ”, dòng 2, cột F (Thực hiện thế nào): không có “Đôi khi”: chọn trong '],
  ],
  [
    'words where a number belongs',
    [{ ...WEEKLY, 'Số phút': 'mười lăm' }],
    ['Trang “Nhiệm vụ”, dòng 2, cột M (Số phút): phải là số nguyên, ghi bằng chữ số'],
  ],
])('%s is told by sheet, row and column', (_, obligations, messages) => {
  const found = told(obligations)
  expect(found.map((message, i) => message.slice(0, messages[i]?.length))).toEqual(messages)
})

test('every fault is told at once, the first fifty of many', () => {
  const faulty = Array.from({ length: 60 }, (_, i) => ({ ...WEEKLY, Mục: `A.${i}`, Giờ: '25:00' }))
  const found = read(faulty)
  expect(!found.ok && [found.problem.detail, told(faulty).length]).toEqual([
    'Tệp Excel có 60 chỗ chưa đúng; dưới đây là 50 chỗ đầu.',
    50,
  ])
})

test('a cell merged over several rows holds for each of them; one merged sideways is told', () => {
  const merged = read(
    [
      { ...WEEKLY, 'Chủ trì': 'Văn phòng' },
      { ...WEEKLY, Mục: 'A.2' },
    ],
    { merged: ['D2:D3'] },
  )
  expect(merged.ok && merged.value.plan.obligations.map(({ lead }) => lead)).toEqual([
    'Văn phòng',
    'Văn phòng',
  ])
  expect(told([WEEKLY], { merged: ['B2:C2'] })).toEqual([
    'Trang “Nhiệm vụ”, dòng 2, cột B: ô gộp B2:C2: bỏ gộp ô (Merge & Center), ghi vào từng ô',
  ])
})

test('what the plan’s own sheet lacks is told there; a workbook of something else is no plan', () => {
  expect(told([WEEKLY], { name: '' })).toEqual(['Trang “Kế hoạch”, dòng 1, cột B: cần ghi tên kế hoạch'])
  const other = readBook([{ name: 'Sheet1', rows: [['a']], merged: [] }], UNIT)
  expect(!other.ok && other.problem.detail).toContain('Tệp Excel cần có trang “Kế hoạch” và trang “Nhiệm vụ”')
  const empty = read([])
  expect(!empty.ok && empty.problem.detail).toContain('chưa có nhiệm vụ nào')
})
