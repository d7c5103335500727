import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { planData, planOf } from '../support/plans.ts'

const TUESDAY = instantOf('2025-08-05', '09:00')
const UNIT = 'xa-thu'
const plan = planOf(
  planData({
    ...{ kind: 'rate', rrule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=9', start: '2025-08-06', time: '17:00' },
    duration: 15,
  }),
)

test.each([
  [PHONE, true],
  [PHONE, false],
  [DESKTOP, true],
])(
  'at %i px, script %s: a notice is added from the week, told that it overlaps, moved on, taken back',
  async (width, script) => {
    // Neither axe nor a measure runs where no script does.
    const faults = async (page: Page) =>
      script ? [...((await fitsWidth(page)) ? [] : ['too wide']), ...(await seriousViolations(page))] : []
    await using app = await startApp()
    app.clock.now = TUESDAY
    await app.adopt(plan)
    const seen = await withPage({ width, script }, async (page) => {
      await app.signIn(page, UNIT)
      await page.goto(app.url)
      await page.getByRole('link', { name: 'Thêm việc ngoài kế hoạch' }).click()
      await page.getByLabel('Phát gì, làm gì?').fill('Thông báo lịch tiêm chủng')
      await page.getByLabel('Ngày', { exact: true }).fill('2025-08-06')
      await page.getByLabel('Giờ', { exact: true }).fill('17:05')
      await page.getByRole('button', { name: 'Thêm vào lịch' }).click()
      await page.locator('.tone-ask[role=status]').first().waitFor()
      const told = await page.locator('.tone-ask[role=status]').allTextContents()
      const form = await faults(page)
      await page.getByLabel('Giờ', { exact: true }).fill('17:30')
      await page.getByRole('button', { name: 'Thêm theo giờ đã sửa' }).click()
      const added = await page.locator('main').innerText()
      const own = await faults(page)
      await page.getByRole('button', { name: 'Bỏ khỏi lịch' }).click()
      await page.getByRole('button', { name: 'Thêm lại vào lịch' }).waitFor()
      return { told, form, own, added: added.includes('Ngoài kế hoạch: không tính vào chỉ tiêu nào.') }
    })
    expect(seen).toEqual({
      told: ['Trùng giờ với “Việc thử” (17:00).'],
      ...{ form: [], own: [] },
      added: true,
    })
  },
)
