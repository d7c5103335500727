/** Workbooks of plans as files: written and read back, and what strangers send instead. */
import { expect, test } from 'vitest'
import { isWorkbook, readPlanBook } from '../../src/actions/read-plan-book.ts'
import { WORK } from '../../src/actions/work.ts'
import { planWorkbook } from '../../src/reports/plan-workbook.ts'
import { samplePlan } from '../support/plans.ts'

test.each(['ngok-tu-2025', 'thong-tin-co-so-2026'])(
  '%s comes back out of its workbook as it went in',
  async (name) => {
    const plan = samplePlan(name)
    const bytes = await planWorkbook(plan)
    expect(isWorkbook(bytes)).toBe(true)
    expect(readPlanBook(bytes, plan.unit)).toEqual({ ok: true, value: { plan, named: true } })
  },
)

test('the workbook to fill in has no obligation yet, and says so', async () => {
  const read = readPlanBook(await planWorkbook(null), { code: 'xa-thu', name: 'UBND xã Thử' })
  expect(!read.ok && read.problem).toMatchObject({
    detail: 'Tệp Excel có 3 chỗ chưa đúng.',
    errors: [
      { message: 'Trang “Kế hoạch”, dòng 1, cột B: cần ghi tên kế hoạch' },
      { message: 'Trang “Kế hoạch”, dòng 4, cột B: cần ghi năm' },
      { message: 'Trang “Kế hoạch”, dòng 5, cột B: cần ghi ngày' },
    ],
  })
})

test('a broken archive is told; a Word document is no workbook', async () => {
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])
  expect(isWorkbook(bytes)).toBe(false)
  expect(readPlanBook(bytes, { code: 'x', name: 'x' })).toMatchObject({ ok: false })
  const word = await WORK['plan-docx'](samplePlan('duc-pho-2024'))
  expect(word.ok && isWorkbook(word.value)).toBe(false)
})
