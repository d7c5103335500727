/** The Excel door on phone and desk, with and without JavaScript: from the empty week to a draft that waits for a leader. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { planWorkbook } from '../../src/reports/plan-workbook.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const plan = samplePlan('duc-pho-2024')
const [first] = plan.obligations
const doubled = { ...plan, obligations: [...plan.obligations, ...(first ? [first] : [])] }
const fileOf = async (of: typeof plan) => ({
  ...{ name: 'ke-hoach.xlsx', mimeType: 'application/octet-stream' },
  buffer: Buffer.from(await planWorkbook(of)),
})

test.each([
  [PHONE, true],
  [PHONE, false],
  [DESKTOP, true],
])(
  'at %i px, script %s, an officer fills in the workbook, mends it, and sends the draft to who may adopt it',
  async (width, script) => {
    const faults = async (page: Page) =>
      script ? [...((await fitsWidth(page)) ? [] : ['too wide']), ...(await seriousViolations(page))] : []
    await using app = await startApp()
    app.clock.now = instantOf('2024-03-04', '08:00')
    await app.addUnit('xa-thu', 'UBND xã Thử')
    const seen = await withPage({ width, script }, async (page) => {
      await app.signIn(page, 'xa-thu', 'leader')
      await app.signIn(page, 'xa-thu', 'officer')
      await page.goto(app.url)
      await page.getByRole('link', { name: 'Thêm kế hoạch từ tệp Word, PDF, Excel' }).click()
      const template = await page.getByRole('link', { name: 'Tải mẫu Excel' }).getAttribute('href')
      await page.getByLabel('Tệp kế hoạch').setInputFiles(await fileOf(doubled))
      await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
      await page.getByRole('alert').getByRole('listitem').first().waitFor()
      const told = await page.getByRole('alert').getByRole('listitem').allTextContents()
      const refused = await faults(page)
      await page.getByLabel('Tệp kế hoạch').setInputFiles(await fileOf(plan))
      await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
      await page.getByText('Người có quyền áp dụng: Y Lan.').waitFor()
      const changes = await faults(page)
      await page.getByRole('button', { name: 'Gửi người có quyền áp dụng' }).click()
      await page.getByText('Đã gửi. Người có quyền áp dụng: Y Lan.').waitFor()
      return { template, told, refused, changes }
    })
    const row = plan.obligations.length + 2
    expect(seen).toEqual({
      template: '/ke-hoach/mau-excel.xlsx',
      told: [`Trang “Nhiệm vụ”, dòng ${row}, cột A (Mục): mục “${first?.clause}” đã có ở dòng 2`],
      ...{ refused: [], changes: [] },
    })
  },
)
