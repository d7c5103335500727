import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const NOW = instantOf('2025-08-13', '08:00')

test('a day is jumped to and a channel filtered by a plain form, and the ways on keep the filter', async () => {
  await using app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/`)
    await page.getByText('Đến ngày, lọc…').click()
    await page.getByLabel('Đến ngày').fill('2025-09-02')
    await page
      .getByLabel('Nhiệm vụ')
      .selectOption({ label: 'Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã' })
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByText('Đang lọc: Chuyên mục phát thanh').waitFor()
    expect(new URL(page.url()).pathname).toBe('/tuan/2025-W36')
    await page.getByRole('link', { name: 'Tuần 37' }).click()
    await page.getByText('Đang lọc: Chuyên mục phát thanh').click()
    expect(new URL(page.url()).pathname).toBe('/tuan/2025-W37')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/filter.png`, fullPage: true })
    expect(await fitsWidth(page)).toBe(true)
    await page.getByRole('link', { name: 'Bỏ lọc' }).click()
    await page.getByText('Đến ngày, lọc…').waitFor()
  })
})

test('a day that does not exist is said, and what nobody knows filters everything away', async () => {
  await using app = await startApp()
  app.clock.now = NOW
  await app.adopt(samplePlan('ngok-tu-2025'))
  await withPage({ script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/den-ngay?ngay=2025-02-30`)
    await page.getByText('Hãy chọn một ngày có thật').waitFor()
    await page.goto(`${app.url}/thang/2025-08?nhiemVu=khong-co`)
    await page.getByText('Không có khung phát nào trong tháng.').waitFor()
    await page.getByText('Đang lọc: khong-co').waitFor()
  })
})
