import { describe, expect, test } from 'vitest'
import type { PlanRecords } from '../../src/actions/count.ts'
import { calendars } from '../../src/calendars.ts'
import type { Fact } from '../../src/core/fact.ts'
import type { Plan } from '../../src/core/plan.ts'
import { untouched } from '../../src/core/reading.ts'
import { expand, plannedDay } from '../../src/core/slot.ts'
import { reportDocx } from '../../src/reports/docx.ts'
import { type Report, thawed } from '../../src/reports/report.ts'
import { reportCsv } from '../../src/reports/tables.ts'
import { reportFrom } from '../support/counted-records.ts'
import { readDocx } from '../support/docx-text.ts'
import { fact } from '../support/facts.ts'
import { adoptedPlan, planData, planOf } from '../support/plans.ts'

const WEEKLY = { kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=52', time: '05:30', declared: 52 }
const IF_ANY = { ...WEEKLY, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5;COUNT=12', declared: 12, conditional: true }

const planOfYear = (year: number, more: object = {}, cadence: object = WEEKLY): Plan =>
  planOf(
    planData(
      { ...cadence },
      { id: `thu-${year}`, year, title: `Tuyên truyền năm ${year}`, inForceFrom: `${year}-01-01`, ...more },
    ),
  )

function told(plan: Plan, isAired: (id: string) => boolean = () => true, more: object = {}): PlanRecords {
  const all = expand(plan, calendars.periods).map((slot) => {
    const obligation = plan.obligations.find(
      ({ id }) => id === slot.obligationId,
    ) as Plan['obligations'][number]
    const at = `${plannedDay(slot)} ${slot.time ?? '09:00'}`
    const facts: Fact[] = isAired(slot.id) ? [fact('aired', at)] : []
    return { ...untouched(slot, obligation), facts }
  })
  return {
    ...{ plan: adoptedPlan(plan, more), obligations: plan.obligations, all },
    ...{ logged: [], chosen: [], confirmed: new Set<string>() },
  }
}

const YEAR = { basis: 'report-year', period: 'Y', asOf: '2026-12-14' } as const
const bodyOf = ({ document }: Report): string[] => document.body.map(({ text }) => text)
const perfect = [told(planOfYear(2026)), told(planOfYear(2025))]

describe("an office's report year over two plans", () => {
  const report = reportFrom(perfect, YEAR, 2026)

  test('a perfect year reads as one, the plan years with their own totals beside it', () => {
    const words = bodyOf(report)
    expect([report.plan, report.sum.due, report.sum.done]).toEqual([null, 53, 53])
    expect(words[2]).toBe(
      'Trong kỳ đơn vị thực hiện 2 kế hoạch với 2 nhiệm vụ. Trong kỳ có 53 kỳ đến hạn, đã thực hiện 53 kỳ (đạt 100%).',
    )
    expect(words.slice(5, 9)).toEqual([
      '1. Kế hoạch tuyên truyền năm 2026',
      'Việc thử (mục A.1): đã phát 50/50 lần đến hạn (100%); năm kế hoạch 2026: 50/52 lần, còn 2 kỳ chưa đến hạn.',
      '2. Kế hoạch tuyên truyền năm 2025',
      'Việc thử (mục A.1): đã phát 3/3 lần đến hạn (100%); năm kế hoạch 2025: 52/52 lần (100%).',
    ])
    expect(words).toContain('Trong kỳ không có tồn tại, hạn chế cần nêu.')
  })

  test('on paper each plan has its table, in a spreadsheet each row its plan', async () => {
    const parts = readDocx(await reportDocx(report))
    const texts = parts.flatMap((part) => ('text' in part ? [part.text] : []))
    expect(texts.filter((text) => text?.startsWith('Kế hoạch tuyên truyền năm'))).toHaveLength(2)
    expect(reportCsv(report).split('\r\n')[2]).toMatch(/,Kế hoạch tuyên truyền năm 2025$/)
  })

  test('each sum is that of its slots', () => {
    const kept = report.slots.filter(({ bucket }) => bucket === 'onTime')
    expect([kept.length, new Set(kept.map(({ id }) => id)).size]).toEqual([53, 53])
  })
})

test('a plan that runs on is not told as one that was issued', () => {
  const carried = [told(planOfYear(2026, { title: 'Tuyên truyền CCHC' }), undefined, { origin: 'next-year' })]
  const words = bodyOf(reportFrom(carried, YEAR, 2026))
  expect(words[0]).toContain('Trong khi chưa ban hành kế hoạch năm 2026,')
  const beside = bodyOf(reportFrom([...carried, told(planOfYear(2025))], YEAR, 2026))
  expect(beside).toContain(
    '1. Các nhiệm vụ tiếp tục của Kế hoạch tuyên truyền CCHC trong năm 2026, khi chưa ban hành kế hoạch mới',
  )
  expect(beside[2]).toContain('2 kế hoạch (trong đó 1 kế hoạch được tiếp tục khi chưa ban hành kế hoạch mới)')
})

test('"nếu có" is in no denominator until it arises: declared 12, arose once, aired, is 1 of 1', () => {
  const known = told(planOfYear(2026, {}, IF_ANY), (id) => id.endsWith(':03'))
  const [row] = reportFrom(known, { basis: 'plan-year', period: 'Y', asOf: '2026-12-31' }, 2026).rows
  expect(row).toMatchObject({ declared: 12, target: null, due: 1, done: 1, shortfall: 0, verdict: 'met' })
  expect(row?.result).toBe('đã phát 1/1 lần đến hạn (100%)')
})

test('an obligation without a total has no percentage, and minutes that nobody wrote down are not 0', () => {
  const known = told(planOfYear(2026, {}, { ...WEEKLY, declared: null }))
  const report = reportFrom(known, { basis: 'plan-year', period: 'Q1', asOf: '2026-03-31' }, 2026)
  expect(report.rows[0]?.result).toBe('đã phát 13/13 lần đến hạn')
  expect(reportCsv(report)).toContain(',chưa ghi,13,')
})

test('what was aired and is no longer asked for is in no row, and told as ngoài kế hoạch', () => {
  const known = told(planOfYear(2026))
  const all = known.all.map((one, i) => (i === 0 ? { ...one, slot: { ...one.slot, withdrawn: true } } : one))
  const report = reportFrom(
    [{ ...known, all }],
    { basis: 'plan-year', period: 'Q1', asOf: '2026-03-31' },
    2026,
  )
  expect([report.sum.done, report.log.length]).toEqual([12, 13])
  expect(bodyOf(report)).toContain(
    'Việc thử (mục A.1): 1 kỳ (05/01/2026), kế hoạch không còn yêu cầu, không tính vào kết quả.',
  )
})

test('an office without plans in the period has a paper all the same, without a number that is none', async () => {
  const report = reportFrom([], YEAR, 2026)
  expect(bodyOf(report)).toContain('Trong kỳ không có kỳ nào theo lịch và chưa có ghi nhận nào.')
  expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/)
  expect((await reportDocx(report)).length).toBeGreaterThan(1000)
})

test('a report that was frozen as one of a plan is still read', () => {
  const { plans, year, slots, ...old } = reportFrom(perfect[0] as PlanRecords, YEAR, 2026)
  const rows = old.rows.map(({ planId: _, clause: __, untimed: ___, ...row }) => row)
  const report = thawed(JSON.stringify({ ...old, rows }))
  expect([report.plans[0]?.id, report.year, report.slots, report.rows[0]?.clause]).toEqual([
    ...['thu-2026', 2026, [], 'A.1'],
  ])
})
