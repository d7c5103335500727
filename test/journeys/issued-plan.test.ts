/** From the Word file that the chairman signed to an adopted plan, by somebody without JavaScript. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { issuedDocx } from '../support/issued-plan.ts'
import { samplePlan } from '../support/plans.ts'

/** What somebody does on the way, and the seconds that it takes by a fixed model: no clock decides. */
type Path = { taps: number; fields: number; letters: number; pages: number; doubts: number }
const SECONDS: Record<keyof Path, number> = { taps: 3, fields: 0, letters: 0.3, pages: 8, doubts: 5 }
const minutesOf = (path: Path): number =>
  (Object.keys(SECONDS) as (keyof Path)[]).reduce((sum, part) => sum + path[part] * SECONDS[part], 0) / 60

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('a Word file is read, looked through, drafted and adopted, %s', async (_, width) => {
  await using app = await startApp()
  app.clock.now = instantOf('2026-01-12', '09:00')
  await app.adopt(samplePlan('ngok-tu-2025', 2026))
  const seen: string[] = []
  const path: Path = { taps: 0, fields: 0, letters: 0, pages: 0, doubts: 0 }
  const tap = async (target: Locator) => {
    path.taps++
    await target.click()
  }
  const write = async (target: Locator, text: string) => {
    path.taps++
    path.fields++
    path.letters += text.length
    await target.fill(text)
  }
  await withPage({ width, script: false }, async (page) => {
    const shot = async (name: string) => {
      expect(await fitsWidth(page)).toBe(true)
      seen.push(page.url())
      path.pages++
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/issued-${name}-${width}.png`, fullPage: true })
    }
    await app.signIn(page, 'xa-ngok-tu', 'leader')
    await page.goto(`${app.url}/ke-hoach/nhan`)
    await shot('door')
    const buffer = await issuedDocx()
    path.taps++
    await page.getByLabel('Tệp kế hoạch').setInputFiles({ name: 'nuoc-sach.docx', mimeType: WORD, buffer })
    await tap(page.getByRole('button', { name: 'Đọc kế hoạch' }))
    await page.getByText('Đọc được 3 nhiệm vụ:').waitFor()
    await shot('review')
    path.doubts = await page.locator('.review-card:visible :is(.doubt, .doubts p)').count()

    const card = page.locator('.review-card:visible').first()
    await write(card.getByLabel('Cơ quan chủ trì'), 'Phòng Kinh tế')
    await tap(card.getByRole('button', { name: 'Đúng rồi' }))
    await page.getByText('Đã lưu.').waitFor()
    const unread = page.locator('.review-card:visible').first()
    expect(await unread.textContent()).toContain('Chưa đọc được')
    await unread.locator('.quoted a').click()
    expect(await page.locator('.source mark:target').textContent()).toBe('Theo hướng dẫn của tỉnh')
    await shot('source')
    await page.goBack()
    await tap(page.locator('.review-card:visible').first().getByRole('link', { name: 'Sửa…' }))
    path.taps++
    await page.getByRole('radio', { name: /Trong khoảng thời gian/ }).check()
    await write(page.locator('#kh-tu'), '2026-09-01')
    await write(page.locator('#kh-den'), '2026-09-30')
    await shot('obligation')
    await tap(page.getByRole('button', { name: 'Lưu vào bản nháp' }))
    await page.getByText('Không còn chỗ chưa đọc được.').waitFor()
    await shot('ready')
    await tap(page.getByRole('button', { name: 'Tạo bản dự thảo' }))
    await page.waitForURL('**/ban/1')
    expect(await page.locator('main').textContent()).toContain('nuoc-sach.docx')
    await shot('changes')
    await tap(page.getByRole('button', { name: /^Áp dụng/ }))
    await page.getByText('Đã áp dụng.').waitFor()
  })
  expect(path).toMatchObject({ taps: 11, fields: 3 })
  expect(minutesOf(path)).toBeLessThan(5)
  // What looks for violations is a script itself.
  await withPage({ width }, async (page) => {
    await app.signIn(page, 'xa-ngok-tu', 'officer')
    for (const url of seen) {
      await page.goto(url)
      expect([url, await seriousViolations(page)]).toEqual([url, []])
    }
  })
})
