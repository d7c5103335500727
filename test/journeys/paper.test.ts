import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, PHONE, withPage } from '../support/browser.ts'
import { tellYear, UNIT } from '../support/counted-year.ts'

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
}

test('a month prints on one sheet, also December with its ten deadlines on one day, and the topics with the quotes that are folded away on the screen', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-09-16', '20:00')
  await app.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await tellYear(app.db, '2025-09-16')
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url)
    await page.evaluate(() => {
      window.print = () => document.body.classList.add('printed')
    })
    await page.getByRole('button', { name: 'In trang này' }).click()
    expect(await page.locator('body.printed').count()).toBe(1)
    for (const month of ['08', '09', '12']) {
      await page.goto(`${app.url}/thang/2025-${month}`)
      expect([month, await pagesOf(page)]).toEqual([month, 1])
    }
    await page.goto(`${app.url}/chu-de`)
    await page.emulateMedia({ media: 'print' })
    const quotes = page.locator('.topic-list blockquote')
    expect(await quotes.first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    expect(await quotes.first().isVisible()).toBe(false)
  })
})

test('on a phone the hours of reruns stay in their card, and a heading with a document number is one text', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-09-16', '20:00')
  await app.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await tellYear(app.db, '2025-09-16')
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(`${app.url}/khung/ngok-tu-2025%3AC.I.2.c%3A08`)
    const over = await page
      .locator('.family')
      .evaluate((family) =>
        [...family.querySelectorAll('time')].filter(
          (time) => time.getBoundingClientRect().right > family.getBoundingClientRect().right,
        ),
      )
    expect(over).toEqual([])
    await page.goto(`${app.url}/ke-hoach/ngok-tu-2025`)
    const displays = await page
      .locator('.obligation h2 a')
      .evaluateAll((links) => [...new Set(links.map((link) => getComputedStyle(link).display))])
    expect(displays).toEqual(['inline-block'])
  })
})
