/** From the Word file that the chairman signed to an adopted plan, by somebody without JavaScript. */
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { issuedDocx } from '../support/issued-plan.ts'
import { samplePlan } from '../support/plans.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('a Word file is read, looked through, drafted and adopted, %s', async (_, width) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-01-12', '09:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))
  const seen: string[] = []
  await withPage({ width, script: false }, async (page) => {
    const shot = async (name: string) => {
      expect(await fitsWidth(page)).toBe(true)
      seen.push(page.url())
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/issued-${name}-${width}.png`, fullPage: true })
    }
    await app.signIn(page, 'xa-ngok-tu', 'leader')
    await page.goto(`${app.url}/ke-hoach/nhan`)
    await shot('door')
    const buffer = await issuedDocx()
    await page.getByLabel('Tệp kế hoạch').setInputFiles({ name: 'nuoc-sach.docx', mimeType: WORD, buffer })
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click()
    await page.getByText('Đọc được 3 nhiệm vụ:').waitFor()
    await shot('review')

    const card = page.locator('.review-card:visible').first()
    await card.getByLabel('Cơ quan chủ trì').fill('Phòng Kinh tế')
    await card.getByRole('button', { name: 'Đúng rồi' }).click()
    await page.getByText('Đã lưu.').waitFor()
    const unread = page.locator('.review-card:visible').first()
    expect(await unread.textContent()).toContain('Chưa đọc được')
    await unread.locator('.quoted a').click()
    expect(await page.locator('.source mark:target').textContent()).toBe('Theo hướng dẫn của tỉnh')
    await shot('source')
    await page.goBack()
    await page.locator('.review-card:visible').first().getByRole('link', { name: 'Sửa…' }).click()
    await page.getByRole('radio', { name: /Trong khoảng thời gian/ }).check()
    await page.locator('#kh-tu').fill('2026-09-01')
    await page.locator('#kh-den').fill('2026-09-30')
    await shot('duty')
    await page.getByRole('button', { name: 'Lưu vào bản nháp' }).click()
    await page.getByText('Không còn chỗ chưa đọc được.').waitFor()
    await shot('ready')
    await page.getByRole('button', { name: 'Tạo bản dự thảo' }).click()
    await page.waitForURL('**/ban/1')
    expect(await page.locator('main').textContent()).toContain('nuoc-sach.docx')
    await shot('changes')
    await page.getByRole('button', { name: /^Áp dụng/ }).click()
    await page.getByText('Đã áp dụng.').waitFor()
  })
  // What looks for violations is a script itself.
  await withPage({ width }, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'officer')
    for (const url of seen) {
      await page.goto(url)
      expect([url, await seriousViolations(page)]).toEqual([url, []])
    }
  })
})
